"""Nothing is in force without a review date (stages 4 and 7)."""

from datetime import date

from core.case.scene import Scene
from core.policy.model import ReviewRule
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import say_day


def require_next_review(
    scene: Scene, rule: ReviewRule, day: date | None, called: str, section: str
) -> date:
    """``called``: what is reviewed, as in ``the sanction``."""
    if day is None:
        raise refuse(
            "review-date-missing",
            f"Say when {called} is reviewed next.",
            "Nothing is in force without a review date.",
            section=section,
            field="next_review_on",
        )
    require_review_date(scene, rule, day, "next_review_on", section)
    return day


def require_review_date(
    scene: Scene, rule: ReviewRule, day: date, field: str, section: str
) -> None:
    if day <= scene.today:
        raise refuse(
            "review-date-past",
            f"The review date must be after today, {say_day(scene.today)}.",
            section=section,
            field=field,
        )
    latest = rule.latest_date(scene.today)
    if day > latest:
        raise refuse(
            "review-date-late",
            f"The review must be on {say_day(latest)} at the latest.",
            "Nothing should continue indefinitely without review.",
            section=section,
            field=field,
        )
