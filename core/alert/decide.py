"""What colleagues say of an alert: a refusal, or what is kept. All of it by any of them."""

from collections.abc import Iterable, Mapping
from datetime import UTC, datetime, timedelta
from typing import Final

from core.alert.events import AlertConfirmed, AlertEvent, AlertReopened, AlertSettled, Settled
from core.alert.known_as import Said, say_alike
from core.alert.state import Alert
from core.case.checks import require_actor
from core.case.scene import Scene
from core.case.sections import STAGE_3
from core.policy.model import AlertRule
from core.vocabulary.ids import CustomerId, EntryNo
from core.vocabulary.refusal import Refused, refuse
from core.vocabulary.sought import Certainty

_SEE: Final = (
    "Open the case to read what was done. Was it another contact, or is there more to say? Log "
    "or report that from there."
)
_SAID: Final[Mapping[Settled, tuple[str, str]]] = {
    Settled.LOGGED: ("logged it already.", _SEE),
    Settled.BREACH: ("recorded it as an incident already.", _SEE),
    Settled.ANOTHER_PERSON: (
        "said already that it is another person.",
        "If it is the customer after all, take that back first.",
    ),
    Settled.MENTIONED: (
        "said already that the customer was only mentioned.",
        "If they made contact after all, take that back first.",
    ),
}

_FIRST: Final = datetime.min.replace(tzinfo=UTC)
_TAKEN_BACK: Final = (Settled.ANOTHER_PERSON, Settled.MENTIONED)


def joins(rule: AlertRule, alert: Alert, customer: CustomerId, at: datetime) -> bool:
    """Whether this alert stands open for another contact of ``customer``."""
    is_theirs = alert.settled is None and alert.customer == customer
    is_soon = alert.first_at <= at + rule.together and at <= alert.last_at + rule.together
    return is_theirs and is_soon and alert.count < rule.most_seen


def reach(rule: AlertRule, first: datetime, last: datetime) -> tuple[datetime, datetime]:
    """The earliest and the latest last contact of what contacts from ``first`` to ``last``
    ``joins``.

    No alert lasts longer than ``most_seen`` contacts of which each is as far from the others as
    may be.
    """
    return earlier(first, rule.together), last + rule.most_seen * rule.together


def earlier(at: datetime, by: timedelta) -> datetime:
    """Or the first moment there is."""
    return at - by if at - _FIRST > by else _FIRST


def is_answered_alike(
    alert: Alert, certainty: Certainty, who: Said, before: Iterable[Said]
) -> bool:
    """Whether whatever colleagues answer of this alert is an answer of a contact of ``who`` too.

    ``before``: of whom its contacts were told to be.
    """
    if certainty is not Certainty.POSSIBLE:
        return not alert.asks
    if alert.asks:
        return all(who.names == each.names and say_alike(who, each) for each in before)
    return alert.confirmed_by is not None and any(who.words == each.words for each in before)


def confirm(scene: Scene, alert: Alert) -> tuple[AlertEvent, ...]:
    """It is the customer; nothing new where nobody needs to say so any more."""
    require_actor(scene)
    require_unsettled(scene, alert)
    return (AlertConfirmed(),) if alert.asks else ()


def another_person(scene: Scene, alert: Alert) -> tuple[AlertEvent, ...]:
    require_actor(scene)
    if alert.settled is Settled.ANOTHER_PERSON:
        return ()
    require_unsettled(scene, alert)
    return (AlertSettled(Settled.ANOTHER_PERSON),)


def only_mentioned(scene: Scene, alert: Alert) -> tuple[AlertEvent, ...]:
    """Colleagues wrote of the customer: nothing is said of who it was, and nothing logged."""
    require_actor(scene)
    if alert.settled is Settled.MENTIONED:
        return ()
    require_unsettled(scene, alert)
    if not alert.is_overheard:
        raise refuse(
            "contact-made",
            "We were told of a contact, not only of a message in a watched channel.",
            "Log what happened, or say that it is another person.",
            section=STAGE_3,
        )
    return (AlertSettled(Settled.MENTIONED),)


def reopen(scene: Scene, alert: Alert) -> tuple[AlertEvent, ...]:
    """Only that it was another person, or no contact, is taken back."""
    require_actor(scene)
    if alert.settled is None:
        return ()
    if alert.settled not in _TAKEN_BACK:
        raise _settled_already(scene, alert, alert.settled)
    return (AlertReopened(alert.settled),)


def settle(scene: Scene, alert: Alert, how: Settled, entry: EntryNo | None) -> list[AlertEvent]:
    """Whoever says what the customer did says that it was the customer."""
    require_actor(scene)
    require_unsettled(scene, alert)
    settled = AlertSettled(how, entry)
    return [AlertConfirmed(), settled] if alert.asks else [settled]


def require_unsettled(scene: Scene, alert: Alert) -> None:
    if alert.settled is not None:
        raise _settled_already(scene, alert, alert.settled)


def _settled_already(scene: Scene, alert: Alert, how: Settled) -> Refused:
    said, remedy = _SAID[how]
    who = scene.people.name_of(alert.settled_by) if alert.settled_by else "A colleague"
    return refuse("alert-settled", f"{who} {said}", remedy, section=STAGE_3)
