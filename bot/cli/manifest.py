"""``ucb manifest slack``."""

import argparse
from collections.abc import Mapping

from bot.app.manifests import slack_manifest
from bot.cli.trouble import Trouble


def slack(options: argparse.Namespace, _: Mapping[str, str]) -> int:
    if options.url and not options.url.startswith("https://"):
        raise Trouble("Slack calls HTTPS addresses only: --url https://ucb.example.org")
    print(slack_manifest(options.url))
    return 0
