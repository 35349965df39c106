"""Customers who write in, played at the page."""

from typing import Final

from adapters.playground.gateway import Gateway, NotTaken
from adapters.playground.line import BotFailed
from adapters.playground.local_slack import LocalSlack
from adapters.playground.outside import CannotBe, Contact
from adapters.playground.page_api.asking import Ask, PageError, not_found
from adapters.playground.workspace import BOT_NAME, Json

_FIELDS: Final = ("name", "email", "phone", "postcode", "means")
_SAY_WHO: Final = "Fill in at least one of name, mail address, telephone number and postcode."


async def outside(slack: LocalSlack, _ask: Ask) -> Json:
    """What can be said of whoever makes contact, and examples of it."""
    world = _gateway(slack).outside
    examples = await world.examples()
    return {
        "means": [{"code": means.code, "label": means.label} for means in world.means],
        "known": examples.known,
        "examples": [
            {
                "of": example.of,
                "label": example.label,
                "about": example.about,
                "contact": {name: getattr(example.contact, name) for name in _FIELDS},
            }
            for example in examples.each
        ],
    }


async def contacts(slack: LocalSlack, ask: Ask) -> Json:
    """Tells the bot that somebody made contact. ``key``: the same again is the same contact."""
    gateway = _gateway(slack)
    contact = Contact(**{name: ask.text(name).strip() for name in _FIELDS})
    if not any((contact.name, contact.email, contact.phone, contact.postcode)):
        return {"result": "errors", "errors": {"name": _SAY_WHO}}
    try:
        told = await gateway.tell(contact, ask.text("key"))
    except NotTaken as refused:
        return {"result": "errors", "errors": dict(refused.problems)}
    except BotFailed:
        raise PageError(f"{BOT_NAME} did not respond.", 502) from None
    return {
        "result": "taken",
        "became": told.became,
        "alerts": list(told.alerts),
        "channel": gateway.outside.room,
    }


async def set_up(slack: LocalSlack, _ask: Ask) -> Json:
    """Sees to it that there is somebody to be alerted of."""
    try:
        await _gateway(slack).outside.set_up()
    except CannotBe as why:
        raise PageError(why.sentence, 409) from None
    return {}


def _gateway(slack: LocalSlack) -> Gateway:
    return slack.gateway or not_found("way in")


READ: Final = {"outside": outside}
HANDLERS: Final = {"contacts": contacts, "outside/set-up": set_up}
