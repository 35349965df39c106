"""The page of a case: the contacts noticed of which nobody has said yet what happened."""

from core.vocabulary.sought import Sought
from tests.bot.conversation.alert_steps import LOG, alerted, asha
from tests.bot.conversation.harness import CASEY, House, card, form, labels, words


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
