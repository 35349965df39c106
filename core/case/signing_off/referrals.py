"""Whether to report it to Legal and to the Police, as a Director considers (Extreme behaviour)."""

from core.case.authority.powers import has_power
from core.case.checks import require_length, require_text
from core.case.commands import Approve, RecordReferral, Referral
from core.case.events import CaseEvent, ReferralConsidered, ReferredTo
from core.case.extreme import alerted, on_extreme_grounds
from core.case.finding import find_proposal
from core.case.scene import Scene
from core.case.sections import EXTREME
from core.case.state import Case, Proposal, ProposalStatus
from core.policy.model import Power
from core.vocabulary.ids import EntryNo
from core.vocabulary.refusal import Refused, refuse


def considered(proposal: Proposal, command: Approve) -> tuple[CaseEvent, ...]:
    """Both considerations, Legal's first, for a matter on grounds of extreme behaviour."""
    if not on_extreme_grounds(proposal.matter):
        if command.referrals:
            raise _wrong(
                "not-on-extreme-grounds",
                "Reporting to Legal and the Police is only considered for extreme behaviour.",
                "referrals",
            )
        return ()
    given = {referral.to: referral for referral in command.referrals}
    if set(given) != set(ReferredTo) or len(command.referrals) != len(ReferredTo):
        raise refuse(
            "referrals-missing",
            "Say whether this is reported to the Legal Team and to the Police, once each.",
            "Give a reason for each, also where it is not reported.",
            section=EXTREME,
            field="referrals",
        )
    return tuple(_event(proposal.no, given[to]) for to in ReferredTo)


def record_referral(scene: Scene, case: Case, command: RecordReferral) -> tuple[CaseEvent, ...]:
    """A later word, by whoever approved it, is alerted of such behaviour, or manages the case."""
    proposal = find_proposal(case, command.proposal)
    is_approved = proposal.status is ProposalStatus.APPROVED
    if not (is_approved and on_extreme_grounds(proposal.matter)):
        raise _wrong(
            "not-extreme-decision",
            "This was not decided on grounds of extreme behaviour.",
            "proposal",
        )
    _require_director(scene, proposal)
    event = _event(proposal.no, command.referral)
    if event in proposal.referrals:
        raise refuse("already-recorded", "This is already recorded, word for word.")
    return (event,)


def _require_director(scene: Scene, proposal: Proposal) -> None:
    directors = {member.id for member in alerted(scene)}
    if scene.actor in directors | {proposal.decided_by}:
        return
    if not has_power(scene, scene.actor, Power.MANAGE):
        decider = proposal.decided_by
        name = scene.people.name_of(decider) if decider else "the director"
        raise refuse(
            "not-yours",
            f"Only {name}, those who are alerted of extreme behaviour, and those who manage every "
            "case can record this.",
            f"Ask {name}.",
            section=EXTREME,
        )


def _event(proposal: EntryNo, referral: Referral) -> ReferralConsidered:
    field = str(referral.to)
    require_text(referral.reason, f"{field}.reason", "why it is, or is not, reported")
    require_length(referral.reference, f"{field}.reference", "the reference", 150)
    reference = referral.reference.strip()
    if reference and not referral.reported:
        raise _wrong(
            "reference-without-report",
            "A reference is only for what was reported.",
            f"{field}.reference",
        )
    return ReferralConsidered(
        proposal, referral.to, referral.reported, referral.reason.strip(), reference
    )


def _wrong(rule: str, message: str, field: str) -> Refused:
    return refuse(rule, message, section=EXTREME, field=field)
