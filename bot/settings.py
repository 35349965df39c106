"""The settings, read from the environment. Every fault is found at once; secrets never print."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bot.delivery import PACE, Pace
from bot.environment import Reader
from core.services.messages import Channel

DEFAULT_SLACK_API: Final = "https://slack.com/api/"
MASTER_KEY: Final = "UCB_MASTER_KEY"
CHANNEL_VARIABLES: Final = {
    Channel.CUSTOMER_FOCUS: "SLACK_CHANNEL_CUSTOMER_FOCUS",
    Channel.ALERTS: "SLACK_CHANNEL_ALERTS",
    Channel.REVIEWS: "SLACK_CHANNEL_REVIEWS",
}


@dataclass(frozen=True, slots=True)
class SlackAccess:
    """How the bot reaches one Slack workspace. ``app_token`` switches Socket Mode on."""

    team: str
    signing_secret: str = field(repr=False)
    bot_token: str = field(repr=False)
    app_token: str | None = field(repr=False)
    channels: Mapping[Channel, str]
    api_url: str = DEFAULT_SLACK_API


@dataclass(frozen=True, slots=True)
class StorageSettings:
    """Where everything is kept. ``master_key``: 32 bytes in URL-safe Base64."""

    database_url: str = field(repr=False)
    master_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """``policy_file``: ``None`` for the policy that ships with the bot."""

    storage: StorageSettings
    slack: SlackAccess
    policy_file: Path | None
    host: str
    port: int
    log_level: str
    pace: Pace = PACE

    @property
    def secrets(self) -> tuple[str, ...]:
        """What may never stand in a log."""
        slack = self.slack
        values = (self.storage.master_key, slack.signing_secret, slack.bot_token, slack.app_token)
        password = urlsplit(self.storage.database_url).password
        return tuple(value for value in (*values, password) if value)


@dataclass(frozen=True, slots=True)
class PlaygroundSettings:
    """The playground has no secrets from outside: it makes its own in ``data_dir``."""

    data_dir: Path
    port: int
    policy_file: Path | None
    log_level: str


def read_settings(environ: Mapping[str, str]) -> Settings:
    """The settings of a bot in production. Raises ``SettingsFault``."""
    reader = Reader(environ)
    settings = Settings(
        storage=_storage(reader),
        slack=_slack(reader),
        policy_file=reader.file("UCB_POLICY_FILE"),
        host=reader.get("HOST", "127.0.0.1"),
        port=reader.port(3000),
        log_level=reader.log_level("INFO"),
        pace=PACE.leased_for(reader.number("UCB_LEASE_SECONDS", PACE.lease, 2, 3600)),
    )
    reader.done()
    return settings


def read_storage(environ: Mapping[str, str]) -> StorageSettings:
    """What the commands on the server need, which speak with no chat. Raises ``SettingsFault``."""
    reader = Reader(environ)
    storage = _storage(reader)
    reader.done()
    return storage


def read_policy_file(environ: Mapping[str, str]) -> Path | None:
    reader = Reader(environ)
    path = reader.file("UCB_POLICY_FILE")
    reader.done()
    return path


def channels_of(environ: Mapping[str, str]) -> Mapping[Channel, str]:
    """The Slack channel ids the settings name, channels left out where they name none."""
    reader = Reader(environ)
    named = {channel: reader.get(name) for channel, name in CHANNEL_VARIABLES.items()}
    return {channel: place for channel, place in named.items() if place}


def read_playground(environ: Mapping[str, str]) -> PlaygroundSettings:
    """The playground's settings. Refuses to start where production settings are present."""
    reader = Reader(environ)
    present = [
        name
        for name, value in sorted(environ.items())
        if value.strip() and (name.startswith("SLACK_") or name in ("DATABASE_URL", MASTER_KEY))
    ]
    if present:
        reader.problems.append(
            f"Production settings are present: {', '.join(present)}. The playground never runs "
            "beside them. Unset them, or start the bot itself with: ucb run"
        )
    settings = PlaygroundSettings(
        data_dir=Path(reader.get("DATA_DIR", "data")),
        port=reader.port(8080),
        policy_file=reader.file("UCB_POLICY_FILE"),
        log_level=reader.log_level("WARNING"),
    )
    reader.done()
    return settings


def _storage(reader: Reader) -> StorageSettings:
    url = reader.get("DATABASE_URL")
    if not url:
        url = f"sqlite:///{Path(reader.get('DATA_DIR', 'data')).resolve() / 'ucb.db'}"
    elif not url.startswith(("sqlite", "postgresql", "postgres:")):
        reader.problems.append(
            "DATABASE_URL must start with postgresql:// or sqlite:///. "
            "Leave it unset for a SQLite file in DATA_DIR."
        )
    key = reader.required(
        MASTER_KEY,
        "It protects what is kept about customers. Make one with: ucb key. "
        "Keep a copy apart from the database: without it nothing can be read.",
    )
    if key and not _is_key(key):
        reader.problems.append(
            f"{MASTER_KEY} is not 32 bytes in URL-safe Base64. Make one with: ucb key"
        )
    return StorageSettings(url, key)


def _is_key(text: str) -> bool:
    try:
        return len(base64.b64decode(text, altchars=b"-_", validate=True)) == 32
    except (binascii.Error, ValueError):
        return False


def _slack(reader: Reader) -> SlackAccess:
    app_token = reader.get("SLACK_APP_TOKEN")
    if app_token and not app_token.startswith("xapp-"):
        reader.problems.append(
            "SLACK_APP_TOKEN should start with xapp-. Basic Information, App-Level Tokens; "
            "leave it unset to receive requests over HTTP."
        )
    channels = {
        channel: reader.required(
            name, "It is the channel's ID: open the channel's details, at the bottom.", ("C", "G")
        )
        for channel, name in CHANNEL_VARIABLES.items()
    }
    api_url = reader.get("SLACK_API_URL", DEFAULT_SLACK_API)
    if not api_url.startswith(("https://", "http://127.0.0.1", "http://localhost")):
        reader.problems.append("SLACK_API_URL must start with https://.")
    return SlackAccess(
        team=reader.required("SLACK_TEAM_ID", "It is the workspace's ID.", ("T", "E")),
        signing_secret=reader.required(
            "SLACK_SIGNING_SECRET", "Basic Information, App Credentials, Signing Secret."
        ),
        bot_token=reader.required(
            "SLACK_BOT_TOKEN", "OAuth & Permissions, Bot User OAuth Token.", ("xoxb-",)
        ),
        app_token=app_token or None,
        channels=channels,
        api_url=api_url if api_url.endswith("/") else api_url + "/",
    )
