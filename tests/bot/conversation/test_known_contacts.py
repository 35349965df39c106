"""A customer under sanction made contact: what channels are told, and what the buttons do."""

from dataclasses import replace
from datetime import timedelta

from bot.views.card import Tone
from core.services.messages import Kind
from core.vocabulary.sought import Sought
from tests.bot.conversation.alert_steps import (
    ANOTHER,
    BREACH,
    LOG,
    MUCH_ALIKE,
    WHO,
    YES,
    alerted,
    asha,
    in_alerts,
    now,
)
from tests.bot.conversation.harness import (
    CASEY,
    House,
    card,
    labels,
    words,
)
from tests.support.people import OLU


async def test_the_alert_says_in_one_glance_what_may_be_done(at: House) -> None:
    alert = await alerted(at, means="phone")
    shown = await in_alerts(at)
    told = words(shown)
    assert shown.title == f"{alert.reference}: this contact may not happen now"
    assert shown.tone is Tone.DANGER
    assert "Case: UCB-000001" in told
    assert "Contact: By telephone on " in told
    assert "How sure: Found exactly: same email address" in told
    assert "Ask: Asha Adviser (Adviser), who looks after the case" in told
    assert "Contact by email or letter only. Do not discuss the matter." in told
    assert "Whatever is in force, always deal with" in told
    assert labels(shown) == [LOG, BREACH, WHO, ANOTHER]


async def test_by_the_means_that_is_left_it_may_happen(at: House) -> None:
    await alerted(at, means="email")
    assert (await in_alerts(at)).tone is Tone.GOOD


async def test_where_nobody_told_the_means_it_depends(at: House) -> None:
    await alerted(at, means="", where="C1/1.1", source="slack:C1")
    shown = await in_alerts(at)
    assert shown.tone is Tone.CAUTION
    assert "Contact: Noticed on " in words(shown)


async def test_contacts_in_a_short_time_are_counted_in_one_alert(at: House) -> None:
    await alerted(at, means="phone")
    at.memory.clock.forward(minutes=5)
    await alerted(at, means="email")
    assert len(at.messages(Kind.KNOWN_CONTACT)) == 1
    told = words(await in_alerts(at))
    assert "Contact: 2 contacts (1 telephone, 1 email), the last by email on " in told


async def test_somebody_who_may_be_another_is_not_accused(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    assert alert.asks
    shown = await in_alerts(at)
    told = words(shown)
    assert shown.title == f"{alert.reference}: please check who made contact"
    assert "Somebody who may be the customer of UCB-000001 made contact. " in told
    assert "Contact by email or letter only" not in told
    assert labels(shown) == [WHO, YES, ANOTHER]
    assert "May be: CUS-000001" in told
    assert "Customer: " not in told


async def test_who_it_is_is_compared_privately(at: House) -> None:
    await alerted(at, MUCH_ALIKE)
    shown = card(await at.seat(OLU).press(await in_alerts(at), WHO))
    told = words(shown)
    assert "Name: Casey Customer\nMail address: casey@another.example" in told
    assert "Mail address: casey@another.example" in told
    assert "Name: Casey Customer" in told
    assert "Mail address: casey@customer.example" in told
    assert "Possible match: " in told
    assert "From the source “crm”." in told
    assert labels(shown) == [YES, ANOTHER]


async def test_once_somebody_says_so_it_is_the_customer(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    asked = await in_alerts(at)
    for _ in range(2):
        answer = card(await at.seat(OLU).press(asked, YES, "once"))
    assert "Olu Officer says that it is the customer" in words(answer)
    assert "Casey Customer" in words(answer)
    assert now(at, alert).confirmed_by == OLU.id
    shown = await in_alerts(at)
    assert "Contact by email or letter only" in words(shown)
    assert labels(shown) == [LOG, BREACH, WHO, ANOTHER]


async def test_a_channel_reads_the_name_only_where_the_policy_says_so(at: House) -> None:
    await alerted(at)
    assert "Casey" not in words(await in_alerts(at))
    office = at.talk._office
    shown = replace(office.policy.alerts, show_name=True)
    at.talk._office = replace(office, policy=replace(office.policy, alerts=shown))
    assert "Customer: Casey Customer (CUS-000001)" in words(await in_alerts(at))
    await asha(at).press(await in_alerts(at), ANOTHER)
    told = words(await in_alerts(at))
    assert "Mistaken for: CUS-000001" in told
    assert "Casey" not in told
    await alerted(at, MUCH_ALIKE)
    assert "Casey" not in words(await in_alerts(at))


async def test_the_latest_ways_of_making_contact_are_shown_once_each(at: House) -> None:
    for number in range(7):
        at.memory.clock.time += timedelta(seconds=1)
        who = Sought(names=("Casey Customer",), emails=(CASEY.emails[0], f"c{number}@example.org"))
        await alerted(at, who)
        await alerted(at, who)
    shown = card(await asha(at).press(await in_alerts(at), WHO))
    told = words(shown)
    assert "c6@example.org" in told
    latest, _, together = told.partition("And 2 other contacts before.")
    assert "c1@example.org" not in latest
    assert "In all these contacts together" in together
    for number in range(7):
        assert f"c{number}@example.org" in together, "a press is about all of them"
