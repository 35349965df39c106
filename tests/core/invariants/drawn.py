"""What those who read of an alert read last."""

from collections.abc import Sequence
from dataclasses import dataclass, field

from core.alert.state import Alert
from core.case.state import Case, Disengagement, Sanction
from core.services.messages import Message
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId

Binding = tuple[object, ...]
"""What is in force in a case for one person, with its terms or topics."""


@dataclass
class Drawn:
    """``last``: what bound whom when a message was drawn last, by its alert and its key."""

    last: dict[tuple[str, str], Binding] = field(default_factory=dict)
    _seen: int = 0

    def go_on(
        self,
        messages: Sequence[Message],
        alerts: Sequence[Alert],
        case: Case,
        known: dict[CustomerId, Customer],
    ) -> dict[str, Binding]:
        """What binds whoever each alert is of, as things stand now."""
        now = {str(alert.id): _binding(case, alert, known) for alert in alerts}
        for message in messages[self._seen :]:
            if alert := message.about.get("alert"):
                self.last[alert, message.redraws or message.key] = now[alert]
        self._seen = len(messages)
        return now


def _binding(case: Case, alert: Alert, known: dict[CustomerId, Customer]) -> Binding:
    record = known[alert.customer]
    records = {*known[record.merged_into or record.id].records}
    is_own = case.customer in records
    measures: list[Sanction | Disengagement] = [*case.in_force, *case.disengaged]
    return tuple(
        (each.no, each.terms if isinstance(each, Sanction) else each.topics)
        for each in measures
        if is_own or each.extended_to & records
    )
