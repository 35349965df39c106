"""Site owners: refused complete disengagement, Legal asked, then disengaged on a topic."""

from tests.end_to_end.hand import Hand
from tests.end_to_end.steps import (
    LAST_RESORT,
    MAIL,
    approves,
    extent,
    proposes_to_disengage,
    sends,
    under_a_sanction_it_goes_on,
)

DITCH = "Ditch at Quince Meadow"


async def is_disengaged_in_part(
    adviser: Hand, manager: Hand, director: Hand, legal: Hand, focus: Hand
) -> None:
    await under_a_sanction_it_goes_on(adviser, manager)
    await adviser.command(f"customer {MAIL}")
    closing = await sends(adviser, {"Is the customer one of these?": ["Site owner"]})
    assert "on particular topics only. Ask Legal first" in closing
    await _is_not_disengaged_completely(adviser)
    await _legal_is_asked(adviser, legal)
    await proposes_to_disengage(adviser, DITCH)
    request = await director.sees("direct", "Please decide: a disengagement on 1 topic", DITCH)
    assert "Keep paying for the fence" in request
    await approves(director, "a disengagement on 1 topic")
    assert "Ditch" not in await focus.sees("contact-alerts", "disengage")


async def _is_not_disengaged_completely(adviser: Hand) -> None:
    await adviser.command(f"disengage {MAIL}")
    await adviser.fill({**extent(), **LAST_RESORT})
    wrong = await adviser.submit()
    assert "We cannot fully disengage from a site owner" in wrong["On which topics?"]
    assert "ask Legal for advice" in wrong["On which topics?"]
    await adviser.finish()


async def _legal_is_asked(adviser: Hand, legal: Hand) -> None:
    await adviser.command(f"advice {MAIL}")
    closing = await sends(adviser, {"What do you ask Legal?": "May we leave the ditch to him?"})
    assert "Lee Legal" in closing
    await legal.press("Give advice", "Your advice is wanted", "the ditch")
    advice = {"What do you advise?": "Keep paying for the fence.", "Legal's reference": "L 77"}
    await sends(legal, dict(advice))
    await adviser.sees("direct", "Legal has advised", "Keep paying for the fence", "L 77")
