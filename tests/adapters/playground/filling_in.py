"""A form that is filled in, and one that is put on top of another."""

from typing import Any

from tests.adapters.playground.stage import ASHA, Stage

TROUBLE = "We had some trouble connecting. Try again?"
Json = dict[str, Any]


async def submit(stage: Stage, view: Json, values: Json | None = None) -> Json:
    return await stage.post("view/submit", seat=ASHA, view_id=view["id"], values=values or {})


async def pushed(stage: Stage, view: Json) -> Json:
    answer = await stage.slack.views_push(trigger_id=await stage.trigger(), view=view)
    return dict(answer["view"])
