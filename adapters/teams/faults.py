"""What went wrong at Teams' side, in short codes without personal data."""

from typing import Final

from aiohttp import ClientConnectionError, ClientConnectorError, ClientError

from adapters.teams.sdk.connector import ConnectorFault
from adapters.teams.sdk.tokens import TokenRefused
from bot.views.ports import DeliveryFailed

_DEFAULT_WAIT: Final = 30.0
_THROTTLED: Final = 429
_PASSING: Final = frozenset({408, 409, 412, 425})
"""Refusals that Teams itself says to try again; nothing was done then."""


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
        case TokenRefused():
            return DeliveryFailed(reason, final=error.final)
        case ConnectorFault(status=status) if status == _THROTTLED:
            return DeliveryFailed(reason, retry_after=_wait(error.retry_after))
        case ConnectorFault(status=status) if status in _PASSING:
            return DeliveryFailed(reason)
        case ConnectorFault(status=status) if status < 500:
            return DeliveryFailed(reason, final=True)
        case ConnectorFault(status=503) if error.retry_after:
            return DeliveryFailed(reason, retry_after=_wait(error.retry_after))
        case ClientConnectorError():
            return DeliveryFailed(reason)
        case ConnectorFault() | ClientError() | TimeoutError():
            return DeliveryFailed(reason, uncertain=posting)
        case _:
            return DeliveryFailed(reason, uncertain=posting)


def _wait(told: str | None) -> float:
    try:
        return max(0.0, float(told or _DEFAULT_WAIT))
    except ValueError:
        return _DEFAULT_WAIT
