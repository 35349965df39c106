"""Who sent a mail, by its header alone. What it says, and what it carries, is never looked at."""

import re
from collections.abc import Iterator
from datetime import datetime
from email import policy
from email.headerregistry import Address
from email.message import EmailMessage
from email.parser import BytesParser
from email.utils import getaddresses
from typing import Final, NamedTuple

from adapters.intake.faults import Fault, Faulty
from adapters.intake.mail_moments import came, said_moment
from core.case.register.customers import MOST_OF_EACH, NAME_LENGTH
from core.vocabulary.sought import Sought

SENDERS: Final = ("From", "Sender", "Reply-To")
LARGEST_HEADER: Final = 256 * 1024
MOST_FIELDS: Final = 1000
LONGEST: Final = 4 * 1024
"""Of all that names a sender, in characters: reading it grows with the square of it."""
_END: Final = re.compile(rb"\r?\n[ \t]*\r?\n|\r[ \t]*\r(?!\n)")
_NEW_FIELD: Final = re.compile(rb"^[!-9;-~]+[ \t]*:", re.MULTILINE)
_ADDRESS: Final = re.compile(
    r"[^\s@<>()\[\]\",;:\\\x00-\x1f\x7f-\x9f]{1,64}@[^\s@<>()\[\]\",;:\\\x00-\x1f\x7f-\x9f]{1,189}"
)
_BLANKS: Final = re.compile(r"[\x00-\x20\x7f-\x9f]+")
_FOLD: Final = re.compile(r"[\r\n]+")
_POLICY: Final = policy.default
_PARSER: Final = BytesParser(policy=_POLICY)


class Mail(NamedTuple):
    """``who``: each sender and each to whom one should reply, on their own.

    ``said``: when it came, as its header says; ``None`` where it does not.
    """

    who: tuple[Sought, ...]
    said: datetime | None

    def came(self, now: datetime) -> datetime:
        return came(self.said, now)


def read_mail(raw: bytes) -> Mail:
    """Raises ``Faulty``."""
    message = _PARSER.parsebytes(_header(raw), headersonly=True)
    people = list(dict.fromkeys(_people(message)))[:MOST_OF_EACH]
    if not people:
        raise Faulty(
            Fault("#/from", "No sender can be read.", "Send the mail as it came, header first.")
        )
    return Mail(tuple(people), said_moment(message))


def _header(raw: bytes) -> bytes:
    raw = raw.removeprefix(b"\xef\xbb\xbf").lstrip(b"\r\n")
    end = _END.search(raw, 0, LARGEST_HEADER + 4)
    header = raw[: end.start()] if end else raw
    if len(header) > LARGEST_HEADER:
        limit = f"The header is larger than {LARGEST_HEADER:,} bytes."
        raise Faulty(Fault("#", limit, "Send the mail as it came, header first."))
    if sum(1 for _ in _NEW_FIELD.finditer(header)) > MOST_FIELDS:
        raise Faulty(Fault("#", f"The header has more than {MOST_FIELDS} fields."))
    return header + b"\r\n\r\n"


def _people(message: EmailMessage) -> Iterator[Sought]:
    wanted = {name.lower() for name in SENDERS}
    fields = [(name, value) for name, value in message.raw_items() if name.lower() in wanted]
    if sum(len(value) for _, value in fields) > LONGEST:
        limit = f"The senders take more than {LONGEST:,} characters."
        raise Faulty(Fault("#/from", limit, "No contact can be of so many: leave it out."))
    for name, value in fields:
        for shown, address in _addresses(name, _whole(_FOLD.sub("", value))):
            yield from _person(_clean(shown), _clean(address))


def _addresses(name: str, value: str) -> list[tuple[str, str]]:
    """The standard library's reading; where it fails, what looks like an address."""
    try:
        found: tuple[Address, ...] = _POLICY.header_factory(name, value).addresses
        read = [(each.display_name or "", each.addr_spec) for each in found]
    except Exception:  # Its parser raises whatever it stumbles over.
        read = []
    if any(_ADDRESS.search(address) for _, address in read):
        return read
    try:
        read = getaddresses([value])
    except Exception:
        read = []
    if any(_ADDRESS.search(address) for _, address in read):
        return read
    return [("", address) for address in _ADDRESS.findall(value)]


def _person(shown: str, address: str) -> Iterator[Sought]:
    emails = _ADDRESS.findall(address)[:1]
    if "@" in shown:  # Programs put the address where a name should be.
        emails += _ADDRESS.findall(shown)[:1]
        shown = ""
    emails = list(dict.fromkeys(emails))
    if emails:
        yield Sought(names=(shown,) if shown else (), emails=tuple(emails))


def _whole(text: str) -> str:
    """Bytes that are no UTF-8 are marked as such."""
    return text.encode("utf-8", "surrogateescape").decode("utf-8", "replace")


def _clean(text: str) -> str:
    """Without what no name and no address holds."""
    return _BLANKS.sub(" ", _whole(text)).strip(" '\"")[:NAME_LENGTH]
