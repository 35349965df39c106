"""What deputies held before it was written down in whose place comes back too (Responsibilities).

Whose it is, is known by who names them in the staff directory.
"""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve, PassOn
from core.case.events import CaseEvent, ProposalMade, ProposalPassedOn
from core.vocabulary.people import StaffMember
from tests.core.story import WARNING, Story
from tests.core.waiting import THE_BOT, away, unanswered
from tests.support.people import ASHA, CLEO, DANA, DEVI, MORGAN, NOOR, ORGANISATION, SENA


def held_by_a_deputy(*changed: StaffMember) -> tuple[Story, PassOn]:
    """Noor was asked while Morgan was away, before it was written down in whose place."""
    others = {member.id: member for member in (*ORGANISATION, away(MORGAN, NOOR), *changed)}
    story = Story(staff=others.values())
    story.report()
    proposal = story.proposed(WARNING)
    assert proposal.approver == NOOR.id
    story.entries = [replace(e, event=as_it_was(e.event)) for e in story.entries]
    return story, PassOn(proposal.no)


def as_it_was(event: CaseEvent) -> CaseEvent:
    return replace(event, in_place_of=None) if isinstance(event, ProposalMade) else event


def stays(story: Story, command: PassOn) -> bool:
    return story.refuses(THE_BOT, command).rule == "nobody-stands-in"


def test_while_they_stand_in_it_is_written_down_in_whose_place_and_then_comes_back() -> None:
    story, command = held_by_a_deputy()
    [event] = story.does(THE_BOT, command)
    assert event == ProposalPassedOn(command.proposal, NOOR.id, in_place_of=MORGAN.id)
    assert stays(story, command)
    story.becomes(MORGAN)  # here after all: the directory tells of no absence any more
    [event] = story.does(THE_BOT, command)
    assert event == ProposalPassedOn(command.proposal, MORGAN.id)
    assert story.does(MORGAN, Approve(command.proposal))


def test_once_the_absence_is_over_it_comes_back_at_once() -> None:
    story, command = held_by_a_deputy()
    story.later(days=14)
    [event] = story.does(THE_BOT, command)
    assert event == ProposalPassedOn(command.proposal, MORGAN.id)
    assert stays(story, command)


def test_where_nobody_names_them_any_more_it_goes_up_the_line_in_its_time() -> None:
    story, command = held_by_a_deputy()
    story.becomes(MORGAN)
    assert stays(story, command)
    [_, up] = unanswered(story)
    assert getattr(up, "approver") == MORGAN.id  # noqa: B009


def test_an_absence_from_before_the_proposal_tells_nothing() -> None:
    story, command = held_by_a_deputy()
    before = story.today - timedelta(days=1)
    story.becomes(away(MORGAN, NOOR, first=before, last=before))
    assert stays(story, command)


@pytest.mark.parametrize("asked", [DEVI, CLEO])
def test_whoever_has_a_place_of_their_own_keeps_what_they_were_asked(asked: StaffMember) -> None:
    story = Story()
    for below in (DEVI, DANA) if asked is CLEO else ():
        story.becomes(replace(below, active=False))
    story.report()
    command = PassOn(story.proposed(WARNING, by=ASHA).no)
    unanswered(story)
    assert story.case.proposals[command.proposal].approver == asked.id
    story.becomes(away(MORGAN, asked))
    assert stays(story, command)


def test_a_deputy_who_may_not_decide_any_more_is_not_written_down() -> None:
    story, command = held_by_a_deputy()
    story.becomes(replace(NOOR, grade=SENA.grade))
    assert stays(story, command)
