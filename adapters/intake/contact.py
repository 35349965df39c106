"""One contact as it is sent to us. These models validate, and describe what they take."""

import re
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Any, Final, Self

from pydantic import (
    AfterValidator,
    BaseModel,
    BeforeValidator,
    ConfigDict,
    Field,
    WithJsonSchema,
    create_model,
    model_validator,
)

from adapters.intake.moments import read_moment
from adapters.intake.withheld import says_no_number
from core.case.register.customers import (
    EMAIL_LENGTH,
    MOST_OF_EACH,
    NAME_LENGTH,
    PHONE_LENGTH,
    PLACE_LENGTH,
)
from core.services.alerting.incoming_checks import POSTCODE_LENGTH, REFERENCE_LENGTH
from core.vocabulary.sought import Sought

WHO: Final = (
    "name", "names", "emails", "phones", "postcodes", "addresses", "organisations", "reference",
)  # fmt: skip
"""The fields that say who it was. One of them is needed."""

KEY: Final = r"^[A-Za-z0-9._~-]{1,200}$"
_LINE: Final = r"^[^\x00-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x1f\x7f]*$"
_PHONE: Final = r"^[^\x00-\x1f\x7f]*[0-9][^\x00-\x1f\x7f]*$"
_PHONE_OR_BLANK: Final = rf"^ *$|{_PHONE}"
_EMAIL: Final = r"^[^\x00-\x20\x7f@]+@[^\x00-\x20\x7f@]+$"
_LINES: Final = (
    r"^[^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*[^\x00-\x20\x7f][^\x00-\x08\x0b\x0c\x0e-\x1f\x7f]*$"
)


def _number(text: str) -> str:
    """Empty for what says that there is none."""
    if re.fullmatch(_PHONE, text):
        return text
    if says_no_number(text):
        return ""
    raise ValueError("This is not in the form it must have")


Moment = Annotated[
    datetime,
    BeforeValidator(read_moment),
    WithJsonSchema({"type": "string", "format": "date-time"}),
]
Name = Annotated[str, Field(pattern=_LINE, max_length=NAME_LENGTH)]
Email = Annotated[str, Field(pattern=_EMAIL, max_length=EMAIL_LENGTH)]
Phone = Annotated[
    str,
    Field(max_length=PHONE_LENGTH),
    AfterValidator(_number),
    WithJsonSchema({"type": "string", "pattern": _PHONE_OR_BLANK, "maxLength": PHONE_LENGTH}),
]
Phones = Annotated[list[Phone], AfterValidator(lambda given: [each for each in given if each])]
Postcode = Annotated[str, Field(pattern=_LINE, max_length=POSTCODE_LENGTH)]
Address = Annotated[str, Field(pattern=_LINES, max_length=PLACE_LENGTH)]
Organisation = Annotated[str, Field(pattern=_LINE, max_length=PLACE_LENGTH)]
Reference = Annotated[str, Field(pattern=_LINE, max_length=REFERENCE_LENGTH)]


def _any_of() -> dict[str, Any]:
    said: list[dict[str, Any]] = []
    for name in WHO:
        form: dict[str, Any] = {"type": "string"}
        if name.endswith("s"):
            form = {"type": "array", "minItems": 1}
        if name == "phones":
            form["contains"] = {"pattern": _PHONE}
        said.append({"required": [name], "properties": {name: form}})
    return {"anyOf": said}


class Contact(BaseModel):
    """That somebody made contact, and what you know of who it was. Nothing of what they said."""

    model_config = ConfigDict(extra="forbid", frozen=True, json_schema_extra=_any_of())

    means: str = Field(description="How they made contact: a code of the body's policy file.")
    at: Moment | None = Field(
        default=None,
        description="When, in RFC 3339 with its zone. Left out: now. Not in the future.",
    )
    name: Name | None = Field(default=None, description="Who it was, when there is one name.")
    names: list[Name] = Field(
        default=[], max_length=MOST_OF_EACH, description="Every name they used."
    )
    emails: list[Email] = Field(default=[], max_length=MOST_OF_EACH)
    phones: Phones = Field(
        default=[],
        max_length=MOST_OF_EACH,
        description="As they were written or shown. Without a country code: British. What says "
        "that there is no number (`withheld`, `anonymous`, `unknown`, `private`, blanks) is left "
        "out.",
    )
    postcodes: list[Postcode] = Field(default=[], max_length=MOST_OF_EACH)
    addresses: list[Address] = Field(default=[], max_length=MOST_OF_EACH)
    organisations: list[Organisation] = Field(default=[], max_length=MOST_OF_EACH)
    reference: Reference | None = Field(
        default=None,
        description="The customer's reference with us, such as CUS-7K3F9Q, or that of a case of "
        "theirs, such as UCB-7K3F9Q. One that nobody has is told in `unknown` of the result.",
    )

    @model_validator(mode="after")
    def _says_who(self) -> Self:
        if not any(getattr(self, name) for name in WHO):
            raise ValueError("Nothing says who it was")
        return self

    def sought(self) -> Sought:
        return Sought(
            names=tuple(dict.fromkeys((*([self.name] if self.name else ()), *self.names))),
            emails=tuple(self.emails),
            phones=tuple(self.phones),
            postcodes=tuple(self.postcodes),
            addresses=tuple(self.addresses),
            organisations=tuple(self.organisations),
            reference=self.reference or "",
        )


class Item(Contact):
    """One contact of a batch."""

    id: Annotated[str, Field(pattern=KEY)] = Field(
        description="Your own name for this contact. The same one again changes nothing."
    )


@dataclass(frozen=True, slots=True)
class Shapes:
    """The models of a body: ``means`` is one of its codes."""

    contact: type[Contact]
    item: type[Item]
    codes: tuple[str, ...]

    @classmethod
    def of(cls, codes: Iterable[str]) -> Self:
        known = tuple(codes)

        def one_of_them(code: str) -> str:
            if code not in known:
                raise ValueError("This is not a means of contact that we know")
            return code

        about = Contact.model_fields["means"].description
        means: Any = (
            Annotated[
                str,
                AfterValidator(one_of_them),
                WithJsonSchema({"type": "string", "enum": list(known), "description": about}),
            ],
            ...,
        )
        # By their bases' words and names: what is described is what the caller sees.
        contact = create_model("Contact", __base__=Contact, __doc__=Contact.__doc__, means=means)
        item = create_model("Item", __base__=Item, __doc__=Item.__doc__, means=means)
        return cls(contact, item, known)
