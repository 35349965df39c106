"""The choices of a type-ahead, as somebody types."""

from typing import Final

from bot.conversation.finding import customers
from bot.conversation.forms.fields import staff_option
from bot.conversation.forms.newcomer import customer_option, someone_new
from bot.conversation.office import Office
from bot.conversation.words.sentences import counted
from bot.views.form import Option, Source
from core.services.summary import CaseSummary
from core.vocabulary.customer import Customer

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
    hits = await customers(office, typed, MOST) if typed else ()
    return tuple([await _option(office, hit.customer) for hit in hits])


async def _option(office: Office, customer: Customer) -> Option:
    case = await office.desk.cases.open_case_of(customer.id)
    summary = await office.desk.cases.summary(case) if case else None
    return customer_option(customer, _standing(office, summary))


def _standing(office: Office, summary: CaseSummary | None) -> str:
    """The last sanction's state, as far as a list may tell it."""
    if summary is None:
        return "No case"
    if not summary.in_force:
        return f"Nothing in force ({summary.reference})"
    labels = [office.policy.sanction(sanction.code) for sanction in summary.in_force]
    last = labels[-1].label if labels[-1] else summary.in_force[-1].code
    if len(labels) == 1:
        return f"In force: {last}"
    return f"{counted(len(labels), 'sanction')} in force"
