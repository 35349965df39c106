"""What was counted on the timeline (Annex A), in words."""

from core.case.state import Case, Incident
from core.case.weighing.patterns import Evidence, evidence
from core.policy.model import Policy


def evidence_text(policy: Policy, found: Evidence, topic: str = "") -> str:
    """``Frequency: 5 contacts on this topic in 2 days``; ``topic``: for those who may know."""
    behaviour = policy.behaviour(found.behaviour)
    label = behaviour.label if behaviour else found.behaviour
    about = f" (“{topic}”)" if topic else ""
    return f"{label}{about}: {found.sentence}"


def further_evidence(policy: Policy, case: Case, incident: Incident) -> tuple[Evidence, ...]:
    """What the timeline shows until the incident, beyond the behaviours it was reported as."""
    found = evidence(policy, case, incident.topic, incident.occurred_at)
    return tuple(each for each in found if each.behaviour not in incident.behaviours)
