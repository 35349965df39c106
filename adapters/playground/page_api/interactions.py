"""What a person presses and chooses: shortcuts, buttons, menus, type-aheads."""

from typing import Any, Final, NoReturn

from adapters.playground.blocks import find_element, options
from adapters.playground.form_state import NotFromThisForm, Values, state_of
from adapters.playground.limits import option_faults
from adapters.playground.line import BotFailed
from adapters.playground.local_slack import LocalSlack
from adapters.playground.messages import Message
from adapters.playground.page_api.asking import Ask, PageError, not_found
from adapters.playground.workspace import BOT_NAME, Json

_BUTTON_KEYS: Final = ("text", "value", "style", "url", "confirm")


async def shortcut(slack: LocalSlack, ask: Ask) -> Json:
    seat, name = ask.seat(slack), ask.text("callback_id")
    kind = "message" if ask.text("ts") else "global"
    known = {(s.callback_id, s.type) for s in slack.workspace.shortcuts}
    if (name, kind) not in known:
        not_found("shortcut")
    if kind == "global":
        payload = slack.payloads.global_shortcut(seat, name)
    else:
        message = _message(slack, ask)
        payload = slack.payloads.message_shortcut(seat, name, message, ask.base)
    await _send(slack, payload)
    return {}


async def action(slack: LocalSlack, ask: Ask) -> Json:
    payload_of = _action_in_view if ask.text("view_id") else _action_in_message
    await _send(slack, payload_of(slack, ask))
    return {}


async def suggest(slack: LocalSlack, ask: Ask) -> Json:
    """A type-ahead: the bot names the options."""
    seat, view = ask.seat(slack), ask.view(slack)
    block_id, action_id = ask.text("block_id"), ask.text("action_id")
    if find_element(view["blocks"], block_id, action_id) is None:
        not_found("field")
    payload = slack.payloads.suggestion(seat, view, block_id, action_id, ask.text("query"))
    try:
        answer = (await slack.sender.interaction(payload)).json()
    except BotFailed:
        _unreachable()
    found = _options(answer)
    if option_faults(found):
        _unreachable()
    return {"options": found}


def _action_in_view(slack: LocalSlack, ask: Ask) -> Json:
    view = ask.view(slack)
    element = _element(ask, view["blocks"])
    entered = {**view["state"]["values"], **ask.mapping("values")}
    state = _state(ask, view["blocks"], entered)
    view = slack.modals.remember(view, state)
    return slack.payloads.view_action(ask.seat(slack), view, _acted(ask, element, state))


def _action_in_message(slack: LocalSlack, ask: Ask) -> Json:
    message = _message(slack, ask)
    element = _element(ask, message.blocks)
    state = _state(ask, message.blocks, {})
    acted = _acted(ask, element, state)
    return slack.payloads.message_action(ask.seat(slack), message, acted, state, ask.base)


def _message(slack: LocalSlack, ask: Ask) -> Message:
    found = slack.messages.find(ask.channel(slack), ask.text("ts"), ask.seat(slack).user)
    return found or not_found("message")


def _element(ask: Ask, blocks: Any) -> Json:
    action_id = ask.mapping("element").get("action_id")
    found = find_element(blocks, ask.text("block_id"), str(action_id))
    if found is None:
        raise PageError("This has changed meanwhile, so nothing was done. Look again.", 404)
    return found


def _state(ask: Ask, blocks: Any, entered: dict[str, Any]) -> Values:
    """Everything entered so far, with what the person just did."""
    block_id, acted = ask.text("block_id"), ask.mapping("element")
    here = {**entered.get(block_id, {}), str(acted.get("action_id")): acted}
    try:
        return state_of(blocks, {**entered, block_id: here})
    except NotFromThisForm:
        raise PageError("That choice is not offered any more.") from None


def _acted(ask: Ask, element: Json, state: Values) -> Json:
    """The action as Slack describes it: from the element as it stands, not as the page says."""
    block_id = ask.text("block_id")
    own = {"type": element["type"], "action_id": element["action_id"], "block_id": block_id}
    if element["type"] == "button":
        return {**own, **{key: element[key] for key in _BUTTON_KEYS if key in element}}
    if element["type"] == "overflow":
        chosen = ask.mapping("element").get("selected_option")
        if chosen not in options(element):
            raise PageError("That choice is not offered any more.")
        return {**own, "selected_option": chosen}
    return {**own, **state[block_id][element["action_id"]]}


def _options(answer: Any) -> Any:
    if not isinstance(answer, dict):
        return None
    groups = answer.get("option_groups")
    if isinstance(groups, list):
        return [option for group in groups for option in group.get("options", ())]
    return answer.get("options")


async def _send(slack: LocalSlack, payload: Json) -> None:
    try:
        await slack.sender.interaction(payload)
    except BotFailed:
        _unreachable()


def _unreachable() -> NoReturn:
    raise PageError(f"{BOT_NAME} did not respond. Try again in a moment.", 502)


HANDLERS: Final = {"shortcut": shortcut, "action": action, "options": suggest}
