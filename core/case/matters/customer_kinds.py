"""From whom we can disengage only in part (Agents / contractors; Site owners)."""

from core.case.sections import AGENTS, SITE_OWNERS
from core.case.state import Case
from core.vocabulary.customer import Customer
from core.vocabulary.refusal import refuse


def may_be_complete(customer: Customer | None) -> bool:
    return customer is None or not (customer.is_agent or customer.is_site_owner)


def require_fitting(
    case: Case, customer: Customer | None, topics: tuple[str, ...], field: str
) -> None:
    """Raises ``Refused`` where ``customer`` cannot be disengaged from on these ``topics``."""
    if customer is None:
        return
    if customer.is_site_owner and not topics:
        raise refuse(
            "site-owner-partial-only",
            "We cannot fully disengage from a site owner: some contact has to continue.",
            "Name the topics to disengage from. If that is not enough, ask Legal for advice.",
            section=SITE_OWNERS,
            field=field,
        )
    if not customer.is_agent:
        return
    if not topics:
        raise refuse(
            "agent-topic-only",
            "We cannot fully disengage from an agent or contractor: they may act for other "
            "clients and on other topics.",
            "Name the topics to disengage from.",
            section=AGENTS,
            field=field,
        )
    if not case.clients_told:
        raise refuse(
            "client-first",
            "The client has not been told yet that their agent's behaviour is unacceptable and "
            "how that may affect them.",
            "Contact the client, record when and how they were told, then propose this.",
            section=AGENTS,
        )
