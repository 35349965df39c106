"""Problems as RFC 9457 has them: what is wrong, where, and what to do."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Final

from aiohttp import web
from pydantic import BaseModel, Field
from pydantic.json_schema import SkipJsonSchema

from adapters.intake.faults import Fault

PROBLEM: Final = "application/problem+json"


LeftOut = Annotated[
    str | SkipJsonSchema[None], Field(json_schema_extra=lambda told: told.pop("default", None))
]
"""Not in the answer at all where it is ``None``."""


class FieldProblem(BaseModel):
    """What is wrong in one place."""

    pointer: str = Field(description="The place, as a JSON pointer: `#/emails/0`.")
    detail: str = Field(description="What is wrong there.")
    remedy: str = Field(description="What to do about it.")
    key: LeftOut = Field(
        default=None,
        description="Of a batch, your name for the contact: its id. Left out where it has none.",
    )


class ProblemBody(BaseModel):
    """Why nothing was kept (RFC 9457)."""

    type: str = Field(description="Which problem it is, for programs: `urn:ucb:problem:...`.")
    title: str = Field(description="Which problem it is, for people; the same every time.")
    status: int
    detail: str = Field(description="What is wrong with this request, and what to do.")
    errors: list[FieldProblem] = Field(default=[], description="Each place that is at fault.")


@dataclass(eq=False)
class Problem(Exception):
    """Ends the handling of a request. ``code``: the last part of its type."""

    status: int
    code: str
    title: str
    detail: str
    faults: tuple[Fault, ...] = ()
    headers: Mapping[str, str] = field(default_factory=dict)

    def response(self) -> web.Response:
        body = ProblemBody(
            type=f"urn:ucb:problem:{self.code}",
            title=self.title,
            status=self.status,
            detail=self.detail,
            errors=told(self.faults),
        )
        return web.Response(
            status=self.status,
            body=body.model_dump_json(exclude_none=True).encode(),
            content_type=PROBLEM,
            headers=self.headers,
        )


def told(faults: Sequence[Fault]) -> list[FieldProblem]:
    return [
        FieldProblem(
            pointer=each.pointer, detail=each.problem, remedy=each.remedy, key=each.key or None
        )
        for each in faults
    ]


def malformed(detail: str) -> Problem:
    return Problem(400, "malformed", "The request cannot be read.", detail)


def faulty(faults: Sequence[Fault]) -> Problem:
    places = "One place is" if len(faults) == 1 else f"{len(faults)} places are"
    detail = f"{places} at fault. Nothing was kept; mend it and send it again."
    return Problem(422, "faulty", "The contact cannot be taken as it is.", detail, tuple(faults))


def too_large(limit: int) -> Problem:
    detail = f"At most {limit:,} bytes are taken here. Send less at a time."
    closing = {"Connection": "close"}
    return Problem(413, "too-large", "The request is too large.", detail, (), closing)


def unsigned(detail: str) -> Problem:
    challenge = {"WWW-Authenticate": "UCB-Signature"}
    title = "The request is not signed as it must be."
    return Problem(401, "signature", title, detail, (), challenge)


def wrong_method(allowed: str, description: str) -> Problem:
    detail = f"Only {allowed} is taken at this path. {description} says what is taken where."
    return Problem(405, "method", "This is not done here.", detail, (), {"Allow": allowed})


def no_such_path(description: str) -> Problem:
    detail = f"Look at how the path is written. {description} says what is taken where."
    return Problem(404, "no-such-path", "There is nothing at this path.", detail)


def later(detail: str, seconds: int) -> Problem:
    """What was sent is good, and is not kept."""
    wait = {"Retry-After": str(seconds)}
    return Problem(503, "later", "This cannot be kept at this moment.", detail, (), wait)


def busy(seconds: int) -> Problem:
    return Problem(
        429,
        "busy",
        "Too many requests are in hand at once.",
        f"Wait {seconds} s, then send this one again as it was. Several contacts fit in one batch.",
        (),
        {"Retry-After": str(seconds)},
    )
