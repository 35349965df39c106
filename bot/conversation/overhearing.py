"""Messages in a watched channel: whether a customer under sanction made contact (stages 3 and 6).

Of a message nothing is kept but of whom it speaks, where that is a customer under sanction.
"""

import hashlib
import logging
from dataclasses import replace
from typing import Final

from bot.conversation.office import Office
from bot.views.answer import Overheard
from core.services.alerting.incoming_checks import check_incoming
from core.services.incoming import Incoming
from core.vocabulary.refusal import Refused
from core.vocabulary.sought import Sought

NOBODY_TOLD: Final = ""
"""By which means: a channel passes on what came by mail, by telephone or otherwise."""

log = logging.getLogger(__name__)


async def overhear(office: Office, message: Overheard) -> None:
    """Raises only where it could not be kept, so that the platform tells of the message again."""
    try:
        if await office.desk.watched.is_watched(message.platform, message.channel):
            await _look_through(office, message)
    except Refused as refused:
        log.warning("A message of a watched channel was refused: %s", refused.refusal.rule)


async def _look_through(office: Office, message: Overheard) -> None:
    heard = (
        _contact(office, message, each) for each in office.desk.screening.overhear(message.text)
    )
    usable = [contact for contact in heard if _is_usable(office, contact)]
    if usable:
        who = tuple(each for contact in usable for each in contact.who)
        await office.incoming_contacts.take((replace(usable[0], who=who),))


def _contact(office: Office, message: Overheard, who: Sought) -> Incoming:
    return Incoming(
        source=f"{message.platform}:{message.channel}",
        key=message.message,
        digest=_digest(message),
        means=NOBODY_TOLD,
        at=min(message.sent_at, office.now()),
        who=(who,),
        where=message.place,
    )


def _is_usable(office: Office, contact: Incoming) -> bool:
    """Something absurd in a message must not hide what stands beside it."""
    try:
        check_incoming(office.policy, contact, office.now())
    except Refused:
        return False
    return True


def _digest(message: Overheard) -> str:
    """Not of the text: of a short one that would tell what it says."""
    named = "\0".join((message.platform, message.channel, message.message))
    return hashlib.sha256(named.encode("utf-8", "surrogatepass")).hexdigest()
