"""By which particulars a customer is known."""

from dataclasses import replace

from bot.views.form import ManyField
from core.vocabulary.customer import CustomerKind
from tests.bot.conversation import steps
from tests.bot.conversation.harness import (
    CASEY,
    COREY,
    buttons,
    card,
    field_of,
    form,
    house,
    labels,
    problems,
    text_of,
    words,
)
from tests.support.people import ASHA, OLU


async def test_the_form_holds_what_is_known_and_keeps_what_is_changed() -> None:
    at = house()
    asha = at.seat(ASHA)
    asked = await asha.opens(f"customer {CASEY.reference}")
    assert text_of(asked, "name") == CASEY.name
    assert text_of(asked, "emails") == "casey@customer.example"
    done = card(
        await asha.submit(
            asked,
            emails="casey@customer.example\n  casey@farm.example ",
            phones="",
            organisation="Example Farm",
            address="1 Example Lane\nExampleton",
            kinds=("agent", "site-owner"),
            professional_body="Example Institute",
            clients=COREY.reference,
        )
    )
    assert "we can disengage on particular topics only" in words(done)
    known = at.memory.store.customers[CASEY.id]
    assert known.emails == ("casey@customer.example", "casey@farm.example")
    assert known.phones == ()
    assert known.address == "1 Example Lane\nExampleton"
    assert known.kinds == frozenset(CustomerKind)
    assert known.clients == (COREY.id,)
    assert known.reference == CASEY.reference

    again = await asha.opens("customer casey@farm.example")
    kinds = field_of(again, "kinds")
    assert isinstance(kinds, ManyField)
    assert set(kinds.value) == {"agent", "site-owner"}
    assert text_of(again, "clients") == COREY.reference
    await asha.send(again, kinds=())
    assert at.memory.store.customers[CASEY.id].kinds == frozenset()


async def test_other_names_and_places_are_kept_one_on_each_line() -> None:
    at = house()
    asha = at.seat(ASHA)
    asked = await asha.opens(f"customer {CASEY.reference}")
    at.memory.clock.forward(days=1)
    await asha.send(
        asked,
        other_names="Cass Customer\n  K. Customer",
        other_addresses="2 Example Lane, Exampleton",
        other_organisations="Example Farm\nExample Mill",
    )
    known = at.memory.store.customers[CASEY.id]
    assert known.other_names == ("Cass Customer", "K. Customer")
    assert known.other_addresses == ("2 Example Lane, Exampleton",)
    assert known.other_organisations == ("Example Farm", "Example Mill")
    again = await asha.opens(f"customer {CASEY.reference}")
    assert text_of(again, "other_names") == "Cass Customer\nK. Customer"
    told = words(again)
    assert "How we know them" in told
    assert "Name: Cass Customer. Since " in told
    assert ", entered by Asha Adviser" in told


async def test_what_is_not_asked_in_the_form_stays_as_it_is() -> None:
    at = house()
    merged = replace(COREY, merged=(CASEY.id,))
    at.memory.know(merged, replace(CASEY, merged_into=COREY.id))
    asha = at.seat(ASHA)
    await asha.send(await asha.opens(f"customer {COREY.reference}"), organisation="Example Farm")
    assert at.memory.store.customers[COREY.id] == replace(merged, organisation="Example Farm")


async def test_former_particulars_come_last_and_a_long_list_is_cut() -> None:
    at = house(customers=(replace(CASEY, phones=tuple(f"01632 960 {n:03}" for n in range(20))),))
    asha = at.seat(ASHA)
    at.memory.clock.forward(days=1)
    await asha.send(await asha.opens("customer CUS-000001"), emails="casey@farm.example")
    told = words(await asha.opens("customer CUS-000001"))
    assert "Mail address: casey@farm.example. Since " in told
    assert "And 3 more." in told
    await asha.send(await asha.opens("customer CUS-000001"), phones="")
    told = words(await asha.opens("customer CUS-000001"))
    assert told.index("casey@farm.example") < told.index("casey@customer.example")
    assert " until " in told


async def test_what_cannot_be_is_named_by_its_field() -> None:
    at = house()
    asha = at.seat(ASHA)
    asked = await asha.opens(f"customer {CASEY.reference}")
    assert "name" in problems(await asha.submit(asked, name=" ")).fields
    wrong = problems(await asha.submit(asked, emails="casey at farm"))
    assert "not an email address" in wrong.fields["emails"]
    nobody = problems(await asha.submit(asked, clients="CUS-999999"))
    assert "We know no single customer by “CUS-999999”" in nobody.fields["clients"]
    own = problems(await asha.submit(asked, clients=CASEY.reference))
    assert "agent for themselves" in own.fields["clients"]


async def test_the_same_submission_again_changes_nothing() -> None:
    at = house()
    asha = at.seat(ASHA)
    asked = await asha.opens(f"customer {CASEY.reference}")
    for _ in range(2):
        card(await asha.submit(asked, "once", organisation="Example Farm"))
    assert len(at.memory.store.stream(f"customer:{CASEY.id}")) == 2


async def test_several_are_offered_to_choose_from() -> None:
    at = house()
    olu = at.seat(OLU)
    found = card(await olu.say("customer customer"))
    assert labels(found) == ["Particulars", "Particulars"]
    chosen = form(await at.talk.press(olu.caller(), "customer", buttons(found)[1].value))
    assert text_of(chosen, "name") == COREY.name
    assert "that we know" in words(card(await olu.say("customer Zed")))
    assert "that we know" in words(card(await olu.say("customer")))
    gone = card(await at.talk.press(olu.caller(), "customer", "gone"))
    assert "any more" in words(gone)


async def test_the_page_of_the_case_leads_to_the_particulars() -> None:
    at = house()
    await steps.report(at)
    asha = at.seat(ASHA)
    page = await asha.sees(f"case {CASEY.reference}")
    assert form(await asha.press(page, "Particulars")).id == "customer"
