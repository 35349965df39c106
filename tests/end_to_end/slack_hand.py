"""A colleague at the local Slack: every step is a signed HTTP request to the bot."""

from collections.abc import Mapping
from datetime import date, datetime, time
from typing import Any, Final

from aiohttp import ClientSession

from tests.end_to_end.hand import Typed
from tests.end_to_end.slack_parts import Block, as_it_came, buttons, inputs, option, words_of
from tests.end_to_end.slack_seat import Changed, SlackSeat

_TRIES: Final = 5


class SlackHand:
    """Implements ``Hand`` over the playground's own API."""

    def __init__(self, http: ClientSession, base: str, seat: str) -> None:
        self._seat = SlackSeat(http, base, seat)
        self._filled: dict[str, Typed] = {}

    async def command(self, text: str) -> None:
        await self.command_in("direct", text)

    async def command_in(self, place: str, text: str) -> None:
        channel = (await self._seat.places())[place]
        await self._seat.post("command", channel=channel, command="/ucb", text=text)

    async def say(self, place: str, text: str) -> str:
        """Post an ordinary message. Returns its timestamp."""
        channel = (await self._seat.places())[place]
        said = await self._seat.post("message", channel=channel, text=text)
        return str(said["ts"])

    async def shortcut(self, name: str) -> None:
        await self._seat.post("shortcut", callback_id=name)

    async def shortcut_on(self, name: str, place: str, ts: str) -> None:
        channel = (await self._seat.places())[place]
        await self._seat.post("shortcut", callback_id=name, channel=channel, ts=ts)

    async def fill(self, answers: Mapping[str, Typed]) -> None:
        view = await self._seat.view_with(tuple(answers))
        labels = {b["label"]["text"] for b in inputs(view)}
        assert set(answers) <= labels, (set(answers) - labels, labels)
        self._filled.update(answers)

    async def filled_in(self, *labels: str) -> dict[str, Any]:
        """What stands in the open form's fields as it came, by label."""
        view = await self._seat.view_with(labels)
        came = {b["label"]["text"]: as_it_came(b["element"]) for b in inputs(view)}
        return {label: next(iter(sent.values()), None) for label, sent in came.items()}

    async def form(self, *labels: str) -> str:
        """Every word of the open form."""
        return words_of(await self._seat.view_with(labels))

    async def sees_form(self, *words: str) -> str:
        """Wait for a form, or a card in its place, that holds all of ``words``."""

        def holds(view: Block) -> bool:
            return all(word in words_of(view) for word in words)

        return words_of(await self._seat.view(holds, words))

    async def submit(self) -> Mapping[str, str]:
        view = (await self._seat.views())[-1]
        values: dict[str, dict[str, Any]] = {}
        for block in inputs(view):
            element = block["element"]
            entered = await self._entered(view["id"], block)
            values[block["block_id"]] = {element["action_id"]: {"type": element["type"], **entered}}
        answer = await self._seat.post("view/submit", view_id=view["id"], values=values)
        if answer["result"] == "errors":
            names = {b["block_id"]: b["label"]["text"] for b in inputs(view)}
            return {names[block]: words for block, words in answer["errors"].items()}
        self._filled.clear()
        return {}

    async def finish(self) -> str:
        views = await self._seat.views()
        if not views:
            return ""
        await self._seat.post("view/close", view_id=views[-1]["id"])
        return words_of(views[-1])

    async def sees(self, place: str, *words: str) -> str:
        return words_of(await self._seat.message(place, words))

    async def sees_beneath(self, place: str, ts: str, *words: str) -> str:
        """Wait for a reply to the message of this timestamp."""
        message = await self._seat.message(place, words, beneath=ts)
        return words_of(message)

    async def reads(self, place: str) -> str:
        """Everything that stands there now, for this person."""
        channel = (await self._seat.places())[place]
        return words_of((await self._seat.get("messages", channel=channel))["messages"])

    async def press(self, label: str, *words: str, place: str = "direct") -> None:
        """Where the message has just changed, look again and press again."""
        while True:
            try:
                return await self._press(label, words, place)
            except Changed:
                continue

    async def _press(self, label: str, words: tuple[str, ...], place: str) -> None:
        message = await self._seat.message(place, (*words, label))
        block, button = next(
            (block, button) for block, button in buttons(message) if button["text"]["text"] == label
        )
        await self._seat.post(
            "action",
            channel=(await self._seat.places())[place],
            ts=message["ts"],
            block_id=block["block_id"],
            element={k: button[k] for k in ("type", "action_id", "value") if k in button},
        )

    async def buttons(self, place: str, *words: str) -> list[str]:
        message = await self._seat.message(place, words)
        return [button["text"]["text"] for _, button in buttons(message)]

    async def picture(self, name: str, *words: str, place: str = "direct") -> None:
        """There is nothing to look at."""

    async def _suggested(self, **sought: Any) -> list[Block]:
        """As people do, types on where nothing came in time; a machine may be busy."""
        options: list[Block] = []
        for _ in range(_TRIES):
            options = (await self._seat.post("options", **sought))["options"]
            if options:
                break
        return options

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
                options = await self._suggested(view_id=view, query=typed, **where)
                return {"selected_option": option(options, str(typed))}
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
