"""Takes Slack's requests to the conversation, and acknowledges them in time.

Commands and shortcuts only read and open forms: they are acknowledged at once and answered in
the background. Presses and submissions change things, so their acknowledgement means *kept*: the
conversation comes first. Past a time budget they are acknowledged all the same and finished in
the background. ``listening`` tells of messages in channels.

slack-bolt runs every listener before it responds (``process_before_response``), because its
other way polls in steps of 10 ms for the acknowledgement. What must go on after the response is
held by ``Background`` instead of slack-bolt's lazy listeners, so that closing can wait for it.
"""

import logging
import re
from collections.abc import Awaitable, Callable
from typing import Any, Final
from zoneinfo import ZoneInfo

from slack_bolt.async_app import AsyncAck, AsyncApp
from slack_bolt.response import BoltResponse

from adapters.chat.asking import Asking, failed
from adapters.chat.background import Background
from adapters.chat.in_time import InTime
from adapters.chat.payloads import Body, Malformed, mapping, optional_text, text
from adapters.chat.words import refusal
from adapters.slack.names import REPORT_INCIDENT, REPORT_MESSAGE, pressed, suggested
from adapters.slack.reading import payloads
from adapters.slack.reading.message import quoted, unescaped
from adapters.slack.reading.payloads import Place, from_workspace
from adapters.slack.reading.view import entered
from adapters.slack.receiving import deliveries
from adapters.slack.receiving.listening import Listening
from adapters.slack.rendering.card import card_view
from adapters.slack.rendering.options import suggestions
from adapters.slack.sending.answering import Answering
from adapters.slack.settings import SlackSettings
from adapters.slack.words import OTHER_WORKSPACE
from bot.views.answer import Answer, Caller
from bot.views.form import Source
from bot.views.ports import Talk

Json = dict[str, Any]
Listener = Callable[[AsyncAck, Json], Awaitable[BoltResponse]]
log = logging.getLogger(__name__)

_ANY: Final = re.compile(r"[\s\S]*")


class Reception:
    def __init__(
        self,
        settings: SlackSettings,
        talk: Talk,
        zone: ZoneInfo,
        asking: Asking[Place],
        in_time: InTime[Place],
        answering: Answering,
        listening: Listening,
        background: Background,
    ) -> None:
        self._settings = settings
        self._talk = talk
        self._zone = zone
        self._asking = asking
        self._in_time = in_time
        self._answering = answering
        self._listening = listening
        self._background = background

    def listen(self, app: AsyncApp) -> None:
        app.command(self._settings.command)(self._strict(self.command))
        app.global_shortcut(REPORT_INCIDENT)(self._strict(self.shortcut))
        app.message_shortcut(REPORT_MESSAGE)(self._strict(self.shortcut))
        app.block_action(_ANY)(self._strict(self.press))
        app.view_submission(_ANY)(self._strict(self.submission))
        app.view_closed(_ANY)(self._strict(self.ignored))
        app.block_suggestion(_ANY)(self._strict(self.suggestion))
        app.event(_ANY)(self._strict(self._listening.event))

    async def command(self, ack: AsyncAck, body: Json) -> BoltResponse:
        place = payloads.command_place(body)
        if not from_workspace(body, self._settings.team):
            return await ack(OTHER_WORKSPACE)
        words = unescaped(optional_text(body, "text"))
        self._answer_later(place, lambda caller: self._talk.command(caller, words))
        return await ack()

    async def shortcut(self, ack: AsyncAck, body: Json) -> BoltResponse:
        place = payloads.place(body)
        message = quoted(body) if body.get("type") == "message_action" else None
        text(body, "trigger_id")
        if not from_workspace(body, self._settings.team):
            self._refuse(place)
        else:
            self._answer_later(place, lambda caller: self._talk.shortcut(caller, message))
        return await ack()

    async def press(self, ack: AsyncAck, body: Json) -> BoltResponse:
        press = payloads.press(body)
        action = pressed(press.action_id)
        if action is None:
            return await ack()
        if not from_workspace(body, self._settings.team):
            self._refuse(press.place)
            return await ack()
        delivery = deliveries.of_press(self._settings.team, press)
        asked = self._in_time.ask(
            press.place, delivery, lambda caller: self._talk.press(caller, action, press.value)
        )
        await self._in_time.is_answered(asked)
        self._background.start(self._give(press.place, asked), delivery)
        return await ack()

    async def submission(self, ack: AsyncAck, body: Json) -> BoltResponse:
        place = payloads.place(body)
        view = mapping(body, "view")
        if not from_workspace(body, self._settings.team):
            shown = card_view(refusal(OTHER_WORKSPACE), self._settings.command)
            return await ack(response_action="update", view=shown)
        form = entered(view, self._zone)
        delivery = deliveries.of_submission(
            self._settings.team, place.user, view, self._settings.signing_secret
        )
        asked = self._in_time.ask(
            place,
            delivery,
            lambda caller: self._talk.submit(caller, form.form, form.state, form.values),
        )
        if await self._in_time.is_answered(asked):
            response = self._answering.response(view, asked.result())
            return await ack(response) if response else await ack()
        self._background.start(self._replace(place, view, asked), delivery)
        return await ack(response_action="update", view=self._answering.wait_view(view))

    async def suggestion(self, ack: AsyncAck, body: Json) -> BoltResponse:
        """A type-ahead: the answer is the acknowledgement."""
        asked = payloads.suggestion(body)
        source = suggested(asked.action_id)
        known = source in set(Source)
        if not known or not from_workspace(body, self._settings.team):
            return await ack(options=[])
        found = await self._in_time.suggestions(
            asked.place,
            deliveries.of_suggestion(self._settings.team, asked.place.user),
            lambda caller: self._talk.suggest(caller, Source(str(source)), asked.query),
        )
        return await ack(options=suggestions(found))

    async def ignored(self, ack: AsyncAck, _body: Json) -> BoltResponse:
        return await ack()

    def _answer_later(self, place: Place, question: Callable[[Caller], Awaitable[Answer]]) -> None:
        delivery = deliveries.of_trigger(self._settings.team, place.trigger)
        asked = self._asking.ask(place, delivery, question)
        self._background.start(self._give(place, asked), delivery)

    def _refuse(self, place: Place) -> None:
        self._background.start(self._answering.tell(place, OTHER_WORKSPACE), "other workspace")

    async def _give(self, place: Place, asked: Awaitable[Answer]) -> None:
        await self._answering.give(place, await asked)

    async def _replace(self, place: Place, view: Body, asked: Awaitable[Answer]) -> None:
        await self._answering.replace(place, view, await asked)

    def _strict(self, listener: Listener) -> Listener:
        """Malformed requests are answered 400, as is whatever a listener failed at, without a
        word of why to the sender."""

        async def strict(ack: AsyncAck, body: Json) -> BoltResponse:
            with self._background.busy():
                try:
                    return await listener(ack, body)
                except Malformed as malformed:
                    log.warning("refused a malformed request: %s", malformed)
                except Exception as error:
                    failed(error)
                return BoltResponse(status=400, body="")

        return strict
