"""Brings an answer to the person who asked, by the ways Slack leaves open."""

import asyncio
import logging
from typing import Any, Final
from zoneinfo import ZoneInfo

from adapters.chat.payloads import Body, optional_text
from adapters.chat.words import said
from adapters.slack.carrying.private_metadata import metadata, origin
from adapters.slack.names import CARD
from adapters.slack.reading.payloads import Place
from adapters.slack.rendering import limits
from adapters.slack.rendering.card import card_view, message
from adapters.slack.rendering.escape import fitted, plain
from adapters.slack.rendering.form import form_view
from adapters.slack.sending.faults import TRIGGER_GONE, VIEW_GONE, code
from adapters.slack.sending.marking import marked
from adapters.slack.sending.refill import refilled
from adapters.slack.sending.web import NotTaken, Web
from adapters.slack.words import NOT_SHOWN, TOO_LATE, WINDOWS, done, working
from bot.views.answer import Answer, Nothing, Problems
from bot.views.card import Card
from bot.views.form import Form

Json = dict[str, Any]
log = logging.getLogger(__name__)

_TRIES: Final = 3


class Answering:
    """``pause``: seconds between looks for a view that Slack may not be showing yet."""

    def __init__(self, web: Web, command: str, zone: ZoneInfo, pause: float) -> None:
        self._web = web
        self._command = command
        self._zone = zone
        self._pause = pause

    # What is sent with the acknowledgement of a submission.

    def response(self, view: Body, answer: Answer) -> Json:
        """The answer to a submitted form, as Slack takes it in the acknowledgement."""
        match answer:
            case Nothing():
                return {}
            case Problems():
                if fields := marked(view, answer):
                    return {"response_action": "errors", "errors": fields}
                return {"response_action": "update", "view": refilled(view, answer)}
            case _:
                return {"response_action": "update", "view": self._next(view, answer)}

    def wait_view(self, view: Body) -> Json:
        """Holds the place of an answer that is still to come, see ``replace``."""
        return {**self._next(view, working()), "external_id": _waiting(view)}

    # What is sent later.

    async def give(self, place: Place, answer: Answer) -> None:
        """Show ``answer`` where the person is. Never raises."""
        try:
            await self._give(place, answer)
        except Exception as error:
            await self._apologise(place, error)

    async def replace(self, place: Place, view: Body, answer: Answer) -> None:
        """Put ``answer`` in the place of ``wait_view``. Never raises.

        Slack may still be putting that view up, so it is looked for by a name that no view had
        before; else our answer could be overwritten by it. If the person closed it, they are told
        in a direct message.
        """
        match answer:
            case Nothing():
                shown = self._next(view, done())
            case Problems():
                shown = refilled(view, answer)
            case _:
                shown = self._next(view, answer)
        try:
            if not await self._put(view, shown):
                await self._direct(place, answer)
        except Exception as error:
            await self._apologise(place, error)

    async def tell(self, place: Place, words: str) -> None:
        """Say a sentence to the person alone. Never raises."""
        try:
            section = {"type": "section", "text": plain(words, limits.TEXT)}
            await self._send(place, {"text": fitted(words, limits.SUMMARY), "blocks": [section]})
        except Exception as error:
            log.warning("a word to %s was not shown: %s", place.user, code(error))

    async def _apologise(self, place: Place, error: Exception) -> None:
        reason = code(error)
        log.warning("an answer to %s was not shown: %s", place.user, reason)
        if reason in TRIGGER_GONE:
            await self.tell(place, TOO_LATE)
        else:
            await self.tell(place, WINDOWS if reason == "push_limit_reached" else NOT_SHOWN)

    async def _give(self, place: Place, answer: Answer) -> None:
        match answer:
            case Nothing():
                pass
            case Problems():
                await self.tell(place, said(answer))
            case Card() if place.view is None and place.response_url:
                await self._send(place, message(answer, self._command))
            case _ if place.view is None:
                view = self._view(answer, 0, place.channel)
                await self._web.client.views_open(trigger_id=place.trigger, view=view)
            case _:
                await self._in_modal(place, place.view, answer)

    async def _in_modal(self, place: Place, view: Body, answer: Card | Form) -> None:
        """A card gives way to its answer; a form stays below it, with what was typed."""
        shown = self._next(view, answer)
        if optional_text(view, "callback_id") == CARD:
            await self._web.client.views_update(view_id=optional_text(view, "id"), view=shown)
        else:
            await self._web.client.views_push(trigger_id=place.trigger, view=shown)

    async def _put(self, view: Body, shown: Json) -> bool:
        for _ in range(_TRIES):
            if await self._update(shown, external_id=_waiting(view)):
                return True
            await asyncio.sleep(self._pause)
        return await self._update(shown, view_id=optional_text(view, "id"))

    async def _update(self, shown: Json, **which: str) -> bool:
        try:
            await self._web.client.views_update(view=shown, **which)
        except Exception as error:
            if code(error) in VIEW_GONE:
                return False
            raise
        return True

    async def _direct(self, place: Place, answer: Answer) -> None:
        if isinstance(answer, Card):
            await self._send(place, message(answer, self._command))
        elif isinstance(answer, Problems):
            await self.tell(place, said(answer))

    async def _send(self, place: Place, shown: Json) -> None:
        """By the response URL where there is one that Slack takes, else directly."""
        if place.response_url:
            try:
                return await self._web.respond(place.response_url, shown)
            except NotTaken as refused:
                log.warning("a response URL was not taken: %s", refused)
        await self._web.client.chat_postMessage(
            channel=place.user,
            **shown,
            parse="none",
            link_names=False,
            unfurl_links=False,
            unfurl_media=False,
        )
        return None

    def _next(self, view: Body, answer: Card | Form) -> Json:
        return self._view(answer, metadata(view)[0] + 1, origin(view))

    def _view(self, answer: Card | Form, revision: int, channel: str) -> Json:
        if isinstance(answer, Card):
            return card_view(answer, self._command, revision, channel)
        return form_view(answer, self._zone, self._command, revision, channel)


def _waiting(view: Body) -> str:
    return f"waiting/{optional_text(view, 'id')}/{metadata(view)[0]}"[: limits.ID]
