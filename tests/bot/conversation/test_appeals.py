"""A customer challenges a decision, and somebody who was not involved answers."""

from datetime import timedelta

from bot.views.card import Tone
from bot.views.form import ChoiceField, ManyField, MomentField
from core.case.events import AppealOutcome
from core.case.terms import MeansTerms
from core.services.messages import Kind, Person
from tests.bot.conversation import disengaging_steps as disengaging
from tests.bot.conversation import extreme_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    COREY,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    text_of,
    words,
)
from tests.support.people import ASHA, CLEO, DEVI, MORGAN, OLU, SENA


async def test_an_appeal_that_lifts_a_sanction() -> None:
    at = house()
    asha, devi = at.seat(ASHA), at.seat(DEVI)
    await steps.sanctioned(at)
    at.memory.clock.forward(days=3)

    # Asha records that the customer disagrees.
    asked = form(
        await asha.press(await asha.sees(f"case {CASEY.reference}"), "The customer appeals")
    )
    recorded = card(await asha.submit(asked, grounds=to.GROUNDS))
    assert "Sent to: Devi Deputy" in words(recorded)
    assert "Devi Deputy (Deputy director) answers by" in words(
        await asha.sees(f"case {CASEY.reference}")
    )

    # Devi, who was not involved, has everything to answer.
    to_decide = await at.latest(Kind.APPEAL_TO_DECIDE, DEVI)
    assert to_decide.tone is Tone.CAUTION
    for told in (to.GROUNDS, "It went on after the warning", "Morgan Manager"):
        assert told in words(to_decide)
    first = form(await devi.press(to_decide, "Decide the appeal"))
    done = card(await devi.submit(first, outcome="withdrawn", reasons=to.ANSWER))
    assert "the decision is withdrawn" in words(done)

    # The sanction is lifted; those concerned hear of it, and the customer is to be told.
    assert not (await to.case_of(at)).in_force
    assert "nothing in force" in words(await at.latest(Kind.SANCTION_NOTICE))
    for colleague in (ASHA, MORGAN):
        heard = await at.latest(Kind.APPEAL_DECIDED, colleague)
        assert to.ANSWER in words(heard)
    assert at.messages(Kind.DECISION_TO_TELL)[-1].to == Person(ASHA.id)
    after = await at.latest(Kind.APPEAL_TO_DECIDE, DEVI)
    assert labels(after) == ["Open case"]
    assert to.ANSWER in words(after)
    assert "Answered by Devi Deputy" in words(await asha.sees(f"case {CASEY.reference}"))


async def test_a_decision_that_stays_changes_nothing() -> None:
    at = house()
    await to.appealed(at)
    asked = await to.asked_to_answer(at, DEVI)
    await at.seat(DEVI).send(asked, outcome="upheld", reasons=to.ANSWER)
    case = await to.case_of(at)
    assert len(case.in_force) == 1
    assert next(iter(case.appeals.values())).outcome is AppealOutcome.UPHELD


async def test_varied_terms_are_asked_next_and_only_what_changed_is_changed() -> None:
    at = house()
    devi = at.seat(DEVI)
    await to.appealed(at)
    first = await to.asked_to_answer(at, DEVI)
    second = form(await devi.submit(first, outcome="varied", reasons=to.ANSWER))
    assert text_of(second, "reasons") == to.ANSWER
    now = field_of(second, "specified-form.means")
    assert isinstance(now, ManyField)
    assert set(now.value) == {"email", "letter"}
    assert "what is varied" in problems(await devi.submit(second)).general
    await devi.send(second, **{"specified-form.means": ("email", "letter", "phone")})
    [sanction] = (await to.case_of(at)).in_force
    assert sanction.terms.terms == MeansTerms(frozenset({"email", "letter", "phone"}))


async def test_a_disengagement_is_varied_to_fewer_topics() -> None:
    at = house()
    await disengaging.disengaged(at, "Grant", "Hedge")
    await to.appeal(at)
    handler = CLEO if at.messages(Kind.APPEAL_TO_DECIDE, CLEO) else DEVI
    seat = at.seat(handler)
    first = await to.asked_to_answer(at, handler)
    second = form(await seat.submit(first, outcome="varied", reasons=to.ANSWER))
    [name] = [field.name for field in second.fields if field.name.startswith("topics")]
    assert text_of(second, name) == "Grant\nHedge"
    wider = problems(await seat.submit(second, **{name: "Grant\nHedge\nFence"}))
    assert "leave out topics" in wider.general
    await seat.send(second, **{name: "Hedge"})
    [notice] = (await to.case_of(at)).disengaged
    assert notice.topics == ("Hedge",)


async def test_nothing_is_left_to_vary_once_it_has_ended() -> None:
    at = house()
    await to.appealed(at)
    review = form(await at.seat(ASHA).press(await at.seat(ASHA).sees("reviews"), "Review"))
    await at.seat(ASHA).send(review, outcome="lift", reasons="Calm", next_review_on=None)
    await steps.approve(at)
    asked = await to.asked_to_answer(at, DEVI)
    refused = problems(await at.seat(DEVI).submit(asked, outcome="varied", reasons=to.ANSWER))
    assert "Uphold the decision or withdraw it" in refused.fields["outcome"]


async def test_what_can_be_challenged_is_offered_with_its_day() -> None:
    at = house()
    await steps.sanctioned(at)
    asked = await at.seat(ASHA).opens(f"appeal {CASEY.reference}")
    decision, raised = field_of(asked, "decision"), field_of(asked, "raised_at")
    assert isinstance(decision, ChoiceField)
    assert [(o.label, o.description) for o in decision.options] == [
        ("A sanction", "Decided on Wednesday 5 March 2025"),
    ]
    assert decision.value == decision.options[0].value
    assert isinstance(raised, MomentField)
    assert raised.value == at.now


async def test_without_a_reference_the_customer_is_asked_first() -> None:
    at = house()
    asha = at.seat(ASHA)
    await steps.sanctioned(at)
    asked = await asha.opens("appeal")
    assert [field.name for field in asked.fields] == ["customer"]
    assert "customer" in problems(await asha.submit(asked)).fields
    assert problems(await asha.submit(asked, customer=COREY.id)).fields
    next_form = form(await asha.submit(asked, customer=CASEY.id))
    await asha.send(next_form, grounds=to.GROUNDS)
    assert (await to.case_of(at)).open_appeals


async def test_nothing_decided_cannot_be_challenged_and_nothing_twice() -> None:
    at = house()
    asha = at.seat(ASHA)
    await steps.report(at)
    assert "Nothing was decided" in words(card(await asha.say(f"appeal {CASEY.reference}")))
    at = house()
    await to.appealed(at)
    asha = at.seat(ASHA)
    again = words(card(await asha.say(f"appeal {CASEY.reference}")))
    assert "only once" in again
    assert "The customer appeals" not in labels(await asha.sees(f"case {CASEY.reference}"))


async def test_a_challenge_cannot_have_come_before_the_decision() -> None:
    at = house()
    await steps.sanctioned(at)
    asked = await at.seat(ASHA).opens(f"appeal {CASEY.reference}")
    early = at.now - timedelta(days=1)
    refused = problems(await at.seat(ASHA).submit(asked, grounds=to.GROUNDS, raised_at=early))
    assert "cannot have been challenged before" in refused.fields["raised_at"]


async def test_only_whoever_it_waits_for_answers() -> None:
    at = house()
    await to.appealed(at)
    to_decide = await at.latest(Kind.APPEAL_TO_DECIDE, DEVI)
    for other in (MORGAN, ASHA, SENA):
        refused = card(await at.seat(other).press(to_decide, "Decide the appeal"))
        assert "Devi Deputy answers it" in words(refused)


async def test_strangers_to_the_case_record_no_appeal() -> None:
    at = house()
    await steps.sanctioned(at)
    refused = card(await at.seat(OLU).say(f"appeal {CASEY.reference}"))
    assert "Ask Asha Adviser or Morgan Manager" in words(refused)
    assert "The customer appeals" not in labels(await at.seat(OLU).sees(f"case {CASEY.reference}"))


async def test_the_duty_to_answer_has_its_button_on_the_page_and_in_reminders() -> None:
    at = house()
    await to.appealed(at)
    page = await at.seat(DEVI).sees(f"case {CASEY.reference}")
    assert form(await at.seat(DEVI).press(page, "Decide the appeal")).id == "decide-appeal"
    at.memory.clock.forward(days=40)
    await steps.remind(at)
    reminded = await at.latest(Kind.REMINDER, DEVI)
    assert "Decide the appeal" in labels(reminded)
    assert reminded.tone is Tone.DANGER
