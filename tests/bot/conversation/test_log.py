"""The Customer Sanctions Log in the chat: page by page, and each look recorded."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.register import LogEntryViewed
from core.services.summary import DISENGAGED, CaseSummary, InForce
from core.vocabulary.ids import CaseId, CustomerId, EntryNo
from tests.bot.conversation import disengaging_steps as disengaging
from tests.bot.conversation import steps
from tests.bot.conversation.harness import CASEY, House, buttons, card, house, labels, words
from tests.support.people import ASHA, FRAN, MORGAN, OLU


def looks(at: House) -> list[tuple[str, str]]:
    """Who looked, and how much they were shown."""
    kept = [e for e in at.memory.store.entries if isinstance(e.event, LogEntryViewed)]
    return [(e.by, e.event.level) for e in kept if isinstance(e.event, LogEntryViewed)]


def many(at: House, number: int) -> None:
    """So many cases with something in force, every fourth of them disengaged and overdue."""
    today = at.now.date()
    for i in range(number):
        odd = i % 4 == 0
        code, days = (DISENGAGED, -1) if odd else ("third-party", 30)
        measure = InForce(EntryNo(5), code, today + timedelta(days=days))
        case = CaseId(f"case-{i}")
        at.memory.store.summaries[case] = CaseSummary(
            case, f"UCB-{i:06d}", CustomerId(f"c{i}"), ASHA.id, True, (measure,)
        )


async def test_it_lists_what_is_in_force_without_anybodys_name() -> None:
    at = house()
    await steps.sanctioned(at)
    told = await at.seat(OLU).sees("log")
    assert "UCB-000001" in words(told)
    assert "Contact in a specified form only. Next review on" in words(told)
    assert "Casey" not in words(told)
    assert looks(at) == []


async def test_everyone_reads_what_may_be_done_and_those_responsible_read_more() -> None:
    at = house()
    await steps.sanctioned(at)
    listed = await at.seat(OLU).sees("log")
    for reader, shown in ((OLU, False), (FRAN, True)):
        entry = card(await at.seat(reader).press(listed, "Look"))
        assert "Contact by email or letter only" in words(entry)
        assert "Ask: Asha Adviser, who looks after the case" in words(entry)
        assert "always deal with" in words(entry)
        assert "That you looked at this entry is recorded" in words(entry)
        for private in ("Casey Customer", "It went on after the warning", "Morgan Manager"):
            assert (private in words(entry)) is shown
    assert looks(at) == [(OLU.id, "guidance"), (FRAN.id, "reasons")]


async def test_one_press_delivered_twice_is_one_look() -> None:
    at = house()
    await steps.sanctioned(at)
    listed = await at.seat(OLU).sees("log")
    for _ in range(2):
        await at.seat(OLU).press(listed, "Look", "same-delivery")
    assert len(looks(at)) == 1


async def test_a_reference_is_looked_at_directly() -> None:
    at = house()
    await disengaging.disengaged(at, "Otters")
    entry = await at.seat(FRAN).sees("log ucb-000001")
    assert "Otters" in words(entry)
    assert "Casey Customer" in words(card(await at.seat(FRAN).press(entry, "Check this customer")))
    assert "Otters" not in words(await at.seat(OLU).sees("log UCB-000001"))
    assert len(looks(at)) == 2


async def test_what_is_not_in_it_is_told_kindly_and_is_no_look() -> None:
    at = house()
    await steps.report(at)
    seat = at.seat(OLU)
    assert "Nothing is in force" in words(await seat.sees("log"))
    assert "has no entry nonsense" in words(await seat.sees("log nonsense"))
    assert "not in the Customer Sanctions Log" in words(await seat.sees("log UCB-000001"))
    assert looks(at) == []


async def test_it_goes_on_page_by_page() -> None:
    at = house()
    many(at, 25)
    seat = at.seat(OLU)
    shown, pages = await seat.sees("log"), 1
    seen = [b.value for b in buttons(shown) if b.label == "Look"]
    while "Next page" in labels(shown):
        shown, pages = card(await seat.press(shown, "Next page")), pages + 1
        seen += [b.value for b in buttons(shown) if b.label == "Look"]
    assert seen == [f"case-{i}" for i in range(25)]
    assert pages == 3


@pytest.mark.parametrize("wanted", ["disengaged", "overdue", "OVERDUE"])
async def test_it_can_be_narrowed(wanted: str) -> None:
    at = house()
    many(at, 90)
    seat = at.seat(OLU)
    shown = await seat.sees(f"log {wanted}")
    seen = [b.value for b in buttons(shown) if b.label == "Look"]
    while "Next page" in labels(shown):
        shown = card(await seat.press(shown, "Next page"))
        seen += [b.value for b in buttons(shown) if b.label == "Look"]
    assert seen == [f"case-{i}" for i in range(0, 90, 4)]


async def test_a_team_finds_its_own() -> None:
    at = house()
    await steps.sanctioned(at)
    assert "UCB-000001" in words(await at.seat(MORGAN).sees("log team"))
    assert "UCB-000001" not in words(await at.seat(OLU).sees("log team"))


async def test_how_much_is_read_follows_the_role_of_the_moment() -> None:
    """Whoever the log shows reasons to loses them with the responsibility."""
    at = house()
    await steps.sanctioned(at)
    at.memory.employ(replace(FRAN, roles=frozenset()))
    assert CASEY.name not in words(await at.seat(FRAN).sees("log UCB-000001"))


async def test_a_forged_page_button_shows_the_first_page() -> None:
    at = house()
    many(at, 3)
    told = card(await at.talk.press(at.seat(OLU).caller(), "log", "/nonsense"))
    assert labels(told) == ["Look"] * 3
