"""A colleague at the local Slack: every step is a signed HTTP request to the bot."""

import asyncio
import json
from collections.abc import AsyncIterator, Mapping
from contextlib import asynccontextmanager
from datetime import date, datetime, time
from typing import Any

from aiohttp import ClientSession, ClientTimeout

from tests.end_to_end.hand import Typed

PATIENCE = 20.0
Block = dict[str, Any]


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

    async def fill(self, answers: Mapping[str, Typed]) -> None:
        view = await self._view_with(tuple(answers))
        labels = {b["label"]["text"] for b in view["blocks"] if b["type"] == "input"}
        assert set(answers) <= labels, (set(answers) - labels, labels)
        self._filled.update(answers)

    async def submit(self) -> Mapping[str, str]:
        view = (await self._views())[-1]
        blocks = [b for b in view["blocks"] if b["type"] == "input"]
        values: dict[str, dict[str, Any]] = {}
        for block in blocks:
            element = block["element"]
            entered = await self._entered(view["id"], block)
            values[block["block_id"]] = {element["action_id"]: {"type": element["type"], **entered}}
        answer = await self._post("view/submit", view_id=view["id"], values=values)
        if answer["result"] == "errors":
            names = {b["block_id"]: b["label"]["text"] for b in blocks}
            return {names[block]: words for block, words in answer["errors"].items()}
        self._filled.clear()
        return {}

    async def finish(self) -> str:
        views = await self._views()
        if not views:
            return ""
        words = _text(views[-1])
        await self._post("view/close", view_id=views[-1]["id"])
        return words

    async def sees(self, place: str, *words: str) -> str:
        return _text(await self._message(place, words))

    async def press(self, label: str, *words: str, place: str = "direct") -> None:
        message = await self._message(place, (*words, label))
        block, button = next(
            (block, element)
            for block in message["blocks"]
            for element in _elements(block)
            if element["type"] == "button" and element["text"]["text"] == label
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
        return [
            element["text"]["text"]
            for block in message["blocks"]
            for element in _elements(block)
            if element["type"] == "button"
        ]

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
                        if all(word in _text(message) for word in words):
                            return dict(message)
        except TimeoutError:
            texts = "\n---\n".join(_text(m) for m in seen)
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
            raise AssertionError(f"no form with {labels}, only: {_text(view)}") from None
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
            return _initial(element)
        typed = self._filled[label]
        match element["type"]:
            case "checkboxes" | "multi_static_select":
                assert isinstance(typed, list)
                return {"selected_options": [_option(element["options"], t) for t in typed]}
            case "radio_buttons" | "static_select":
                return {"selected_option": _option(element["options"], str(typed))}
            case "external_select":
                where = {"block_id": block["block_id"], "action_id": element["action_id"]}
                found = await self._post("options", view_id=view, query=typed, **where)
                return {"selected_option": _option(found["options"], str(typed))}
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
            assert answer.status == 200, result
            return result


def _initial(element: Block) -> dict[str, Any]:
    for given, sent in (
        ("initial_value", "value"),
        ("initial_option", "selected_option"),
        ("initial_options", "selected_options"),
        ("initial_date_time", "selected_date_time"),
        ("initial_date", "selected_date"),
        ("initial_time", "selected_time"),
    ):
        if given in element:
            return {sent: element[given]}
    return {"selected_options": []} if element["type"] == "checkboxes" else {}


def _option(options: list[Block], label: str) -> Block:
    found = [o for o in options if label.casefold() in o["text"]["text"].casefold()]
    assert found, (label, [o["text"]["text"] for o in options])
    return found[0]


def _elements(block: Block) -> list[Block]:
    return [*block.get("elements", ()), *([block["accessory"]] if "accessory" in block else ())]


def _text(part: object) -> str:
    """Every word a person reads in a message or a view."""
    if isinstance(part, dict):
        own = [part["text"]] if isinstance(part.get("text"), str) else []
        return "\n".join([*own, *(_text(v) for k, v in part.items() if k not in _NOT_READ)]).strip()
    if isinstance(part, list):
        return "\n".join(filter(None, map(_text, part)))
    return ""


_NOT_READ = {"metadata", "state", "confirm", "initial_option", "initial_options"}
