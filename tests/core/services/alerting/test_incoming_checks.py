"""What is asked of every contact that a machine or a message tells of."""

import pytest

from core.services.incoming import Became
from core.vocabulary.refusal import Refused
from core.vocabulary.sought import Sought
from tests.core.services.alerting.contacts import BY_MAIL, answering


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"means": "pigeon"}, "unknown-means", "means"),
        ({"means": ""}, "unknown-means", "means"),
        ({"who": ()}, "nobody-named", "who"),
        ({"who": (Sought(names=(" ",)),)}, "nobody-named", "who"),
        ({"who": (BY_MAIL,) * 101}, "too-many", "who"),
        ({"who": (Sought(names=("Casey",) * 21),)}, "too-many", "names"),
        ({"who": (Sought(emails=("x" * 255,)),)}, "text-too-long", "emails"),
        ({"who": (Sought(phones=("1" * 41,)),)}, "text-too-long", "phones"),
        ({"who": (Sought(reference="x" * 41),)}, "text-too-long", "reference"),
        ({"who": (Sought(addresses=("x" * 301,)),)}, "text-too-long", "addresses"),
        ({"source": ""}, "text-missing", "source"),
        ({"key": "k" * 201}, "text-too-long", "key"),
        ({"where": "w" * 501}, "text-too-long", "where"),
    ],
)
async def test_what_cannot_be_taken(changed: dict[str, object], rule: str, field: str) -> None:
    desk = await answering()
    kept = desk.kept
    with pytest.raises(Refused) as refused:
        await desk.comes(**changed)
    assert (refused.value.refusal.rule, refused.value.refusal.field) == (rule, field)
    assert desk.kept == kept


async def test_times_are_aware_and_hardly_ahead() -> None:
    desk = await answering()
    now = desk.memory.clock.now()
    assert (await desk.comes(at=now.replace(minute=now.minute + 5))).became is Became.ALERTED
    for at, rule in (
        (now.replace(minute=now.minute + 6), "in-the-future"),
        (now.replace(tzinfo=None), "time-zone-missing"),
    ):
        with pytest.raises(Refused) as refused:
            await desk.comes(at=at)
        assert refused.value.refusal.rule == rule
