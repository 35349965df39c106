"""Agents and contractors: telling their client, and complaining to whom they answer."""

from core.case.authority.owners import require_owner_or
from core.case.checks import TOPIC_LENGTH, require_means, require_past, require_text
from core.case.commands import RecordClientTold, RecordComplaint
from core.case.events import CaseEvent, ClientTold, ComplaintMade, ComplaintTo
from core.case.scene import Scene
from core.case.sections import AGENTS
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.refusal import refuse


def record_client_told(
    scene: Scene, case: Case, command: RecordClientTold
) -> tuple[CaseEvent, ...]:
    """Before we disengage from an agent, and as often as clients were told."""
    _require_agent(scene)
    require_owner_or(scene, case, case.involved, "record that a client was told", AGENTS)
    require_text(command.client, "client", "which client was told", TOPIC_LENGTH)
    require_means(scene, command.means)
    require_past(scene, command.told_at, "told_at")
    effect = "how it may affect the client's project, application or agreement"
    require_text(command.effect, "effect", effect)
    client, words = command.client.strip(), command.effect.strip()
    return (ClientTold(client, command.told_at, command.means, words),)


def record_complaint(scene: Scene, case: Case, command: RecordComplaint) -> tuple[CaseEvent, ...]:
    """To the agent's employer, or to the professional body that represents them."""
    agent = _require_agent(scene)
    require_owner_or(scene, case, case.involved, "record a complaint about an agent", AGENTS)
    if command.to is ComplaintTo.EMPLOYER and not agent.employer.strip():
        raise refuse(
            "no-employer",
            "We know of no employer: the customer's entry says that they are self-employed.",
            "Add the employer to the customer's entry, or complain to their professional body.",
            section=AGENTS,
            field="to",
        )
    require_text(command.addressee, "addressee", "to whom the complaint was made", TOPIC_LENGTH)
    require_past(scene, command.made_at, "made_at")
    require_text(command.details, "details", "what the complaint says")
    addressee, details = command.addressee.strip(), command.details.strip()
    return (ComplaintMade(command.to, addressee, command.made_at, details),)


def _require_agent(scene: Scene) -> Customer:
    if scene.customer is None or not scene.customer.is_agent:
        raise refuse(
            "not-an-agent",
            "This is only for agents and contractors, and this customer is not known as one.",
            "If they act for clients, say so in the customer's entry first.",
            section=AGENTS,
        )
    return scene.customer
