"""The part of a case that lists and sweeps need, drawn from the case."""

from core.case.reminders import next_reminder_day
from core.case.state import Case
from core.policy.model import Policy
from core.services.summary import Awaiting, CaseSummary, InForce


def summarise(policy: Policy, case: Case) -> CaseSummary:
    return CaseSummary(
        case=case.id,
        reference=case.reference,
        customer=case.customer,
        owner=case.owner,
        open=True,
        in_force=tuple(
            InForce(
                sanction=sanction.no,
                code=sanction.terms.code,
                review_on=sanction.review_on,
                remind_on=next_reminder_day(policy.review, sanction),
            )
            for sanction in case.in_force
        ),
        awaiting=tuple(
            Awaiting(
                proposal=proposal.no,
                approver=proposal.approver,
                proposed_by=proposal.proposed_by,
                proposed_at=proposal.proposed_at,
            )
            for proposal in case.open_proposals
        ),
    )
