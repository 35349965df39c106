"""Who is asking: only colleagues with a full account in our tenants are answered."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from adapters.chat.background import Background
from adapters.chat.people import People, Profile, Unwelcome
from adapters.teams.names import PLATFORM
from adapters.teams.reading.payloads import Scope, Turn
from adapters.teams.sdk.connector import Connector, Spot
from adapters.teams.sending.chats import Chats
from adapters.teams.sending.faults import code, is_out_of_reach
from adapters.teams.words import NOT_A_COLLEAGUE, NOT_INSTALLED, OTHER_TENANT, UNSURE
from bot.views.answer import Caller
from core.vocabulary.people import Account

log = logging.getLogger(__name__)

_GUESTS: Final = "#ext#"
"""Stands in the principal name of every guest."""


class Callers:
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
        self._people = People[tuple[str, str]](background, clock)

    async def caller(self, turn: Turn, delivery: str) -> Caller:
        """Raises ``Unwelcome``, also when Teams cannot be asked: nobody passes unchecked."""
        if turn.tenant not in self._tenants:
            raise Unwelcome(OTHER_TENANT)
        if not turn.person or not turn.user:
            raise Unwelcome(NOT_A_COLLEAGUE)
        who = (turn.tenant, turn.person)
        profile = await self._people.profile(who, lambda: self._look_up(turn), "who is asking")
        if not profile.welcome:
            raise Unwelcome(NOT_A_COLLEAGUE)
        account = Account(PLATFORM, turn.tenant, turn.person)
        channel = turn.root if turn.scope is Scope.CHANNEL else ""
        return Caller(account, delivery, profile.email, channel)

    async def _look_up(self, turn: Turn) -> Profile | Unwelcome:
        try:
            found = await self._member(turn)
        except Exception as error:
            log.warning("could not ask who is asking: %s", code(error))
            return Unwelcome(NOT_INSTALLED if is_out_of_reach(error) else UNSURE, for_now=True)
        return Profile(self._is_colleague(found, turn), str(found.get("email") or ""))

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
