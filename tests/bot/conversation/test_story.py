"""The main job, end to end, as the colleagues live it in the chat."""

from bot.views.answer import Nothing
from bot.views.card import Tone
from core.case.events import DutyKind
from core.services.messages import Channel, Kind, Person
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    card,
    form,
    house,
    labels,
    words,
)
from tests.support.people import ASHA, DEVI, MORGAN


async def test_the_whole_story() -> None:
    at = house()
    asha, morgan = at.seat(ASHA), at.seat(MORGAN)

    # First report: the next step is a warning; sanctions would be too early.
    await steps.report(at)
    recorded = await at.latest(Kind.INCIDENT_RECORDED, ASHA)
    assert "Propose a warning" in labels(recorded)
    assert "Propose sanctions" not in labels(recorded)
    early = card(await asha.say(f"propose {CASEY.reference}"))
    assert "not been warned" in words(early)
    assert "stages 1 and 2" in words(early)

    # A warning, approved by the line manager, then given.
    await steps.propose_warning(at)
    status = await at.latest(Kind.PROPOSAL_STATUS, ASHA)
    assert "Waiting for Morgan Manager (Manager)" in words(status)
    await steps.approve(at)
    assert "You approved" not in words(await at.latest(Kind.WARNING_TO_GIVE, ASHA))
    at.memory.clock.forward(hours=1)
    await steps.tell_customer(at)
    told = await at.latest(Kind.WARNING_TO_GIVE, ASHA)
    assert "has been told" in words(told)
    assert labels(told) == ["Log contact", "Open case"]

    # It goes on: sanctions. Nobody approves their own proposal.
    at.memory.clock.forward(days=2)
    await steps.report(at)
    assert "Propose sanctions" in labels(await at.latest(Kind.INCIDENT_RECORDED, ASHA))
    await steps.propose_sanction(at)
    request = await at.latest(Kind.APPROVAL_REQUEST, MORGAN)
    refused = card(await asha.press(request, "Approve"))
    assert "own proposal" in words(refused)
    assert refused.tone is Tone.CAUTION
    assert card(await morgan.press(request, "Approve")).tone is Tone.GOOD
    after = await at.latest(Kind.APPROVAL_REQUEST, MORGAN)
    assert labels(after) == []
    assert "Approved by Morgan Manager (Manager) on Wednesday 5 March 2025 at 11am" in words(after)
    late = card(await at.seat(DEVI).press(request, "Approve"))
    assert "Morgan Manager approved this proposal on Wednesday 5 March 2025" in words(late)

    # The customer rings: the caller learns what to do, and so does the channel.
    advice = await steps.log_call(at)
    assert advice.title == "This contact may not happen now"
    alert = await at.latest(Kind.CONTACT_ALERT)
    assert at.messages(Kind.CONTACT_ALERT)[-1].to is Channel.ALERTS
    assert alert.tone is Tone.DANGER
    assert "Ask the customer to use email or letter" in words(alert)
    assert "Asha Adviser" in words(alert)

    # The review falls due: the channel, the owner and their manager are reminded.
    at.memory.clock.forward(days=91)
    await steps.remind(at)
    reminders = at.messages(Kind.REMINDER)
    reminders = [m for m in reminders if m.about["duty"] == DutyKind.REVIEW_SANCTION]
    assert [m.to for m in reminders] == [Channel.REVIEWS, Person(ASHA.id), Person(MORGAN.id)]
    channel, owner, _ = [await at.draw(m) for m in reminders]
    assert labels(channel) == []
    assert "due today" in words(channel)
    assert CASEY.name in words(owner)

    # Lifted at review, by two grades.
    review = form(await asha.press(owner, "Review"))
    done = await asha.submit(review, outcome="lift", reasons="Two calm months", next_review_on=None)
    assert isinstance(done, Nothing)
    await steps.approve(at)
    assert "nothing in force" in words(await at.latest(Kind.SANCTION_NOTICE))
    assert "Nothing is in force" in words(await asha.sees(f"check {CASEY.name}"))
    assert "the review of a sanction is done" in words(await at.draw(reminders[0]))
