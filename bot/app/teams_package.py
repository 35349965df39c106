"""What Teams must be told about the bot, made from the names the adapter goes by."""

import io
import json
from importlib.resources import files
from typing import Any, Final
from zipfile import ZIP_DEFLATED, ZipFile, ZipInfo

from adapters.teams.names import HEAR_CHANNELS, REPORT_INCIDENT, REPORT_MESSAGE
from adapters.teams.reading.payloads import Scope
from bot.app.manifests import ABOUT
from bot.conversation.commands import MENU

SCHEMA_VERSION: Final = "1.27"
_SCHEMA: Final = (
    f"https://developer.microsoft.com/json-schemas/teams/v{SCHEMA_VERSION}/"
    "MicrosoftTeams.schema.json"
)
_ACCENT: Final = "#1d4f40"
_SCOPES: Final = {Scope.PERSONAL: "personal", Scope.CHANNEL: "team", Scope.GROUP: "groupChat"}
_NO_RESOURCE: Final = "https://ucb.invalid"
"""Teams wants some address here and does nothing with it."""
_LONG_AGO: Final = (1980, 1, 1, 0, 0, 0)


def teams_manifest(app_id: str, version: str, organisation: str, website: str) -> str:
    """The app manifest as JSON. ``website``: the organisation's, over HTTPS."""
    scopes = [_SCOPES[scope] for scope in Scope]
    manifest: dict[str, Any] = {
        "$schema": _SCHEMA,
        "manifestVersion": SCHEMA_VERSION,
        "version": version,
        "id": app_id,
        "developer": {
            "name": organisation,
            "websiteUrl": website,
            "privacyUrl": website,
            "termsOfUseUrl": website,
        },
        "name": {"short": "UCB", "full": "Unacceptable customer behaviour policy"},
        "description": {
            "short": "Runs the unacceptable customer behaviour policy",
            "full": ABOUT,
        },
        "icons": {"color": "color.png", "outline": "outline.png"},
        "accentColor": _ACCENT,
        "bots": [
            {
                "botId": app_id,
                "scopes": scopes,
                "isNotificationOnly": False,
                "supportsFiles": False,
                "commandLists": [{"scopes": scopes, "commands": _commands()}],
            }
        ],
        "composeExtensions": [{"botId": app_id, "commands": _extension()}],
        "permissions": ["identity", "messageTeamMembers"],
        "webApplicationInfo": {"id": app_id, "resource": _NO_RESOURCE},
        "authorization": {
            "permissions": {
                "resourceSpecific": [{"name": HEAR_CHANNELS, "type": "Application"}],
            }
        },
        "validDomains": [],
        "defaultInstallScope": "personal",
        "defaultGroupCapability": {"team": "bot", "groupchat": "bot"},
    }
    return json.dumps(manifest, indent=2)


def teams_package(manifest: str) -> bytes:
    """The app package: the manifest and both icons. The same manifest makes the same bytes."""
    icons = files("bot.app.teams_icons")
    packed = io.BytesIO()
    with ZipFile(packed, "w") as package:
        for name, content in (
            ("manifest.json", manifest.encode()),
            ("color.png", icons.joinpath("color.png").read_bytes()),
            ("outline.png", icons.joinpath("outline.png").read_bytes()),
        ):
            package.writestr(ZipInfo(name, _LONG_AGO), content, ZIP_DEFLATED)
    return packed.getvalue()


def _commands() -> list[dict[str, str]]:
    return [{"title": command.name, "description": command.help} for command in MENU]


def _extension() -> list[dict[str, Any]]:
    return [
        {
            "id": REPORT_MESSAGE,
            "type": "action",
            "title": "Report this message",
            "description": "Report unacceptable behaviour in this message",
            "context": ["message"],
            "fetchTask": True,
        },
        {
            "id": REPORT_INCIDENT,
            "type": "action",
            "title": "Report an incident",
            "description": "Report unacceptable customer behaviour",
            "context": ["compose", "commandBox"],
            "fetchTask": True,
        },
    ]
