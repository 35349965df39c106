"""The conversation: who is asking, what for, and a kind answer whatever happens."""

from collections.abc import Awaitable, Mapping, MutableMapping

from bot.conversation.buttons import Action
from bot.conversation.cards import painter
from bot.conversation.cards.refusals import refused_card, refused_problems
from bot.conversation.commands.typed import understand
from bot.conversation.forms import report, suggestions
from bot.conversation.forms.parts.reading import Unreadable
from bot.conversation.office import Office
from bot.conversation.overhearing import overhear
from bot.conversation.pages import help, unknown_person
from bot.conversation.tables import ANSWERS, PRESSES, SUBMISSIONS
from bot.conversation.visit import Visit
from bot.views.answer import Answer, Caller, Nothing, Overheard, Problems, QuotedMessage
from bot.views.card import Card
from bot.views.form import Option, Source, Values
from bot.views.ports import Quotes
from core.policy.model import Policy
from core.services.alerting.alert_desk import AlertDesk
from core.services.alerting.incoming_contacts import IncomingContacts
from core.services.channel_watch import ChannelWatch
from core.services.deciding.policy_service import PolicyService
from core.services.ports.desk import Desk
from core.services.registering.customer_register import CustomerRegister
from core.services.registering.register import Register
from core.services.sanctions_log import SanctionsLog
from core.vocabulary.refusal import Refused, refuse


class Conversation:
    """Implements ``Talk`` for every adapter and ``Painter`` for the dispatcher.

    ``quotes``: by platform, who reads a message again. The wiring may fill it in later, because
    whoever does so is often made from the conversation; a platform that is not in it reads none.
    """

    def __init__(
        self,
        policy: Policy,
        service: PolicyService,
        register: Register,
        desk: Desk,
        quotes: MutableMapping[str, Quotes] | None = None,
    ) -> None:
        self.quotes: MutableMapping[str, Quotes] = {} if quotes is None else quotes
        self._office = Office(
            policy,
            service,
            register,
            desk,
            CustomerRegister(policy, desk),
            SanctionsLog(policy, desk),
            IncomingContacts(policy, desk),
            AlertDesk(policy, desk),
            ChannelWatch(policy, desk),
            self.quotes,
        )

    async def command(self, caller: Caller, text: str) -> Answer:
        visit = await self._recognise(caller)
        if visit is None:
            return unknown_person.card(self._office)
        return await _kindly(_command(visit, text))

    async def shortcut(self, caller: Caller, quoted: QuotedMessage | None = None) -> Answer:
        visit = await self._recognise(caller)
        if visit is None:
            return unknown_person.card(self._office)
        return report.form(visit, quoted=quoted)

    async def press(self, caller: Caller, action: str, value: str) -> Answer:
        visit = await self._recognise(caller)
        if visit is None:
            return unknown_person.card(self._office)
        return await _kindly(_press(visit, action, value))

    async def submit(self, caller: Caller, form: str, state: str, values: Values) -> Answer:
        visit = await self._recognise(caller)
        if visit is None:
            return Problems(general=f"I do not know you yet. {unknown_person.HOW}")
        try:
            return await _submit(visit, form, state, values)
        except (Unreadable, Refused) as no:
            # What a first delivery did may be the very reason why its repetition is refused.
            if await self._office.desk.store.was_done(caller.delivery):
                return Nothing()
            return _problems(no, values)

    async def suggest(self, caller: Caller, source: Source, query: str) -> tuple[Option, ...]:
        visit = await self._recognise(caller)
        return await suggestions.suggest(self._office, source, query) if visit else ()

    async def overheard(self, message: Overheard) -> None:
        await overhear(self._office, message)

    async def draw(self, kind: str, about: Mapping[str, str]) -> Card:
        return await painter.draw(self._office, kind, about)

    async def _recognise(self, caller: Caller) -> Visit | None:
        """Only active colleagues of the staff directory are spoken with."""
        member = await self._office.register.recognise(caller.account, caller.email)
        if member is None or not member.active:
            return None
        platform, channel = caller.account.platform, caller.channel
        return Visit(self._office, member, caller.delivery, platform, channel)


async def _command(visit: Visit, text: str) -> Answer:
    typed = understand(text)
    answer = ANSWERS.get(typed.name)
    if answer is None:
        return await help.unknown(visit, typed.name, typed.rest)
    return await answer(visit, typed.rest)


async def _press(visit: Visit, action: str, value: str) -> Answer:
    if action == Action.RUN:
        return await _command(visit, value)
    if action not in PRESSES:
        raise _outdated("button")
    return await PRESSES[action](visit, value)


async def _submit(visit: Visit, form: str, state: str, values: Values) -> Answer:
    if form not in SUBMISSIONS:
        raise _outdated("form")
    return await SUBMISSIONS[form](visit, state, values)


def _problems(no: Unreadable | Refused, values: Values) -> Problems:
    if isinstance(no, Unreadable):
        return no.problems
    return refused_problems(no.refusal, values)


def _outdated(what: str) -> Refused:
    return refuse(
        "stale-view", f"This {what} is too old.", "Run the command again to get a new one."
    )


async def _kindly(answering: Awaitable[Answer]) -> Answer:
    try:
        return await answering
    except Refused as refused:
        return refused_card(refused.refusal)
