"""Frequency, repetition and duration: counted on the timeline and offered to whoever reports."""

from bot.views.form import ManyField
from core.services.messages import Kind
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    House,
    card,
    field_of,
    form,
    house,
    labels,
    text_of,
    words,
)
from tests.support.people import ASHA, OLU, SENA

COUNTED = "Frequency (“grant”): 3 contacts on this topic in 3 days"


async def reported_thrice() -> House:
    at = house()
    for _ in range(3):
        await steps.report(at)
        at.memory.clock.forward(days=1)
    return at


async def test_nothing_is_counted_for_a_first_report() -> None:
    at = house()
    assert "Counted" not in words(await at.seat(ASHA).opens(f"report {CASEY.reference}"))
    await steps.report(at)
    recorded = await at.latest(Kind.INCIDENT_RECORDED, ASHA)
    assert "Add as evidence" not in labels(recorded)


async def test_the_report_form_shows_what_was_counted_for_a_known_customer() -> None:
    at = await reported_thrice()
    asked = await at.seat(ASHA).opens(f"report {CASEY.reference}")
    assert COUNTED in words(asked)
    behaviours = field_of(asked, "behaviours")
    assert isinstance(behaviours, ManyField)
    assert behaviours.value == (), "it is offered, not decided"
    again = form(
        await at.seat(ASHA).press(await at.seat(ASHA).sees("check Casey"), "Report incident")
    )
    assert COUNTED in words(again)
    assert "Counted" not in words(await at.seat(ASHA).opens("report"))
    assert "Counted" not in words(await at.seat(ASHA).opens("report C"))


async def test_who_may_not_read_the_timeline_is_not_told_the_topic() -> None:
    at = await reported_thrice()
    told = words(await at.seat(OLU).opens(f"report {CASEY.reference}"))
    assert "Frequency: 3 contacts on this topic" in told
    assert "“grant”" not in told


async def test_it_can_be_kept_beside_the_incident() -> None:
    at = await reported_thrice()
    recorded = await at.latest(Kind.INCIDENT_RECORDED, ASHA)
    assert "Frequency: 3 contacts on this topic in 3 days" in words(recorded)
    asked = form(await at.seat(ASHA).press(recorded, "Add as evidence"))
    assert text_of(asked, "correction").startswith(
        "Counted on the timeline.\nFrequency: 3 contacts"
    )
    await at.seat(ASHA).send(asked)
    assert "Corrected by Asha Adviser" in words(await at.seat(ASHA).sees("timeline CUS-000001"))


async def test_several_colleagues_make_it_repetition() -> None:
    at = await reported_thrice()
    sena = at.seat(SENA)
    await sena.send(
        await sena.opens(f"report {CASEY.reference}"),
        means="email",
        behaviours=("frequency",),
        topic=" GRANT ",
        narrative="Again",
    )
    recorded = await at.latest(Kind.INCIDENT_RECORDED, SENA)
    told = words(recorded)
    assert "Repetition: 4 contacts on this topic in 4 days, to 2 colleagues" in told
    assert "Frequency:" not in told, "it was reported as that already"
    stranger = card(await at.seat(OLU).press(recorded, "Add as evidence"))
    assert "You can't read this timeline" in words(stranger)
