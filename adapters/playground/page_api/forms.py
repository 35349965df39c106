"""Sending a form and closing it."""

from typing import Any, Final

from adapters.playground.content import checked_view
from adapters.playground.errors import SlackError
from adapters.playground.form_state import NotFromThisForm, faults, state_of
from adapters.playground.line import BotFailed
from adapters.playground.local_slack import LocalSlack
from adapters.playground.page_api.asking import Ask, PageError
from adapters.playground.workspace import Json

_TROUBLE: Final = "We had some trouble connecting. Try again?"


async def submit(slack: LocalSlack, ask: Ask) -> Json:
    """What Slack itself finds wrong never reaches the bot."""
    seat, view = ask.seat(slack), ask.view(slack)
    if view["submit"] is None:
        raise PageError("This form has nothing to send.")
    try:
        state = state_of(view["blocks"], {**view["state"]["values"], **ask.mapping("values")})
    except NotFromThisForm:
        raise PageError("A choice is not offered any more. Look again.") from None
    if found := faults(view["blocks"], state):
        return {"result": "errors", "errors": found}
    view = slack.modals.remember(view, state)
    try:
        answer = await slack.sender.interaction(slack.payloads.view_submission(seat, view))
        return _answered(slack, seat.user, view, answer.json())
    except (BotFailed, SlackError):
        raise PageError(_TROUBLE, 502) from None


async def close(slack: LocalSlack, ask: Ask) -> Json:
    """The bot hears of it only where the view says so, and cannot prevent it."""
    seat, view = ask.seat(slack), ask.view(slack)
    whole = bool(view["clear_on_close"])
    stack = slack.modals.stack(seat.user)
    gone = stack if whole else stack[[v["id"] for v in stack].index(view["id"]) :]
    slack.modals.remove(seat.user, gone[0])
    for each in gone:
        if each["notify_on_close"]:
            payload = slack.payloads.view_closed(seat, each, cleared=whole)
            try:
                await slack.sender.interaction(payload)
            except BotFailed:
                continue
    return {}


def _answered(slack: LocalSlack, seat: str, view: Json, answer: Any) -> Json:
    answer = {} if answer is None else answer
    if not isinstance(answer, dict):
        raise BotFailed("invalid_response")
    match answer.get("response_action"):
        case None:
            slack.modals.remove(seat, view)
            return {"result": "closed"}
        case "clear":
            slack.modals.clear(seat)
            return {"result": "closed"}
        case "errors":
            return {"result": "errors", "errors": _errors(view, answer.get("errors"))}
        case "update":
            given = checked_view(answer.get("view"), "modal")
            slack.modals.update(seat, view, given)
            return {"result": "view"}
        case "push":
            slack.modals.push(seat, checked_view(answer.get("view"), "modal"))
            return {"result": "view"}
        case _:
            raise BotFailed("invalid_response")


def _errors(view: Json, errors: Any) -> dict[str, str]:
    """Slack takes errors for the form's own inputs alone."""
    inputs = {block["block_id"] for block in view["blocks"] if block["type"] == "input"}
    if not isinstance(errors, dict) or not errors or not set(errors) <= inputs:
        raise BotFailed("invalid_response")
    return {block_id: str(sentence) for block_id, sentence in errors.items()}


HANDLERS: Final = {"view/submit": submit, "view/close": close}
