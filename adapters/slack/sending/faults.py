"""What went wrong at Slack's side, in short codes without personal data."""

import asyncio
from collections.abc import Mapping
from typing import Final

import aiohttp
from slack_sdk.errors import SlackApiError

from bot.views.ports import DeliveryFailed
from core.services.undelivered import Cause

TOKEN_REFUSED: Final = frozenset(
    {
        "account_inactive",
        "invalid_auth",
        "not_allowed_token_type",
        "not_authed",
        "team_access_not_granted",
        "token_expired",
        "token_revoked",
    }
)
"""It is the bot that Slack refuses, not the message or its place."""
_NOT_ALLOWED: Final = (
    "ekm_access_denied",
    "messages_tab_disabled",
    "method_not_supported_for_channel_type",
    "missing_scope",
    "no_permission",
    "org_login_required",
    "restricted_action",
)
_NOT_FOUND: Final = ("channel_not_found", "is_archived", "team_not_found")
_PERSON_GONE: Final = (
    "cannot_dm_bot",
    "invalid_users_list",
    "is_inactive",
    "user_disabled",
    "user_not_found",
    "user_not_visible",
    "users_not_found",
)
_MESSAGE_GONE: Final = (
    "cant_update_message",
    "edit_window_closed",
    "invalid_thread_ts",
    "message_not_found",
    "thread_not_found",
)
_NOT_TAKEN: Final = (
    "as_user_not_supported",
    "cannot_reply_to_message",
    "invalid_arguments",
    "invalid_blocks",
    "invalid_blocks_format",
    "invalid_metadata_format",
    "invalid_metadata_schema",
    "metadata_too_large",
    "msg_blocks_too_long",
    "msg_too_long",
    "no_text",
)
_FINAL: Final[Mapping[str, Cause]] = {
    "not_in_channel": Cause.NOT_A_MEMBER,
    **dict.fromkeys(_NOT_ALLOWED, Cause.NOT_ALLOWED),
    **dict.fromkeys(_NOT_FOUND, Cause.NOT_FOUND),
    **dict.fromkeys(_PERSON_GONE, Cause.PERSON_GONE),
    **dict.fromkeys(_MESSAGE_GONE, Cause.MESSAGE_GONE),
    **dict.fromkeys(_NOT_TAKEN, Cause.NOT_TAKEN),
}
"""Trying again is of no use."""
_HALF_DONE: Final = frozenset({"fatal_error", "internal_error", "request_timeout"})
"""Slack says of these that part of the work may have been done."""
_DEFAULT_WAIT: Final = 30.0
_PAUSE: Final = 60.0
_CHECK: Final = "SLACK_BOT_TOKEN"

TRIGGER_GONE: Final = frozenset(
    {"expired_trigger_id", "exchanged_trigger_id", "invalid_trigger_id", "trigger_expired"}
)
VIEW_GONE: Final = frozenset({"not_found", "view_not_found", "view_closed"})


def code(error: BaseException) -> str:
    """Slack's own error code, or ``http-503``, ``timeout``, ``connection``, or the class."""
    if isinstance(error, SlackApiError):
        status = _status(error)
        return _told(error) or ("ratelimited" if status == 429 else f"http-{status}")
    if isinstance(error, (TimeoutError, asyncio.TimeoutError)):
        return "timeout"
    if isinstance(error, aiohttp.ClientConnectionError):
        return "connection"
    return type(error).__name__


def delivery_failed(error: Exception, *, posting: bool) -> DeliveryFailed:
    """``posting``: whether doing it twice would show; only then can an outcome be uncertain."""
    reason = code(error)
    if reason in ("ratelimited", "rate_limited"):
        return DeliveryFailed("ratelimited", retry_after=_wait(error))
    if reason in TOKEN_REFUSED:
        return DeliveryFailed(reason, retry_after=_PAUSE, check=_CHECK)
    if cause := _FINAL.get(reason):
        return DeliveryFailed(reason, final=True, cause=cause)
    return DeliveryFailed(reason, uncertain=posting and _may_have_arrived(error, reason))


def _may_have_arrived(error: Exception, reason: str) -> bool:
    """Only a plain refusal in Slack's own words, or no connection at all, is certain."""
    if isinstance(error, aiohttp.ClientConnectorError):
        return False
    if not isinstance(error, SlackApiError) or not _told(error):
        return True
    return reason in _HALF_DONE or _status(error) >= 500


def _told(error: SlackApiError) -> str:
    data = getattr(error.response, "data", None)
    told = data.get("error") if isinstance(data, dict) else None
    return told if isinstance(told, str) else ""


def _status(error: SlackApiError) -> int:
    """The library puts either its own or the HTTP client's response there."""
    response = error.response
    found = getattr(response, "status_code", None) or getattr(response, "status", None)
    return int(found or 0)


def _wait(error: Exception) -> float:
    headers = getattr(getattr(error, "response", None), "headers", {})
    try:
        return max(0.0, float(headers.get("Retry-After", _DEFAULT_WAIT)))
    except (TypeError, ValueError):
        return _DEFAULT_WAIT
