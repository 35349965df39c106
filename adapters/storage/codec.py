"""Events and kept records to JSON and back.

The names here are written into databases for good. A class may be renamed, its name here not;
an event whose shape changes incompatibly gets a new name beside the old one.
"""

import json
from collections.abc import Iterable, Set
from datetime import time
from typing import Any, Final, TypeVar

from cattrs.errors import BaseValidationError
from cattrs.preconf.json import make_converter
from cattrs.strategies import configure_tagged_union

from adapters.storage.faults import UnknownKind, Unreadable
from core.case import events, proposals, register, terms
from core.services.ports import Event

T = TypeVar("T")

EVENT_KINDS: Final[dict[str, type[Event]]] = {
    "case-opened": events.CaseOpened,
    "incident-reported": events.IncidentReported,
    "contact-logged": events.ContactLogged,
    "proposal-made": events.ProposalMade,
    "proposal-approved": events.ProposalApproved,
    "proposal-rejected": events.ProposalRejected,
    "information-requested": events.InformationRequested,
    "information-given": events.InformationGiven,
    "proposal-withdrawn": events.ProposalWithdrawn,
    "warning-given": events.WarningGiven,
    "sanction-applied": events.SanctionApplied,
    "sanction-kept": events.SanctionKept,
    "sanction-changed": events.SanctionChanged,
    "sanction-lifted": events.SanctionLifted,
    "review-reminded": events.ReviewReminded,
    "entry-corrected": events.EntryCorrected,
    "customer-registered": register.CustomerRegistered,
    "staff-recorded": register.StaffRecorded,
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
}

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
