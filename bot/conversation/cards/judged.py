"""The contacts of an alert, each judged by its own means and at its own moment."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime

from bot.conversation.cards.standing import guidance_items, verdict_title
from bot.conversation.finding.binding import Involved
from bot.conversation.office import Office
from bot.conversation.words.known_contacts import means_text
from bot.views.card import Block, Heading
from core.alert.events import ContactSeen
from core.alert.tally import tally
from core.case.guidance import Guidance, overall, severity, together
from core.policy.model import Policy
from core.vocabulary.wording import lower_first


@dataclass(frozen=True, slots=True)
class Judged:
    """``answers``: from everything that binds the customer now."""

    seen: ContactSeen
    answers: tuple[Guidance, ...]


def judged(office: Office, bound: Involved, contacts: Iterable[ContactSeen]) -> tuple[Judged, ...]:
    """The one against which most speaks first, and of equals the latest."""
    answers: dict[tuple[str, datetime], tuple[Guidance, ...]] = {}
    found = []
    for seen in contacts:
        named = seen.means, seen.at
        if named not in answers:
            answers[named] = bound.answers(office, seen.means or None, seen.at)
        found.append(Judged(seen, answers[named]))
    return tuple(sorted(found, key=lambda one: (severity(one.answers), one.seen.at), reverse=True))


def verdict_text(each: Sequence[Judged]) -> str:
    """``This contact may not happen now``, ``These contacts may ...``; of several that differ,
    ``1 of 3 contacts may ...``."""
    title = verdict_title(each[0].answers)
    worst = overall(each[0].answers)
    alike = sum(overall(one.answers) is worst for one in each)
    if len(each) == 1:
        return title
    which = "These" if alike == len(each) else f"{alike} of {len(each)}"
    return f"{which} contacts{title.removeprefix('This contact')}"


def answers_by_means(policy: Policy, each: Sequence[Judged]) -> Iterator[Block]:
    """Those of which the same is told beneath one heading, the worst first."""
    alike: dict[tuple[Guidance, ...], list[ContactSeen]] = {}
    for one in each:
        alike.setdefault(together(one.answers), []).append(one.seen)
    for answers, contacts in alike.items():
        if len(alike) > 1:
            words = lower_first(verdict_title(answers)).removeprefix("this contact ")
            yield Heading(f"{means_text(policy, tally(contacts))}: {words}")
        yield from guidance_items(answers)
