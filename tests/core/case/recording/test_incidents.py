"""All contact that causes concern is recorded (Our position and process; Annex A)."""

from dataclasses import replace
from datetime import UTC, datetime, timedelta

import pytest

from core.case.commands import CorrectEntry, LogContact
from core.case.events import CaseOpened, ContactLogged, EntryCorrected, IncidentReported
from core.vocabulary.ids import EntryNo, StaffId
from tests.core.story import CASEY, Story
from tests.support.people import ASHA, FRAN, IRA, MORGAN, SENA, member

STRANGER = member("Sasha Stranger", "adviser", "Nowhere", None)


def test_a_first_incident_opens_the_case_for_the_colleague_who_was_corresponding() -> None:
    story = Story()
    story.report(by=SENA, corresponding=ASHA.id, topic="  Grant  ")
    opened, reported = (entry.event for entry in story.entries)
    assert isinstance(opened, CaseOpened)
    assert opened.owner == ASHA.id
    assert isinstance(reported, IncidentReported)
    assert reported.topic == "Grant"
    assert story.case.incidents[0].reported_by == SENA.id


def test_a_second_incident_joins_the_case() -> None:
    story = Story()
    story.report()
    story.later(days=1).report(by=SENA, corresponding=SENA.id)
    assert len(story.case.incidents) == 2
    assert story.case.owner == ASHA.id
    assert story.case.involved == {ASHA.id, SENA.id}


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"behaviours": frozenset()}, "behaviour-missing", "behaviours"),
        ({"behaviours": frozenset({"abusive", "rude"})}, "unknown-behaviour", "behaviours"),
        ({"means": "pigeon"}, "unknown-means", "means"),
        ({"topic": " \n"}, "text-missing", "topic"),
        ({"topic": "x" * 151}, "text-too-long", "topic"),
        ({"narrative": ""}, "text-missing", "narrative"),
        ({"narrative": "x" * 20_000}, "text-too-long", "narrative"),
        ({"corresponding": StaffId("nobody")}, "unknown-colleague", "corresponding"),
        ({"corresponding": IRA.id}, "inactive-colleague", "corresponding"),
        ({"occurred_at": datetime(2025, 3, 3, 10, 3, tzinfo=UTC)}, "in-the-future", "occurred_at"),
        ({"occurred_at": datetime(2025, 3, 3, 9)}, "time-zone-missing", "occurred_at"),  # noqa: DTZ001
    ],
)
def test_what_is_missing_or_wrong_is_named_by_its_field(
    changed: dict[str, object], rule: str, field: str
) -> None:
    story = Story()
    refusal = story.refuses(ASHA, story.incident(**changed))
    assert (refusal.rule, refusal.field) == (rule, field)
    assert refusal.message


@pytest.mark.parametrize("narrative", ["x" * 10_000, "😡 <!channel> שלום", "line\nline"])
def test_whatever_people_write_is_kept_as_they_wrote_it(narrative: str) -> None:
    story = Story()
    story.report(narrative=narrative)
    assert story.case.incidents[0].narrative == narrative


def test_a_clock_that_is_a_minute_ahead_is_not_the_future() -> None:
    story = Story()
    story.report(occurred_at=story.now + timedelta(minutes=1))
    assert len(story.case.incidents) == 1


@pytest.mark.parametrize(("actor", "rule"), [(STRANGER, "unknown-actor"), (IRA, "inactive-actor")])
def test_only_active_colleagues_report(actor: object, rule: str) -> None:
    story = Story()
    assert isinstance(actor, type(ASHA))
    assert story.refuses(actor, story.incident()).rule == rule


def test_a_contact_is_logged_by_any_colleague() -> None:
    story = Story().warned()
    [event] = story.does(FRAN, LogContact("email", story.now, "Grant", " thanks "))
    assert event == ContactLogged("email", story.now, "Grant", "thanks")
    assert story.case.contacts[0].logged_by == FRAN.id


@pytest.mark.parametrize(
    ("changed", "field"),
    [
        ({"means": "pigeon"}, "means"),
        ({"topic": ""}, "topic"),
        ({"note": "x" * 3001}, "note"),
        ({"occurred_at": datetime(2030, 1, 1, tzinfo=UTC)}, "occurred_at"),
    ],
)
def test_a_contact_needs_what_an_alert_tells(changed: dict[str, object], field: str) -> None:
    story = Story()
    story.report()
    command = replace(LogContact("email", story.now, "Grant"), **changed)  # type: ignore[arg-type]
    assert story.refuses(ASHA, command).field == field


def test_a_correction_is_appended_and_the_entry_stays_as_it_was() -> None:
    story = Story()
    story.report(narrative="On Tuesday")
    before = tuple(story.entries)
    [event] = story.does(ASHA, CorrectEntry(EntryNo(2), "It was on Monday."))
    assert event == EntryCorrected(EntryNo(2), "It was on Monday.")
    assert tuple(story.entries[:-1]) == before
    assert story.case.incidents[0].narrative == "On Tuesday"


def test_whoever_logged_a_contact_corrects_it_but_nothing_else() -> None:
    story = Story()
    story.report()
    story.does(FRAN, LogContact("email", story.now, "Grant"))
    assert story.refuses(FRAN, CorrectEntry(EntryNo(2), "No")).rule == "not-involved"
    assert story.does(FRAN, CorrectEntry(EntryNo(3), "By letter"))


@pytest.mark.parametrize(
    ("actor", "command", "rule"),
    [
        (MORGAN, CorrectEntry(EntryNo(2), "No"), "not-involved"),
        (ASHA, CorrectEntry(EntryNo(3), "No"), "unknown-entry"),
        (ASHA, CorrectEntry(EntryNo(0), "No"), "unknown-entry"),
        (ASHA, CorrectEntry(EntryNo(2), " "), "text-missing"),
    ],
)
def test_what_cannot_be_corrected(actor: object, command: CorrectEntry, rule: str) -> None:
    story = Story()
    story.report()
    assert isinstance(actor, type(ASHA))
    assert story.refuses(actor, command).rule == rule


@pytest.mark.parametrize("email", [SENA.email, f" {SENA.email.upper()} "])
def test_behaviour_by_a_colleague_is_refused_with_where_to_go_instead(email: str) -> None:
    story = Story(customer=replace(CASEY, emails=("casey@example.org", email)))
    refusal = story.refuses(ASHA, story.incident())
    assert (refusal.rule, refusal.section) == ("staff-conduct", "Scope")
    assert refusal.remedy == story.policy.staff_conduct.route
    assert "Sena Senior" in refusal.message


def test_a_customer_without_a_mail_address_is_no_colleague() -> None:
    story = Story(customer=replace(CASEY, emails=("", " ")))
    story.becomes(replace(SENA, email=""))
    assert story.report()


def test_who_left_may_be_a_customer_like_anybody() -> None:
    assert Story(customer=replace(CASEY, emails=(IRA.email,))).report()


def test_a_contact_about_a_right_that_nothing_touches_is_logged_as_such() -> None:
    story = Story().warned()
    [event] = story.does(FRAN, LogContact("email", story.now, "FOI request", statutory=True))
    assert event == ContactLogged("email", story.now, "FOI request", "", statutory=True)
    assert story.case.contacts[0].statutory


def test_a_breach_of_what_is_in_force_is_recorded_without_a_behaviour() -> None:
    story = Story()
    no = story.report(behaviours=frozenset(), breach=True)
    (incident,) = story.case.incidents
    assert (incident.no, incident.behaviours) == (no, frozenset())
    refusal = story.refuses(ASHA, story.incident(behaviours=frozenset({"rude"}), breach=True))
    assert refusal.rule == "unknown-behaviour"
