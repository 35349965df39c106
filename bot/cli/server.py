"""``ucb run``, ``playground``, ``health``, ``key`` and ``verify-timeline``."""

import argparse
import json
import urllib.error
import urllib.request
from collections.abc import Mapping
from pathlib import Path

from bot import logs
from bot.app.house import new_key
from bot.app.playground import run_playground
from bot.app.production import run_bot
from bot.app.teams_playground import run_teams_playground
from bot.cli.trouble import Trouble
from bot.environment import Reader
from bot.settings import read_playground, read_settings


async def run(_: argparse.Namespace, environ: Mapping[str, str]) -> int:
    settings = read_settings(environ)
    logs.set_up(settings.log_level, settings.secrets)
    await run_bot(settings)
    return 0


async def playground(_: argparse.Namespace, environ: Mapping[str, str]) -> int:
    settings = read_playground(environ)
    logs.set_up(settings.log_level)
    await run_playground(settings, lambda line: print(line, flush=True))
    return 0


async def teams_playground(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    settings = read_playground({"PORT": "3978", **environ})
    logs.set_up(settings.log_level)
    client = _program(options.client)
    await run_teams_playground(
        settings, options.seat, client, options.client_port, lambda line: print(line, flush=True)
    )
    return 0


def _program(name: str) -> Path:
    program = Path(name).absolute()
    if not program.is_file():
        raise Trouble(f"{name} is not there. Run: make teams-playground")
    return program


def health(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    """For a container's health check: whether the bot on this machine answers."""
    reader = Reader(environ)
    port = reader.port(3000)
    reader.done()
    url = f"http://127.0.0.1:{port}/{'readyz' if options.ready else 'healthz'}"
    try:
        with urllib.request.urlopen(url, timeout=4) as answer:
            print(json.load(answer)["status"])
    except (OSError, urllib.error.URLError, ValueError, KeyError) as fault:
        raise Trouble(f"The bot does not answer at {url}.") from fault
    return 0


def key(_: argparse.Namespace, __: Mapping[str, str]) -> int:
    print(new_key())
    return 0
