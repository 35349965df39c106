"""Finds of whom a chat message may speak: identifiers, places, and words written as names are."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import replace
from functools import cached_property
from itertools import islice
from typing import Final

from adapters.screening.identifiers import INVISIBLE
from adapters.screening.nicknames import is_first_name
from adapters.screening.places import BRITISH, normal_postcode
from adapters.screening.written_identifiers import (
    Found,
    emails_in,
    phones_in,
    references_in,
    without_emails,
)
from adapters.screening.written_names import names_in
from core.vocabulary.sought import Sought

MOST: Final = 50
LONGEST: Final = 40_000
"""Characters looked at: no chat lets a person write more."""

_BESIDE: Final = 3
_MOST_NAMES: Final = 5
_LABEL: Final = re.compile(
    r"(?:name|from|caller|sender|customer|contact)[ \t]?[:=][ \t\"'*_]{0,4}$", re.IGNORECASE
)
_SPEAKS: Final = re.compile(
    r"[\"'’”*_]{0,3}[ \t]{0,3}(?:[<(\[](?:mailto:|tel:)?[ \t]{0,3}[|\d+]|(?:has |had |just )?"
    r"(?:rang|called|phoned|telephoned|wrote|writes|emailed|mailed|texted|contacted|asked|said)\b)",
    re.IGNORECASE,
)
"""What comes after the name of whoever made contact."""


def overhear(text: str) -> tuple[Sought, ...]:
    """At most ``MOST``, the surest first: identifiers with the name of whoever they are said to be
    of, then names with what stands beside them."""
    text = INVISIBLE.sub("", text[:LONGEST].encode("utf-8", "ignore").decode())
    mails = _few(emails_in(text))
    rest = without_emails(text)
    calls = _few(phones_in(rest))
    lines = _Lines(rest, [*mails, *calls])
    emails, phones = _some(mail for _, mail in mails), _some(call for _, call in calls)
    postcodes = _some(normal_postcode(m[0]) for m in BRITISH.finditer(rest))
    beside = Sought(emails=emails[:_BESIDE], phones=phones[:_BESIDE], postcodes=postcodes[:_BESIDE])
    names = _some(name for line in lines.names for name in line)
    found = (
        *(Sought(reference=each) for each in _some(references_in(rest))),
        *(Sought(lines.said_of(each), emails=(each,)) for each in emails),
        *(Sought(lines.said_of(each), phones=(each,)) for each in phones),
        *(replace(beside, names=(each,)) for each in names if beside.is_telling),
        *(Sought(names=(each,)) for each in names),
        *(Sought(postcodes=(each,)) for each in postcodes),
    )
    return tuple(dict.fromkeys(found))[:MOST]


class _Lines:
    """``names``: of each line."""

    def __init__(self, text: str, identifiers: Iterable[Found]) -> None:
        self._written = text.split("\n")
        self.names = [_some(names_in(line)) for line in self._written]
        self._with: dict[str, list[int]] = defaultdict(list)
        for at, each in identifiers:
            self._with[each].append(text.count("\n", 0, at))

    def said_of(self, identifier: str) -> tuple[str, ...]:
        """Whose it is said to be: by the lines it is in, or else by lines without any."""
        here = [no for no in dict.fromkeys(self._with[identifier]) if self.names[no]]
        return self._of_people(here) if here else self._elsewhere

    @cached_property
    def _elsewhere(self) -> tuple[str, ...]:
        with_any = {no for lines in self._with.values() for no in lines}
        return self._of_people(
            no for no, names in enumerate(self.names) if names and no not in with_any
        )

    def _of_people(self, lines: Iterable[int]) -> tuple[str, ...]:
        """All names, where one is evidently that of a person; such ones first."""
        few = [(name, no) for no in islice(lines, MOST) for name in self.names[no]][:MOST]
        people = [name for name, no in few if _is_of_a_person(name, self._written[no])]
        named = [*people, *(name for name, _ in few)] if people else []
        return tuple(dict.fromkeys(named))[:_MOST_NAMES]


def _is_of_a_person(name: str, line: str) -> bool:
    """ "Missed Call" is written as names are, too."""
    if is_first_name(name.split()[0].casefold()):
        return True
    before, found, after = line.partition(name)
    return bool(found) and bool(_SPEAKS.match(after) or _LABEL.search(before[-30:]))


def _few(found: Iterable[Found]) -> tuple[Found, ...]:
    return tuple(islice(found, MOST * 4))


def _some(found: Iterable[str]) -> tuple[str, ...]:
    """As many as are told at all, each once."""
    return tuple(islice(dict.fromkeys(islice(found, MOST * 4)), MOST))
