"""``ucb manifest slack`` and ``ucb manifest teams``."""

import argparse
from collections.abc import Mapping
from pathlib import Path
from uuid import UUID

from bot.app.manifests import slack_manifest
from bot.app.teams_package import teams_manifest, teams_package
from bot.cli.trouble import Trouble


def slack(options: argparse.Namespace, _: Mapping[str, str]) -> int:
    if options.url and not options.url.startswith("https://"):
        raise Trouble("Slack calls HTTPS addresses only: --url https://ucb.example.org")
    print(slack_manifest(options.url))
    return 0


def teams(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """Writes the package, or prints the manifest where no file is named."""
    app_id = options.app_id or environ.get("TEAMS_APP_ID", "").strip()
    manifest = teams_manifest(
        _checked(app_id), options.version, options.organisation, _https(options.website)
    )
    if options.out is None:
        print(manifest)
        return 0
    try:
        Path(options.out).write_bytes(teams_package(manifest))
    except OSError as fault:
        raise Trouble(f"{options.out} cannot be written: {fault.strerror}") from fault
    print(f"Written to {options.out}. Upload it in the Teams admin centre, under Manage apps.")
    return 0


def _checked(app_id: str) -> str:
    try:
        return str(UUID(app_id))
    except ValueError:
        raise Trouble(
            "Name the bot's Microsoft App ID, as the Azure portal shows it: --app-id or "
            "TEAMS_APP_ID."
        ) from None


def _https(website: str) -> str:
    if not website.startswith("https://"):
        raise Trouble("Teams takes HTTPS addresses only: --website https://www.example.org")
    return website
