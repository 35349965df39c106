"""Two records of one person: the one stands for the other too, until they are separated again.

There are no chains: a record stands for itself, or one other stands for it.
"""

from dataclasses import replace

from core.case.authority.powers import has_power
from core.case.checks import require_actor, require_text
from core.case.register import CustomersMerged, CustomersUnmerged
from core.case.scene import Scene
from core.case.sections import SCOPE
from core.policy.model import Power
from core.vocabulary.customer import Customer
from core.vocabulary.refusal import refuse


def merge_customers(
    scene: Scene, customer: Customer, into: Customer, reasons: str
) -> CustomersMerged:
    """``customer`` is found as ``into`` from now on. Raises ``Refused``."""
    _require_may_merge(scene)
    require_text(reasons, "reasons", "how you know that they are one person")
    if customer.id == into.id:
        raise refuse(
            "same-record",
            "These are one and the same record.",
            "Choose the other record of this person.",
            field="into",
        )
    if customer.merged_into is not None:
        raise refuse(
            "merged-already",
            f"Another record stands for {customer.reference} already.",
            "Separate them first if it is another person.",
            field="customer",
        )
    if customer.merged:
        raise refuse(
            "stands-for-others",
            f"{customer.reference} stands for other records itself.",
            f"Merge {into.reference} into {customer.reference}, or separate those first.",
            field="customer",
        )
    if into.merged_into is not None:
        raise refuse(
            "merged-already",
            f"Another record stands for {into.reference}.",
            "Choose the record that stands for this person.",
            field="into",
        )
    return CustomersMerged(customer.id, into.id, reasons.strip())


def unmerge_customers(
    scene: Scene, customer: Customer, into: Customer, reasons: str
) -> CustomersUnmerged:
    """Each stands for itself again. Raises ``Refused``."""
    _require_may_merge(scene)
    require_text(reasons, "reasons", "how you know that they are two people")
    if customer.merged_into != into.id:
        raise refuse(
            "not-merged",
            f"No other record stands for {customer.reference}.",
            "Look the customer up to see which records are theirs.",
            field="customer",
        )
    return CustomersUnmerged(customer.id, into.id, reasons.strip())


def with_merged(customer: Customer, into: Customer) -> tuple[Customer, Customer]:
    """Both records as they stand then."""
    merged = (*into.merged, customer.id)
    return replace(customer, merged_into=into.id), replace(into, merged=merged)


def without_merged(customer: Customer, into: Customer) -> tuple[Customer, Customer]:
    merged = tuple(record for record in into.merged if record != customer.id)
    return replace(customer, merged_into=None), replace(into, merged=merged)


def _require_may_merge(scene: Scene) -> None:
    require_actor(scene)
    if not has_power(scene, scene.actor, Power.MANAGE):
        raise refuse(
            "may-not-merge",
            "Only colleagues who may manage every case say which records are of one person.",
            "Ask the Customer Focus team.",
            section=SCOPE,
        )
