"""The settings, read from the environment. Every fault is found at once; secrets never print."""

import base64
import binascii
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

from bot.contact_keys import read_contact_keys
from bot.delivery import PACE, Pace
from bot.environment import Reader
from bot.platforms import (
    SLACK,
    TEAMS,
    Channels,
    SlackAccess,
    TeamsAccess,
    addressed,
    in_use,
    named_channels,
    read_slack,
    read_teams,
)

MASTER_KEY: Final = "UCB_MASTER_KEY"


@dataclass(frozen=True, slots=True)
class StorageSettings:
    """Where everything is kept. ``master_key``: 32 bytes in URL-safe Base64."""

    database_url: str = field(repr=False)
    master_key: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Settings:
    """``slack``, ``teams``: ``None`` for a platform that is not in use; one of them always is.
    ``policy_file``: ``None`` for the policy that ships with the bot. ``contact_keys``: the secrets
    by which other machines tell us of contacts, by the names of their keys.
    """

    storage: StorageSettings
    slack: SlackAccess | None
    policy_file: Path | None
    host: str
    port: int
    log_level: str
    pace: Pace = PACE
    teams: TeamsAccess | None = None
    contact_keys: Mapping[str, str] = field(default_factory=dict, repr=False)

    @property
    def channels(self) -> Channels:
        access = ((SLACK, self.slack), (TEAMS, self.teams))
        return addressed((platform, used.channels) for platform, used in access if used)

    @property
    def secrets(self) -> tuple[str, ...]:
        """What may never stand in a log."""
        password = urlsplit(self.storage.database_url).password
        at_slack = self.slack.secrets if self.slack else ()
        at_teams = (self.teams.app_password,) if self.teams else ()
        ours = (self.storage.master_key, password, *self.contact_keys.values())
        return tuple(filter(None, (*ours, *at_slack, *at_teams)))


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
    at_slack, at_teams = (bool(in_use(environ, [prefix])) for prefix in ("SLACK_", "TEAMS_"))
    settings = Settings(
        storage=_storage(reader),
        slack=read_slack(reader) if at_slack else None,
        teams=read_teams(reader) if at_teams else None,
        policy_file=reader.file("UCB_POLICY_FILE"),
        host=reader.get("HOST", "127.0.0.1"),
        port=reader.port(3000),
        log_level=reader.log_level("INFO"),
        pace=PACE.leased_for(reader.number("UCB_LEASE_SECONDS", PACE.lease, 2, 3600)),
        contact_keys=read_contact_keys(reader, "UCB_CONTACT_KEYS"),
    )
    if not (at_slack or at_teams):
        reader.problems.append(
            "No chat platform is named. For Slack set SLACK_BOT_TOKEN, for Microsoft Teams "
            "TEAMS_APP_ID, and start again: what else is needed is named then."
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


def channels_of(environ: Mapping[str, str]) -> Channels:
    """Where the messages for each channel go; a channel no setting names is left out."""
    return named_channels(Reader(environ))


def read_playground(environ: Mapping[str, str]) -> PlaygroundSettings:
    """The playground's settings. Refuses to start where production settings are present."""
    reader = Reader(environ)
    if present := in_use(environ, ("SLACK_", "TEAMS_", "DATABASE_URL", MASTER_KEY)):
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
