"""A colleague at the local Teams: every step is an activity over HTTP with a signed token."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final
from zoneinfo import ZoneInfo

from tests.end_to_end.hand import Typed
from tests.end_to_end.teams_parts import choice, holds, label_of, problems, shown
from tests.support.adaptive_reading import button, data, elements, inputs, words
from tests.support.adaptive_schema import check_card
from tests.support.teams_cloud import Cloud
from tests.support.teams_connector import Message, Person

Json = dict[str, Any]

LONDON: Final = ZoneInfo("Europe/London")


class TeamsHand:
    """Implements ``Hand``. ``channels``: their ids at Teams by the names people know."""

    def __init__(self, cloud: Cloud, person: Person, channels: Mapping[str, str]) -> None:
        self._cloud = cloud
        self._person = person
        self._channels = channels
        self._seen = 0
        self._dialog: Json | None = None
        self._entries: dict[str, str] = {}

    async def command(self, text: str) -> None:
        self._close()
        self._seen = len(self._cloud.connector.messages)
        reply = await self._cloud.says(self._person, text)
        assert reply.status == 202, reply

    async def fill(self, answers: Mapping[str, Typed]) -> None:
        asked = {label_of(e): e for e in inputs(await self._form()).values()}
        assert set(answers) <= set(asked), (set(answers) - set(asked), set(asked))
        for label, typed in answers.items():
            await self._enter(asked[label], typed)

    async def submit(self) -> Mapping[str, str]:
        dialog = await self._form()
        reply = await self.send(self.entered)
        before = {label_of(e) for e in inputs(dialog).values()}
        self._open(reply)
        if self._dialog is None:
            return {}
        return problems(self._dialog, before)

    async def send(self, entered: Json) -> Json:
        """A form as it was filled in, perhaps for the second time. Returns Teams's answer."""
        reply = await self._cloud.invokes(self._person, "task/submit", {"data": entered})
        assert reply.status == 200, reply
        return reply.body or {}

    @property
    def entered(self) -> Json:
        """What the open form sends as it is filled in."""
        return {**data(self.dialog, str(self.dialog["actions"][-1]["title"])), **self._entries}

    async def finish(self) -> str:
        told = words(self._dialog) if self._dialog else ""
        self._close()
        return told

    async def sees(self, place: str, *wanted: str) -> str:
        """Also in an open dialog, where Teams shows what is for one person alone."""
        if self._dialog and holds(words(self._dialog), wanted):
            return words(self._dialog)
        return shown(await self._message(place, wanted))

    async def press(self, label: str, *wanted: str, place: str = "direct") -> None:
        message = await self._message(place, (*wanted, label))
        await self.press_on(message.card, label, "" if place == "direct" else message.conversation)

    async def press_on(self, card: Json, label: str, where: str = "") -> None:
        """On a card as it was shown once, which may be another by now. ``where``: a channel."""
        self._close()
        pressed = button(card, label)
        if pressed["type"] == "Action.Execute":
            value = {"action": {k: pressed[k] for k in ("type", "verb", "data")}}
            reply = await self._cloud.invokes(self._person, "adaptiveCard/action", value, where)
            assert reply.status == 200, reply
            return
        value = {"data": data(card, label)}
        reply = await self._cloud.invokes(self._person, "task/fetch", value, where)
        assert reply.status == 200, reply
        self._open(reply.body or {})

    @property
    def filled_in(self) -> Mapping[str, str]:
        """What stands in the fields of the open form, by label."""
        asked = inputs(self.dialog)
        return {label_of(e): self._entries[key] for key, e in asked.items()}

    async def buttons(self, place: str, *wanted: str) -> list[str]:
        card = (await self._message(place, wanted)).card
        return [str(e["title"]) for e in elements(card) if e["type"].startswith("Action.")]

    @property
    def dialog(self) -> Json:
        """The card of the open dialog."""
        assert self._dialog is not None, "no dialog is open"
        return self._dialog

    async def card(self, place: str, *wanted: str) -> Json:
        return (await self._message(place, wanted)).card

    async def own_view(self, place: str, *wanted: str) -> Json:
        """The card that a message is for this person alone."""
        message = await self._message(place, wanted)
        refresh = message.card["refresh"]
        assert self._person.id in refresh["userIds"], refresh
        asked = {key: refresh["action"][key] for key in ("type", "verb", "data")}
        value = {"action": asked, "trigger": "automatic"}
        reply = await self._cloud.invokes(
            self._person, "adaptiveCard/action", value, message.conversation
        )
        assert reply.body is not None
        card: Json = reply.body["value"]
        check_card(dict(card))
        return card

    async def picture(self, name: str, *wanted: str, place: str = "direct") -> None:
        """Nothing to see here: what is shown is checked against the schema instead."""

    async def _form(self) -> Json:
        """The open form, or the one that the newest answer has a button for."""
        if self._dialog is None:
            message = await self._cloud.connector.wait_for(
                lambda m: (
                    m in self._cloud.connector.messages[self._seen :]
                    and m.conversation == self._person.chat
                    and "Open the form" in str(m.activity)
                )
            )
            value = {"data": data(message.card, "Open the form")}
            reply = await self._cloud.invokes(self._person, "task/fetch", value)
            self._open(reply.body or {})
        assert self._dialog is not None
        return self._dialog

    def _open(self, body: Json) -> None:
        self._close()
        task = body.get("task", {})
        if task.get("type") == "continue":
            card = task["value"]["card"]["content"]
            check_card(dict(card))
            self._dialog = card
            self._entries = {key: str(e.get("value", "")) for key, e in inputs(card).items()}

    def _close(self) -> None:
        self._dialog, self._entries = None, {}

    async def _enter(self, asked: Json, typed: Typed) -> None:
        match asked["type"], typed:
            case "Input.ChoiceSet", str() if "choices.data" in asked:
                self._entries[asked["id"]] = await self._found(asked, typed)
            case "Input.ChoiceSet", list():
                chosen = [choice(asked["choices"], str(each)) for each in typed]
                self._entries[asked["id"]] = ",".join(chosen)
            case "Input.ChoiceSet", str():
                self._entries[asked["id"]] = choice(asked["choices"], typed)
            case "Input.Date", datetime():
                local = typed.astimezone(LONDON)
                self._entries[asked["id"]] = local.date().isoformat()
                self._entries[asked["id"].replace("/date", "/time")] = f"{local:%H:%M}"
            case _, date() | time():
                self._entries[asked["id"]] = typed.isoformat()
            case _:
                self._entries[asked["id"]] = str(typed)

    async def _found(self, asked: Json, typed: str) -> str:
        query = {"dataset": asked["choices.data"]["dataset"], "queryText": typed}
        reply = await self._cloud.invokes(self._person, "application/search", query)
        assert reply.body is not None
        return choice(reply.body["value"]["results"], typed)

    async def _message(self, place: str, wanted: tuple[str, ...]) -> Message:
        where = self._person.chat if place == "direct" else self._channels[place]
        try:
            found = await self._cloud.connector.wait_for(
                lambda m: m.conversation == where and holds(shown(m), wanted)
            )
        except TimeoutError:
            there = [shown(m) for m in self._cloud.connector.messages if m.conversation == where]
            listed = "\n---\n".join(there)
            raise AssertionError(f"never saw {wanted} in {place}, only:\n{listed}") from None
        check_card(dict(found.card))
        return found
