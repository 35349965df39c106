"""What a review of a disengagement rests on: all that happened since the last one (stage 7)."""

from collections.abc import Iterator
from datetime import date
from typing import Final

from bot.conversation.visit import Visit
from bot.conversation.words.calendar import distance
from bot.conversation.words.contacts import RELATIONS
from bot.conversation.words.matters import behaviours, extent
from bot.conversation.words.sentences import counted, cut, ended
from bot.views.card import Block, Bullets, Facts, Heading, Note, Paragraph
from core.case.events import Relation
from core.case.order import place
from core.case.scene import Scene
from core.case.state import Case, Contact, Disengagement, Incident
from core.case.weighing.clear_period import clear_since, first_re_engagement
from core.case.weighing.recurrences import recurrences
from core.vocabulary.wording import lower_first, say_day, say_moment

MOST_LISTED: Final = 10
LINE_ROOM: Final = 250


async def since_review(visit: Visit, case: Case, notice: Disengagement) -> tuple[Block, ...]:
    """Private: it names the topics."""
    scene = await visit.scene(case)
    customer = await visit.office.customer(case.customer)
    since = place(notice.review_set_at, notice.no)
    everything: list[Incident | Contact] = [*case.incidents, *case.contacts]
    happened = [each for each in everything if place(each.occurred_at, each.no) > since]
    happened.sort(key=lambda each: place(each.occurred_at, each.no))
    return (
        Facts(
            (
                ("Customer", customer.name),
                ("Case", case.reference),
                ("Disengaged", extent(notice.topics)),
                ("Notice of", _day(scene, scene.policy.day_of(notice.issued_at))),
                ("Review due", _day(scene, notice.review_on)),
            )
        ),
        Heading("Since the last review"),
        Paragraph(_counted(scene, case, notice, happened)),
        *_listed(scene, case, happened),
        Heading("When we can re-engage"),
        Paragraph(_first(scene, case, notice)),
    )


def _counted(
    scene: Scene, case: Case, notice: Disengagement, happened: list[Incident | Contact]
) -> str:
    again = sum(each in happened for each in recurrences(scene, case))
    since = say_moment(notice.review_set_at, scene.policy.zone)
    if not happened:
        return f"Nothing was recorded since {since}."
    contacts = sum(isinstance(each, Contact) for each in happened)
    incidents = counted(len(happened) - contacts, "incident")
    return (
        f"Since {since}: {incidents} and {counted(contacts, 'contact')}. "
        f"{again} of them count as recurrence."
    )


def _listed(scene: Scene, case: Case, happened: list[Incident | Contact]) -> tuple[Block, ...]:
    """The latest, in order."""
    if not happened:
        return ()
    shown = happened[-MOST_LISTED:]
    counts = recurrences(scene, case)
    lines = tuple(cut(" ".join(_line(scene, each, each in counts)), LINE_ROOM) for each in shown)
    left_out = len(happened) - len(shown)
    more = f"The timeline has {counted(left_out, 'earlier entry', 'earlier entries')}."
    return (Bullets(lines), *((Note(more),) if left_out else ()))


def _line(scene: Scene, each: Incident | Contact, recurs: bool) -> Iterator[str]:
    means = lower_first(scene.policy.means_label(each.means))
    when = say_moment(each.occurred_at, scene.policy.zone)
    if isinstance(each, Incident):
        what = behaviours(scene.policy, each.behaviours)
        yield f"{when}: incident by {means}, {what}, about {ended(each.topic)}"
        return
    yield f"{when}: contact by {means}, about {ended(each.topic)}"
    if each.statutory:
        yield "In the exercise of a right."
    if each.relation:
        yield f"Judged: {RELATIONS[each.relation]}."
    if recurs and each.relation is not Relation.SAME:
        yield "In breach of a sanction."


def _first(scene: Scene, case: Case, notice: Disengagement) -> str:
    first = first_re_engagement(scene, case, notice)
    since = say_day(clear_since(scene, case, notice))
    years = counted(scene.policy.disengagement.clear_years, "continuous year")
    can = "is possible from" if first > scene.today else "has been possible since"
    return (
        f"Re-engaging {can} {_day(scene, first)}: after {years} without incident or recurrence, "
        f"counted from {since}, the day of the notice or of what happened last."
    )


def _day(scene: Scene, day: date) -> str:
    return f"{say_day(day)} ({distance(day, scene.today)})"
