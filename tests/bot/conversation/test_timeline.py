"""The timeline log in the chat: who may read it, pages, corrections."""

from bot.views.card import Item
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    House,
    buttons,
    card,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, DANA, FRAN, MORGAN, OLU


async def sanctioned() -> House:
    at = house()
    await steps.sanctioned(at)
    return at


async def test_entries_stand_in_order_with_who_when_and_what() -> None:
    at = await sanctioned()
    shown = await at.seat(ASHA).sees("timeline UCB-000001")
    titles = [block.title for block in shown.blocks if isinstance(block, Item)]
    assert titles[0] == "1. Monday 3 March 2025 at 10am: Asha Adviser"
    assert [int(title.split(".")[0]) for title in titles] == list(range(1, 10))
    told = words(shown)
    for part in (
        "Case opened. Asha Adviser looks after it.",
        steps.NARRATIVE,
        "Proposed a warning. To explain: Shouting at colleagues is abusive.",
        "Approved the proposal of entry 3.",
        "Warning given by letter",
        "Sanction in force: Contact in a specified form only. Only by email or letter.",
    ):
        assert part in told


async def test_only_those_who_may_read_it() -> None:
    at = await sanctioned()
    for reader in (MORGAN, DANA, FRAN):
        assert "Timeline of UCB-000001" in (await at.seat(reader).sees("timeline UCB-000001")).title
    refused = await at.seat(OLU).sees("timeline UCB-000001")
    assert "You can't read this timeline" in words(refused)
    assert "Ask Asha Adviser" in words(refused)
    assert steps.NARRATIVE not in words(refused)
    caller = at.seat(OLU).caller()
    for action, value in (("timeline", "casey"), ("correct", "casey/2")):
        told = words(card(await at.talk.press(caller, action, value)))
        assert "You can't read this timeline" in told


async def test_a_correction_stands_beside_its_entry() -> None:
    at = await sanctioned()
    asha = at.seat(ASHA)
    shown = await asha.sees("timeline UCB-000001")
    second = [b for b in buttons(shown) if b.label == "Correct"][1]
    asked = form(await at.talk.press(asha.caller(), second.action, second.value))
    assert steps.NARRATIVE in words(asked)
    assert "Say what is right" in problems(await asha.submit(asked)).fields["correction"]
    assert "stands beside entry 2" in words(
        card(await asha.submit(asked, correction="It was the otter ledger"))
    )
    again = await asha.sees("timeline UCB-000001")
    entry = next(b for b in again.blocks if isinstance(b, Item) and b.title.startswith("2."))
    assert steps.NARRATIVE in entry.text
    assert "Corrected by Asha Adviser on Wednesday 5 March 2025" in entry.text
    assert "otter" in entry.text


async def test_readers_who_are_not_involved_are_offered_no_correction() -> None:
    at = await sanctioned()
    assert "Correct" not in labels(await at.seat(FRAN).sees("timeline UCB-000001"))


async def test_long_timelines_come_in_pages() -> None:
    at = house()
    for number in range(7):
        await steps.report(at, narrative=f"<{number}> {'long ' * 500}")
    asha = at.seat(ASHA)
    shown = await asha.sees("timeline UCB-000001")
    seen: list[int] = []
    while True:
        items = [block for block in shown.blocks if isinstance(block, Item)]
        seen = [int(item.title.split(".")[0]) for item in items] + seen
        assert sum(len(item.text) for item in items) < 8000
        if "Earlier entries" not in labels(shown):
            break
        shown = card(await asha.press(shown, "Earlier entries"))
    assert seen == list(range(1, 9))


async def test_an_entry_that_is_not_there() -> None:
    at = await sanctioned()
    told = card(await at.talk.press(at.seat(ASHA).caller(), "correct", "casey/99"))
    assert "no entry 99" in words(told)
