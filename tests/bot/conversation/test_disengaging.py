"""Disengaging in the chat (stage 5), for agents and site owners too."""

from bot.views.answer import Nothing
from bot.views.card import Tone
from bot.views.form import ChoiceField, DateField, SuggestField
from core.services.messages import Kind
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.disengaging_steps import HEDGE, WHY
from tests.bot.conversation.harness import (
    CASEY,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, DANA, LEE, MORGAN, OLU


async def test_a_farm_agent_is_disengaged_on_one_topic_after_the_client_was_told() -> None:
    at = house()
    asha = at.seat(ASHA)

    # Given a customer known as an agent, whose behaviour went on under sanctions,
    kept = card(
        await asha.submit(
            await asha.opens(f"customer {CASEY.reference}"),
            kinds=("agent",),
            employer="Example Farm Agents Ltd",
        )
    )
    assert "only after their client was told" in words(kept)
    await to.still_going_on(at)

    # when it is proposed before the client was told, then it is refused, with what to do first.
    refused = card(await asha.say(f"disengage {CASEY.reference}"))
    assert "The client has not been told yet" in words(refused)
    assert "Agents / contractors" in words(refused)
    told = form(await asha.press(refused, "The client was told"))
    recorded = card(
        await asha.submit(
            told, client="Fern Farmer", means="letter", effect="The grant may be delayed"
        )
    )
    assert recorded.tone is Tone.GOOD

    # A complaint to the employer is part of it.
    page = await asha.sees(f"case {CASEY.reference}")
    assert "Fern Farmer" in words(page)
    complaint = form(await asha.press(page, "Record a complaint"))
    assert "Example Farm Agents Ltd" in words(complaint)
    await asha.send(complaint, to="employer", addressee="Example Farm Agents Ltd", details="Rude")
    assert "Rude" in words(await asha.sees(f"case {CASEY.reference}"))

    # When it is proposed completely, then it is refused beside the topics.
    asked = form(await asha.press(page, "Propose to disengage"))
    assert "agent or contractor" in words(asked)
    whole = problems(await asha.submit(asked, extent="complete", **WHY))
    assert "cannot fully disengage from an agent" in whole.fields["topics"]

    # On one topic it goes to a director, who approves.
    assert isinstance(await asha.submit(asked, topics=HEDGE, **WHY), Nothing)
    assert not at.messages(Kind.APPROVAL_REQUEST, MORGAN)[2:]
    request = await at.latest(Kind.APPROVAL_REQUEST, DANA)
    assert "To disengage on “Hedge removal”" in words(request)
    assert "giant print" in words(request)
    told_before = "told on Thursday 6 March 2025, Fern Farmer: The grant may be delayed."
    assert told_before in words(request)
    await steps.approve(at, DANA)
    notice = words(await at.latest(Kind.SANCTION_NOTICE))
    assert "Disengaged on particular topics" in notice
    assert "Hedge" not in notice

    # A wholly different topic is answered.
    logged = await to.log_letter(at, topic="Otters")
    assert "Disengaged on “Hedge removal”" in words(logged)
    done = card(await asha.press(to.item_of(logged, "wholly different"), "Answer normally"))
    assert "Answer it as you would for anyone" in words(done)


async def test_a_site_owner_is_refused_complete_disengagement_and_legal_advises() -> None:
    at = house()
    asha, lee = at.seat(ASHA), at.seat(LEE)

    # Given a site owner whose behaviour went on, and Legal, who were asked and advised,
    form_of = await asha.opens(f"customer {CASEY.reference}")
    await asha.send(form_of, kinds=("site-owner",))
    await to.still_going_on(at)
    page = await asha.sees(f"case {CASEY.reference}")
    asked = card(
        await asha.submit(
            form(await asha.press(page, "Ask Legal")), question="May we limit access talks?"
        )
    )
    assert "Lee Legal will be told" in words(asked)
    wanted = await at.latest(Kind.ADVICE_WANTED, LEE)
    assert "May we limit access talks?" in words(wanted)
    advises = form(await lee.press(wanted, "Give advice"))
    await lee.send(advises, advice="Keep the access talks", reference="LEG-7")
    given = words(await at.latest(Kind.ADVICE_GIVEN, ASHA))
    assert "Keep the access talks" in given
    assert "LEG-7" in given
    settled = await at.latest(Kind.ADVICE_WANTED, LEE)
    assert "Give advice" not in labels(settled)
    again = card(await lee.press(wanted, "Give advice"))
    assert "already recorded" in words(again)

    # when complete disengagement is proposed, then partial is offered in its place.
    proposes = form(await asha.press(page, "Propose to disengage"))
    assert "site owner" in words(proposes)
    refused = problems(await asha.submit(proposes, extent="complete", **WHY))
    assert "cannot fully disengage from a site owner" in refused.fields["topics"]
    assert "Site owners" in refused.fields["topics"]
    assert isinstance(await asha.submit(proposes, topics=HEDGE, **WHY), Nothing)
    assert "Legal advised: Keep the access talks." in words(
        await at.latest(Kind.APPROVAL_REQUEST, DANA)
    )


async def test_whoever_reports_that_it_goes_on_under_sanctions_is_offered_it() -> None:
    at = house()
    await steps.warned(at)
    await steps.report(at)
    assert "Propose to disengage" not in labels(await at.latest(Kind.INCIDENT_RECORDED, ASHA))
    await steps.propose_sanction(at)
    await steps.approve(at)
    at.memory.clock.forward(days=1)
    await steps.report(at)
    recorded = await at.latest(Kind.INCIDENT_RECORDED, ASHA)
    assert form(await at.seat(ASHA).press(recorded, "Propose to disengage")).id == "disengage"


async def test_suggestions_count_disengagements_by_themselves() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    whom = field_of(form(await at.seat(ASHA).say("disengage")), "customer")
    assert isinstance(whom, SuggestField)
    found = await at.talk.suggest(at.seat(ASHA).caller(), whom.source, "Casey")
    assert found[0].description == "1 sanction and 1 disengagement in force"


async def test_it_is_refused_before_sanctions_and_before_anything_happened_since() -> None:
    at = house()
    asha = at.seat(ASHA)
    await steps.report(at)
    assert "No sanction has been applied" in words(
        card(await asha.say(f"disengage {CASEY.reference}"))
    )
    assert "Propose to disengage" not in labels(await asha.sees(f"case {CASEY.reference}"))


async def test_without_a_reference_the_customer_is_asked_first() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.still_going_on(at)
    whom = await asha.opens("disengage")
    assert "customer" in problems(await asha.submit(whom)).fields
    asked = form(await asha.submit(whom, customer=CASEY.id))
    assert asked.title == "Propose to disengage"
    assert "Casey Customer" in words(asked)


async def test_what_is_missing_is_named_by_its_field() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.still_going_on(at)
    asked = await to.asked_to_disengage(at)
    empty = problems(await asha.submit(asked, review_on=None))
    missing = {"topics", "reasons", "efforts", "adjustments", "proportionality", "review_on"}
    assert set(empty.fields) == missing
    both = problems(await asha.submit(asked, extent="complete", topics=HEDGE, **WHY))
    assert "Empty this" in both.fields["topics"]
    twice = problems(await asha.submit(asked, topics="Hedge removal\nhedge  REMOVAL", **WHY))
    assert "each topic once" in twice.fields["topics"]


async def test_it_is_reviewed_in_twelve_months_unless_sooner() -> None:
    at = house()
    await to.still_going_on(at)
    when = field_of(await to.asked_to_disengage(at), "review_on")
    assert isinstance(when, DateField)
    assert when.value
    assert (when.value - at.now.date()).days == 365


async def test_grounds_are_asked_only_where_an_extreme_incident_stands() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.still_going_on(at)
    names = [field.name for field in (await to.asked_to_disengage(at)).fields]
    assert "grounds" not in names

    await to.report_extreme(at)
    grounds = field_of(await to.asked_to_disengage(at), "grounds")
    assert isinstance(grounds, ChoiceField)
    assert grounds.value == "continued"
    await asha.send(await to.asked_to_disengage(at), grounds="extreme", topics=HEDGE, **WHY)
    request = await at.latest(Kind.APPROVAL_REQUEST, DANA)
    assert "for extreme behaviour" in request.title


async def test_extreme_behaviour_alone_is_grounds_enough() -> None:
    at = house()
    await to.report_extreme(at)
    grounds = field_of(await to.asked_to_disengage(at), "grounds")
    assert isinstance(grounds, ChoiceField)
    assert grounds.value == "extreme"
    refused = problems(
        await at.seat(ASHA).submit(
            await to.asked_to_disengage(at), grounds="continued", topics=HEDGE, **WHY
        )
    )
    assert "No sanction has been applied" in refused.general


async def test_only_who_looks_after_an_agents_case_records_what_clients_were_told() -> None:
    at = house()
    asha = at.seat(ASHA)
    await to.still_going_on(at)
    page = await asha.sees(f"case {CASEY.reference}")
    assert "The client was told" not in labels(page)
    assert "Record a complaint" not in labels(page)
    await asha.send(await asha.opens(f"customer {CASEY.reference}"), kinds=("agent",))
    page = await asha.sees(f"case {CASEY.reference}")
    assert "The client was told" in labels(page)
    refused = card(await at.seat(OLU).press(page, "The client was told"))
    assert "Asha Adviser" in words(refused)
    assert "The client was told" not in labels(await at.seat(OLU).sees(f"case {CASEY.reference}"))
    complaint = form(await asha.press(page, "Record a complaint"))
    answer = await asha.submit(complaint, to="employer", addressee="x", details="x")
    assert "We know of no employer" in problems(answer).fields["to"]
    assert set(problems(await asha.submit(complaint)).fields) == {"to", "addressee", "details"}
