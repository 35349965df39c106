"""How the conversation answers, and who it is speaking with."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime

from bot.views.card import Card
from bot.views.form import Form
from core.vocabulary.people import Account


@dataclass(frozen=True, slots=True)
class Problems:
    """A form was not accepted: what is wrong, by field name. What was typed stays in the form.

    ``general``: what concerns no single field.
    """

    fields: Mapping[str, str] = field(default_factory=dict)
    general: str = ""


@dataclass(frozen=True, slots=True)
class Nothing:
    """There is nothing to say: a message elsewhere will tell."""


Answer = Card | Form | Problems | Nothing
"""A ``Card`` is shown to the asker alone. A ``Form`` is opened (or follows the one just sent)."""


@dataclass(frozen=True, slots=True)
class QuotedMessage:
    """A chat message that a person wants to report."""

    text: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Overheard:
    """A message in a channel, of a person or of another program, that nobody addressed to us.

    ``channel``: the place by which the channel is watched or not. ``place``: where a reply beneath
    the message goes. ``message``: its id, the same whenever the platform tells of it again.
    """

    platform: str
    channel: str
    place: str
    message: str
    text: str
    sent_at: datetime


@dataclass(frozen=True, slots=True)
class Caller:
    """Who asks, as the adapter verified it. ``delivery`` names this very request, so that a
    repetition of it changes nothing: the same for every retry, different for anything new.

    ``email``: the mail address the platform itself verified, "" when it told none.
    ``channel``: where they speak, as ``Overheard.channel`` has it; "" in a direct message.
    """

    account: Account
    delivery: str
    email: str = ""
    channel: str = ""
