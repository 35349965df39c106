"""An immediate threat is decided by a director, who considers Legal and the Police."""

from dataclasses import replace

from bot.views.card import Tone
from core.services.messages import Kind
from core.vocabulary.people import Role
from tests.bot.conversation import extreme_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    card,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, CLEO, DANA, DEVI, MORGAN, member

OTIS = member("Otis Oncall", "director", "Estates", CLEO, Role.DIRECTOR)


async def test_who_may_not_decide_is_told_who_can() -> None:
    at = house()
    await to.sanction_at_once(at, await to.threatened(at))
    alert = await at.latest(Kind.EXTREME_ALERT, DEVI)
    refused = card(await at.seat(DEVI).press(alert, "Read and decide"))
    assert "Dana Director" in words(refused)
    assert refused.tone is Tone.CAUTION


async def test_a_director_outside_the_line_decides_too() -> None:
    at = house()
    at.memory.employ(OTIS)
    await to.sanction_at_once(at, await to.threatened(at))
    asked = await to.asked_to_approve(at, OTIS)
    await at.seat(OTIS).send(asked, **to.CONSIDERED)
    case = await to.case_of(at)
    assert next(iter(case.proposals.values())).decided_by == OTIS.id


async def test_nobody_approves_without_saying_what_of_legal_and_the_police() -> None:
    at = house()
    await to.sanction_at_once(at, await to.threatened(at))
    asked = await to.asked_to_approve(at)
    missing = problems(await at.seat(DANA).submit(asked))
    assert set(missing.fields) == {
        *("legal.reported", "legal.reason", "police.reported", "police.reason"),
    }
    wrong = {**to.CONSIDERED, "legal.reference": "L 1"}
    refused = problems(await at.seat(DANA).submit(asked, **wrong))
    assert "reference" in refused.fields["legal.reference"]
    assert not (await to.case_of(at)).in_force


async def test_without_a_threat_approve_asks_no_more_than_before() -> None:
    at = house()
    await steps.warned(at)
    await steps.report(at)
    await steps.propose_sanction(at)
    assert (await steps.approve(at)).title == "You approved it"


async def test_a_later_word_of_the_police_is_recorded_by_whoever_approved() -> None:
    at = house()
    approved = await to.decided_at_once(at)
    dana = at.seat(DANA)
    for shown in (
        approved,
        await at.latest(Kind.APPROVAL_REQUEST, DANA),
        await dana.sees(f"case {CASEY.reference}"),
    ):
        asked = form(await dana.press(shown, "Record Legal or Police"))
        assert "CAD 123" in words(asked)
    done = card(await dana.submit(asked, reference="CAD 456", reason="They called back"))
    assert "CAD 456" in words(done)
    wrong = {"reported": "no", "reference": "CAD 789", "reason": "x"}
    assert "reference" in problems(await dana.submit(asked, **wrong)).fields
    page = await at.seat(ASHA).sees(f"case {CASEY.reference}")
    assert "CAD 456" in words(page)
    assert "Record Legal or Police" not in labels(page)


async def test_a_proposal_that_goes_up_says_why_it_arrives() -> None:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    at.memory.clock.forward(days=8)
    await steps.remind(at)
    arrived = words(await at.latest(Kind.APPROVAL_REQUEST, DEVI))
    assert "because Morgan Manager did not answer within 3 working days" in arrived
    assert "Policy: Responsibilities" in arrived


async def test_a_request_to_a_deputy_says_in_whose_place_they_decide() -> None:
    at = house()
    morgan = at.seat(MORGAN)
    today = at.now.date()
    await morgan.send(await morgan.opens("away"), last=today, deputy="noor")
    await steps.report(at)
    await steps.propose_warning(at)
    request = at.messages(Kind.APPROVAL_REQUEST)[-1]
    assert "stands in for Morgan Manager, who is away until Monday 3 March 2025" in words(
        await at.draw(request)
    )


async def test_a_director_alerted_outside_the_line_is_told_so() -> None:
    at = house()
    at.memory.employ(OTIS, replace(DANA, grade="manager", roles=frozenset()))
    at.memory.employ(replace(CLEO, active=False))
    await to.sanction_at_once(at, await to.threatened(at))
    request = await at.latest(Kind.APPROVAL_REQUEST, OTIS)
    assert "is alerted of extreme behaviour" in words(request)
