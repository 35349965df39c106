"""Steps of the story, each as the colleague takes it in the chat."""

from datetime import date

from bot.sweeps import ReminderSweep
from bot.views.card import Card
from bot.views.form import Value
from core.case.events import DutyKind
from core.services.deciding.policy_service import PolicyService
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from tests.bot.conversation.harness import CASEY, POLICY, House, form
from tests.support.people import ASHA, MORGAN

NARRATIVE = "He shouted that the zebra ledger was rubbish."
WHY: dict[str, Value] = {
    "reasons": "It went on after the warning",
    "efforts": "We offered a meeting with an interpreter",
    "adjustments": "He wears a trumpet to hear",
    "proportionality": "Mere pleading did not help",
}
"""What every proposal of sanctions says."""

NOTE = "He rang about the umbrella invoice."


async def report(house: House, by: StaffMember = ASHA, narrative: str = NARRATIVE) -> None:
    seat = house.seat(by)
    await seat.send(
        await seat.opens("report"),
        customer=CASEY.id,
        means="phone",
        behaviours=("abusive", "discriminatory"),
        topic="grant",
        narrative=narrative,
    )


async def propose_warning(house: House, by: StaffMember = ASHA) -> None:
    seat = house.seat(by)
    recorded = await house.latest(Kind.INCIDENT_RECORDED, by)
    await seat.send(
        form(await seat.press(recorded, "Propose a warning")),
        explanation="Shouting at colleagues is abusive",
        request="Speak calmly",
    )


async def approve(house: House, by: StaffMember = MORGAN) -> Card:
    request = await house.latest(Kind.APPROVAL_REQUEST, by)
    answer = await house.seat(by).press(request, "Approve")
    assert isinstance(answer, Card)
    return answer


async def tell_customer(house: House, by: StaffMember = ASHA) -> None:
    seat = house.seat(by)
    to_give = await house.latest(Kind.WARNING_TO_GIVE, by)
    await seat.send(form(await seat.press(to_give, "I have told the customer")), means="letter")


async def warned(house: House) -> None:
    """Up to a warning that was given."""
    await report(house)
    await propose_warning(house)
    await approve(house)
    house.memory.clock.forward(hours=1)
    await tell_customer(house)
    house.memory.clock.forward(days=2)


async def propose_sanction(
    house: House, by: StaffMember = ASHA, review_on: date | None = None
) -> None:
    seat = house.seat(by)
    recorded = await house.latest(Kind.INCIDENT_RECORDED, by)
    first = form(await seat.press(recorded, "Propose sanctions"))
    second = form(await seat.submit(first, sanctions=("specified-form",)))
    more: dict[str, Value] = {"review_on": review_on} if review_on else {}
    await seat.send(
        second,
        **{**WHY, "specified-form.means": ("email", "letter"), **more},
    )


async def propose_sanction_of(house: House, code: str) -> None:
    """Another one, through somebody who speaks for the customer or in a form agreed."""
    seat = house.seat(ASHA)
    first = await seat.opens(f"propose {CASEY.reference}")
    second = form(await seat.submit(first, sanctions=(code,)))
    terms: dict[str, dict[str, Value]] = {
        "third-party": {"third-party.details": "Sister Secret"},
        "written-agreement": {"written-agreement.text": "Write of otters alone"},
    }
    await seat.send(second, **{**WHY, **terms[code]})


async def sanctioned(house: House) -> None:
    """Up to a sanction in force: contact by email or letter only."""
    await warned(house)
    await report(house)
    await propose_sanction(house)
    await approve(house)


async def log_call(house: House, by: StaffMember = ASHA) -> Card:
    seat = house.seat(by)
    asked = await seat.opens(f"contact {CASEY.reference}")
    answer = await seat.submit(asked, means="phone", topic="invoice", note=NOTE)
    assert isinstance(answer, Card)
    return answer


async def remind(house: House) -> None:
    """What goes on every minute: whatever is due is brought to mind."""
    desk = house.memory.desk
    await ReminderSweep(POLICY, PolicyService(POLICY, desk), desk).sweep()


async def reminder(house: House, duty: DutyKind, to: StaffMember) -> Card:
    """The last one of this duty that somebody got, as it is drawn now."""
    found = [m for m in house.messages(Kind.REMINDER, to) if m.about["duty"] == duty]
    assert found, [(m.to, dict(m.about)) for m in house.messages(Kind.REMINDER)]
    return await house.draw(found[-1])
