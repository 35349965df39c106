"""How we know a customer, and what was said of their records, for one colleague alone."""

from dataclasses import replace

import pytest

from adapters.slack.rendering.card import message
from bot.views.card import Card
from core.case.register import ApartTakenBack, ToldApart
from core.services.ports.desk import Change, Commit
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.sought import Sought
from tests.bot.conversation import steps
from tests.bot.conversation.alert_steps import comes
from tests.bot.conversation.harness import CASEY, House, buttons, card, form, house, labels, words
from tests.support.people import ASHA, FRAN, OLU

LANE = "1 Sample Lane, Madeupton, M1 1AE"
TWICE = Customer(CustomerId("twice"), "CUS-000007", "Cass Kustomer", ("cass@twice.example",))
TYPED = "Casey Custommer, M1 1AE"
APART = "“name casey custommer, postcode m11ae”"
KNOWN, BACK, ANOTHER = "How we know them", "Take it back", "This is another person"
MORE = "Show more"


@pytest.fixture
async def at() -> House:
    """Casey is sanctioned; the other record has no case."""
    there = house(customers=(replace(CASEY, address=LANE), TWICE))
    await steps.sanctioned(there)
    return there


async def told_apart(at: House) -> None:
    olu = at.seat(OLU)
    await olu.press(await olu.sees(f"check {TYPED}"), ANOTHER)


def many_told_apart(at: House, number: int, names: str = "other") -> None:
    stream, version = "customer:casey", len(at.memory.store.stream("customer:casey"))
    told = tuple(
        ToldApart(CASEY.id, f"name robin{no} {names} | postcode m11ae") for no in range(number)
    )
    change = Change(stream, CASEY.id, version, OLU.id, at.now, told)
    at.memory.store.keep(Commit("told", (change,)))


async def known_by(at: House, reference: str = "CUS-000001") -> Card:
    asha = at.seat(ASHA)
    return card(await asha.press(await asha.sees(f"check {reference}"), KNOWN))


async def said_to_be_one(at: House) -> None:
    fran = at.seat(FRAN)
    shown = await fran.sees("check CUS-000001")
    asked = form(await fran.press(shown, "Same person as another record"))
    await fran.send(asked, into=TWICE.id, reasons="The same telephone number")


async def said_to_be_two(at: House) -> None:
    fran = at.seat(FRAN)
    shown = await fran.sees("check CUS-000007")
    asked = form(await fran.press(shown, "Separate CUS-000001 again"))
    await fran.send(asked, reasons="They are twins")


async def test_by_what_they_are_known_is_on_the_page(at: House) -> None:
    shown = await known_by(at)
    told = words(shown)
    assert shown.title == "Casey Customer (CUS-000001)"
    assert "Mail address: casey@customer.example. Since " in told
    assert "What was said of the record" not in told
    assert labels(shown) == ["Check", "Particulars"]


async def test_words_told_apart_are_taken_back_with_a_button(at: House) -> None:
    await told_apart(at)
    who = Sought(names=("Casey Custommer",), postcodes=("M1 1AE",))
    assert (await comes(at, who)).alerts == ()
    shown = await known_by(at)
    told = words(shown)
    assert "Not this customer" in told
    assert f"{APART}\nAnother person. So said Olu Officer, " in told
    assert f"Said that {APART} is another person." in told
    (button,) = [each for each in buttons(shown) if each.label == BACK]
    assert button.confirm
    for _ in range(2):
        after = card(await at.seat(ASHA).press(shown, BACK, "once"))
    assert BACK not in labels(after)
    (line,) = [each for each in words(after).splitlines() if "may be the customer after" in each]
    assert line.startswith("Asha Adviser, ")
    assert line.endswith(f": Said that {APART} may be the customer after all.")
    back = [e for e in at.memory.store.entries if isinstance(e.event, ApartTakenBack)]
    assert [(e.by, e.stream) for e in back] == [(ASHA.id, "customer:casey")]
    assert (await comes(at, who)).alerts
    assert "Casey Customer" in words(await at.seat(OLU).sees(f"check {TYPED}"))


async def test_a_button_pressed_late_changes_nothing(at: House) -> None:
    await told_apart(at)
    shown = await known_by(at)
    await at.seat(ASHA).press(shown, BACK)
    await told_apart(at)
    late = card(await at.seat(OLU).press(shown, BACK))
    assert BACK in labels(late), "what was said since stands"


async def test_records_merged_and_separated_are_told_with_who_and_why(at: House) -> None:
    await said_to_be_one(at)
    merged = words(await known_by(at, "CUS-000007"))
    told = "Said that CUS-000001 and CUS-000007 are one person: The same telephone number."
    assert merged.count(told) == 1, "it stands in the streams of both"
    assert "How we know CUS-000001" in merged
    assert "How we know CUS-000007" in merged
    await said_to_be_two(at)
    for reference in ("CUS-000001", "CUS-000007"):
        apart = words(await known_by(at, reference))
        assert apart.index("are two people: They are twins.") < apart.index(told)
        assert "Fran Focus, " in apart


async def test_the_form_of_the_particulars_tells_it_too(at: House) -> None:
    await told_apart(at)
    told = words(await at.seat(ASHA).opens("customer CUS-000001"))
    assert f"Said that {APART} is another person." in told
    assert "To take back that somebody is another person: “check CUS-000001”" in told


async def test_no_channel_sees_any_of_it(at: House) -> None:
    await told_apart(at)
    await said_to_be_one(at)
    await said_to_be_two(at)
    await comes(at, Sought(emails=CASEY.emails))
    shown = await known_by(at)
    await at.seat(ASHA).press(shown, BACK)
    for each in await at.channel_cards():
        told = words(each)
        assert "casey custommer" not in told.casefold()
        assert "twins" not in told
        assert not {KNOWN, BACK} & set(labels(each))


async def test_what_this_bot_never_wrote_is_refused_kindly(at: House) -> None:
    for action, value in (
        ("known-by", "gone"),
        ("said-before", "gone/5"),
        ("take-back", "casey"),
        ("take-back", "casey/x"),
        ("take-back", "casey/1"),
        ("take-back", "gone/2"),
    ):
        shown = card(await at.talk.press(at.seat(ASHA).caller(), action, value))
        assert shown.title == "That did not work"


async def test_a_long_history_is_shown_page_by_page_to_its_beginning(at: House) -> None:
    many_told_apart(at, 17)
    shown = await known_by(at)
    told = words(shown)
    assert told.index("What was said of the record") < told.index("How we know them")
    assert told.index("How we know them") < told.index("Not this customer")
    assert told.count("And 12 more before.") == 2
    assert "robin16" in told, "the latest come first"
    pages = [shown]
    while MORE in labels(pages[-1]):
        pages.append(card(await at.seat(ASHA).press(pages[-1], MORE)))
    assert [labels(each).count(BACK) for each in pages] == [5, 5, 5, 2]
    assert "How we know them" not in words(pages[1])
    assert "robin0 " in words(pages[-1])
    await at.seat(ASHA).press(pages[-1], BACK)
    back = [e.event for e in at.memory.store.entries if isinstance(e.event, ApartTakenBack)]
    assert [each.known_as.split(" |")[0] for each in back] == ["name robin1 other"]


async def test_a_page_of_it_fits_a_message(at: House) -> None:
    many_told_apart(at, 20, f"{'robin ' * 40}other")
    seat = at.seat(ASHA)
    for reference in ("CUS-000001", "CUS-000007"):
        emails = "\n".join(f"{'casey.' * 10}{no}.{reference}@example.org" for no in range(20))
        await seat.send(form(await seat.opens(f"customer {reference}")), emails=emails)
    await said_to_be_one(at)
    shown = await known_by(at)
    blocks = str(message(shown, "/ucb")["blocks"])
    assert "This is cut short here" not in blocks
    assert blocks.count("take-back") == 5


async def test_where_nothing_more_was_said_the_page_says_so(at: House) -> None:
    gone = card(await at.talk.press(at.seat(ASHA).caller(), "said-before", f"{CASEY.id}/5"))
    assert "Nothing more was said before." in words(gone)
