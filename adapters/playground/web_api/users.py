"""auth.test and users.*: who is who."""

from typing import Final

from adapters.playground.errors import SlackError
from adapters.playground.local_slack import LocalSlack
from adapters.playground.seats import Seat
from adapters.playground.web_api.arguments import Arguments
from adapters.playground.workspace import (
    APP_ID,
    BOT_ID,
    BOT_NAME,
    BOT_USER,
    DOMAIN,
    Json,
    handle,
)


async def auth_test(slack: LocalSlack, arguments: Arguments) -> Json:
    return {
        "url": f"{arguments.base}/",
        "team": DOMAIN,
        "user": BOT_NAME.lower(),
        "team_id": slack.workspace.team,
        "user_id": BOT_USER,
        "bot_id": BOT_ID,
        "app_id": APP_ID,
        "is_enterprise_install": False,
    }


async def info(slack: LocalSlack, arguments: Arguments) -> Json:
    user = arguments.required("user")
    if user == BOT_USER:
        return {"user": _bot(slack)}
    seat = slack.workspace.seat(user)
    if seat is None:
        raise SlackError("user_not_found")
    return {"user": _person(slack, seat)}


async def lookup_by_email(slack: LocalSlack, arguments: Arguments) -> Json:
    email = arguments.required("email").casefold()
    for seat in slack.workspace.seats:
        if seat.email.casefold() == email:
            return {"user": _person(slack, seat)}
    raise SlackError("users_not_found")


def _person(slack: LocalSlack, seat: Seat) -> Json:
    return {
        **_user(slack, seat.user, handle(seat), seat.name),
        "is_bot": False,
        "is_app_user": False,
        "is_email_confirmed": True,
        "profile": {
            "real_name": seat.name,
            "display_name": seat.name,
            "title": seat.title,
            "email": seat.email,
            "team": slack.workspace.team,
        },
    }


def _bot(slack: LocalSlack) -> Json:
    return {
        **_user(slack, BOT_USER, BOT_NAME.lower(), BOT_NAME),
        "is_bot": True,
        "is_app_user": False,
        "profile": {
            "real_name": BOT_NAME,
            "display_name": "",
            "api_app_id": APP_ID,
            "bot_id": BOT_ID,
            "team": slack.workspace.team,
        },
    }


def _user(slack: LocalSlack, user: str, name: str, real_name: str) -> Json:
    return {
        "id": user,
        "team_id": slack.workspace.team,
        "name": name,
        "real_name": real_name,
        "deleted": False,
        "is_admin": False,
        "is_owner": False,
        "is_primary_owner": False,
        "is_restricted": False,
        "is_ultra_restricted": False,
        "is_stranger": False,
        "tz": "Europe/London",
    }


METHODS: Final = {
    "auth.test": auth_test,
    "users.info": info,
    "users.lookupByEmail": lookup_by_email,
}
