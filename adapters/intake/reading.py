"""Takes what was sent for a contact, or says what is wrong with every field."""

import difflib
import hashlib
import hmac
import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any, Final, TypeVar

from pydantic import ValidationError

from adapters.intake.contact import WHO, Contact, Item, Shapes
from adapters.intake.explaining import REMEDIES, problem_of, remedy_of
from adapters.intake.faults import Fault, Faulty
from adapters.intake.moments import strange
from core.services.incoming import Incoming

SAY_WHO: Final = f"Give at least one of {', '.join(WHO)}."
_Shape = TypeVar("_Shape", bound=Contact)


class ContactReader:
    """``secret``: by which digests are made, so that nobody can try what a digest stands for."""

    def __init__(self, shapes: Shapes, secret: str) -> None:
        self._shapes = shapes
        self._secret = secret.encode()

    @property
    def shapes(self) -> Shapes:
        return self._shapes

    def contact(self, sent: object, now: datetime) -> Contact:
        """Raises ``Faulty``."""
        return self._read(self._shapes.contact, sent, now)

    def item(self, sent: object, now: datetime) -> Item:
        """Raises ``Faulty``."""
        return self._read(self._shapes.item, sent, now)

    def incoming(self, contact: Contact, source: str, key: str, now: datetime) -> Incoming:
        at = contact.at or now
        digest = self.digest(contact)
        return Incoming(source, key, digest, contact.means, at, (contact.sought(),))

    def digest(self, contact: Contact) -> str:
        """The same for the same contact, however its JSON is laid out."""
        said: dict[str, Any] = contact.model_dump(exclude_defaults=True, exclude={"id", "at"})
        if contact.at:
            said["at"] = contact.at.astimezone(UTC).isoformat()
        return self.digest_of(json.dumps(said, sort_keys=True).encode())

    def digest_of(self, raw: bytes) -> str:
        return hmac.new(self._secret, raw, hashlib.sha256).hexdigest()

    def _read(self, shape: type[_Shape], sent: object, now: datetime) -> _Shape:
        try:
            contact = shape.model_validate(sent)
        except ValidationError as fault:
            errors = fault.errors(include_url=False, include_context=True, include_input=False)
            raise Faulty(*(self._fault(shape, dict(error)) for error in errors[:50])) from None
        if contact.at and (why := strange(contact.at, now)):
            raise Faulty(Fault("#/at", why, REMEDIES["at"]))
        return contact

    def _fault(self, shape: type[Contact], error: Mapping[str, Any]) -> Fault:
        where = [str(part) for part in error["loc"]]
        pointer = "#" + "".join(f"/{_escaped(part)}" for part in where)
        field = where[0] if where else ""
        kind, context = error["type"], error.get("ctx", {})
        problem = problem_of(kind, context)
        if kind == "extra_forbidden":
            return Fault(pointer, problem, _nearest(field, shape))
        if not field:
            return Fault(pointer, problem, SAY_WHO if kind == "value_error" else "")
        if field == "means":
            return Fault(pointer, problem, f"Use one of {', '.join(self._shapes.codes)}.")
        return Fault(pointer, problem, remedy_of(field, kind, context))


def _nearest(field: str, shape: type[Contact]) -> str:
    near = difflib.get_close_matches(field.lower(), list(shape.model_fields), n=1)
    return f"Did you mean {near[0]}?" if near else "Leave it out: nothing else is taken."


def _escaped(part: str) -> str:
    """RFC 6901; and no name of a field fills the answer, or cannot be written."""
    shown = part[:60].encode("utf-8", "backslashreplace").decode()
    return shown.replace("~", "~0").replace("/", "~1")
