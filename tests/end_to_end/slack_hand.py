"""A colleague at the local Slack: every step is a signed HTTP request to the bot."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date, datetime, time
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from tests.end_to_end.hand import Typed
from tests.end_to_end.slack_parts import Block, as_it_came, buttons, inputs, option, words_of

PATIENCE = 20.0


class NotTaken(Exception):
    """The bot did not acknowledge. Its text is what Slack tells the person."""


class SlackHand:
    """Implements ``Hand`` over the playground's own API."""

    def __init__(self, http: ClientSession, base: str, seat: str) -> None:
        self._http = http
        self._base = f"{base}/playground/api"
        self._seat = seat
        self._filled: dict[str, Typed] = {}

    async def command(self, text: str) -> None:
        channel = (await self._places())["direct"]
        await self._post("command", channel=channel, command="/ucb", text=text)

    async def say(self, place: str, text: str) -> str:
        """Post an ordinary message. Returns its timestamp."""
        channel = (await self._places())[place]
        said = await self._post("message", channel=channel, text=text)
        return str(said["ts"])

    async def shortcut(self, name: str) -> None:
        await self._post("shortcut", callback_id=name)

    async def shortcut_on(self, name: str, place: str, ts: str) -> None:
        channel = (await self._places())[place]
        await self._post("shortcut", callback_id=name, channel=channel, ts=ts)

    async def fill(self, answers: Mapping[str, Typed]) -> None:
        view = await self._view_with(tuple(answers))
        labels = {b["label"]["text"] for b in inputs(view)}
        assert set(answers) <= labels, (set(answers) - labels, labels)
        self._filled.update(answers)

    async def filled_in(self, *labels: str) -> dict[str, Any]:
        """What stands in the open form's fields as it came, by label."""
        view = await self._view_with(labels)
        came = {b["label"]["text"]: as_it_came(b["element"]) for b in inputs(view)}
        return {label: next(iter(sent.values()), None) for label, sent in came.items()}

    async def form(self, *labels: str) -> str:
        """Every word of the open form."""
        return words_of(await self._view_with(labels))

    async def submit(self) -> Mapping[str, str]:
        view = (await self._views())[-1]
        values: dict[str, dict[str, Any]] = {}
        for block in inputs(view):
            element = block["element"]
            entered = await self._entered(view["id"], block)
            values[block["block_id"]] = {element["action_id"]: {"type": element["type"], **entered}}
        answer = await self._post("view/submit", view_id=view["id"], values=values)
        if answer["result"] == "errors":
            names = {b["block_id"]: b["label"]["text"] for b in inputs(view)}
            return {names[block]: words for block, words in answer["errors"].items()}
        self._filled.clear()
        return {}

    async def finish(self) -> str:
        views = await self._views()
        if not views:
            return ""
        await self._post("view/close", view_id=views[-1]["id"])
        return words_of(views[-1])

    async def sees(self, place: str, *words: str) -> str:
        return words_of(await self._message(place, words))

    async def reads(self, place: str) -> str:
        """Everything that stands there now, for this person."""
        channel = (await self._places())[place]
        return words_of((await self._get("messages", channel=channel))["messages"])

    async def press(self, label: str, *words: str, place: str = "direct") -> None:
        message = await self._message(place, (*words, label))
        block, button = next(
            (block, button) for block, button in buttons(message) if button["text"]["text"] == label
        )
        await self._post(
            "action",
            channel=(await self._places())[place],
            ts=message["ts"],
            block_id=block["block_id"],
            element={k: button[k] for k in ("type", "action_id", "value") if k in button},
        )

    async def buttons(self, place: str, *words: str) -> list[str]:
        message = await self._message(place, words)
        return [button["text"]["text"] for _, button in buttons(message)]

    async def picture(self, name: str, *words: str, place: str = "direct") -> None:
        """There is nothing to look at."""

    async def _message(self, place: str, words: tuple[str, ...]) -> dict[str, Any]:
        channel = (await self._places())[place]
        seen: list[dict[str, Any]] = []
        try:
            async with self._changes() as changes:
                async for _ in changes:
                    answer = await self._get("messages", channel=channel)
                    seen = answer["messages"]
                    for message in reversed(seen):
                        if all(word in words_of(message) for word in words):
                            return dict(message)
        except TimeoutError:
            texts = "\n---\n".join(words_of(m) for m in seen)
            raise AssertionError(f"never saw {words} in {place}, only:\n{texts}") from None
        raise AssertionError("the event stream ended")

    async def _view_with(self, labels: tuple[str, ...]) -> dict[str, Any]:
        view: dict[str, Any] = {}
        try:
            async with self._changes() as changes:
                async for _ in changes:
                    views = await self._views()
                    view = views[-1] if views else {}
                    shown = {b["label"]["text"] for b in view.get("blocks", ()) if "label" in b}
                    if set(labels) <= shown:
                        return view
        except TimeoutError:
            raise AssertionError(f"no form with {labels}, only: {words_of(view)}") from None
        raise AssertionError("the event stream ended")

    @asynccontextmanager
    async def _changes(self) -> AsyncIterator[AsyncIterator[None]]:
        """Yields once at once and then after every change the workspace announces."""
        async with (
            asyncio.timeout(PATIENCE),
            self._http.get(
                f"{self._base}/events",
                params={"seat": self._seat},
                timeout=ClientTimeout(total=None),
            ) as stream,
        ):

            async def ticks() -> AsyncIterator[None]:
                yield
                async for line in stream.content:
                    if line.startswith(b"data:"):
                        yield

            yield ticks()

    async def _entered(self, view: str, block: Block) -> dict[str, Any]:
        element, label = block["element"], block["label"]["text"]
        if label not in self._filled:
            return as_it_came(element)
        typed = self._filled[label]
        match element["type"]:
            case "checkboxes" | "multi_static_select":
                assert isinstance(typed, list)
                return {"selected_options": [option(element["options"], t) for t in typed]}
            case "radio_buttons" | "static_select":
                return {"selected_option": option(element["options"], str(typed))}
            case "external_select":
                where = {"block_id": block["block_id"], "action_id": element["action_id"]}
                found = await self._post("options", view_id=view, query=typed, **where)
                return {"selected_option": option(found["options"], str(typed))}
            case "datetimepicker":
                assert isinstance(typed, datetime)
                return {"selected_date_time": int(typed.timestamp())}
            case "datepicker":
                assert isinstance(typed, date)
                return {"selected_date": typed.isoformat()}
            case "timepicker":
                assert isinstance(typed, time)
                return {"selected_time": typed.strftime("%H:%M")}
            case _:
                return {"value": typed}

    async def _places(self) -> dict[str, str]:
        workspace = await self._get("workspace")
        channels = {c["name"]: c["id"] for c in workspace["channels"]}
        return {**channels, "direct": workspace["dms"][0]["id"]}

    async def _views(self) -> list[dict[str, Any]]:
        return list((await self._get("views"))["views"])

    async def _get(self, what: str, **query: str) -> dict[str, Any]:
        params = {"seat": self._seat, **query}
        async with self._http.get(f"{self._base}/{what}", params=params) as answer:
            body: dict[str, Any] = await answer.json()
            assert answer.status == 200, body
            return body

    async def _post(self, what: str, **body: Any) -> dict[str, Any]:
        data = json.dumps({"seat": self._seat, **body})
        headers = {"Content-Type": "application/json"}
        async with self._http.post(f"{self._base}/{what}", data=data, headers=headers) as answer:
            result: dict[str, Any] = await answer.json()
            if answer.status == 502:
                raise NotTaken(result["error"])
            assert answer.status == 200, result
            return result
