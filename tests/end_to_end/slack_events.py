"""What the Events API tells the bot besides what people type: edits, and what programs say."""

import json
from typing import Any, Final

from bot.app.made_up import TEAM
from tests.end_to_end.cloud import Cloud
from tests.end_to_end.front import Reply, Taken
from tests.end_to_end.ledger import eventually
from tests.end_to_end.slack_hand import SlackHand

Json = dict[str, Any]

_JSON: Final = "application/json"


def told(cloud: Cloud) -> list[Taken]:
    """The events so far, as Slack sent them."""
    return [taken for taken in cloud.front.taken if taken.content_type == _JSON]


async def says(cloud: Cloud, hand: SlackHand, place: str, text: str) -> str:
    """Post a message, and wait until the bot has acknowledged that it was told. Its timestamp."""
    before = len(cloud.front.replies)
    ts = await hand.say(place, text)
    await eventually(lambda: len(cloud.front.replies) > before)
    assert cloud.front.replies[-1].status == 200
    return ts


async def send(cloud: Cloud, channel: str, event: Json) -> Reply:
    """Tell the bot of something in a channel that the local Slack cannot bring about itself."""
    body = {
        "type": "event_callback",
        "team_id": TEAM,
        "api_app_id": "A0UCBAPP",
        "event_id": "Ev-made-up",
        "is_ext_shared_channel": False,
        "event": {"type": "message", "channel": channel, "channel_type": "channel", **event},
    }
    reply = await cloud.front.send(Taken(json.dumps(body).encode(), _JSON))
    assert reply.status == 200, reply
    return reply
