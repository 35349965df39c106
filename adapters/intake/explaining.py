"""What is wrong with a field, and what to do about it, in words that fit the fault."""

from collections.abc import Mapping
from typing import Any, Final

REMEDIES: Final = {
    "at": "Write it in RFC 3339, such as 2026-03-02T09:30:00Z, or leave it out for now.",
    "name": "Write it in one line, or leave it out.",
    "names": "Write each in one line, and leave out what is blank.",
    "emails": "An address has one @ and no blanks. Leave out what is not one.",
    "phones": "A number has digits. Leave out what is no number.",
    "postcodes": "Write each in one line, and leave out what is blank.",
    "addresses": "Leave out what is blank.",
    "organisations": "Write each in one line, and leave out what is blank.",
    "reference": "Write it as we do, such as CUS-7K3F9Q, or leave it out.",
    "id": "Use 1 to 200 of the letters A to Z, digits, and the signs . _ ~ -",
}
"""Of a field that is not in the form it must have."""


def problem_of(kind: str, context: Mapping[str, Any]) -> str:
    """``kind``, ``context``: as pydantic has them."""
    match kind:
        case "missing":
            return "This field is missing."
        case "extra_forbidden":
            return "There is no such field."
        case "string_type":
            return "This must be a string."
        case "list_type":
            return "This must be a list."
        case "model_type" | "dict_type" | "model_attributes_type":
            return "This must be an object."
        case "string_too_long":
            return f"This is longer than {context['max_length']} characters."
        case "too_long":
            return f"There are more than {context['max_length']} of them."
        case "string_unicode":
            return "This holds half a character."
        case "value_error":
            return f"{context['error']}."
        case _:
            return "This is not in the form it must have."


def remedy_of(field: str, kind: str, context: Mapping[str, Any]) -> str:
    match kind:
        case "list_type":
            return "Put it into [ ], also where there is only one, or leave it out."
        case "too_long":
            return f"Keep the {context['max_length']} that say best who it was."
        case "string_too_long":
            return "Shorten it, or leave it out."
        case "string_type" if field == "id":
            return "Write it in quotation marks."
        case "string_type":
            return "Write it in quotation marks, or leave it out."
        case _:
            return REMEDIES.get(field, "")
