"""What one person did binds that person alone (Scope)."""

from dataclasses import replace

from bot.views.answer import Nothing
from bot.views.card import Tone
from bot.views.form import ChoiceField
from core.services.messages import Kind
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.alert_steps import alerted, in_alerts
from tests.bot.conversation.disengaging_steps import HEDGE
from tests.bot.conversation.harness import (
    CASEY,
    House,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    words,
)
from tests.support.people import ASHA, DANA, OLU

FARM = replace(CASEY, organisation="Example Farm", address="1 Example Lane")
PAT = Customer(CustomerId("pat"), "CUS-000003", "Pat Partner", address="1, example  LANE")
WREN = Customer(CustomerId("wren"), "CUS-000004", "Wren Worker", organisation="example farm")
FAR = Customer(CustomerId("far"), "CUS-000005", "Farley Faraway", address="2 Example Lane")


def farm() -> House:
    return house(customers=(FARM, PAT, WREN, FAR))


async def bound_too(at: House) -> None:
    """Pat is bound by the disengagement too, and Dana agreed."""
    await to.disengaged(at, HEDGE)
    asha = at.seat(ASHA)
    page = await asha.sees(f"case {CASEY.reference}")
    asked = form(await asha.press(page, "Bind another person"))
    measures = field_of(asked, "measure")
    assert isinstance(measures, ChoiceField)
    assert [option.label for option in measures.options] == [
        "Disengaged on particular topics",
        "Contact in a specified form only",
    ]
    need = "Pat posts the kazoo letters for Casey"
    await asha.send(asked, measure=measures.options[0].value, person=PAT.id, need=need)
    request = await at.latest(Kind.APPROVAL_REQUEST, DANA)
    assert "Pat Partner (CUS-000003)" in words(request)
    assert need in words(request)
    await steps.approve(at, DANA)


async def test_others_at_the_same_place_are_shown_as_not_sanctioned() -> None:
    at = farm()
    await steps.sanctioned(at)
    told = words(await at.seat(OLU).sees(f"check {CASEY.reference}"))
    assert "Pat Partner (CUS-000003)\nAnother person at this address: not sanctioned." in told
    assert "Wren Worker (CUS-000004)\nAnother person at this organisation: not sanctioned" in told
    assert "Farley" not in told

    pat = await at.seat(OLU).sees(f"check {PAT.reference}")
    assert pat.tone is Tone.INFO
    assert "Nothing is in force, and nothing has been reported about this person." in words(pat)
    assert "Another person at this address: something is in force in a case of their own" in words(
        pat
    )


async def test_another_person_is_bound_for_a_clear_need_that_is_signed_off() -> None:
    at = farm()
    await bound_too(at)
    told = words(await at.seat(OLU).sees(f"check {CASEY.reference}"))
    assert "Another person at this address: bound too, for a clear need" in told
    assert "Another person at this organisation: not sanctioned." in told

    pat = await at.seat(OLU).sees(f"check {PAT.reference}")
    assert pat.tone is Tone.CAUTION
    assert "Disengaged on particular topics (bound through UCB-000001)" in words(pat)
    assert "specified form" not in words(pat)
    assert "Hedge" not in words(pat)
    assert "Nothing has been reported about this person." in words(pat)
    wren = words(await at.seat(OLU).sees(f"check {WREN.reference}"))
    assert "Pat Partner (CUS-000003)" not in wren  # another address, no organisation
    assert "bound through" not in wren


async def test_contact_of_somebody_bound_in_anothers_case_is_alerted() -> None:
    at = farm()
    await bound_too(at)
    asha = at.seat(ASHA)
    without_case = form(await asha.say(f"contact {PAT.reference}"))
    assert "UCB-000001, which binds them too" in words(without_case)
    told = card(await asha.submit(without_case, means="letter", topic="post"))
    assert "bound through UCB-000001" in words(told)
    assert "CUS-000003, bound too" in words(await at.latest(Kind.CONTACT_ALERT))
    reported = await asha.opens("report")
    await asha.send(
        reported,
        customer=PAT.id,
        means="phone",
        behaviours=("abusive",),
        topic="post",
        narrative="Pat shouted",
    )
    logs = form(await asha.say(f"contact {PAT.reference}"))
    logged = card(await asha.submit(logs, means="letter", topic="post"))
    assert "bound through UCB-000001" in words(logged)
    alert = words(await at.latest(Kind.CONTACT_ALERT))
    assert "Disengaged on particular topics (bound through UCB-000001)" in alert
    for private in ("Hedge", "Pat", "Casey"):
        assert private not in alert


async def test_whoever_is_bound_too_is_chosen_as_anybody_else() -> None:
    at = farm()
    await bound_too(at)
    asha = at.seat(ASHA)
    asked = await asha.opens("contact")
    told = card(await asha.submit(asked, customer=PAT.id, means="letter", topic=HEDGE))
    assert "Disengaged on particular topics (bound through UCB-000001)" in words(told)
    assert "specified form" not in words(told)
    alert = await at.latest(Kind.CONTACT_ALERT)
    assert "Customer: CUS-000003, bound too" in words(alert)
    assert "specified form" not in words(alert)
    timeline = words(await asha.sees("timeline UCB-000001"))
    assert "Contact of another person, whom something in force here binds too" in timeline


async def test_whoever_is_like_them_is_offered_with_whose_case_binds_them() -> None:
    at = farm()
    await bound_too(at)
    asha = at.seat(ASHA)
    offered = card(await asha.say("contact Pat Partnr, 1 Example Lane"))
    assert "case UCB-000001, which binds them too" in words(offered)
    asked = form(await asha.press(offered, "Log contact"))
    assert "Customer: Pat Partner" in words(asked)


async def test_their_contact_is_alerted_by_their_own_reference() -> None:
    at = farm()
    await bound_too(at)
    at.memory.clock.forward(hours=1)
    alert = await alerted(at, Sought(reference=PAT.reference), means="letter")
    shown = await in_alerts(at)
    told = words(shown)
    assert "Customer: CUS-000003, whom it binds too" in told
    assert "Disengaged on particular topics (bound through UCB-000001)" in told
    assert "specified form" not in told
    assert "Pat" not in told
    asha = at.seat(ASHA)
    asked = form(await asha.press(shown, "Different topic"))
    assert "Customer: Pat Partner (CUS-000003)" in words(asked)
    answer = words(card(await asha.submit(asked, topic="Bats")))
    assert "Answered as usual" in answer
    assert "Then do not answer" not in answer, "the topic is judged already"
    case = await at.talk._office.service.case(alert.case)
    assert case.contacts[-1].person == PAT.id


async def test_what_is_missing_or_wrong_is_named_by_its_field() -> None:
    at = farm()
    asha = at.seat(ASHA)
    await bound_too(at)
    asked = await asha.opens(f"extend {CASEY.reference}")
    assert set(problems(await asha.submit(asked)).fields) == {"measure", "person", "need"}
    measure = _first(field_of(asked, "measure"))
    same = problems(await asha.submit(asked, measure=measure, person=CASEY.id, need="x"))
    assert "customer of this case" in same.fields["person"]
    again = problems(await asha.submit(asked, measure=measure, person=PAT.id, need="x"))
    assert "binds Pat Partner already" in again.fields["person"]
    assert isinstance(
        await asha.submit(asked, measure=measure, person=WREN.id, need="Sends them too"), Nothing
    )


def _first(asked: object) -> str:
    assert isinstance(asked, ChoiceField)
    return asked.options[0].value


async def test_nothing_in_force_can_bind_nobody_else() -> None:
    at = farm()
    await steps.report(at)
    asha = at.seat(ASHA)
    refused = card(await asha.say(f"extend {CASEY.reference}"))
    assert "Nothing is in force in this case" in words(refused)
    assert "Bind another person" not in labels(await asha.sees(f"case {CASEY.reference}"))
    assert "Type the reference after it" in words(card(await asha.say("extend")))
