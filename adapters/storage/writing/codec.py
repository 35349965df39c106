"""Events and kept records to JSON and back.

The names here are written into databases for good. A class may be renamed, its name here not;
an event whose shape changes incompatibly gets a new name beside the old one.
"""

import json
from collections.abc import Iterable, Set
from datetime import time
from typing import Any, Final, TypeVar

from cattrs.errors import BaseValidationError
from cattrs.gen import make_dict_structure_fn, make_dict_unstructure_fn, override
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from adapters.storage.faults import UnknownKind, Unreadable
from core.alert import events as alerts
from core.case import events, proposals, register, terms
from core.services.ports.desk import Event
from core.services.summary import InForce

T = TypeVar("T")

EVENT_KINDS: Final[dict[str, type[Event]]] = {
    "case-opened": events.CaseOpened,
    "incident-reported": events.IncidentReported,
    "contact-logged": events.ContactLogged,
    "contact-assessed": events.ContactAssessed,
    "question-passed-on": events.QuestionPassedOn,
    "entry-corrected": events.EntryCorrected,
    "proposal-made": events.ProposalMade,
    "proposal-escalated": events.ProposalEscalated,
    "proposal-passed-on": events.ProposalPassedOn,
    "proposal-approved": events.ProposalApproved,
    "proposal-rejected": events.ProposalRejected,
    "information-requested": events.InformationRequested,
    "information-given": events.InformationGiven,
    "proposal-withdrawn": events.ProposalWithdrawn,
    "warning-given": events.WarningGiven,
    "monitoring-concluded": events.MonitoringConcluded,
    "sanction-applied": events.SanctionApplied,
    "sanction-kept": events.SanctionKept,
    "sanction-changed": events.SanctionChanged,
    "sanction-lifted": events.SanctionLifted,
    "disengagement-issued": events.DisengagementIssued,
    "disengagement-continued": events.DisengagementContinued,
    "disengagement-changed": events.DisengagementChanged,
    "customer-re-engaged": events.CustomerReEngaged,
    "measure-extended": events.MeasureExtended,
    "customer-told": events.CustomerTold,
    "client-told": events.ClientTold,
    "complaint-made": events.ComplaintMade,
    "legal-advice-requested": events.LegalAdviceRequested,
    "legal-advice-received": events.LegalAdviceReceived,
    "referral-considered": events.ReferralConsidered,
    "appeal-raised": events.AppealRaised,
    "appeal-decided": events.AppealDecided,
    "reminded": events.Reminded,
    "customer-registered": register.CustomerRegistered,
    "customer-changed": register.CustomerChanged,
    "told-apart": register.ToldApart,
    "apart-taken-back": register.ApartTakenBack,
    "customers-merged": register.CustomersMerged,
    "customers-unmerged": register.CustomersUnmerged,
    "channel-watched": register.ChannelWatched,
    "channel-unwatched": register.ChannelUnwatched,
    "alert-raised": alerts.AlertRaised,
    "contact-seen": alerts.ContactSeen,
    "alert-confirmed": alerts.AlertConfirmed,
    "alert-settled": alerts.AlertSettled,
    "alert-reopened": alerts.AlertReopened,
    "alert-reminded": alerts.AlertReminded,
    "alert-let-be": alerts.AlertLetBe,
    "staff-recorded": register.StaffRecorded,
    "log-entry-viewed": register.LogEntryViewed,
}

TERMS_KINDS: Final[dict[str, type[terms.Terms]]] = {
    "means": terms.MeansTerms,
    "named-contact": terms.NamedContactTerms,
    "call-times": terms.CallTimesTerms,
    "agreement": terms.AgreementTerms,
    "third-party": terms.ThirdPartyTerms,
    "dates": terms.DatesTerms,
}

MATTER_KINDS: Final[dict[str, type[proposals.Matter]]] = {
    "warning": proposals.WarningMatter,
    "sanctions": proposals.SanctionsMatter,
    "review": proposals.ReviewMatter,
    "disengagement": proposals.DisengagementMatter,
    "disengagement-review": proposals.DisengagementReviewMatter,
    "extension": proposals.ExtensionMatter,
}

_STORED_NAMES: Final[dict[type[Any], dict[str, str]]] = {
    events.SanctionKept: {"decision": "proposal"},
    events.SanctionChanged: {"decision": "proposal"},
    events.SanctionLifted: {"decision": "proposal"},
    InForce: {"measure": "sanction"},
}
"""Fields that were renamed since they were first written: they are kept by their first name."""

_KIND_OF: Final = {event: kind for kind, event in EVENT_KINDS.items()}


def _in_order(items: Iterable[Any]) -> list[Any]:
    """Sets have no order of their own; what is kept must not depend on chance."""
    return sorted(items, key=repr)


def _names(kinds: dict[str, type[Any]]) -> dict[type[Any], str]:
    return {cls: kind for kind, cls in kinds.items()}


_converter: Final = make_converter(unstruct_collection_overrides={Set: _in_order})
_converter.register_unstructure_hook(time, time.isoformat)
_converter.register_structure_hook(time, lambda value, _: time.fromisoformat(value))
for _union, _kinds in ((terms.Terms, TERMS_KINDS), (proposals.Matter, MATTER_KINDS)):
    configure_tagged_union(
        _union, _converter, tag_name="kind", tag_generator=_names(_kinds).__getitem__
    )


for _class, _renamed in _STORED_NAMES.items():
    _first_names: dict[str, Any] = {
        field: override(rename=name) for field, name in _renamed.items()
    }
    _converter.register_unstructure_hook(
        _class, make_dict_unstructure_fn(_class, _converter, **_first_names)
    )
    _converter.register_structure_hook(
        _class, make_dict_structure_fn(_class, _converter, **_first_names)
    )


def dumps(value: Any) -> str:
    """ASCII alone, so that half a character that somebody sent is kept as it came."""
    return json.dumps(_converter.unstructure(value), separators=(",", ":"))


def loads(text: str | bytes, cls: type[T]) -> T:
    """Raises ``Unreadable`` for what is not a ``cls``."""
    try:
        return _converter.structure(json.loads(text), cls)
    except (BaseValidationError, ValueError, KeyError, TypeError) as error:
        # Not chained: the error underneath quotes what was being read.
        raise Unreadable(f"not a {cls.__name__}: {type(error).__name__}") from None


def encode(event: Event) -> tuple[str, bytes]:
    """The event's kind and its words."""
    kind = _KIND_OF.get(type(event))
    if kind is None:
        raise UnknownKind(f"no kind is registered for {type(event).__name__}")
    return kind, dumps(event).encode()


def decode(kind: str, words: bytes) -> Event:
    """Raises ``UnknownKind`` or ``Unreadable``."""
    cls = EVENT_KINDS.get(kind)
    if cls is None:
        raise UnknownKind(f"unknown kind of entry {kind!r}: was it written by a newer version?")
    return loads(words, cls)
