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
from bot.conversation.commands import NAMES

ABOUT: Final = (
    "UCB helps colleagues run the unacceptable customer behaviour policy: report an incident, "
    "warn, propose sanctions, have them signed off by a second person of another grade, be told "
    "what may be done when a customer under a sanction makes contact, and review sanctions in "
    "time. Every step is kept on a timeline."
)


def slack_manifest(url: str | None) -> str:
    """The app manifest as JSON. ``url``: where Slack reaches the bot; ``None``: Socket Mode."""
    address = {"request_url": url.rstrip("/") + PATH} if url else {}
    options = {"message_menu_options_url": address["request_url"]} if url else {}
    manifest: dict[str, Any] = {
        "display_information": {
            "name": "UCB",
            "description": "Runs the unacceptable customer behaviour policy",
            "long_description": ABOUT,
            "background_color": "#1d4f40",
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
                    "description": "Report unacceptable behaviour in this message",
                },
                {
                    "name": "Report an incident",
                    "type": "global",
                    "callback_id": REPORT_INCIDENT,
                    "description": "Report unacceptable customer behaviour",
                },
            ],
            "slash_commands": [
                {
                    "command": COMMAND,
                    **({"url": address["request_url"]} if url else {}),
                    "description": "Unacceptable customer behaviour policy",
                    "usage_hint": " | ".join(NAMES),
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
