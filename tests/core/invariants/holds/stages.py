"""Step by step: warned before sanctioned, sanctioned before disengaged, unless it is extreme."""

from core.case.events import AppealDecided as Answered
from core.case.events import (
    CustomerTold,
    DisengagementIssued,
    IncidentReported,
    LegalAdviceReceived,
    MonitoringConcluded,
    ProposalApproved,
    ProposalMade,
    SanctionApplied,
    WarningGiven,
)
from core.case.proposals import DisengagementMatter, SanctionsMatter
from tests.core.invariants.reckoning import events, is_extreme, made, minute, takes_effect_at_once
from tests.core.invariants.recurrence import recurred
from tests.core.invariants.sight import Check, Sight


def no_sanction_without_a_warning_given_and_behaviour_that_went_on(sight: Sight) -> None:
    if not isinstance(sight.entry.event, SanctionApplied):
        return
    _, proposal = made(sight.before, sight.entry.event.proposal)
    if is_extreme(proposal.matter):
        return
    warned = [
        (minute(entry.event.given_at), entry.no)
        for entry in sight.before
        if isinstance(entry.event, WarningGiven)
    ]
    happened = [
        (minute(entry.event.occurred_at), entry.no)
        for entry in sight.before
        if isinstance(entry.event, IncidentReported)
    ]
    assert warned
    assert max(happened) > min(warned)


def no_disengagement_without_sanctions_that_did_not_help(sight: Sight) -> None:
    if not isinstance(sight.entry.event, DisengagementIssued):
        return
    _, proposal = made(sight.before, sight.entry.event.proposal)
    if is_extreme(proposal.matter):
        return
    applied = [(minute(entry.at), entry.no) for entry in events(sight.before, SanctionApplied)]
    assert applied
    assert max(recurred(sight.policy, sight.before, surely=False)) > min(applied)


def extreme_grounds_need_an_incident_that_was_extreme(sight: Sight) -> None:
    if isinstance(sight.entry.event, SanctionApplied | DisengagementIssued):
        _, proposal = made(sight.before, sight.entry.event.proposal)
        threats = [
            entry.event
            for entry in sight.before
            if isinstance(entry.event, IncidentReported) and entry.event.extreme
        ]
        assert threats or not is_extreme(proposal.matter)


def adjustments_and_proportionality_are_written_down_before(sight: Sight) -> None:
    if isinstance(sight.entry.event, SanctionApplied | DisengagementIssued):
        _, proposal = made(sight.before, sight.entry.event.proposal)
        assert isinstance(proposal.matter, SanctionsMatter | DisengagementMatter)
        assert proposal.matter.considerations.adjustments.strip()
        assert proposal.matter.considerations.proportionality.strip()
        assert proposal.matter.reasons.strip()
        assert proposal.matter.efforts.strip()


def a_warning_is_approved_before_it_is_given_once(sight: Sight) -> None:
    event = sight.entry.event
    if not isinstance(event, WarningGiven):
        return
    [approved] = [e for e in sight.before if e.event == ProposalApproved(event.proposal)]
    assert minute(event.given_at) >= minute(approved.at)
    assert event.proposal not in [
        entry.event.proposal for entry in sight.before if isinstance(entry.event, WarningGiven)
    ]


def what_the_monitoring_showed_is_said_once_of_a_warning_that_was_given(sight: Sight) -> None:
    if not isinstance(sight.entry.event, MonitoringConcluded):
        return
    no = sight.entry.event.warning
    given = [e.event.proposal for e in sight.before if isinstance(e.event, WarningGiven)]
    said = [e.event.warning for e in sight.before if isinstance(e.event, MonitoringConcluded)]
    assert no in given
    assert no not in said


def the_customer_is_told_once_in_writing_of_what_was_decided(sight: Sight) -> None:
    event = sight.entry.event
    if not isinstance(event, CustomerTold):
        return
    [decided] = [
        entry
        for entry in sight.before
        if entry.event == ProposalApproved(event.decision)
        or (isinstance(entry.event, Answered) and entry.event.appeal == event.decision)
        or (
            entry.no == event.decision
            and isinstance(entry.event, ProposalMade)
            and takes_effect_at_once(sight.policy, entry.event.matter)
        )
    ]
    assert minute(event.told_at) >= minute(decided.at)
    assert event.means in [means.code for means in sight.policy.means if means.is_written]
    assert event.decision not in [
        entry.event.decision for entry in sight.before if isinstance(entry.event, CustomerTold)
    ]


def legal_advice_is_given_once_for_each_request(sight: Sight) -> None:
    if isinstance(sight.entry.event, LegalAdviceReceived):
        assert sight.entry.event.request not in [
            entry.event.request
            for entry in sight.before
            if isinstance(entry.event, LegalAdviceReceived)
        ]


OF_EVERY_ENTRY: tuple[Check, ...] = (
    no_sanction_without_a_warning_given_and_behaviour_that_went_on,
    no_disengagement_without_sanctions_that_did_not_help,
    extreme_grounds_need_an_incident_that_was_extreme,
    adjustments_and_proportionality_are_written_down_before,
    a_warning_is_approved_before_it_is_given_once,
    what_the_monitoring_showed_is_said_once_of_a_warning_that_was_given,
    the_customer_is_told_once_in_writing_of_what_was_decided,
    legal_advice_is_given_once_for_each_request,
)
