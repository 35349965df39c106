"""From whom we disengage how far, and when at the earliest we re-engage (stages 5 and 7)."""

from datetime import date

from core.case.events import (
    AppealDecided,
    ClientTold,
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementIssued,
    MeasureExtended,
)
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId, EntryNo
from tests.core.invariants.reckoning import day_of, events, plain, topics_of
from tests.core.invariants.record import CASE
from tests.core.invariants.recurrence import recurred
from tests.core.invariants.sight import Check, Sight
from tests.core.invariants.world import Standing, World


def no_site_owner_is_disengaged_from_completely(sight: Sight) -> None:
    for person, topics in _disengaged_now(sight):
        assert topics or not person.is_site_owner


def no_agent_is_disengaged_from_without_topics_and_a_client_told(sight: Sight) -> None:
    """An appeal can only ease it, so it waits for no client: also of one found to be an agent."""
    for person, topics in _disengaged_now(sight):
        if person.is_agent:
            assert topics
            assert _on_appeal(sight) or list(events(sight.before, ClientTold))


def we_re_engage_only_after_the_full_clear_years(sight: Sight) -> None:
    """Unless an appeal takes back, or varies, what was decided."""
    event = sight.entry.event
    if not isinstance(event, CustomerReEngaged | DisengagementChanged) or _on_appeal(sight):
        return
    notice = event.disengagement
    if isinstance(event, DisengagementChanged) and not _gives_up_topics(sight, event):
        return
    issued = next(entry.at for entry in sight.before if entry.no == notice)
    happened = [moment for moment, _ in recurred(sight.policy, sight.before, surely=True)]
    today = day_of(sight.policy, sight.entry.at)
    for moment in (issued, *happened):
        assert _full_years(day_of(sight.policy, moment), today) >= (
            sight.policy.disengagement.clear_years
        )


def what_is_disengaged_is_disengaged_once(world: World) -> None:
    """No topic under two notices, and nothing beside a complete one."""
    topics = list(topics_of(world.timeline).values())
    assert all(topics) or len(topics) == 1
    named = [topic for each in topics for topic in plain(each)]
    assert len(named) == len(set(named))


def the_measures_in_force_are_those_that_came_and_did_not_end(world: World) -> None:
    standing = {notice.no: notice.topics for notice in world.case.disengaged}
    assert standing == topics_of(world.timeline)


def _disengaged_now(sight: Sight) -> list[tuple[Customer, tuple[str, ...]]]:
    """Whom this entry disengages from, and on which topics."""
    event = sight.entry.event
    theirs = CustomerId(CASE)
    match event:
        case DisengagementIssued(topics=topics):
            bound, topics = [theirs], topics
        case DisengagementChanged(disengagement=no, topics=topics):
            bound, topics = [theirs, *_extended(sight, no)], topics
        case MeasureExtended(measure=no, person=person) if no in topics_of(sight.before):
            bound, topics = [person], topics_of(sight.before)[no]
        case _:
            return []
    return [(sight.customers[person], topics) for person in bound]


def _extended(sight: Sight, no: EntryNo) -> list[CustomerId]:
    return [
        entry.event.person
        for entry in sight.before
        if isinstance(entry.event, MeasureExtended) and entry.event.measure == no
    ]


def _gives_up_topics(sight: Sight, event: DisengagementChanged) -> bool:
    before, after = topics_of(sight.before)[event.disengagement], event.topics
    if not after:
        return False
    if not before:
        # From some a complete disengagement should never have been: it may be narrowed.
        theirs = sight.customers[CustomerId(CASE)]
        return not (theirs.is_agent or theirs.is_site_owner)
    return bool(plain(before) - plain(after))


def _on_appeal(sight: Sight) -> bool:
    return any(isinstance(entry.event, AppealDecided) for entry in sight.together)


def _full_years(first: date, last: date) -> int:
    """As people reckon: by year, month and day, whether or not there is such a day."""
    before_the_day = (last.month, last.day) < (first.month, first.day)
    return last.year - first.year - before_the_day


OF_EVERY_ENTRY: tuple[Check, ...] = (
    no_site_owner_is_disengaged_from_completely,
    no_agent_is_disengaged_from_without_topics_and_a_client_told,
    we_re_engage_only_after_the_full_clear_years,
)
STANDING: tuple[Standing, ...] = (
    what_is_disengaged_is_disengaged_once,
    the_measures_in_force_are_those_that_came_and_did_not_end,
)
