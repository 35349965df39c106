"""What "another person" is remembered for, and what the customer may use the next time."""

from collections.abc import Sequence

from core.alert.known_as import together
from core.vocabulary.sought import Sought

TAKEN_BACK = "It can be taken back."


def remembered_text(kept: Sequence[Sought], not_kept: Sequence[Sought]) -> str:
    """``kept``: what was said of whoever made contact that tells of somebody else; ``not_kept``:
    what tells of nobody but the customer. Says nothing personal."""
    if not kept:
        return f"{nothing_remembered(not_kept)} {TAKEN_BACK}"
    words = "It is remembered: nobody will be asked about it again when a contact says just that."
    if not_kept:
        may_use = f"the customer may use {_what(not_kept)} the next time"
        words = f"{words} Of the other contacts nothing is remembered: {may_use}."
    return f"{words} {TAKEN_BACK}"


def nothing_remembered(said: Sequence[Sought]) -> str:
    return f"Nothing is remembered: the customer may use {_what(said)} the next time."


def _what(said: Sequence[Sought]) -> str:
    """``this number``; of several kinds of words ``these details``."""
    who = together(said)
    kinds = (
        ("this name", who.names),
        ("this mail address", who.emails),
        ("this number", who.phones),
        ("this postcode", who.postcodes),
        ("this address", who.addresses),
        ("this organisation", who.organisations),
        ("this reference", who.reference),
    )
    told = [called for called, values in kinds if values]
    return told[0] if len(told) == 1 else "these details"
