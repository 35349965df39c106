"""Who is asking: only colleagues with a full account in our workspace are answered."""

import logging
import time
from collections.abc import Callable, Mapping
from typing import Any, Final

from adapters.chat.background import Background
from adapters.chat.people import People, Profile, Unwelcome
from adapters.slack.names import PLATFORM
from adapters.slack.reading.payloads import Place
from adapters.slack.sending.faults import code
from adapters.slack.sending.web import Web
from adapters.slack.words import NOT_A_COLLEAGUE, UNSURE
from bot.views.answer import Caller
from core.vocabulary.people import Account

log = logging.getLogger(__name__)

_SLACKBOT: Final = "USLACKBOT"
_BARRED: Final = (
    "deleted",
    "is_bot",
    "is_connector_bot",
    "is_workflow_bot",
    "is_restricted",
    "is_ultra_restricted",
    "is_stranger",
)
"""``is_app_user`` is not among them: Slack sets it for people who authorised an app."""


class Callers:
    def __init__(
        self,
        web: Web,
        team: str,
        background: Background,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        self._web = web
        self._team = team
        self._people = People[str](background, clock)

    async def caller(self, place: Place, delivery: str) -> Caller:
        """Raises ``Unwelcome``, also when Slack cannot be asked: nobody passes unchecked."""
        user = place.user
        profile = await self._people.profile(
            user, lambda: self._look_up(user), f"users.info {user}"
        )
        if not profile.welcome:
            raise Unwelcome(NOT_A_COLLEAGUE)
        account = Account(PLATFORM, self._team, user)
        return Caller(account, delivery, profile.email, place.channel)

    async def _look_up(self, user: str) -> Profile | Unwelcome:
        try:
            answer = await self._web.client.users_info(user=user)
            found = answer.get("user") or {}
            return Profile(self._welcome(found), _email(found))
        except Exception as error:
            reason = code(error)
            log.warning("could not ask about %s: %s", user, reason)
            if reason in ("user_not_found", "user_not_visible"):
                return Unwelcome(NOT_A_COLLEAGUE)
            return Unwelcome(UNSURE, for_now=True)

    def _welcome(self, found: Mapping[str, Any]) -> bool:
        return (
            found.get("team_id") == self._team
            and found.get("id") != _SLACKBOT
            and not any(found.get(flag) for flag in _BARRED)
        )


def _email(found: Mapping[str, Any]) -> str:
    """The mail address, unless Slack says that it was never confirmed."""
    email = (found.get("profile") or {}).get("email")
    confirmed = found.get("is_email_confirmed", True) is not False
    return email if confirmed and isinstance(email, str) else ""
