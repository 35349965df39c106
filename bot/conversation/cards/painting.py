"""What a message about a case is drawn from, as the case stands at that moment."""

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from datetime import datetime

from bot.conversation import buttons
from bot.conversation.finding.binding import Binding, bindings_of
from bot.conversation.office import Office
from bot.conversation.rehearsing.rehearsal import allowed
from bot.conversation.words.proposals import person
from bot.views.card import Button
from core.case.commands import CaseCommand
from core.case.guidance import Guidance
from core.case.scene import Scene
from core.case.state import Case, Proposal
from core.policy.model import Policy
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CaseId, CustomerId, EntryNo, StaffId
from core.vocabulary.people import People
from core.vocabulary.wording import say_day, say_moment


@dataclass(frozen=True, slots=True)
class Painting:
    """For a channel there is no ``reader``, and then no ``customer`` either.

    ``others``: further customers whom something in the case binds, or is proposed to bind.
    ``bindings``: what binds the customer too in cases of others. ``person_too``: whose contact it
    is, where the case is another's that binds them too; a channel learns their reference alone.
    """

    office: Office
    about: Mapping[str, str]
    case: Case
    people: People
    reader: StaffId | None
    customer: Customer | None
    others: Mapping[CustomerId, Customer]
    bindings: tuple[Binding, ...]
    person_too: Customer | None = None

    @property
    def policy(self) -> Policy:
        return self.office.policy

    @property
    def proposal(self) -> Proposal:
        return self.case.proposals[self.number("proposal")]

    @property
    def customer_facts(self) -> tuple[tuple[str, str], ...]:
        """Whose case it is; a channel learns its reference alone."""
        case, too = ("Case", self.case.reference), self.person_too
        if self.customer is None:
            return (case, *((("Customer", f"{too.reference}, bound too"),) if too else ()))
        whose = too or self.customer
        named = f"{whose.name} ({whose.reference}{', bound too' if too else ''})"
        return (("Customer", named), case)

    def number(self, name: str) -> EntryNo:
        return EntryNo(int(self.about[name]))

    def name(self, staff: StaffId) -> str:
        return self.people.name_of(staff)

    def person(self, staff: StaffId | None) -> str:
        return person(self.policy, self.people, staff)

    def moment(self, when: datetime) -> str:
        return say_moment(when, self.policy.zone)

    def day(self, when: datetime) -> str:
        return say_day(self.policy.day_of(when))

    def scene(self, actor: StaffId) -> Scene:
        return self.office.scene(actor, self.people, self.customer, self.others.values())

    def allows(self, command: CaseCommand) -> bool:
        """Whether the reader may do it now; a channel may do nothing."""
        if self.reader is None:
            return False
        return allowed(self.scene(self.reader), self.case, command)

    def guidance(
        self,
        means: str | None = None,
        at: datetime | None = None,
        *,
        statutory: bool = False,
        but: Collection[EntryNo] = (),
    ) -> tuple[Guidance, ...]:
        """``but``: measures of this case of which nothing is told."""
        office, when = self.office, at or self.office.now()
        own = (
            ()
            if self.person_too
            else office.guidance(self.case, self.people, means, when, statutory=statutory)
        )
        elsewhere = (
            (b.case.id, b.guidance(office, means, when, statutory=statutory)) for b in self.bindings
        )
        return tuple(
            answer
            for case, answers in ((self.case.id, own), *elsewhere)
            for answer in answers
            if case != self.case.id or answer.measure not in but
        )

    def case_buttons(self) -> tuple[Button, ...]:
        return (buttons.contact(self.case), buttons.case_page(self.case))


async def sit(office: Office, about: Mapping[str, str]) -> Painting:
    reader = StaffId(about["for"]) if about.get("for") else None
    case = await office.service.case(CaseId(about["case"]))
    return await sit_for(office, about, case, reader)


async def sit_for(
    office: Office, about: Mapping[str, str], case: Case, reader: StaffId | None
) -> Painting:
    people = await office.people_of(case, *([reader] if reader else ()))
    others = await office.others_of(case) if reader else {}
    person = _person_of_contact(case, about)
    whose = await office.customer(person or case.customer)
    bindings = await bindings_of(office, whose, None if person else case.id)
    customer = (await office.customer(case.customer) if person else whose) if reader else None
    too = whose if person else None
    return Painting(office, about, case, people, reader, customer, others, bindings, too)


def _person_of_contact(case: Case, about: Mapping[str, str]) -> CustomerId | None:
    contacts = (each for each in case.contacts if str(each.no) == about.get("contact"))
    return next((each.person for each in contacts), None)
