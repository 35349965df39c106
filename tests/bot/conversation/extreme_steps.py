"""Steps of an immediate threat and of an appeal, each as the colleague takes it in the chat."""

from bot.views.card import Card
from bot.views.form import Form, Value
from core.case.state import Case
from core.services.deciding.policy_service import PolicyService
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from tests.bot.conversation import steps
from tests.bot.conversation.harness import CASEY, POLICY, House, card, form
from tests.support.people import ASHA, DANA

THREAT = "He swung a walrus spade at the ranger."
GROUNDS = "He says the ocelot started it."
ANSWER = "The heron rota was ignored."
CONSIDERED: dict[str, Value] = {
    "legal.reported": "no",
    "legal.reason": "The velvet summons can wait",
    "police.reported": "yes",
    "police.reason": "He swung the gannet hammer",
    "police.reference": "CAD 123",
}


async def threatened(house: House, by: StaffMember = ASHA) -> Card:
    """Reported in one form, answered by what can be done next."""
    seat = house.seat(by)
    asked = await seat.opens("extreme")
    return card(await seat.submit(asked, customer=CASEY.id, narrative=THREAT, means="in-person"))


async def sanction_at_once(house: House, shown: Card, by: StaffMember = ASHA) -> None:
    """Proposed from a card, without a warning."""
    seat = house.seat(by)
    first = form(await seat.press(shown, "Propose sanctions"))
    second = form(await seat.submit(first, sanctions=("specified-form",)))
    await seat.send(second, **{**steps.WHY, "specified-form.means": ("letter",)})


async def asked_to_approve(house: House, by: StaffMember = DANA) -> Form:
    """From the alert: read it, and press Approve."""
    seat = house.seat(by)
    alert = await house.latest(Kind.EXTREME_ALERT, by)
    request = card(await seat.press(alert, "Read and decide"))
    return form(await seat.press(request, "Approve at once"))


async def decided_at_once(house: House) -> Card:
    """A threat, sanctions at once, and Dana's approval."""
    await sanction_at_once(house, await threatened(house))
    asked = await asked_to_approve(house)
    return card(await house.seat(DANA).submit(asked, **CONSIDERED))


async def appeal(house: House, by: StaffMember = ASHA) -> Card:
    seat = house.seat(by)
    asked = await seat.opens(f"appeal {CASEY.reference}")
    return card(await seat.submit(asked, grounds=GROUNDS))


async def appealed(house: House) -> None:
    """A sanction that Morgan approved is challenged; Devi has to answer."""
    await steps.sanctioned(house)
    house.memory.clock.forward(days=3)
    await appeal(house)


async def asked_to_answer(house: House, by: StaffMember) -> Form:
    to_decide = await house.latest(Kind.APPEAL_TO_DECIDE, by)
    return form(await house.seat(by).press(to_decide, "Decide the appeal"))


async def case_of(house: House) -> Case:
    found = await house.memory.desk.cases.open_case_of(CASEY.id)
    assert found
    return await PolicyService(POLICY, house.memory.desk).case(found)
