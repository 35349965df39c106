"""The page of a case: how it stands, what is to be done, and what this very person can do."""

import pytest

from bot.views.card import Item, Style, Tone
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    House,
    buttons,
    card,
    form,
    house,
    labels,
    words,
)
from tests.support.people import ARI, ASHA, DEVI, FRAN, MORGAN, OLU, SENA

PAGE = f"case {CASEY.reference}"


async def stands(at: House) -> str:
    shown = words(await at.seat(ASHA).sees(PAGE))
    return shown.split("Stands at: ")[1].split("\n")[0]


async def test_where_it_stands_in_the_stages() -> None:
    at = house()
    await steps.report(at)
    assert await stands(at) == "Stage 1: recorded, and the customer has not been warned"
    await steps.propose_warning(at)
    await steps.approve(at)
    assert await stands(at) == ("Stage 1: a warning is approved, and the customer is to be told")
    at.memory.clock.forward(hours=1)
    await steps.tell_customer(at)
    assert await stands(at) == (
        "Stage 1: the customer was warned on Monday 3 March 2025, and we watch until Monday 31 "
        "March 2025"
    )
    at.memory.clock.forward(days=30)
    assert "we watched until" in await stands(at)
    await steps.report(at)
    await steps.propose_sanction(at)
    await steps.approve(at)
    assert await stands(at) == "Stage 2: 1 sanction in force, to be reviewed (stage 4)"
    asha = at.seat(ASHA)
    review = form(await asha.press(await asha.sees("reviews"), "Review"))
    await asha.send(review, outcome="lift", reasons="Calm")
    await steps.approve(at)
    assert await stands(at) == "Stage 4: nothing in force any more"


@pytest.mark.parametrize(
    ("who", "offered"),
    [
        (ASHA, {"Propose a warning", "Log contact", "Report incident", "Timeline"}),
        (MORGAN, {"Propose a warning", "Log contact", "Report incident", "Timeline"}),
        (FRAN, {"Propose a warning", "Log contact", "Report incident", "Timeline"}),
        (OLU, {"Propose a warning", "Log contact", "Report incident"}),
    ],
    ids=lambda value: value.id if isinstance(value, StaffMember) else "",
)
async def test_what_can_be_begun_after_a_first_report(who: StaffMember, offered: set[str]) -> None:
    at = house()
    await steps.report(at)
    shown = set(labels(await at.seat(who).sees(PAGE)))
    assert shown >= offered
    assert "Propose sanctions" not in shown
    assert ("Timeline" in shown) == ("Timeline" in offered)


async def test_of_what_can_be_begun_one_stands_out() -> None:
    at = house()
    await steps.sanctioned(at)
    await steps.report(at)
    offered = card(await at.seat(ASHA).sees(PAGE)).buttons
    assert {"Propose sanctions", "Propose to disengage"} <= {b.label for b in offered}
    assert [b.label for b in offered if b.style is Style.PRIMARY] == ["Propose sanctions"]


async def waiting(at: House, who: StaffMember) -> list[str]:
    shown = await at.seat(who).sees(PAGE)
    return [b.label for item in shown.blocks if isinstance(item, Item) for b in item.buttons]


async def test_a_proposal_is_decided_by_those_who_may_and_followed_by_its_makers() -> None:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    shown = await at.seat(SENA).sees(PAGE)
    assert "A warning\nWaiting for Morgan Manager (Manager)." in words(shown)
    assert await waiting(at, SENA) == []
    assert await waiting(at, ASHA) == ["Withdraw"]
    assert await waiting(at, FRAN) == ["Withdraw"], "those who manage every case act as its owner"
    assert await waiting(at, MORGAN) == ["Read and decide"]
    assert await waiting(at, DEVI) == ["Read and decide"]
    assert "Propose a warning" not in labels(shown), "one is proposed already"
    request = card(await at.seat(MORGAN).press(await at.seat(MORGAN).sees(PAGE), "Read and decide"))
    asked = form(await at.seat(MORGAN).press(request, "Ask for more information"))
    await at.seat(MORGAN).send(asked, question="Why?")
    assert await waiting(at, ASHA) == ["Answer", "Withdraw"]


async def test_what_is_to_be_done_comes_with_its_date_and_its_button_for_those_who_may() -> None:
    at = house()
    await steps.sanctioned(at)
    shown = await at.seat(ASHA).sees(PAGE)
    told = words(shown)
    for part in (
        "Tell the customer of a decision\nBy Asha Adviser (Adviser), on Monday 10 March 2025 (in 5",
        "Decision: a sanction",
        "Review a sanction\nBy Asha Adviser (Adviser), on Wednesday 4 June 2025 (in 91 days).",
    ):
        assert part in told
    assert [b for b in labels(shown) if b in ("The customer was told", "Review")]
    assert shown.tone is Tone.CAUTION
    stranger = await at.seat(ARI).sees(PAGE)
    assert "The customer was told" not in labels(stranger)
    assert "Warned: " not in words(stranger)
    at.memory.clock.forward(days=6)
    assert "Overdue: tell the customer of a decision" in words(await at.seat(ASHA).sees(PAGE))


async def test_how_contact_went_after_a_warning_is_to_be_said() -> None:
    at = house()
    await steps.warned(at)
    shown = await at.seat(ASHA).sees(PAGE)
    to_say = "Say how contact went after the warning\nBy Asha Adviser (Adviser), on Monday 31 March"
    assert to_say in words(shown)
    assert "Say how it went" in labels(shown)
    assert "Say how it went" not in labels(await at.seat(ARI).sees(PAGE))


async def test_what_is_in_force_stands_with_the_rights_that_nothing_touches() -> None:
    at = house()
    await steps.sanctioned(at)
    told = words(await at.seat(OLU).sees(PAGE))
    assert "Contact by email or letter only." in told
    assert "Whatever is in force, always deal with a request for information" in told


async def test_every_button_offered_does_something() -> None:
    """What the page offers is never refused: the policy itself was asked."""
    at = house()
    await steps.sanctioned(at)
    await steps.report(at)
    await steps.propose_sanction_of(at, "third-party")
    for member in (ASHA, MORGAN, DEVI, FRAN, SENA, OLU, ARI):
        seat = at.seat(member)
        for button in buttons(await seat.sees(PAGE)):
            answer = await at.talk.press(seat.caller(), button.action, button.value)
            title = getattr(answer, "title", "")
            assert title not in ("The policy does not allow this", "That did not work"), button


async def test_cards_and_check_lead_to_it() -> None:
    at = house()
    await steps.sanctioned(at)
    asha = at.seat(ASHA)
    for shown in (
        await asha.sees("check Casey"),
        await at.latest(Kind.INCIDENT_RECORDED, ASHA),
        await at.latest(Kind.DECISION_TO_TELL, ASHA),
    ):
        assert card(await asha.press(shown, "Open case")).title == "Case UCB-000001"


async def test_a_case_must_be_named_and_known() -> None:
    asha = house().seat(ASHA)
    assert "case UCB-7K3F9Q" in words(await asha.sees("case"))
    assert "no open case with the reference X" in words(await asha.sees("case X"))
