"""Finds the conversation with a person or a channel, and opens it the first time."""

import logging
from dataclasses import replace
from typing import Final

from adapters.chat.recent import Recent
from adapters.teams.reading.payloads import Scope, Turn, root
from adapters.teams.sdk.connector import Connector, ConnectorFault, Spot
from adapters.teams.sending.faults import code, is_out_of_reach
from adapters.teams.sending.references import ConversationReferences, Reference
from adapters.teams.settings import TeamsSettings
from bot.views.ports import Address

log = logging.getLogger(__name__)

_KNOWN: Final = 5000


class Chats:
    """Raises what ``Connector`` raises."""

    def __init__(
        self, settings: TeamsSettings, connector: Connector, references: ConversationReferences
    ) -> None:
        self._settings = settings
        self._connector = connector
        self._references = references
        self._kept = Recent[str, Reference](_KNOWN)

    async def remember(self, turn: Turn) -> None:
        """Where this came from, in case we have something to say there later."""
        reference = _reference(turn)
        if reference is None or self._kept.get(reference.place) == reference:
            return
        await self._references.keep(reference)
        self._kept.put(reference.place, reference)

    async def forget(self, conversation: str) -> None:
        await self._references.forget(conversation)
        for place in [p for p, kept in self._kept.items() if kept.conversation == conversation]:
            del self._kept[place]

    async def spot(self, to: Address) -> Spot:
        if to.is_person:
            reference = await self.with_person(to.place)
            return Spot(reference.service_url, reference.conversation)
        known = await self._references.of(root(to.place))
        return Spot(known.service_url if known else self._settings.service_url, to.place)

    async def where(self, conversation: str) -> Spot:
        """A conversation in which we have posted, beneath a message or not."""
        known = await self._references.in_conversation(root(conversation))
        return Spot(known.service_url if known else self._settings.service_url, conversation)

    async def known_at_teams(self, person: str) -> str | None:
        """The person's id at Teams; ``None`` for whom we cannot reach."""
        try:
            known = await self.with_person(person)
            if not known.user:
                spot = Spot(known.service_url, known.conversation)
                found = await self._connector.member(spot, person)
                known = replace(known, user=str(found["id"]))
                await self._references.keep(known)
        except Exception as error:
            log.warning("could not ask for somebody's id: %s", code(error))
            return None
        return known.user

    async def with_person(self, person: str, turn: Turn | None = None) -> Reference:
        """The private chat. ``turn``: something the person did elsewhere, if we have not met."""
        known = await self._references.of(person)
        if known:
            return known
        tenants = [turn.tenant] if turn else sorted(self._settings.tenants)
        service_url = turn.service_url if turn else self._settings.service_url
        user = turn.user if turn else person
        bot = turn.bot if turn and turn.bot else f"28:{self._settings.app_id}"
        for tenant in tenants:
            try:
                conversation = await self._connector.open(service_url, tenant, bot, user)
            except ConnectorFault as fault:
                if tenant == tenants[-1] or not is_out_of_reach(fault):
                    raise
                continue
            met = turn.user if turn else ""
            opened = Reference(person, conversation, service_url, tenant, bot, met)
            await self._references.keep(opened)
            return opened
        raise LookupError("no tenant")


def _reference(turn: Turn) -> Reference | None:
    match turn.scope:
        case Scope.PERSONAL if not turn.person:
            return None
        case Scope.PERSONAL:
            place, conversation, user = turn.person, turn.conversation, turn.user
        case _:
            place = conversation = turn.root
            user = ""
    return Reference(place, conversation, turn.service_url, turn.tenant, turn.bot, user)
