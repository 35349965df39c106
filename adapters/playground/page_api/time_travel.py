"""The clock control and the reset button."""

from datetime import datetime, timedelta
from typing import Final

from adapters.playground.local_slack import LocalSlack
from adapters.playground.page_api.asking import Ask, PageError
from adapters.playground.workspace import Json

_FURTHEST: Final = timedelta(days=3660)


async def jump(slack: LocalSlack, ask: Ask) -> Json:
    """Forward only: what has happened has happened."""
    try:
        moment = datetime.fromisoformat(ask.text("to"))
    except ValueError:
        raise PageError("The time must be written like 2030-12-31T09:00:00+00:00.") from None
    if moment.tzinfo is None:
        raise PageError("The time needs its time zone, like 2030-12-31T09:00:00+00:00.")
    if moment <= slack.clock.now():
        raise PageError("The clock goes forward only. To start again, reset the playground.")
    if moment - slack.clock.now() > _FURTHEST:
        raise PageError("The clock can go ten years ahead at most.")
    slack.clock.jump_to(moment)
    await slack.on_clock()
    slack.hub.publish({"type": "clock"})
    return {"now": slack.clock.now().isoformat(timespec="seconds")}


async def reset(slack: LocalSlack, _ask: Ask) -> Json:
    """The bot first: what it still had to say must not stand in the new workspace."""
    slack.clock.reset()
    await slack.on_reset()
    slack.database.empty()
    slack.messages.forget()
    slack.hub.publish({"type": "reset"})
    return {}


HANDLERS: Final = {"clock": jump, "reset": reset}
