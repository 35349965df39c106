"""Who is asking: only colleagues with a full account in our workspace are answered."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from adapters.slack.background import Background
from adapters.slack.faults import code
from adapters.slack.names import PLATFORM
from adapters.slack.web import Web
from adapters.slack.words import NOT_A_COLLEAGUE, UNSURE
from bot.views.answer import Caller
from core.vocabulary.people import Account

log = logging.getLogger(__name__)

_KEEP_SECONDS: Final = 300.0
_KEEP_PEOPLE: Final = 5000
_SLACKBOT: Final = "USLACKBOT"
_BARRED: Final = (
    "deleted",
    "is_bot",
    "is_connector_bot",
    "is_workflow_bot",
    "is_restricted",
    "is_ultra_restricted",
    "is_stranger",
)
"""``is_app_user`` is not among them: Slack sets it for people who authorised an app."""


class Unwelcome(Exception):
    """Not to be answered. ``words``: what to tell them, privately. ``for_now``: it may pass."""

    def __init__(self, words: str, *, for_now: bool = False) -> None:
        super().__init__("unwelcome")
        self.words = words
        self.for_now = for_now


@dataclass(frozen=True, slots=True)
class _Known:
    until: float
    welcome: bool
    email: str


class Callers:
    """Asks Slack about a person once in a while, and once at a time."""

    def __init__(
        self,
        web: Web,
        team: str,
        background: Background,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._web = web
        self._team = team
        self._background = background
        self._clock = clock
        self._known: OrderedDict[str, _Known] = OrderedDict()
        self._asking: dict[str, asyncio.Task[_Known | Unwelcome]] = {}

    async def caller(self, user: str, delivery: str) -> Caller:
        """Raises ``Unwelcome``, also when Slack cannot be asked: nobody passes unchecked."""
        known = self._known.get(user)
        if known is None or known.until <= self._clock():
            known = await self._ask(user)
        if not known.welcome:
            raise Unwelcome(NOT_A_COLLEAGUE)
        return Caller(Account(PLATFORM, self._team, user), delivery, known.email)

    async def _ask(self, user: str) -> _Known:
        task = self._asking.get(user)
        if task is None:
            task = self._background.start(self._look_up(user), f"users.info {user}")
            self._asking[user] = task
            task.add_done_callback(lambda _: self._asking.pop(user, None))
        found = await asyncio.shield(task)
        if isinstance(found, Unwelcome):
            raise found
        return found

    async def _look_up(self, user: str) -> _Known | Unwelcome:
        try:
            answer = await self._web.client.users_info(user=user)
            found = answer.get("user") or {}
            known = _Known(self._clock() + _KEEP_SECONDS, self._welcome(found), _email(found))
        except Exception as error:
            reason = code(error)
            log.warning("could not ask about %s: %s", user, reason)
            if reason in ("user_not_found", "user_not_visible"):
                return Unwelcome(NOT_A_COLLEAGUE)
            return Unwelcome(UNSURE, for_now=True)
        self._known[user] = known
        self._known.move_to_end(user)
        if len(self._known) > _KEEP_PEOPLE:
            self._known.popitem(last=False)
        return known

    def _welcome(self, found: Mapping[str, Any]) -> bool:
        return (
            found.get("team_id") == self._team
            and found.get("id") != _SLACKBOT
            and not any(found.get(flag) for flag in _BARRED)
        )


def _email(found: Mapping[str, Any]) -> str:
    """The mail address, unless Slack says that it was never confirmed."""
    email = (found.get("profile") or {}).get("email")
    confirmed = found.get("is_email_confirmed", True) is not False
    return email if confirmed and isinstance(email, str) else ""
