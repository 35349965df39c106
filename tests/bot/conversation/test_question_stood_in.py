"""A manager who was asked about a contact is away, and their deputy decides it in the chat."""

from datetime import timedelta

from bot.standing_in import StandInSweep
from bot.views.card import Card, Tone
from core.services.deciding.policy_service import PolicyService
from core.services.messages import Kind
from core.vocabulary.people import StaffMember
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation.harness import (
    CASEY,
    POLICY,
    House,
    card,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.bot.conversation.test_other_topics import WHY, asked, form_of
from tests.support.people import ASHA, MORGAN, NOOR, OLU

ON_TOPIC = "Answer on that topic"


async def goes_away(at: House, deputy: StaffMember = NOOR) -> None:
    morgan = at.seat(MORGAN)
    last = at.now.date() + timedelta(days=6)
    await morgan.send(await morgan.opens("away"), last=last, deputy=deputy.id)
    await pass_on(at)


async def pass_on(at: House) -> None:
    service = PolicyService(POLICY, at.memory.desk)
    await StandInSweep(POLICY, service, at.memory.desk).sweep()


async def question(at: House, to_whom: StaffMember) -> Card:
    return await at.latest(Kind.CONTACT_QUESTION, to_whom)


async def test_the_deputy_reads_why_they_are_asked_and_has_the_buttons() -> None:
    at = house()
    await asked(at)
    await goes_away(at)
    shown = await question(at, NOOR)
    assert shown.title == "Please decide about a contact"
    last = f"{at.now.date() + timedelta(days=6):%A} {(at.now + timedelta(days=6)).day}"
    assert "Noor Neighbour stands in for Morgan Manager, who is away until" in words(shown)
    assert last in words(shown)
    item = to.item_of(shown, "wholly different")
    closing = await at.seat(NOOR).submit(
        form(await at.seat(NOOR).press(item, ON_TOPIC)), reasons=WHY
    )
    assert "on that topic, and on nothing else" in words(card(closing))
    assert "Chosen by Noor Neighbour" in words(await to.alert(at))


async def test_the_copy_of_whoever_is_away_says_whom_it_waits_for() -> None:
    at = house()
    await asked(at)
    await goes_away(at)
    shown = await question(at, MORGAN)
    assert shown.title == "A contact waits for Noor Neighbour"
    assert ON_TOPIC not in labels(shown)
    assert "Asked: Noor Neighbour in place of Morgan Manager." in words(await to.alert(at))
    told = words(await at.seat(ASHA).sees(f"timeline {CASEY.reference}"))
    assert "was sent to Noor Neighbour instead." in told


async def test_a_form_that_was_open_when_they_went_away_is_refused_and_says_why() -> None:
    at = house()
    opened = await form_of(at, await asked(at))
    await goes_away(at)
    answer = problems(await at.seat(MORGAN).submit(opened, reasons=WHY))
    told = " ".join([answer.general, *answer.fields.values()])
    assert "You are recorded as away until" in told
    assert "take the absence back" in told


async def test_once_the_manager_is_back_the_deputy_has_no_buttons_any_more() -> None:
    at = house()
    await asked(at)
    await goes_away(at)
    for_noor = await question(at, NOOR)
    morgan = at.seat(MORGAN)
    await morgan.press(await morgan.sees("away"), "Here after all")
    await pass_on(at)
    shown = await question(at, NOOR)
    assert shown.title == "A contact waits for Morgan Manager"
    assert ON_TOPIC not in labels(shown), "what remains is what whoever manages Olu may do"
    late = card(await at.seat(NOOR).press(to.item_of(for_noor, "wholly different"), ON_TOPIC))
    assert late.tone is Tone.CAUTION
    assert ON_TOPIC in labels(await question(at, MORGAN))


async def test_a_deputy_who_got_the_contact_hears_no_question() -> None:
    at = house()
    await asked(at)
    await goes_away(at, deputy=OLU)
    assert at.messages(Kind.CONTACT_QUESTION, OLU) == []
    assert (await question(at, MORGAN)).title == "Please decide about a contact"
