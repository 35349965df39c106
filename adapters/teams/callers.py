"""Who is asking: only colleagues with a full account in our tenants are answered."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from typing import Any, Final

from adapters.teams.background import Background
from adapters.teams.chats import Chats
from adapters.teams.faults import code, is_out_of_reach
from adapters.teams.names import PLATFORM
from adapters.teams.payloads import Turn
from adapters.teams.sdk.connector import Connector, Spot
from adapters.teams.words import NOT_A_COLLEAGUE, NOT_INSTALLED, OTHER_TENANT, UNSURE
from bot.views.answer import Caller
from core.vocabulary.people import Account

log = logging.getLogger(__name__)

_KEEP_SECONDS: Final = 300.0
_KEEP_PEOPLE: Final = 5000
_GUESTS: Final = "#ext#"
"""Stands in the principal name of every guest."""


class Unwelcome(Exception):
    """Not to be answered. ``words``: what to tell them. ``for_now``: it may pass."""

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
    """Asks Teams about a person once in a while, and once at a time."""

    def __init__(
        self,
        connector: Connector,
        chats: Chats,
        tenants: frozenset[str],
        background: Background,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._connector = connector
        self._chats = chats
        self._tenants = tenants
        self._background = background
        self._clock = clock
        self._known: OrderedDict[tuple[str, str], _Known] = OrderedDict()
        self._asking: dict[tuple[str, str], asyncio.Task[_Known]] = {}

    async def caller(self, turn: Turn, delivery: str) -> Caller:
        """Raises ``Unwelcome``, also when Teams cannot be asked: nobody passes unchecked."""
        if turn.tenant not in self._tenants:
            raise Unwelcome(OTHER_TENANT)
        if not turn.person or not turn.user:
            raise Unwelcome(NOT_A_COLLEAGUE)
        who = (turn.tenant, turn.person)
        known = self._known.get(who)
        if known is None or known.until <= self._clock():
            known = await self._ask(who, turn)
        if not known.welcome:
            raise Unwelcome(NOT_A_COLLEAGUE)
        return Caller(Account(PLATFORM, turn.tenant, turn.person), delivery, known.email)

    async def _ask(self, who: tuple[str, str], turn: Turn) -> _Known:
        task = self._asking.get(who)
        if task is None:
            task = self._background.start(self._look_up(who, turn), "who is asking")
            self._asking[who] = task
            task.add_done_callback(lambda _: self._asking.pop(who, None))
        return await asyncio.shield(task)

    async def _look_up(self, who: tuple[str, str], turn: Turn) -> _Known:
        try:
            found = await self._member(turn)
        except Exception as error:
            log.warning("could not ask who is asking: %s", code(error))
            if is_out_of_reach(error):
                raise Unwelcome(NOT_INSTALLED, for_now=True) from None
            raise Unwelcome(UNSURE, for_now=True) from None
        until = self._clock() + _KEEP_SECONDS
        known = _Known(until, self._is_colleague(found, turn), str(found.get("email") or ""))
        self._known[who] = known
        self._known.move_to_end(who)
        if len(self._known) > _KEEP_PEOPLE:
            self._known.popitem(last=False)
        return known

    async def _member(self, turn: Turn) -> Mapping[str, Any]:
        """From the conversation, or from the private chat where the bot is not in the former: a
        message extension works everywhere."""
        try:
            return await self._connector.member(
                Spot(turn.service_url, turn.conversation), turn.user
            )
        except Exception as error:
            if not is_out_of_reach(error):
                raise
        chat = await self._chats.with_person(turn.person, turn)
        return await self._connector.member(Spot(chat.service_url, chat.conversation), turn.user)

    def _is_colleague(self, found: Mapping[str, Any], turn: Turn) -> bool:
        """Whether this is the person the activity names, at home in the tenant, and no guest."""
        person = found.get("aadObjectId") or found.get("objectId")
        home = found.get("tenantId") or turn.tenant
        principal = str(found.get("userPrincipalName") or "")
        return (
            person == turn.person
            and home == turn.tenant
            and found.get("userRole", "user") == "user"
            and _GUESTS not in principal.lower()
        )
