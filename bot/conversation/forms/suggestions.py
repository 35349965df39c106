"""The choices of a type-ahead, as somebody types."""

from typing import Final

from bot.conversation.finding.binding import standing_for
from bot.conversation.finding.looking_up import alert_called, case_called, open_case_id
from bot.conversation.finding.recognising import Found, recognised
from bot.conversation.forms.parts.fields import staff_option
from bot.conversation.forms.parts.newcomer import customer_option, someone_new
from bot.conversation.office import Office
from bot.conversation.words.likeness import likeness_words
from bot.conversation.words.standing import in_force_text
from bot.conversation.words.terms import sanction_label
from bot.views.form import Option, Source
from core.alert.events import Settled
from core.alert.state import Alert
from core.services.summary import DISENGAGED, CaseSummary
from core.vocabulary.customer import Customer
from core.vocabulary.refusal import Refused
from core.vocabulary.wording import upper_first

MOST: Final = 15


async def suggest(office: Office, source: Source, query: str) -> tuple[Option, ...]:
    typed = " ".join(query.split())
    match source:
        case Source.STAFF:
            found = await office.desk.directory.search(typed, MOST)
            return tuple(staff_option(office.policy, member) for member in found)
        case Source.CUSTOMERS:
            return await _customers(office, typed)
        case Source.CUSTOMERS_OR_NEW:
            return (*await _customers(office, typed), someone_new(typed))


async def _customers(office: Office, typed: str) -> tuple[Option, ...]:
    if not typed:
        return ()
    case = await case_called(office, typed)
    if case is not None:
        return (await _option(office, await standing_for(office, case.customer)),)
    if (alert := await _alert(office, typed)) is not None:
        return await _of_alert(office, alert)
    known = await recognised(office, typed, MOST)
    return tuple([await _found(office, one) for one in known.found])


async def _alert(office: Office, typed: str) -> Alert | None:
    """Nothing is refused while somebody is still typing."""
    try:
        return await alert_called(office, typed)
    except Refused:
        return None


async def _of_alert(office: Office, alert: Alert) -> tuple[Option, ...]:
    """Whose contact it is; the list asks so while nobody has said that it is theirs."""
    if alert.settled is Settled.ANOTHER_PERSON:
        return ()
    customer = await standing_for(office, alert.customer)
    if alert.is_known:
        return (await _option(office, customer),)
    words = f"May be who {alert.reference} tells of. Type “check {alert.reference}” first."
    return (customer_option(customer, words),)


async def _found(office: Office, found: Found) -> Option:
    """By likeness alone, the list asks whether it is this customer."""
    if found.typed or found.exact:
        return await _option(office, found.customer)
    return customer_option(found.customer, likeness_words(found.certainty, found.reasons))


async def _option(office: Office, customer: Customer) -> Option:
    case = await open_case_id(office, customer)
    summary = await office.desk.cases.summary(case) if case else None
    return customer_option(customer, _standing(office, summary))


def _standing(office: Office, summary: CaseSummary | None) -> str:
    """What is in force, as far as a list may tell it."""
    if summary is None:
        return "No case"
    if not summary.in_force:
        return f"Nothing in force ({summary.reference})"
    disengagements = sum(each.code == DISENGAGED for each in summary.in_force)
    sanctions = len(summary.in_force) - disengagements
    if sanctions == 1 and not disengagements:
        return f"In force: {sanction_label(office.policy, summary.in_force[0].code)}"
    text = in_force_text(sanctions, disengagements)
    return upper_first(text)
