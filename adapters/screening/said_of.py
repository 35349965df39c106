"""Of whom a number or a mail address is said to be, by the names that are written beside it."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from functools import cached_property
from itertools import islice
from typing import Final

from adapters.screening.folding import words
from adapters.screening.nicknames import is_first_name
from adapters.screening.person_name import TITLES
from adapters.screening.written_identifiers import Found

_MOST_TRIED: Final = 50
_MOST_NAMES: Final = 5
_LONGEST_NAME: Final = 100
"""Letters. What is longer is nobody's, and would have all that stands with it refused."""

_RANG: Final = (
    r"(?:has |had |just )?(?:rang|called|phoned|telephoned|wrote|writes|emailed|mailed|texted)\b"
)
_LABEL: Final = re.compile(
    r"(?:name|from|caller|sender|customer|contact)[ \t]?[:=][ \t\"'*_]{0,4}$", re.IGNORECASE
)
_SPEAKS: Final = re.compile(
    rf"[\"'’”*_]{{0,3}}[ \t]{{0,3}}(?:[<(\[](?:mailto:|tel:)?[ \t]{{0,3}}[|\d+]|{_RANG})",
    re.IGNORECASE,
)
"""What comes after the name of whoever made contact."""

_NUMBER: Final = r"\d[\d ().-]{7,20}"
_BEFORE_IT: Final = re.compile(
    r"[ \t]{0,3}[,:;–-]?[ \t]{0,3}(?:(?:on|at|tel|telephone|phone|number|mob|mobile)[ .:]{1,3})?"
    rf"[<(\[]?(?:mailto:|tel:)?[ \t]{{0,3}}(?:\||[+(]{{0,2}}{_NUMBER})",
    re.IGNORECASE,
)
_AFTER_IT: Final = re.compile(rf"(?:\||{_NUMBER})$")
_BETWEEN: Final = " \t,:;–->)]"
_OF_SYSTEMS_WORDS: Final = """
answer call callback caller calls cell contact customer department desk direct email england
enquiries enquiry ext extension fax helpdesk inbound incoming line mail main message missed mobile
natural number office outbound phone received reception requested service services switchboard team
tel telephone voicemail
"""
_OF_SYSTEMS: Final = frozenset(_OF_SYSTEMS_WORDS.split())
"""What telephone systems, and a public body, write beside a number."""

_BY_FIRST_NAME: Final = re.compile(
    rf"(?:^|[.,;:!?(])[ \t]{{0,3}}([^\W\d_]{{2,20}})[ \t]{{1,3}}{_RANG}", re.IGNORECASE
)
_SPOKEN_TO: Final = re.compile(r"\b(?:dear|hi|hello|hey|tell|ask)[ \t,]{1,3}$", re.IGNORECASE)
_OF_OURS: Final = re.compile(
    r"\W{0,3}(?:to|b?cc|agent|subject|attn|fao|assigned to|owner|"
    r"(?:taken|answered|handled|logged) by)[ \t*_]{0,3}[:=]",
    re.IGNORECASE,
)
"""A line that names colleagues, as mails and telephone systems write it."""


class SaidOf:
    """``names``: of each of ``lines``. ``identifiers``: by the number of the line, and what."""

    def __init__(
        self, lines: Sequence[str], names: Sequence[Sequence[str]], identifiers: Iterable[Found]
    ) -> None:
        self._lines = lines
        self._names = names
        self._with: dict[str, list[int]] = defaultdict(list)
        for line, each in identifiers:
            self._with[each].append(line)

    def of(self, identifier: str) -> tuple[str, ...]:
        """By the lines that it is in, or else by lines without any; () where nobody is named."""
        here = list(dict.fromkeys(self._with[identifier]))
        return self._people(here) if any(map(self._says_names, here)) else self._elsewhere

    @cached_property
    def _elsewhere(self) -> tuple[str, ...]:
        with_any = {line for lines in self._with.values() for line in lines}
        without = (no for no in range(len(self._lines)) if no not in with_any)
        return self._people(no for no in without if self._names[no])

    def _says_names(self, no: int) -> bool:
        return bool(self._names[no]) or next(_by_first_name(self._lines[no]), "") != ""

    def _people(self, lines: Iterable[int]) -> tuple[str, ...]:
        """All names, where one is evidently that of a person; such ones first."""
        people: list[str] = []
        others: list[str] = []
        for no in islice(lines, _MOST_TRIED):
            line = self._lines[no]
            room = _MOST_TRIED - len(people) - len(others)
            for name in (each for each in self._names[no][:room] if len(each) <= _LONGEST_NAME):
                (people if _is_of_a_person(name, line) else others).append(name)
            people += _by_first_name(line)
        return tuple(dict.fromkeys([*people, *others]))[:_MOST_NAMES] if people else ()


def _by_first_name(line: str) -> Iterator[str]:
    found = (match[1] for match in islice(_BY_FIRST_NAME.finditer(line), _MOST_NAMES))
    return (name for name in found if is_first_name(_first(name)))


def _is_of_a_person(name: str, line: str) -> bool:
    """Written as names are is "Missed Call", too; and colleagues are named beside a number."""
    before, found, after = line.partition(name)
    if _OF_OURS.match(line) or _SPOKEN_TO.search(before[-12:]):
        return False
    first = _first(name)
    if is_first_name(first) or first in TITLES:
        return True
    if not found:
        return False
    if _SPEAKS.match(after) or _LABEL.search(before[-30:]):
        return True
    return _is_beside(before, after) and _OF_SYSTEMS.isdisjoint(words(name))


def _is_beside(before: str, after: str) -> bool:
    """Right before a number or mail address, or right after one."""
    told = _BEFORE_IT.match(after) or _AFTER_IT.search(before.rstrip(_BETWEEN)[-24:])
    return told is not None


def _first(name: str) -> str:
    return next(iter(words(name)), "")
