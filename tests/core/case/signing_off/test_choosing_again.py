"""A deputy who answered about a contact may put a slip right; two people see it all the same."""

import pytest

from core.case.authority.access import check_may_read
from core.case.commands import AssessContact, PassOnQuestion
from core.case.events import Relation, Response
from core.vocabulary.refusal import Refused
from tests.core.case.signing_off.asked import gone, now, on_that_topic, passed_on, waiting
from tests.core.disengaging import DisengagingStory
from tests.support.people import ASHA, MORGAN, NOOR, SENA


def refused(command: PassOnQuestion) -> AssessContact:
    return AssessContact(command.contact, Relation.DIFFERENT, Response.NOT_RE_ENGAGED)


def answered() -> tuple[DisengagingStory, PassOnQuestion]:
    """Sena answered while Morgan was away."""
    story, command = waiting()
    story.becomes(gone(MORGAN, SENA))
    assert passed_on(story, command) == SENA.id
    story.does(SENA, refused(command))
    return story, command


def test_whoever_stands_in_chooses_again_and_reads_the_timeline_to_do_so() -> None:
    story, command = answered()
    check_may_read(story.scene(SENA), story.case)
    assert story.does(SENA, on_that_topic(command))
    assert now(story).response is Response.ANSWERED_ON_TOPIC


def test_once_the_manager_is_back_they_do_not() -> None:
    story, command = answered()
    story.becomes(MORGAN)
    assert story.refuses(SENA, on_that_topic(command)).rule == "not-yours"
    with pytest.raises(Refused, match="may-not-read"):
        check_may_read(story.scene(SENA), story.case)


def test_whoever_asked_does_not_get_the_word_by_refusing_it_first() -> None:
    story, command = waiting(asked_by=ASHA)
    story.does(NOOR, AssessContact(command.contact, Relation.UNSURE, Response.MANAGER_ASKED))
    story.becomes(gone(MORGAN, NOOR))
    story.does(NOOR, refused(command))
    assert story.refuses(NOOR, on_that_topic(command)).rule == "manager-decides-other-topics"
