"""Every message is told once, and nothing private where many read."""

from typing import Final

from core.services.messages import Channel, ChatPlace, Kind, Message, Person
from tests.core.invariants.world import Standing, World

FIT_FOR_A_CHANNEL: Final = {
    Kind.APPROVAL_NOTICE,
    Kind.SANCTION_NOTICE,
    Kind.CONTACT_ALERT,
    Kind.REMINDER,
    Kind.EXTREME_ALERT,
    Kind.KNOWN_CONTACT,
    Kind.ALERT_REMINDER,
}
IDS: Final = {
    *("case", "incident", "proposal", "contact", "request", "appeal", "decision"),
    *("duty", "about", "due_on", "step", "step_on", "approver", "for", "alert", "where"),
}


def every_message_has_a_key_of_its_own(world: World) -> None:
    keys = [message.key for message in world.messages]
    assert len(keys) == len(set(keys))


def nothing_private_goes_to_a_channel(world: World) -> None:
    for message in world.messages:
        if isinstance(message.to, Channel | ChatPlace):
            assert message.kind in FIT_FOR_A_CHANNEL
            assert "for" not in message.about


def messages_carry_ids_and_never_words(world: World) -> None:
    for message in world.messages:
        assert message.about.keys() <= IDS
        assert not any(" " in value or len(value) > 40 for value in message.about.values())
        if isinstance(message.to, Person):
            assert message.about["for"] == message.to.staff


def a_redraw_is_of_a_message_sent_before(world: World) -> None:
    """Of those to Legal, who is whom may have changed; what nobody was sent is not redrawn."""
    sent: dict[str, Message] = {}
    for message in world.messages:
        if message.redraws is None:
            sent[message.key] = message
        elif original := sent.get(message.redraws):
            assert (message.kind, message.to) == (original.kind, original.to)
            assert message.about == original.about
        else:
            assert message.kind is Kind.ADVICE_WANTED


STANDING: tuple[Standing, ...] = (
    every_message_has_a_key_of_its_own,
    nothing_private_goes_to_a_channel,
    messages_carry_ids_and_never_words,
    a_redraw_is_of_a_message_sent_before,
)
