"""A reference that nobody has is told of; that of a case leads to its customer."""

from tests.adapters.intake.serving import opened_door
from tests.core.story import CASEY


async def test_one_that_nobody_has_is_told_and_the_contact_is_kept() -> None:
    async with opened_door() as door:
        sent = {"means": "phone", "reference": "CUS-MISSPELT", "emails": list(CASEY.emails)}
        answer = await door.sender.one(sent)
        assert (answer.status, answer.body["became"]) == (202, "alerted")
        assert answer.body["unknown"] == ["reference"]
        assert (await door.sender.get(answer.body["result"])).body == answer.body
        assert (await door.sender.one(sent)).body == answer.body
        alone = await door.sender.one({"means": "phone", "reference": "UCB-MISSPELT"}, "key-2")
        assert (alone.body["became"], alone.body["unknown"]) == ("nothing", ["reference"])


async def test_of_a_batch_each_is_told_by_itself() -> None:
    async with opened_door() as door:
        sent = [{"means": "phone", "id": r, "reference": r} for r in ("CUS-1", "CUS-9")]
        answer = await door.sender.many(*sent)
        assert [kept["unknown"] for kept in answer.body["kept"]] == [[], ["reference"]]


async def test_that_of_a_case_is_its_customers() -> None:
    async with opened_door() as door:
        summary = await door.casey.memory.desk.cases.summary(door.casey.case)
        assert summary
        answer = await door.sender.one({"means": "phone", "reference": summary.reference})
        assert (answer.body["became"], answer.body["unknown"]) == ("alerted", [])


async def test_an_address_is_taken_with_what_is_written_around_it() -> None:
    (email,) = CASEY.emails
    async with opened_door() as door:
        for number, written in enumerate((f"<{email}>", f"mailto:{email}", f"{email}.")):
            sent = {"means": "email", "emails": [written]}
            answer = await door.sender.one(sent, f"key-{number}")
            assert answer.body["became"] == "alerted"
