"""Commands that open a form: which case or customer they are about."""

from bot.conversation import buttons
from bot.conversation.finding.binding import contact_case
from bot.conversation.finding.looking_up import case_by_reference, case_called, customers
from bot.conversation.finding.recognising import Found, recognised
from bot.conversation.forms import contact, propose, report, warn
from bot.conversation.visit import Visit
from bot.conversation.words.likeness import NOBODY_FOUND, likeness_words
from bot.views.answer import Answer
from bot.views.card import Card, Item, Paragraph, Tone
from core.case.state import Case
from core.vocabulary.ids import CustomerId

MOST_LISTED = 10


async def report_command(visit: Visit, text: str) -> Answer:
    """By reference or name; when that leaves a doubt, the form asks whom it is about."""
    hits = await customers(visit.office, text, 2) if text else ()
    known = hits[0].customer if hits and (hits[0].exact or len(hits) == 1) else None
    return await report.form_about(visit, known)


async def warn_command(visit: Visit, text: str) -> Answer:
    return await warn.form(visit, await case_by_reference(visit.office, text) if text else None)


async def propose_command(visit: Visit, text: str) -> Answer:
    return await propose.form(visit, await case_by_reference(visit.office, text) if text else None)


async def contact_command(visit: Visit, text: str) -> Answer:
    """By reference or name; several people of that name are offered to choose from."""
    if not text:
        return await contact.form(visit)
    case = await case_called(visit.office, text)
    if case is not None:
        return await contact.form(visit, case)
    hits = (await recognised(visit.office, text, MOST_LISTED)).found
    found = [(hit, await contact_case(visit.office, hit.customer)) for hit in hits]
    known = [(hit, where) for hit, where in found if where is not None]
    if len(known) == 1 and known[0][0].typed and (len(hits) == 1 or hits[0].exact):
        return await contact.form(visit, *known[0][1])
    if not hits:
        return _nobody()
    if not known:
        return _nothing_known()
    return Card(
        title="Who made contact?",
        summary="Choose the customer who made contact.",
        blocks=tuple(
            Item(hit.customer.name, _which(hit, case, person), (buttons.contact(case, person),))
            for hit, (case, person) in known
        ),
    )


def _which(found: Found, case: Case, person: CustomerId | None) -> str:
    likeness = likeness_words(found.certainty, found.reasons)
    bound = ", which binds them too" if person else ""
    return f"{found.customer.reference}, case {case.reference}{bound}. {likeness}."


def _nobody() -> Card:
    return Card(
        title="Nobody found",
        summary="No customer was found.",
        blocks=tuple(map(Paragraph, NOBODY_FOUND)),
        buttons=(buttons.report(),),
        tone=Tone.INFO,
    )


def _nothing_known() -> Card:
    return Card(
        title="No case of that name or reference",
        summary="There is no open case to log a contact in.",
        blocks=(
            Paragraph(
                "Nothing has been reported about such a customer, so there is no contact to log. "
                "If the contact was unacceptable, report it."
            ),
        ),
        buttons=(buttons.report(),),
        tone=Tone.INFO,
    )
