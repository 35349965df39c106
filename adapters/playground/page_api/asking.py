"""What the page asks, checked once for every handler."""

from dataclasses import dataclass
from typing import Any, NoReturn

from aiohttp import web

from adapters.playground.local_slack import LocalSlack
from adapters.playground.seats import Seat
from adapters.playground.workspace import Json


class PageError(Exception):
    """``sentence`` is shown to the person in the seat."""

    def __init__(self, sentence: str, status: int = 400) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.status = status


def not_found(what: str) -> NoReturn:
    raise PageError(f"There is no such {what}.", 404)


@dataclass(frozen=True, slots=True)
class Ask:
    """``base``: the address under which the page reached the playground."""

    values: Json
    base: str

    def text(self, name: str) -> str:
        value = self.values.get(name)
        return value if isinstance(value, str) else ""

    def mapping(self, name: str) -> dict[str, Any]:
        value = self.values.get(name)
        return value if isinstance(value, dict) else {}

    def seat(self, slack: LocalSlack) -> Seat:
        return slack.workspace.seat(self.text("seat")) or not_found("seat")

    def channel(self, slack: LocalSlack) -> str:
        """A channel that the person in the seat can see."""
        channel = self.text("channel")
        if not slack.workspace.can_see(self.seat(slack).user, channel):
            not_found("channel")
        return channel

    def view(self, slack: LocalSlack) -> Json:
        """A form that is open in front of the person in the seat."""
        found = slack.modals.find(self.text("view_id"))
        if found is None or found[0] != self.seat(slack).user:
            raise PageError("This form is not open any more.", 404)
        return found[1]


async def read_ask(request: web.Request) -> Ask:
    base = f"{request.scheme}://{request.host}"
    if request.method != "POST":
        return Ask(dict(request.query), base)
    if request.content_type != "application/json":
        raise PageError("The body must be JSON.", 415)
    try:
        body = await request.json()
    except ValueError:
        raise PageError("The body is not valid JSON.") from None
    if not isinstance(body, dict):
        raise PageError("The body must be a JSON object.")
    return Ask(body, base)
