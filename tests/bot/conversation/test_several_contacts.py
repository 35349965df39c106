"""Several contacts in one alert: the worst is told first, and none is lost behind a later one."""

from dataclasses import replace
from datetime import time, timedelta

import pytest

from bot.views.card import Heading, Tone
from bot.views.form import ChoiceField, Form, MomentField
from core.case.commands import Approve, Propose
from core.case.proposals import SanctionsMatter
from core.case.terms import CallTimesTerms, SanctionTerms
from core.services.deciding.policy_service import PolicyService
from core.services.messages import Kind
from core.vocabulary.ids import CaseId
from core.vocabulary.sought import Sought
from tests.bot.conversation import disengaging_steps, steps
from tests.bot.conversation.alert_steps import (
    BREACH,
    LOG,
    MUCH_ALIKE,
    alerted,
    asha,
    brought_to_mind,
    in_alerts,
    now,
)
from tests.bot.conversation.harness import CASEY, POLICY, House, field_of, form, house, words
from tests.core.story import CONSIDERED
from tests.support.people import ASHA, MORGAN


def headings(at_alert: object) -> list[str]:
    return [b.text for b in getattr(at_alert, "blocks", ()) if isinstance(b, Heading)]


async def a_call_then_a_letter(at: House) -> None:
    await alerted(at, means="phone")
    at.memory.clock.forward(minutes=5)
    await alerted(at, means="letter")


async def test_a_forbidden_call_is_not_hidden_behind_a_letter(at: House) -> None:
    await a_call_then_a_letter(at)
    shown = await in_alerts(at)
    assert shown.title.endswith(": 1 of 2 contacts may not happen now")
    assert shown.tone is Tone.DANGER
    told = words(shown)
    assert "Contact: 2 contacts (1 telephone, 1 letter), the last by letter on " in told
    assert headings(shown) == ["1 telephone: may not happen now", "1 letter: may happen now"]
    assert told.index("Do not discuss the matter.") < told.index("You can answer in this form.")
    assert told.count("Whatever is in force") == 1


async def test_a_cut_at_the_end_of_a_long_alert_leaves_the_rights(at: House) -> None:
    await a_call_then_a_letter(at)
    told = words(await in_alerts(at))
    assert told.index("Whatever is in force") < told.index("1 telephone: may not happen now")


async def test_those_that_are_answered_alike_stand_together(at: House) -> None:
    for means in ("phone", "letter", "in-person", "phone", "email"):
        await alerted(at, means=means)
    shown = await in_alerts(at)
    assert shown.title.endswith(": 3 of 5 contacts may not happen now")
    assert headings(shown) == [
        "2 telephone, 1 in person: may not happen now",
        "1 email, 1 letter: may happen now",
    ]


async def test_of_contacts_by_one_means_nothing_is_told_twice(at: House) -> None:
    for _ in range(3):
        await alerted(at, means="phone")
    shown = await in_alerts(at)
    assert shown.title.endswith(": these contacts may not happen now")
    assert headings(shown) == []
    assert "Contact: 3 contacts, the last by telephone on " in words(shown)


async def test_a_reminder_asks_what_became_of_all_of_them(at: House) -> None:
    for _ in range(2):
        await alerted(at, means="phone")
    await brought_to_mind(at, days=1, hours=6)
    told = words(await at.latest(Kind.ALERT_REMINDER, ASHA))
    assert "Nobody has said yet what became of these contacts. Please say so with a button" in told


async def test_how_sure_it_is_says_of_which_contact_where_they_differ(at: House) -> None:
    await alerted(at, Sought(names=("Casey Customer",), emails=CASEY.emails), means="phone")
    assert "of one of the contacts" not in words(await in_alerts(at))
    alert = await alerted(at, Sought(names=("Casey Customer",), phones=CASEY.phones), means="phone")
    assert now(at, alert).count == 2
    (said,) = [each for each in words(await in_alerts(at)).splitlines() if "How sure" in each]
    assert said.startswith("How sure: Found exactly: same email address, ")
    assert said.endswith(" (of one of the contacts)")


async def test_what_is_told_alike_stands_once_though_each_measure_says_otherwise() -> None:
    """The sanction alone forbids a call and lets a letter be answered; disengaged, neither is."""
    at = house()
    await disengaging_steps.disengaged(at)
    at.memory.clock.forward(hours=1)
    for means in ("phone", "phone", "letter"):
        await alerted(at, means=means)
    shown = await in_alerts(at)
    assert "3 contacts (2 telephone, 1 letter)" in words(shown)
    assert headings(shown) == []
    assert words(shown).count("No contact. Do not answer.") == 1


async def test_where_nobody_told_the_means_it_is_said_so(at: House) -> None:
    await alerted(at, means="", where="C1/1.1", source="slack:C1")
    await alerted(at, means="phone")
    shown = await in_alerts(at)
    assert shown.title.endswith(": 1 of 2 contacts may not happen now")
    assert headings(shown)[1] == "1 in a watched channel: may happen on conditions"


async def test_the_forms_are_filled_in_with_the_worst(at: House) -> None:
    called_at = at.now
    await a_call_then_a_letter(at)
    for label in (LOG, BREACH):
        asked = form(await asha(at).press(await in_alerts(at), label))
        assert means_of(asked) == "phone"
        (when,) = [f.value for f in asked.fields if isinstance(f, MomentField)]
        assert when == called_at.replace(second=0, microsecond=0)


@pytest.mark.parametrize("is_late_first", [True, False])
async def test_each_is_judged_at_its_own_moment(is_late_first: bool) -> None:
    """Calls are taken in the morning: two calls about noon, in whichever order they are told."""
    at = house()
    await steps.warned(at)
    await steps.report(at)
    mornings = CallTimesTerms(frozenset(range(7)), time(9), time(12))
    terms, review_on = SanctionTerms("call-times", mornings), at.now.date() + timedelta(days=60)
    matter = SanctionsMatter((terms,), "It went on.", "We explained.", review_on, CONSIDERED)
    service, case = PolicyService(POLICY, at.memory.desk), CaseId(CASEY.id)
    made = await service.carry_out(ASHA.id, case, Propose(matter), "propose")
    await service.carry_out(MORGAN.id, case, Approve(made.added[0].no), "approve")
    at.memory.clock.time = at.now.replace(hour=12, minute=20)
    noon = at.now.replace(hour=12, minute=0)
    calls = [noon - timedelta(minutes=10), noon + timedelta(minutes=10)]
    for moment in calls[::-1] if is_late_first else calls:
        await alerted(at, means="phone", at=moment)
    shown = await in_alerts(at)
    assert shown.title.endswith(": 1 of 2 contacts may not happen now")
    assert headings(shown) == [
        "1 telephone: may not happen now",
        "1 telephone: may happen now",
    ]
    asked = form(await asha(at).press(shown, BREACH))
    assert [f.value for f in asked.fields if isinstance(f, MomentField)] == [calls[1]]


async def test_of_equals_the_latest_is_filled_in(at: House) -> None:
    await alerted(at, means="phone")
    at.memory.clock.forward(minutes=5)
    await alerted(at, means="in-person")
    assert means_of(form(await asha(at).press(await in_alerts(at), LOG))) == "in-person"


async def test_what_an_earlier_version_kept_is_told_from_its_contacts(at: House) -> None:
    await a_call_then_a_letter(at)
    (alert,) = at.memory.store.alerts.values()
    at.memory.store.alerts[alert.id] = replace(alert, by_means=())
    assert "2 contacts (1 telephone, 1 letter)" in words(await in_alerts(at))
    page = words(await asha(at).sees("case UCB-000001"))
    assert f"{alert.reference}: 2 contacts, the last by letter on " in page


async def test_whoever_may_be_another_is_not_judged(at: House) -> None:
    for means in ("phone", "letter"):
        alert = await alerted(at, MUCH_ALIKE, means=means)
    assert now(at, alert).count == 2
    told = words(await in_alerts(at))
    assert "may not happen" not in told
    assert "2 contacts (1 telephone, 1 letter)" in told


def means_of(asked: Form) -> str | None:
    field = field_of(asked, "means")
    assert isinstance(field, ChoiceField)
    return field.value
