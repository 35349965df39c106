"""What is done about contact from someone we disengaged from (stage 6)."""

from datetime import datetime

from core.case.events import (
    ContactAssessed,
    ContactLogged,
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementIssued,
    QuestionPassedOn,
    Relation,
    Response,
)
from core.case.events import MeasureExtended as Extended
from core.vocabulary.ids import SYSTEM, CustomerId, EntryNo, StaffId
from tests.core.invariants.reckoning import day_of, minute, numbered, topics_of
from tests.core.invariants.record import CASE
from tests.core.invariants.sight import Check, Sight

NOT_ANSWERED = (Response.NOT_RE_ENGAGED, Response.NOTICE_REISSUED)


def we_never_re_engage_on_the_same_issue(sight: Sight) -> None:
    """A contact about a right is always answered; one that is unclear is a manager's question."""
    event = sight.entry.event
    if not isinstance(event, ContactAssessed):
        return
    contact = numbered(sight.before, event.contact).event
    assert isinstance(contact, ContactLogged)
    if contact.statutory:
        assert event.response is Response.ANSWERED
    elif event.relation is Relation.SAME:
        assert event.response in NOT_ANSWERED
    elif event.relation is Relation.UNSURE:
        assert event.response is Response.MANAGER_ASKED
    elif event.response is Response.ANSWERED:
        assert not _surely_complete(sight, minute(contact.occurred_at))
    elif event.response is Response.ANSWERED_ON_TOPIC:
        assert event.relation is Relation.DIFFERENT


def a_manager_who_was_asked_has_another_topic_answered(sight: Sight) -> None:
    """Under a complete disengagement, never whoever got the contact, and with reasons."""
    event = sight.entry.event
    if not isinstance(event, ContactAssessed) or event.response is not Response.ANSWERED_ON_TOPIC:
        return
    assert not sight.policy.disengagement.refuse_other_topics
    assert event.reasons
    assert numbered(sight.before, event.contact).by != sight.entry.by
    managers = {each.in_place_of or each.asked for each in _asked(sight, event.contact)}
    assert sight.entry.by in {_in_the_place_of(sight, each) for each in managers if each}


def only_contact_under_a_notice_is_assessed(sight: Sight) -> None:
    event = sight.entry.event
    if not isinstance(event, ContactAssessed):
        return
    contact = numbered(sight.before, event.contact).event
    assert isinstance(contact, ContactLogged)
    made_at = minute(contact.occurred_at)
    assert any(first <= made_at <= last for first, last in _notices(sight))


def a_manager_who_is_asked_is_here_and_somebody_else(sight: Sight) -> None:
    event = sight.entry.event
    if isinstance(event, ContactAssessed):
        assert (event.asked is not None) is (event.response is Response.MANAGER_ASKED)
        if event.asked is not None:
            assert event.asked != sight.entry.by
            assert sight.staff[event.asked].active


def a_question_is_passed_on_within_a_place_alone(sight: Sight) -> None:
    """To the deputy of the manager who was asked or, once they are here, back to them; where
    nobody takes that place, up to one that had not been asked."""
    event = sight.entry.event
    if not isinstance(event, QuestionPassedOn):
        return
    assert sight.entry.by == SYSTEM
    moves = _asked(sight, event.contact)
    places = [move.in_place_of or move.asked for move in moves]
    place = event.in_place_of or event.asked
    assert place not in places if event.went_up else place == places[-1]
    assert event.asked != moves[-1].asked
    assert event.asked == _in_the_place_of(sight, event.in_place_of or event.asked)
    assert sight.staff[event.asked].active
    if event.in_place_of or event.went_up:
        askers = [
            entry.by
            for entry in sight.before
            if isinstance(entry.event, ContactAssessed) and entry.event.contact == event.contact
        ]
        assert event.asked not in (numbered(sight.before, event.contact).by, askers[-1])


def _asked(sight: Sight, contact: EntryNo) -> list[ContactAssessed | QuestionPassedOn]:
    moves = [
        entry.event
        for entry in sight.before
        if isinstance(entry.event, ContactAssessed | QuestionPassedOn)
    ]
    return [move for move in moves if move.contact == contact and move.asked]


def _in_the_place_of(sight: Sight, manager: StaffId) -> StaffId | None:
    """Themselves or, while they are away, their deputy."""
    absence = sight.staff[manager].absence_on(day_of(sight.policy, sight.entry.at))
    return absence.deputy if absence else manager


def a_measure_is_extended_to_another_person_we_know(sight: Sight) -> None:
    if isinstance(sight.entry.event, Extended):
        assert sight.entry.event.person != CustomerId(CASE)
        assert sight.entry.event.person in sight.customers


def _notices(sight: Sight) -> list[tuple[datetime, datetime]]:
    """From when to when each was in force."""
    now = minute(sight.entry.at)
    ended = {
        entry.event.disengagement: minute(entry.at)
        for entry in sight.before
        if isinstance(entry.event, CustomerReEngaged)
    }
    return [
        (minute(entry.at), ended.get(entry.no, now))
        for entry in sight.before
        if isinstance(entry.event, DisengagementIssued)
    ]


def _surely_complete(sight: Sight, made_at: datetime) -> bool:
    """Whether a complete disengagement was in force then, and is still."""
    complete = [no for no, topics in topics_of(sight.before).items() if not topics]
    since = [
        minute(entry.at)
        for entry in sight.before
        if isinstance(entry.event, DisengagementIssued | DisengagementChanged)
        and (entry.no in complete or getattr(entry.event, "disengagement", None) in complete)
    ]
    return bool(since) and max(since) < made_at


OF_EVERY_ENTRY: tuple[Check, ...] = (
    we_never_re_engage_on_the_same_issue,
    a_manager_who_was_asked_has_another_topic_answered,
    only_contact_under_a_notice_is_assessed,
    a_manager_who_is_asked_is_here_and_somebody_else,
    a_question_is_passed_on_within_a_place_alone,
    a_measure_is_extended_to_another_person_we_know,
)
