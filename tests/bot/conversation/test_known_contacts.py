"""A customer under sanction made contact: what channels are told, and what the buttons do."""

from dataclasses import replace
from datetime import timedelta

import pytest

from bot.views.card import Tone
from core.case.register import ToldApart
from core.services.messages import Kind
from core.vocabulary.sought import Sought
from tests.bot.conversation.alert_steps import (
    ADD,
    AFTER_ALL,
    ANOTHER,
    BREACH,
    LOG,
    MUCH_ALIKE,
    WHO,
    YES,
    alerted,
    asha,
    comes,
    in_alerts,
    now,
)
from tests.bot.conversation.harness import (
    CASEY,
    House,
    buttons,
    card,
    form,
    labels,
    words,
)
from tests.support.people import MORGAN, OLU


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


async def test_another_person_is_remembered_and_can_be_taken_back(at: House) -> None:
    alert = await alerted(at, MUCH_ALIKE)
    pressed = await in_alerts(at)
    (sure,) = [b.confirm for b in buttons(pressed) if b.label == ANOTHER]
    assert sure
    assert "Nobody is asked again when a contact says just that" in sure.text
    assert "taken back" in sure.text
    assert len(sure.text) <= 300
    for _ in range(2):
        answer = card(await asha(at).press(pressed, ANOTHER, "once"))
    assert labels(answer) == [AFTER_ALL, "Open case"]
    shown = await in_alerts(at)
    told = words(shown)
    assert "Asha Adviser said that it was another person on " in told
    assert "Mistaken for: CUS-000001" in told
    assert "Contact by email" not in told
    assert "nobody will be asked about it again when a contact says just that." in told
    assert (await comes(at, MUCH_ALIKE)).alerts == ()
    assert len([e for e in at.memory.store.entries if isinstance(e.event, ToldApart)]) == 1

    back = card(await at.seat(MORGAN).press(shown, AFTER_ALL))
    assert "Morgan Manager says that it is the customer" in words(back)
    assert "Asha Adviser, Wednesday 5 March" in words(back)
    assert "Morgan Manager, Wednesday 5 March" in words(back)
    assert "Said that it was the customer after all." in words(back)
    assert "So far" not in words(await in_alerts(at))
    assert labels(back) == [ADD, LOG, BREACH, WHO, ANOTHER]
    known = form(await at.seat(MORGAN).press(back, ADD))
    assert "Casey Customer" in words(known)
    assert now(at, alert).settled is None
    assert len((await comes(at, MUCH_ALIKE)).alerts) == 1


@pytest.mark.parametrize(
    ("who", "what"),
    [
        (Sought(names=("Casey Customer",)), "this name"),
        (Sought(phones=CASEY.phones), "this number"),
        (Sought(emails=CASEY.emails), "this mail address"),
        (Sought(names=("Casey Customer",), emails=CASEY.emails), "these details"),
    ],
)
async def test_of_what_the_customer_may_use_too_nothing_is_remembered(
    at: House, who: Sought, what: str
) -> None:
    await alerted(at, who)
    pressed = await in_alerts(at)
    (sure,) = [b.confirm for b in buttons(pressed) if b.label == ANOTHER]
    assert sure
    assert "unless it is a name or an identifier alone" in sure.text
    for shown in (card(await asha(at).press(pressed, ANOTHER)), await in_alerts(at)):
        told = words(shown)
        assert f"Nothing is remembered: the customer may use {what} the next time." in told
        assert "It can be taken back." in told
        assert "It is remembered" not in told
    assert (await comes(at, who)).alerts


async def test_of_several_contacts_what_is_remembered_is_told_from_what_is_not(at: House) -> None:
    await alerted(at, Sought(names=("Casey Customer",)))
    await alerted(at, MUCH_ALIKE)
    await asha(at).press(await in_alerts(at), ANOTHER)
    told = words(await in_alerts(at))
    assert "nobody will be asked about it again when a contact says just that." in told
    assert "Of the other contacts nothing is remembered: the customer may use this name" in told


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


async def test_the_page_of_the_case_lists_contacts_not_settled_yet(at: House) -> None:
    page = await asha(at).sees(f"case {CASEY.reference}")
    assert "Contacts noticed" not in words(page)
    alert = await alerted(at, means="phone")
    page = await asha(at).sees(f"case {CASEY.reference}")
    assert "Contacts noticed" in words(page)
    assert f"{alert.reference}: By telephone on " in words(page)
    shown = card(await asha(at).press(page, "Show the alert"))
    assert "Casey Customer" in words(shown)
    await asha(at).send(form(await asha(at).press(shown, LOG)), topic="invoice")
    page = await asha(at).sees(f"case {CASEY.reference}")
    assert "Contacts noticed" not in words(page)


async def test_the_page_of_the_case_says_how_many_more_there_are_and_leads_to_them(
    at: House,
) -> None:
    at.memory.clock.forward(hours=1)
    raised = []
    for number in range(18):
        who = Sought(names=("Casey Customer",), emails=(f"c{number}@example.org",))
        raised.append((await alerted(at, who)).reference)
        at.memory.clock.forward(minutes=1)
    page = await asha(at).sees(f"case {CASEY.reference}")
    assert "13 more alerts are open" in words(page)
    shown = []
    while "Show more" in labels(page):
        page = card(await asha(at).press(page, "Show more"))
        shown += [reference for reference in raised if reference in words(page)]
    assert page.title == "UCB-000001: contacts noticed, 16 to 18 of 18"
    assert sorted(shown) == raised[:13]
    assert labels(page)[-1] == "Open case"


async def test_of_few_nothing_more_is_said(at: House) -> None:
    for number in range(5):
        await alerted(at, Sought(names=("Casey Customer",), emails=(f"c{number}@example.org",)))
    told = words(await asha(at).sees(f"case {CASEY.reference}"))
    assert "more alert" not in told
    caller = asha(at).caller()
    gone = card(await at.talk.press(caller, "alerts-still-open", f"{CASEY.id}/5"))
    assert "There are no more" in words(gone)


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
