"""Reporting it to Legal and to the Police (Extreme behaviour)."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.words.sentences import ended
from core.case.events import ReferralConsidered, ReferredTo

REFERRED: Final[Mapping[ReferredTo, str]] = {
    ReferredTo.LEGAL: "the Legal Team",
    ReferredTo.POLICE: "the Police",
}


def referral_text(event: ReferralConsidered) -> str:
    """``Reported to the Police, reference CAD 123: He said he would come.``"""
    done = "Reported to" if event.reported else "Not reported to"
    named = f", reference {event.reference}" if event.reference else ""
    return f"{done} {REFERRED[event.to]}{named}: {ended(event.reason)}"
