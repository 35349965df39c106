"""Extreme behaviour: from the first report to a director's decision in a handful of steps."""

import pytest

from bot.conversation.forms.extreme import TOPIC
from bot.views.card import Tone
from bot.views.form import DateField, ManyField, MomentField, SuggestField
from core.case.events import ReferredTo
from core.services.messages import Channel, Kind, Person
from tests.bot.conversation import extreme_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    POLICY,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, DANA, DEVI, FRAN, MORGAN, SENA


async def test_an_extreme_case_from_first_report_to_the_directors_decision() -> None:
    """One command and three forms of the reporter's; two presses and one form of the director's."""
    at = house()
    asha, dana = at.seat(ASHA), at.seat(DANA)

    # 1: one command opens a form, and sending it alerts the director.
    asked = await asha.opens("extreme")
    done = card(await asha.submit(asked, customer=CASEY.id, narrative=to.THREAT, means="in-person"))
    assert done.tone is Tone.DANGER
    assert "Dana Director" in words(done)
    alert = await at.latest(Kind.EXTREME_ALERT, DANA)
    assert to.THREAT in words(alert)

    # 2 and 3: what to do is proposed from the answer itself, without a warning.
    first = form(await asha.press(done, "Propose sanctions"))
    second = form(await asha.submit(first, sanctions=("specified-form",)))
    await asha.send(second, **{**steps.WHY, "specified-form.means": ("letter",)})

    # 4 to 6: the director reads it from the alert, approves, and says what of Legal and the Police.
    request = card(await dana.press(alert, "Read and decide"))
    assert "The customer has not been warned yet" in words(request)
    approval = form(await dana.press(request, "Approve at once"))
    approved = card(await dana.submit(approval, **to.CONSIDERED))
    assert approved.tone is Tone.GOOD

    # In force; who approved informs the customer.
    case = await to.case_of(at)
    assert len(case.in_force) == 1
    considered = {r.to: r for r in next(iter(case.proposals.values())).referrals}
    assert not considered[ReferredTo.LEGAL].reported
    assert considered[ReferredTo.POLICE].reference == "CAD 123"
    assert at.messages(Kind.DECISION_TO_TELL)[-1].to == Person(DANA.id)
    told = form(await dana.press(approved, "The customer was told"))
    await dana.send(told, means="letter")
    assert "was told" in words(await at.latest(Kind.DECISION_TO_TELL, DANA))


async def test_the_form_says_first_what_to_do_in_danger_and_asks_as_little_as_it_can() -> None:
    at = house()
    asked = await at.seat(ASHA).opens("extreme")
    assert words(asked).splitlines()[1] == POLICY.extreme.danger
    assert [field.name for field in asked.fields] == [
        *("customer", "narrative", "means", "occurred_at", "behaviours", "corresponding"),
    ]
    when, kinds = field_of(asked, "occurred_at"), field_of(asked, "behaviours")
    me = field_of(asked, "corresponding")
    assert isinstance(when, MomentField)
    assert when.value == at.now
    assert isinstance(kinds, ManyField)
    assert kinds.value == ("threatening",)
    assert isinstance(me, SuggestField)
    assert me.value
    assert me.value.value == ASHA.id
    await to.threatened(at)
    assert (await to.case_of(at)).incidents[-1].topic == TOPIC


@pytest.mark.parametrize(("typed", "known"), [(CASEY.reference, True), ("nobody", False)])
async def test_a_reference_typed_fills_in_the_customer(typed: str, known: bool) -> None:
    asked = await house().seat(ASHA).opens(f"extreme {typed}")
    customer = field_of(asked, "customer")
    assert isinstance(customer, SuggestField)
    assert (customer.value is not None) is known


async def test_somebody_new_needs_no_more_than_a_name() -> None:
    at = house()
    asha = at.seat(ASHA)
    asked = await asha.opens("extreme")
    answers = {"narrative": to.THREAT, "means": "in-person"}
    assert problems(await asha.submit(asked, customer="new:", **answers))
    done = card(await asha.submit(asked, customer="new:Nora Newcomer", **answers))
    assert "Nora Newcomer" in words(done)


async def test_help_offers_it_at_once() -> None:
    asha = house().seat(ASHA)
    told = await asha.sees("help")
    assert form(await asha.press(told, "Report extreme behaviour")).id == "extreme"


async def test_who_is_alerted_and_what_a_channel_learns() -> None:
    at = house()
    await to.threatened(at)
    heard = [m.to for m in at.messages(Kind.EXTREME_ALERT)]
    assert heard == [*(Person(m.id) for m in (DANA, MORGAN, DEVI)), Channel.CUSTOMER_FOCUS]
    posted = await at.draw(at.messages(Kind.EXTREME_ALERT)[-1])
    assert "UCB-000001: extreme behaviour was reported" in words(posted)
    assert labels(posted) == []
    for private in ("Casey", "walrus", "spade"):
        assert private not in words(posted)


async def test_the_reporter_is_offered_to_skip_stages_until_something_is_proposed() -> None:
    at = house()
    done = await to.threatened(at)
    recorded = await at.latest(Kind.INCIDENT_RECORDED, ASHA)
    for shown in (done, recorded):
        assert labels(shown) == ["Propose sanctions", "Propose to disengage", "Open case"]
    await to.sanction_at_once(at, recorded)
    after = await at.latest(Kind.INCIDENT_RECORDED, ASHA)
    assert labels(after) == ["Open case"]
    assert "Waiting for Dana Director" in words(after)


async def test_an_alert_that_came_before_any_proposal_says_so_when_pressed() -> None:
    at = house()
    await to.threatened(at)
    alert = await at.latest(Kind.EXTREME_ALERT, DANA)
    nothing = card(await at.seat(DANA).press(alert, "Read and decide"))
    assert nothing.title == "Nothing has been proposed yet"
    assert "Propose sanctions" in labels(nothing)


async def test_disengagement_can_be_proposed_at_once() -> None:
    at = house()
    done = await to.threatened(at)
    asked = form(await at.seat(ASHA).press(done, "Propose to disengage"))
    await at.seat(ASHA).send(asked, extent="complete", **steps.WHY)
    approval = await to.asked_to_approve(at)
    await at.seat(DANA).send(approval, **to.CONSIDERED)
    assert len((await to.case_of(at)).disengaged) == 1


async def test_sanctions_may_still_rest_on_a_warning_that_did_not_help() -> None:
    """Where both stand, the form asks on which grounds."""
    at = house()
    await steps.warned(at)
    done = await to.threatened(at)
    asha = at.seat(ASHA)
    first = form(await asha.press(done, "Propose sanctions"))
    second = form(await asha.submit(first, sanctions=("specified-form",), grounds="continued"))
    assert isinstance(field_of(second, "review_on"), DateField)
    await asha.send(second, **{**steps.WHY, "specified-form.means": ("letter",)})
    assert "a sanction waits" in words(await at.latest(Kind.APPROVAL_REQUEST, MORGAN))


async def test_without_a_report_of_a_threat_nothing_is_skipped() -> None:
    at = house()
    await steps.report(at)
    refused = card(await at.seat(ASHA).say(f"propose {CASEY.reference}"))
    assert "not been warned" in words(refused)


async def test_others_may_read_no_more_than_before() -> None:
    """A colleague of the same team sees that a threat was reported, not what was considered."""
    at = house()
    await to.decided_at_once(at)
    seen = words(await at.seat(SENA).sees(f"case {CASEY.reference}"))
    assert "Extreme behaviour" in seen
    assert "gannet" not in seen
    assert "gannet" in words(await at.seat(FRAN).sees(f"case {CASEY.reference}"))
