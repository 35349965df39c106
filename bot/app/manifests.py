"""What a chat platform must be told about the bot, made from the names the adapter goes by."""

import json
from typing import Any, Final

from adapters.slack.names import (
    BOT_EVENTS,
    BOT_SCOPES,
    COMMAND,
    PATH,
    REPORT_INCIDENT,
    REPORT_MESSAGE,
)

ABOUT: Final = (
    "UCB helps colleagues to follow the unacceptable customer behaviour policy: report an "
    "incident, warn, propose sanctions, have them signed off by a second person of a different "
    "grade, see what contact is permitted, and review in time. Every step is kept on a timeline "
    "that can only grow. Nothing personal is posted in channels. In a channel that a manager asked "
    "it to watch, it looks in each message for customers under sanction, and keeps only the match, "
    "never the message. It looks at no other channel and at no chat."
)
REPORT: Final = "Report unacceptable customer behaviour"
PURPOSE: Final = "Unacceptable customer behaviour: report, check, propose, review"
USAGE: Final = "help | report | check <name, email, phone or reference>"


def slack_manifest(url: str | None) -> str:
    """The app manifest as JSON. ``url``: where Slack reaches the bot; ``None``: Socket Mode."""
    address = {"request_url": url.rstrip("/") + PATH} if url else {}
    options = {"message_menu_options_url": address["request_url"]} if url else {}
    manifest: dict[str, Any] = {
        "_metadata": {"major_version": 2, "minor_version": 1},
        "display_information": {
            "name": "UCB",
            "description": "Runs the unacceptable customer behaviour policy",
            "long_description": ABOUT,
            "background_color": "#1d4d3b",
        },
        "features": {
            "app_home": {
                "home_tab_enabled": False,
                "messages_tab_enabled": True,
                "messages_tab_read_only_enabled": False,
            },
            "bot_user": {"display_name": "UCB", "always_online": True},
            "shortcuts": [
                {
                    "name": "Report this message",
                    "type": "message",
                    "callback_id": REPORT_MESSAGE,
                    "description": f"{REPORT}, with this message as the start",
                },
                {
                    "name": "Report an incident",
                    "type": "global",
                    "callback_id": REPORT_INCIDENT,
                    "description": REPORT,
                },
            ],
            "slash_commands": [
                {
                    "command": COMMAND,
                    **({"url": address["request_url"]} if url else {}),
                    "description": PURPOSE,
                    "usage_hint": USAGE,
                    "should_escape": False,
                }
            ],
        },
        "oauth_config": {"scopes": {"bot": list(BOT_SCOPES)}},
        "settings": {
            "event_subscriptions": {**address, "bot_events": list(BOT_EVENTS)},
            "interactivity": {"is_enabled": True, **address, **options},
            "org_deploy_enabled": False,
            "socket_mode_enabled": url is None,
            "token_rotation_enabled": False,
        },
    }
    return json.dumps(manifest, indent=2)
