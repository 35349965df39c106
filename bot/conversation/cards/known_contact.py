"""A customer under sanction made contact, or somebody who may be one (stages 3 and 6)."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.buttons import alerts as buttons
from bot.conversation.buttons import case_page
from bot.conversation.cards.judged import answers_by_means, verdict_text
from bot.conversation.cards.noticed import Noticed, noticed, told_alert
from bot.conversation.cards.standing import exception_note, guidance_blocks, verdict_tone
from bot.conversation.office import Office
from bot.conversation.words.ended import NO_MORE
from bot.conversation.words.known_contacts import (
    SETTLED,
    confirmed_text,
    contacts_text,
    settled_text,
)
from bot.conversation.words.likeness import likeness_words
from bot.views.card import Block, Button, Card, Facts, Note, Paragraph, Tone
from core.alert.events import Settled
from core.alert.state import Alert
from core.vocabulary.wording import lower_first

_CHECK: Final = (
    "Look at who it is before you act. Until somebody says that it is the customer, deal with the "
    "contact as with anyone's."
)

_NO_CONTACT: Final = (Settled.ANOTHER_PERSON, Settled.MENTIONED)
"""Nothing is to be done, and it can be taken back."""


async def draw(office: Office, about: Mapping[str, str]) -> Card:
    """For a channel. ``where``: of a reply in a watched channel, the message it stands beneath.

    Raises ``Refused`` for an alert that is not there.
    """
    alert = await told_alert(office, about)
    return card(await noticed(office, alert, private=False), about.get("where", ""))


def card(told: Noticed, where: str = "") -> Card:
    alert, headline = told.alert, _headline(told)
    return Card(
        title=f"{alert.reference}: {headline}",
        summary=f"{alert.reference}, case {told.case.reference}: {headline}.",
        blocks=(*_became(told), Facts(_facts(told)), *_what_to_do(told)),
        buttons=_buttons(told, where),
        tone=_tone(told),
    )


def _headline(told: Noticed) -> str:
    alert = told.alert
    if alert.settled:
        return SETTLED[alert.settled]
    if told.no_more:
        return NO_MORE
    if alert.asks:
        return "please check who made contact"
    return lower_first(verdict_text(told.contacts))


def _tone(told: Noticed) -> Tone:
    if told.alert.settled is Settled.BREACH:
        return Tone.CAUTION
    if told.alert.settled or told.no_more:
        return Tone.GOOD
    return Tone.CAUTION if told.alert.asks else verdict_tone(told.answers)


def _became(told: Noticed) -> tuple[Block, ...]:
    alert = told.alert
    if alert.asks:
        whose = told.reference if told.bound_too else f"the customer of {told.case.reference}"
        now = told.no_more or _CHECK
        return (Paragraph(f"Somebody who may be {whose} made contact. {now}"),)
    said = confirmed_text(told.people, alert)
    became = settled_text(told.policy, told.people, alert, told.settled_at)
    if alert.settled is Settled.ANOTHER_PERSON:
        became = f"{became} {told.apart}"
    words = " ".join(part for part in (said, became) if part)
    return (Paragraph(words),) if words else ()


def _facts(told: Noticed) -> tuple[tuple[str, str], ...]:
    alert = told.alert
    return (
        ("Case", told.case.reference),
        (_whose(alert), _who(told)),
        ("Contact", contacts_text(told.policy, alert)),
        ("How sure", _how_sure(told)),
        ("Ask", f"{told.person(told.case.owner)}, who looks after the case"),
    )


def _how_sure(told: Noticed) -> str:
    words = likeness_words(told.alert.certainty, told.alert.reasons)
    differ = len({one.seen.reasons for one in told.contacts}) > 1
    return f"{words} (of one of the contacts)" if differ else words


def _whose(alert: Alert) -> str:
    """Nobody is called the customer before it is known that they are."""
    if alert.settled is Settled.ANOTHER_PERSON:
        return "Mistaken for"
    return "Customer" if alert.is_known else "May be"


def _who(told: Noticed) -> str:
    """``CUS-000003, whom it binds too``; before it the name, for those who learn it."""
    reference = f"{told.reference}, whom it binds too" if told.bound_too else told.reference
    return f"{told.name} ({reference})" if told.name else reference


def _what_to_do(told: Noticed) -> tuple[Block, ...]:
    """Nothing that would accuse whoever may be another person, or of what is dealt with."""
    alert = told.alert
    if alert.asks or alert.settled in _NO_CONTACT:
        return ()
    if told.no_more and not alert.settled:
        return (Paragraph(told.no_more),)
    hint = "Colleagues find the customer with “check” and the reference."
    if alert.settled:
        return (exception_note(told.policy), Note(hint))
    if not told.answers:
        return (*guidance_blocks(told.policy, ()), Note(hint))
    answers = answers_by_means(told.policy, told.contacts)
    return (exception_note(told.policy), *answers, Note(hint))


def _buttons(told: Noticed, where: str) -> tuple[Button, ...]:
    alert = told.alert
    if alert.settled in _NO_CONTACT:
        return (buttons.reopen(alert), case_page(told.case))
    if alert.settled:
        return (case_page(told.case),)
    mentioned = (buttons.only_mentioned(alert),) if alert.is_overheard else ()
    who = buttons.who(alert)
    if alert.asks:
        return (who, buttons.confirm(alert), buttons.another_person(alert), *mentioned)
    incident = (buttons.incident(alert, where),) if where else ()
    topic = (buttons.other_topic(alert),) if told.is_disengaged else ()
    return (
        *(buttons.log(alert), buttons.breach(alert), *incident, *topic),
        *(who, buttons.another_person(alert), *mentioned),
    )
