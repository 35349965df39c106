"""An immediate threat to safety and welfare: stages may be skipped, never the second person."""

from dataclasses import replace

import pytest

from core.case.authority.sign_off import eligible
from core.case.commands import Approve, Propose, RecordReferral, Referral, Reject
from core.case.events import ProposalApproved, ReferralConsidered, ReferredTo, SanctionApplied
from core.case.proposals import Grounds
from core.case.state import Proposal
from core.vocabulary.people import Role, StaffMember
from tests.core.disengaging import GRANT, DisengagingStory
from tests.core.extreme import BOTH, NOT_LEGAL, POLICE
from tests.core.story import WARNING
from tests.core.waiting import away
from tests.support.people import ASHA, CLEO, DANA, DEVI, FRAN, LEE, MORGAN, NOOR, SENA, member

DEE = member("Dee Director", "director", "Marine", CLEO, Role.DIRECTOR)


def threatened(*colleagues: StaffMember) -> DisengagingStory:
    """Asha reported a threat; nobody was ever warned."""
    story = DisengagingStory()
    for colleague in colleagues:
        story.becomes(colleague)
    story.report(extreme=True, behaviours=frozenset({"threatening"}))
    return story


def at_once(story: DisengagingStory, by: StaffMember = ASHA) -> Proposal:
    return story.proposed(story.sanctions(grounds=Grounds.EXTREME), by=by)


def test_sanctions_may_be_proposed_without_a_warning() -> None:
    story = threatened()
    assert at_once(story).approver == DANA.id


def test_a_disengagement_may_be_proposed_without_sanctions() -> None:
    story = threatened()
    proposal = story.proposed(story.disengagement(GRANT, grounds=Grounds.EXTREME))
    events = story.does(DANA, Approve(proposal.no, BOTH))
    assert ProposalApproved(proposal.no) in events
    assert story.case.disengaged


def test_where_nobody_reported_a_threat_the_stages_are_followed() -> None:
    story = DisengagingStory()
    story.report()
    refusal = story.refuses(ASHA, Propose(story.sanctions(grounds=Grounds.EXTREME)))
    assert (refusal.rule, refusal.section) == ("not-extreme", "Extreme behaviour")
    refusal = story.refuses(ASHA, Propose(story.disengagement(grounds=Grounds.EXTREME)))
    assert refusal.rule == "not-extreme"


def test_an_extreme_incident_alone_does_not_skip_the_warning() -> None:
    story = threatened()
    assert story.refuses(ASHA, Propose(story.sanctions())).rule == "warning-first"


@pytest.mark.parametrize(
    ("actor", "rule"),
    [
        (ASHA, "own-proposal"),
        (SENA, "too-junior"),
        (MORGAN, "too-junior"),
        (DEVI, "too-junior"),
        (LEE, "too-junior"),
    ],
)
def test_a_director_decides(actor: StaffMember, rule: str) -> None:
    story = threatened()
    assert story.refuses(actor, Approve(at_once(story).no, BOTH)).rule == rule


def test_another_director_may_decide_too_after_those_in_the_line() -> None:
    story = threatened(DEE)
    proposal = at_once(story)
    assert eligible(story.scene(ASHA), story.case, proposal) == (DANA, CLEO, DEE)
    assert story.does(DEE, Approve(proposal.no, BOTH))


def test_without_extreme_grounds_a_director_of_another_line_has_no_say() -> None:
    story = threatened(DEE)
    proposal = story.proposed(WARNING)
    assert story.refuses(DEE, Approve(proposal.no)).rule == "not-in-line"


def test_a_director_who_had_a_hand_in_it_leaves_it_to_others() -> None:
    story = threatened(DEE)
    story.report(by=DEE, extreme=True)
    refusal = story.refuses(DEE, Approve(at_once(story).no, BOTH))
    assert refusal.rule == "had-a-hand"
    assert refusal.remedy == "It can be decided by Dana Director or Cleo Chief."


def test_two_directors_are_of_one_grade() -> None:
    story = threatened(DEE)
    proposal = at_once(story, by=DEE)
    assert story.refuses(DANA, Approve(proposal.no, BOTH)).rule == "same-grade"
    assert proposal.approver == CLEO.id


def test_the_deputy_of_a_director_who_is_away_decides_if_they_are_a_director_too() -> None:
    story = threatened(DEE, away(DANA, DEE), replace(CLEO, active=False))
    assert at_once(story).approver == DEE.id
    story = threatened(away(DANA, DEVI))
    assert at_once(story).approver == CLEO.id


def test_the_considerations_stand_before_the_approval() -> None:
    story = threatened()
    proposal = at_once(story)
    legal, police, approved, applied = story.does(DANA, Approve(proposal.no, BOTH))
    assert legal == ReferralConsidered(
        proposal.no, ReferredTo.LEGAL, False, "The Police come first.", ""
    )
    assert police == ReferralConsidered(
        proposal.no, ReferredTo.POLICE, True, "He said he would come with a knife.", "CAD 123"
    )
    assert approved == ProposalApproved(proposal.no)
    assert isinstance(applied, SanctionApplied)
    assert story.case.proposals[proposal.no].referrals == (legal, police)


@pytest.mark.parametrize(
    ("referrals", "rule", "field"),
    [
        ((), "referrals-missing", "referrals"),
        ((POLICE,), "referrals-missing", "referrals"),
        ((POLICE, POLICE), "referrals-missing", "referrals"),
        ((NOT_LEGAL, POLICE, POLICE), "referrals-missing", "referrals"),
        ((replace(NOT_LEGAL, reason=" "), POLICE), "text-missing", "legal.reason"),
        ((NOT_LEGAL, replace(POLICE, reason="")), "text-missing", "police.reason"),
        ((NOT_LEGAL, replace(POLICE, reference="1" * 151)), "text-too-long", "police.reference"),
        (
            (replace(NOT_LEGAL, reference="L1"), POLICE),
            "reference-without-report",
            "legal.reference",
        ),
    ],
)
def test_both_must_be_considered_with_a_reason(
    referrals: tuple[Referral, ...], rule: str, field: str
) -> None:
    story = threatened()
    refusal = story.refuses(DANA, Approve(at_once(story).no, referrals))
    assert (refusal.rule, refusal.field) == (rule, field)


def test_the_reference_may_follow_later() -> None:
    story = threatened()
    proposal = at_once(story)
    story.does(DANA, Approve(proposal.no, (NOT_LEGAL, replace(POLICE, reference=""))))
    [event] = story.does(DANA, RecordReferral(proposal.no, POLICE))
    assert isinstance(event, ReferralConsidered)
    assert (event.to, event.reference) == (ReferredTo.POLICE, "CAD 123")
    assert story.case.proposals[proposal.no].referrals[-1] == event
    assert story.refuses(DANA, RecordReferral(proposal.no, POLICE)).rule == "already-recorded"


@pytest.mark.parametrize("actor", [DANA, DEE, FRAN, CLEO])
def test_who_may_record_a_later_word(actor: StaffMember) -> None:
    story = threatened(DEE)
    proposal = at_once(story)
    story.does(DANA, Approve(proposal.no, BOTH))
    later = replace(POLICE, reference="CAD 456")
    assert story.does(actor, RecordReferral(proposal.no, later))


@pytest.mark.parametrize("actor", [ASHA, MORGAN, NOOR, LEE])
def test_who_may_not(actor: StaffMember) -> None:
    story = threatened()
    proposal = at_once(story)
    story.does(DANA, Approve(proposal.no, BOTH))
    refusal = story.refuses(actor, RecordReferral(proposal.no, replace(POLICE, reference="2")))
    assert (refusal.rule, refusal.section) == ("not-yours", "Extreme behaviour")


def test_a_later_word_is_about_what_was_approved_on_extreme_grounds() -> None:
    story = threatened()
    proposal = at_once(story)
    command = RecordReferral(proposal.no, POLICE)
    assert story.refuses(DANA, command).rule == "not-extreme-decision"
    story.does(DANA, Reject(proposal.no, "A warning will do."))
    assert story.refuses(DANA, command).rule == "not-extreme-decision"
    warning = story.proposed(WARNING)
    story.does(MORGAN, Approve(warning.no))
    refusal = story.refuses(DANA, RecordReferral(warning.no, POLICE))
    assert refusal.rule == "not-extreme-decision"


def test_for_anything_else_there_is_nothing_to_report() -> None:
    story = threatened()
    proposal = story.proposed(WARNING)
    refusal = story.refuses(MORGAN, Approve(proposal.no, BOTH))
    assert refusal.rule == "not-on-extreme-grounds"
