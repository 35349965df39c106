"""Log what happened when a known customer made contact (stages 3 and 6)."""

from bot.conversation.buttons.alerts import Action
from bot.conversation.cards.assessed import logged as logged_and_chosen
from bot.conversation.cards.assessed import sit_with
from bot.conversation.cards.assessing import is_asked
from bot.conversation.cards.noticed import known_alert, worst_contact
from bot.conversation.forms import contact
from bot.conversation.forms.parts.reading import Reading
from bot.conversation.visit import Visit
from bot.conversation.words.known_contacts import contacts_text
from bot.views.answer import Answer
from bot.views.card import Block, Facts, Paragraph
from bot.views.form import Form, Values
from core.alert.state import Alert
from core.case.commands import AssessContact
from core.case.events import Relation
from core.case.guidance.disengagements import disengagement_answer
from core.case.state import Case, Contact
from core.case.weighing.assessing import disengaged_at, responses
from core.vocabulary.refusal import Refused

LOG = Action.LOG.value
OTHER_TOPIC = Action.OTHER_TOPIC.value


async def form(visit: Visit, alert: Alert) -> Form:
    return await _form(visit, alert, LOG)


async def other_topic_form(visit: Visit, alert: Alert) -> Form:
    """Of somebody we disengaged from: the contact is logged and judged in one go."""
    case = await visit.case(alert.case)
    topics = [disengagement_answer(notice).private for notice in case.disengaged if notice.topics]
    words = (
        "You log that the whole contact is on a wholly different topic. Then it is answered as "
        "usual; if we disengaged completely, a manager is asked first."
    )
    blocks = (Paragraph(words), *map(Paragraph, topics))
    return await _form(visit, alert, OTHER_TOPIC, *blocks)


async def _form(visit: Visit, alert: Alert, name: str, *more: Block) -> Form:
    office = visit.office
    worst = await worst_contact(office, alert)
    return Form(
        id=name,
        title="Log what happened",
        submit="Log",
        state=alert.id,
        intro=(*await shown(visit, alert), *more),
        fields=contact.asked(office.policy, min(worst.at, office.now()), worst.means),
    )


async def shown(visit: Visit, alert: Alert) -> tuple[Block, ...]:
    """Whose contact it is."""
    office = visit.office
    case = await visit.case(alert.case)
    customer = await office.customer(alert.customer)
    return (
        Facts(
            (
                ("Customer", f"{customer.name} ({customer.reference})"),
                ("Case", case.reference),
                ("Alert", f"{alert.reference}. {contacts_text(office.policy, alert)}"),
            )
        ),
    )


async def logged(visit: Visit, state: str, values: Values) -> Answer:
    case, made = await _log(visit, state, values)
    return await contact.what_to_do(visit, case, made)


async def on_other_topic(visit: Visit, state: str, values: Values) -> Answer:
    """What the policy then says: it is answered, or a manager is asked."""
    case, made = await _log(visit, state, values)
    if is_asked(case, made) and made.response is None:
        case, made = await _assessed(visit, case, made)
    if made.response is None:
        return await contact.what_to_do(visit, case, made)
    painting = await sit_with(visit.office, case, made, visit.me.id)
    return logged_and_chosen(painting, made.response)


async def _log(visit: Visit, state: str, values: Values) -> tuple[Case, Contact]:
    reading = Reading(values)
    command = contact.read(reading, values)
    reading.check()
    alert = await known_alert(visit.office, state)
    handled = await visit.office.alert_desk.log(visit.me.id, alert.id, command, visit.delivery)
    case, entry = handled.outcome.case, handled.alert.entry
    return case, next(each for each in case.contacts if each.no == entry)


async def _assessed(visit: Visit, case: Case, made: Contact) -> tuple[Case, Contact]:
    """Where nobody can be asked, the contact stays logged, and the question stands."""
    allowed = responses(made, disengaged_at(case, made), Relation.DIFFERENT)
    command = AssessContact(made.no, Relation.DIFFERENT, allowed[-1])
    service, delivery = visit.office.service, f"{visit.delivery}/assessed"
    try:
        outcome = await service.carry_out(visit.me.id, case.id, command, delivery)
    except Refused:
        return case, made
    return outcome.case, next(each for each in outcome.case.contacts if each.no == made.no)
