"""The world outside the playground: its own key for telling the bot of contacts, and the way in."""

from collections.abc import Awaitable, Callable, Mapping
from typing import Final

from adapters.intake import Answers, ContactReader, IntakeDesk, IntakeDoor, Keyring, Shapes
from adapters.intake.answers import PATH
from adapters.intake.signing import Request, signed_headers
from adapters.playground import Examples, Means, Outside
from bot.app.house import derived
from bot.app.intake import DIGESTS, mail_means
from bot.app.made_up import ROOMS
from bot.app.reception import Reception
from core.policy.model import Policy
from core.services.messages import Channel
from core.services.ports.desk import Clock

SOURCE: Final = "playground"
"""Of every contact, and the name of the key."""


def way_in(policy: Policy, reception: Reception, clock: Clock, master_key: str) -> IntakeDoor:
    """It takes what is signed with the playground's own key, and nothing else."""
    shapes = Shapes.of(means.code for means in policy.means)
    desk = IntakeDesk(
        reception,
        Answers(reception),
        ContactReader(shapes, derived(master_key, DIGESTS)),
        clock,
        mail_means(policy),
    )
    return IntakeDoor(Keyring({SOURCE: _secret(master_key)}), desk)


def world_outside(
    policy: Policy,
    clock: Clock,
    master_key: str,
    url: str,
    examples: Callable[[], Awaitable[Examples]],
    set_up: Callable[[], Awaitable[None]],
) -> Outside:
    """``url``: where the bot is."""

    def sign(method: str, path: str, key: str, body: bytes) -> Mapping[str, str]:
        request = Request(method, path, key, body)
        return signed_headers(SOURCE, _secret(master_key), clock.now().timestamp(), request)

    return Outside(
        url=f"{url}{PATH}",
        sign=sign,
        room=ROOMS[Channel.ALERTS].id,
        means=tuple(Means(means.code, means.label) for means in policy.means),
        examples=examples,
        set_up=set_up,
    )


def _secret(master_key: str) -> str:
    return derived(master_key, "contacts")
