"""Customers who write in: what the bot is told, over its own socket, and what becomes of it."""

from tests.adapters.playground.stage import ALERTS, ASHA, Stage

FULL = {
    "name": " Casey Customer ",
    "email": "casey@customer.example",
    "phone": "01632 960001",
    "postcode": "ZZ1 1ZZ",
    "means": "email",
}


async def test_a_contact_is_told_signed_with_all_that_was_typed(stage: Stage) -> None:
    stage.webhook.answers(became="alerted", alerts=["AL-7K3F9Q"])
    answer = await stage.post("contacts", key="once", **FULL)
    assert stage.webhook.heard == [
        (
            "once",
            {
                "means": "email",
                "name": "Casey Customer",
                "emails": ["casey@customer.example"],
                "phones": ["01632 960001"],
                "postcodes": ["ZZ1 1ZZ"],
            },
        )
    ]
    assert answer == {
        "result": "taken",
        "became": "alerted",
        "alerts": ["AL-7K3F9Q"],
        "channel": ALERTS,
    }


async def test_what_was_not_typed_is_not_told(stage: Stage) -> None:
    answer = await stage.post("contacts", key="once", name="Nia Nobody", means="phone")
    assert stage.webhook.heard == [("once", {"means": "phone", "name": "Nia Nobody"})]
    assert (answer["became"], answer["alerts"]) == ("nothing", [])


async def test_somebody_must_have_made_contact(stage: Stage) -> None:
    answer = await stage.post("contacts", key="once", name="  ", means="phone")
    assert answer["result"] == "errors"
    assert "at least one of name" in answer["errors"]["name"]
    assert stage.webhook.heard == []


async def test_what_the_bot_finds_wrong_stands_beside_its_field(stage: Stage) -> None:
    errors = [
        {"pointer": "#/emails/0", "detail": "No @.", "remedy": "Write one."},
        {"pointer": "#/emails/0", "detail": "Second.", "remedy": ""},
        {"pointer": "#/phones/0", "detail": "No digits.", "remedy": ""},
        {"pointer": "#/means", "detail": "Unknown.", "remedy": "Use phone."},
        {"pointer": "#", "detail": "Odd.", "remedy": "Mend it."},
    ]
    stage.webhook.answers(422, title="Faulty", detail="Five places.", errors=errors)
    answer = await stage.post("contacts", key="once", **FULL)
    assert answer == {
        "result": "errors",
        "errors": {
            "email": "No @. Write one.",
            "phone": "No digits.",
            "means": "Unknown. Use phone.",
            "": "Odd. Mend it.",
        },
    }


async def test_a_problem_of_no_field_is_told_as_it_is(stage: Stage) -> None:
    stage.webhook.answers(409, title="Reused", detail="Another one came so.", errors=[])
    answer = await stage.post("contacts", key="once", **FULL)
    assert answer["errors"] == {"": "Another one came so."}


async def test_a_bot_that_does_not_listen(stage: Stage) -> None:
    for status, answer in ((503, {}), (202, {"became": "alerted"}), (422, {"errors": "?"})):
        stage.webhook.answers(status, **answer)
        assert "did not respond" in await stage.refused("contacts", 502, key="once", **FULL)
    await stage.bot_server.close()
    assert "did not respond" in await stage.refused("contacts", 502, key="once", **FULL)


async def test_examples_and_means_are_offered(stage: Stage) -> None:
    offered = await stage.get("outside")
    assert offered["known"] is True
    assert [means["code"] for means in offered["means"]] == ["phone", "email", "letter"]
    assert offered["examples"][0] == {
        "of": "Casey Customer",
        "label": "From their own mail address",
        "about": "Casey Customer, casey@customer.example",
        "contact": {
            "name": "Casey Customer",
            "email": "casey@customer.example",
            "phone": "",
            "postcode": "",
            "means": "email",
        },
    }
    assert (await stage.get("workspace", seat=ASHA))["outside"] is True


async def test_somebody_to_be_alerted_of_is_set_up(stage: Stage) -> None:
    stage.webhook.known = False
    await stage.post("outside/set-up")
    assert (await stage.get("outside"))["known"] is True
    stage.webhook.cannot = "Morgan is away."
    assert await stage.refused("outside/set-up", 409) == "Morgan is away."
