"""Finds words that are written as names are, in a message that anybody may have written."""

import re
from collections.abc import Iterator
from typing import Final

from adapters.screening.nicknames import is_first_name

_AFTER_THE: Final = r"the[ \t]{1,3}(?:younger|elder)\b"
_WORD: Final = re.compile(rf"(?:(?i:{_AFTER_THE})|[^\W\d_]+(?:['’‘`-][^\W\d_]+)*)")
_BLANK: Final = re.compile(r"[ \t]{1,3}")
_STOP: Final = re.compile(r"\.[ \t]{0,3}")
_COMMA: Final = re.compile(r"[ \t]?,[ \t]{1,3}")
_SHORT_FORMS_WORDS: Final = """
capt chas cllr col dr geo jas jnr jr lt messrs mr mrs ms prof rev revd sgt snr sr st thos wm
"""
_SHORT_FORMS: Final = frozenset(_SHORT_FORMS_WORDS.split())
_GENERATION: Final = re.compile(rf"{_AFTER_THE}|jr|jnr|junior|sr|snr|senior|ii|iii", re.IGNORECASE)
_PARTICLES_WORDS: Final = """
al ap bin da de del della den der di du el ferch ibn la le of ter van von y
"""
_PARTICLES: Final = frozenset(_PARTICLES_WORDS.split())
_NO_NAME_WORDS: Final = """
a about after again also am an and any are as ask at be because been before but by call called can
dear did do does email emailed fao for from fw fwd good had has have he hello her hi him his how i
if in is it just me message my new no not note of on or our phone please re rang reply said see
sender she so spoke subject thanks that the their them then there they this to today tomorrow
urgent was we were what when where who why with yes yesterday you your
monday tuesday wednesday thursday friday saturday sunday
"""
_NO_NAMES: Final = frozenset(_NO_NAME_WORDS.split())
_LONGEST_NAME: Final = 3


def names_in(text: str) -> Iterator[str]:
    """As they stand, a long row of words in pieces; and ``Customer, Casey`` as it would be said."""
    before: tuple[str, ...] = ()
    for comma, run in _runs(text):
        if comma and len(before) == 1 and len(run) <= _LONGEST_NAME:
            yield " ".join((*run, *before))
        yield from _pieces(run, min(len(run), _LONGEST_NAME))
        if len(run) >= _LONGEST_NAME:
            yield from _pieces(run, 2)
        before = run


def _pieces(run: tuple[str, ...], size: int) -> Iterator[str]:
    if size > 1:
        yield from (" ".join(run[at : at + size]) for at in range(len(run) - size + 1))


def _runs(text: str) -> Iterator[tuple[bool, tuple[str, ...]]]:
    """Adjacent words written as names are; and whether a comma alone parts them from the last."""
    run: list[str] = []
    comma, end = False, 0
    for found in _WORD.finditer(text):
        word, between = found[0], text[end : found.start()]
        end = found.end()
        if run and _BLANK.fullmatch(between) and _GENERATION.fullmatch(word):
            run[-1] = f"{run[-1]} {word}"
            continue
        if not _like_a_name(word) and not (run and _may_follow(word, run[-1])):
            word, between = "", ";"
        if run and not _goes_on(run[-1], between):
            yield comma, tuple(run)
            comma = _COMMA.fullmatch(between) is not None
            run = []
        elif not run:
            comma = False
        if word:
            run.append(word)
    yield comma, tuple(run)


def _goes_on(before: str, between: str) -> bool:
    """A full stop ends a sentence, but after an initial or a short form."""
    if _STOP.fullmatch(between):
        return len(before) == 1 or before.casefold() in _SHORT_FORMS
    return _BLANK.fullmatch(between) is not None


def _like_a_name(word: str) -> bool:
    """Written with a capital, or one of the common first names; without capitals, every word."""
    small = word.casefold()
    return small not in _NO_NAMES and (not word[0].islower() or is_first_name(small))


def _may_follow(word: str, before: str) -> bool:
    """``casey customer``, as people type in haste."""
    if word in _PARTICLES:
        return True
    hasty = before[0].islower() and is_first_name(before)
    return hasty and len(word) > 2 and word not in _NO_NAMES
