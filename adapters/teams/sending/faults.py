"""What went wrong at Teams' side, in short codes without personal data."""

from typing import Final

from aiohttp import ClientConnectionError, ClientConnectorError

from adapters.teams.sdk.connector import ConnectorFault
from adapters.teams.sdk.tokens import TokenRefused
from bot.views.ports import DeliveryFailed
from core.services.undelivered import Cause

_DEFAULT_WAIT: Final = 30.0
_PAUSE: Final = 60.0
_UNAUTHORISED: Final = 401
_THROTTLED: Final = 429
_PASSING: Final = frozenset({408, 409, 412, 425})
"""Refusals that Teams itself says to try again; nothing was done then."""
_CAUSES: Final = {
    "ActivityNotFoundInConversation": Cause.MESSAGE_GONE,
    "BotNotInConversationRoster": Cause.NOT_A_MEMBER,
    "ConversationBlockedByUser": Cause.BLOCKED,
    "ConversationNotFound": Cause.NOT_FOUND,
    "MessageWritesBlocked": Cause.BLOCKED,
}
_BY_STATUS: Final = {403: Cause.NOT_ALLOWED, 404: Cause.NOT_FOUND}


def code(error: BaseException) -> str:
    """Teams' own error code, or ``timeout``, ``connection``, or the class."""
    match error:
        case ConnectorFault():
            return error.code
        case TokenRefused():
            return error.reason
        case TimeoutError():
            return "timeout"
        case ClientConnectionError():
            return "connection"
        case _:
            return type(error).__name__


def is_out_of_reach(error: BaseException) -> bool:
    """The conversation is not there for us: unknown, left, or blocked."""
    return isinstance(error, ConnectorFault) and error.status in (403, 404)


def delivery_failed(error: Exception, *, posting: bool) -> DeliveryFailed:
    """``posting``: whether doing it twice would show; only then can an outcome be uncertain."""
    reason = code(error)
    match error:
        case DeliveryFailed():
            return error
        case TokenRefused(final=True):
            return DeliveryFailed(reason, retry_after=_PAUSE, check="TEAMS_APP_PASSWORD")
        case TokenRefused() | ClientConnectorError():
            return DeliveryFailed(reason)
        case ConnectorFault() if error.status < 500:
            return _refused(error)
        case ConnectorFault(status=503) if error.retry_after:
            return DeliveryFailed(reason, retry_after=_wait(error.retry_after))
        case _:
            return DeliveryFailed(reason, uncertain=posting)


def _refused(fault: ConnectorFault) -> DeliveryFailed:
    """Nothing was done, and Teams says why."""
    if fault.status == _UNAUTHORISED:
        return DeliveryFailed(fault.code, retry_after=_PAUSE, check="TEAMS_APP_ID")
    if fault.status == _THROTTLED:
        return DeliveryFailed(fault.code, retry_after=_wait(fault.retry_after))
    if fault.status in _PASSING:
        return DeliveryFailed(fault.code)
    cause = _CAUSES.get(fault.code) or _BY_STATUS.get(fault.status, Cause.NOT_TAKEN)
    return DeliveryFailed(fault.code, final=True, cause=cause)


def _wait(told: str | None) -> float:
    try:
        return max(0.0, float(told or _DEFAULT_WAIT))
    except ValueError:
        return _DEFAULT_WAIT
