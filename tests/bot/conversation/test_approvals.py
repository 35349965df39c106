"""Approvals: what waits for me, and how what I proposed gets on."""

from core.services.messages import Kind
from tests.bot.conversation import steps
from tests.bot.conversation.harness import card, form, house, labels, words
from tests.support.people import ASHA, MORGAN


async def test_what_waits_can_be_read_and_decided_from_the_list() -> None:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    morgan = at.seat(MORGAN)
    waiting = await morgan.sees("approvals")
    assert "UCB-000001: a warning" in words(waiting)
    assert "Proposed by Asha Adviser on Monday 3 March 2025 at 10am" in words(waiting)
    request = card(await morgan.press(waiting, "Read and decide"))
    assert steps.NARRATIVE in words(request)
    await morgan.press(request, "Approve")
    assert "Nothing is waiting for you" in words(await morgan.sees("approvals"))
    late = card(await morgan.press(waiting, "Read and decide"))
    assert "Morgan Manager approved this proposal" in words(late)


async def test_what_i_proposed_can_be_followed_answered_and_withdrawn() -> None:
    at = house()
    await steps.report(at)
    await steps.propose_warning(at)
    asha, morgan = at.seat(ASHA), at.seat(MORGAN)
    mine = await asha.sees("approvals")
    assert labels(mine) == ["Withdraw"]
    assert "Waiting for Morgan Manager (Manager)" in words(mine)
    request = await at.latest(Kind.APPROVAL_REQUEST, MORGAN)
    await morgan.send(
        form(await morgan.press(request, "Ask for more information")), question="Why?"
    )
    asked = await asha.sees("approvals")
    assert labels(asked) == ["Answer", "Withdraw"]
    assert "Asha Adviser has to answer" in words(asked)
    await asha.send(form(await asha.press(asked, "Answer")), answer="Because")
    await asha.send(form(await asha.press(mine, "Withdraw")), reason="Settled")
    assert "None of your proposals is waiting" in words(await asha.sees("approvals"))
