"""A channel whose messages are looked through for customers under sanction, or not any more."""

from typing import Final

from bot.conversation.buttons import alerts as buttons
from bot.conversation.visit import Visit
from bot.views.answer import Answer
from bot.views.card import Card, Note, Paragraph, Tone
from core.vocabulary.refusal import refuse

_WHAT: Final = (
    "Messages here, also those of a shared mailbox or a telephone system, are looked through for "
    "names, mail addresses, telephone numbers, postcodes and references of customers under "
    "sanction. When one is found, I reply beneath the message with what may be done."
)
_KEPT: Final = (
    "Only what was found is kept, never the message, unless somebody reports it as an incident. "
    "Tell everybody who writes here."
)


async def watch(visit: Visit, text: str) -> Answer:
    """``text``: "state" asks how it is, and changes nothing."""
    channel, office = _channel(visit), visit.office
    if not text:
        await _require_ears(visit, channel)
        await office.channel_watch.watch(visit.me.id, visit.platform, channel, visit.delivery)
    return await _state(visit, channel)


async def unwatch(visit: Visit, _text: str = "") -> Answer:
    return await _unwatched(visit, _channel(visit))


async def unwatch_pressed(visit: Visit, value: str) -> Answer:
    return await _unwatched(visit, value or _channel(visit))


async def _unwatched(visit: Visit, channel: str) -> Answer:
    watch = visit.office.channel_watch
    await watch.unwatch(visit.me.id, visit.platform, channel, visit.delivery)
    return await _state(visit, channel)


async def _state(visit: Visit, channel: str) -> Card:
    if not await visit.office.desk.watched.is_watched(visit.platform, channel):
        return Card(
            title="This channel is not watched",
            summary="This channel is not watched.",
            blocks=(Paragraph("Its messages are not looked at. “watch” begins it."),),
        )
    return Card(
        title="This channel is watched",
        summary="This channel is watched for customers under sanction.",
        blocks=(Paragraph(_WHAT), Note(_KEPT)),
        buttons=(buttons.unwatch(channel),),
        tone=Tone.GOOD,
    )


async def _require_ears(visit: Visit, channel: str) -> None:
    ears = visit.office.quotes.get(visit.platform)
    if ears and not await ears.hears(channel):
        raise refuse(
            "not-in-channel",
            "I am not in this channel, so nobody tells me what is said here.",
            "Invite me, for example with “/invite @UCB”, then have it watched.",
        )


def _channel(visit: Visit) -> str:
    if not visit.channel:
        raise refuse(
            "no-channel",
            "Only the messages of a channel can be watched, and this is a private chat.",
            "Type it in the channel that is to be watched.",
        )
    return visit.channel
