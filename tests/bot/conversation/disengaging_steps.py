"""Steps of stages 5 to 7, each as the colleague takes it in the chat."""

from dataclasses import replace
from datetime import UTC, datetime

from bot.views.card import Card, Item
from bot.views.form import Form, Value
from core.case.commands import ReportIncident
from core.services.deciding.policy_service import PolicyService
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from tests.bot.conversation import steps
from tests.bot.conversation.harness import CASEY, POLICY, House, card, form
from tests.support.people import ASHA, DANA

HEDGE = "Hedge removal"
WHY: dict[str, Value] = {
    "reasons": "He shouted under every marmalade sanction",
    "efforts": "We offered a mediator called Kestrel",
    "adjustments": "Letters go out in giant print",
    "proportionality": "Nothing lesser stopped the thunder",
}


async def still_going_on(house: House) -> None:
    """Sanctions were applied, and the behaviour went on the day after."""
    await steps.sanctioned(house)
    house.memory.clock.forward(days=1)
    await steps.report(house)


async def report_extreme(house: House) -> None:
    """An immediate threat to safety and welfare."""
    command = ReportIncident(
        customer=CASEY.id,
        corresponding=ASHA.id,
        means="in-person",
        occurred_at=house.now,
        behaviours=frozenset({"threatening"}),
        topic="Permit",
        narrative="He swung a spade.",
        extreme=True,
    )
    service = PolicyService(POLICY, house.memory.desk)
    await service.report(ASHA.id, command, f"extreme-{house.now}")


async def asked_to_disengage(house: House, by: StaffMember = ASHA) -> Form:
    return await house.seat(by).opens(f"disengage {CASEY.reference}")


async def propose_disengagement(house: House, *topics: str) -> None:
    """On ``topics``, or completely."""
    seat = house.seat(ASHA)
    extent = "topics" if topics else "complete"
    asked = await asked_to_disengage(house)
    await seat.send(asked, extent=extent, topics="\n".join(topics), **WHY)


async def disengaged(house: House, *topics: str) -> None:
    """... and Dana approved it."""
    await still_going_on(house)
    await propose_disengagement(house, *topics)
    await steps.approve(house, DANA)


async def log_letter(
    house: House, by: StaffMember = ASHA, topic: str = HEDGE, **more: Value
) -> Card:
    """A letter, which the sanction allows."""
    house.memory.clock.forward(hours=1)
    seat = house.seat(by)
    asked = await seat.opens(f"contact {CASEY.reference}")
    return card(await seat.submit(asked, means="letter", topic=topic, note=steps.NOTE, **more))


async def alert(house: House) -> Card:
    return await house.latest(Kind.CONTACT_ALERT)


async def review_form(house: House, by: StaffMember = ASHA) -> Form:
    """From the page of the case."""
    seat = house.seat(by)
    item = item_of(await seat.sees(f"case {CASEY.reference}"), "disengagement")
    return form(await seat.press(item, "Review"))


def item_of(page: Card, title: str) -> Card:
    """The items of a card with ``title`` in theirs, alone, so that theirs are the buttons."""
    items = [b for b in page.blocks if isinstance(b, Item) and title in b.title.lower()]
    assert items, page
    return replace(page, blocks=tuple(items), buttons=())


def to_day(house: House, year: int, month: int, day: int) -> None:
    house.memory.clock.time = datetime(year, month, day, 10, 0, tzinfo=UTC)
