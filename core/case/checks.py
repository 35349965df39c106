"""What is asked of every input. Each check names the ``field`` as the command's attribute is."""

from datetime import UTC, datetime, timedelta
from typing import Final

from core.case.order import to_the_minute
from core.case.scene import Scene
from core.vocabulary.ids import StaffId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import refuse
from core.vocabulary.wording import listed, lower_first, say_moment, upper_first

TOPIC_LENGTH: Final = 150
TEXT_LENGTH: Final = 3000
NARRATIVE_LENGTH: Final = 10_000
TOLERANCE: Final = timedelta(minutes=2)
"""By how much another computer's clock may be ahead of ours."""


def require_text(text: str, field: str, called: str, longest: int = TEXT_LENGTH) -> None:
    """``called``: what the text is, as in ``the topic``."""
    if not text.strip():
        raise refuse("text-missing", f"Write {called}.", field=field)
    require_length(text, field, called, longest)


def require_length(text: str, field: str, called: str, longest: int = TEXT_LENGTH) -> None:
    if len(text) > longest:
        raise refuse(
            "text-too-long",
            f"{upper_first(called)} has {len(text):,} characters. It can have at most {longest:,}.",
            "Shorten it, and keep the full text where your team keeps its records.",
            field=field,
        )


def require_past(scene: Scene, moment: datetime, field: str) -> None:
    if moment.tzinfo is None:
        raise refuse("time-zone-missing", "Say in which time zone this time is.", field=field)
    if moment.astimezone(UTC) > scene.now + TOLERANCE:
        raise refuse(
            "in-the-future",
            f"{say_moment(moment, scene.policy.zone)} is in the future.",
            "Enter the date and time at which it happened.",
            field=field,
        )


def is_before(moment: datetime, earliest: datetime) -> bool:
    """People enter times to the minute, so the same minute is not before."""
    return moment < to_the_minute(earliest)


def require_means(scene: Scene, means: str, field: str = "means") -> None:
    if scene.policy.means_of(means) is None:
        known = listed((lower_first(m.label) for m in scene.policy.means), "or")
        raise refuse(
            "unknown-means",
            f'"{means}" is not a means of contact that we know.',
            f"Choose {known}.",
            field=field,
        )


def require_colleague(scene: Scene, staff: StaffId, field: str) -> StaffMember:
    member = scene.people.get(staff)
    if member is None:
        raise refuse(
            "unknown-colleague",
            f'"{staff}" is not in the staff directory.',
            "Choose a colleague from the list, or ask an administrator to add them.",
            field=field,
        )
    if not member.active:
        raise refuse(
            "inactive-colleague",
            f"{member.name} is no longer active in the staff directory.",
            "Choose a colleague who is working here now.",
            field=field,
        )
    return member


def require_actor(scene: Scene) -> StaffMember:
    """Only active colleagues of the staff directory act."""
    member = scene.people.get(scene.actor)
    if member is None:
        raise refuse(
            "unknown-actor",
            "You are not in the staff directory.",
            "Ask an administrator to add you.",
        )
    if not member.active:
        raise refuse(
            "inactive-actor",
            "Your entry in the staff directory is no longer active.",
            "Ask an administrator to make it active again.",
        )
    return member
