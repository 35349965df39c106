"""What was said of a customer's records, in words. Private."""

from collections.abc import Mapping

from bot.conversation.words.sentences import cut, ended
from core.case.register import ApartTakenBack, CustomersMerged, CustomersUnmerged, ToldApart
from core.case.register.said import RecordEvent
from core.vocabulary.ids import CustomerId

WORDS_ROOM = 200
REASONS_ROOM = 400


def said_text(event: RecordEvent, references: Mapping[CustomerId, str]) -> str:
    """``references``: of the records that the event names."""
    match event:
        case CustomersMerged(one, other, reasons):
            both = f"{references[one]} and {references[other]}"
            return f"Said that {both} are one person: {ended(cut(reasons, REASONS_ROOM))}"
        case CustomersUnmerged(one, other, reasons):
            both = f"{references[one]} and {references[other]}"
            return f"Said that {both} are two people: {ended(cut(reasons, REASONS_ROOM))}"
        case ToldApart(_, known_as):
            return f"Said that {apart_words(known_as)} is another person."
        case ApartTakenBack(_, known_as):
            return f"Said that {apart_words(known_as)} may be the customer after all."


def apart_words(known_as: str) -> str:
    """``“name casey kustomer, postcode m11ae”``, as it is remembered."""
    return f"“{cut(known_as.replace(' | ', ', '), WORDS_ROOM)}”"
