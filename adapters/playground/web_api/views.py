"""views.*: the forms the bot opens."""

from typing import Final

from adapters.playground.content import checked_view
from adapters.playground.errors import SlackError, missing
from adapters.playground.local_slack import LocalSlack
from adapters.playground.web_api.arguments import Arguments
from adapters.playground.workspace import Json


async def open_view(slack: LocalSlack, arguments: Arguments) -> Json:
    trigger = arguments.required("trigger_id")
    view = _view(arguments, "modal")
    return {"view": slack.modals.open(slack.triggers.exchange(trigger), view)}


async def push(slack: LocalSlack, arguments: Arguments) -> Json:
    trigger = arguments.required("trigger_id")
    view = _view(arguments, "modal")
    return {"view": slack.modals.push(slack.triggers.exchange(trigger), view)}


async def update(slack: LocalSlack, arguments: Arguments) -> Json:
    view = _view(arguments, "modal")
    view_id, external_id = arguments.text("view_id"), arguments.text("external_id")
    if not view_id and not external_id:
        raise missing("view_id")
    found = slack.modals.find(view_id) if view_id else slack.modals.find_external(external_id)
    if found is None:
        raise SlackError("not_found")
    seat, old = found
    _check_hash(arguments, old)
    return {"view": slack.modals.update(seat, old, view)}


async def publish(slack: LocalSlack, arguments: Arguments) -> Json:
    user = arguments.required("user_id")
    view = _view(arguments, "home")
    if slack.workspace.seat(user) is None:
        raise SlackError("user_not_found")
    old = slack.modals.home(user)
    if old is not None:
        _check_hash(arguments, old)
    return {"view": slack.modals.publish_home(user, view)}


def _view(arguments: Arguments, kind: str) -> Json:
    if not arguments.has("view"):
        raise missing("view")
    return checked_view(arguments.structure("view"), kind)


def _check_hash(arguments: Arguments, old: Json) -> None:
    if arguments.has("hash") and arguments.text("hash") != old["hash"]:
        raise SlackError("hash_conflict")


METHODS: Final = {
    "views.open": open_view,
    "views.push": push,
    "views.update": update,
    "views.publish": publish,
}
