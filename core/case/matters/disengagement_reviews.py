"""Stage 7: a disengagement is continued or changed, or we re-engage after a clear period."""

from dataclasses import replace

from core.case.checks import require_text
from core.case.events import (
    CaseEvent,
    CustomerReEngaged,
    DisengagementChanged,
    DisengagementContinued,
)
from core.case.matters.customer_kinds import may_be_complete, require_fitting
from core.case.matters.disengagements import require_apart
from core.case.matters.review_dates import require_next_review
from core.case.matters.topics import check_topics, same_words, shared_topics, tidy
from core.case.proposals import DisengagementOutcome, DisengagementReviewMatter
from core.case.scene import Scene
from core.case.sections import STAGE_7
from core.case.state import Case, Disengagement, Proposal
from core.case.weighing.clear_period import clear_since, first_re_engagement, undecided
from core.vocabulary.refusal import Refused, refuse
from core.vocabulary.wording import listed, say_day


def check(scene: Scene, case: Case, matter: DisengagementReviewMatter) -> None:
    disengagement = case.disengagements.get(matter.disengagement)
    if disengagement is None or not disengagement.in_force:
        raise refuse(
            "not-in-force",
            "This disengagement is not in force, so there is nothing to review.",
            section=STAGE_7,
            field="disengagement",
        )
    require_text(matter.reasons, "reasons", "what the review found")
    if matter.outcome is DisengagementOutcome.RE_ENGAGE:
        _require_clear(scene, case, disengagement, "We can re-engage", "outcome")
    else:
        rule, day = scene.policy.disengagement.review, matter.next_review_on
        require_next_review(scene, rule, day, "the disengagement", STAGE_7)
    if matter.outcome is DisengagementOutcome.CHANGE:
        _check_change(scene, case, disengagement, matter.topics)
        return
    if matter.topics is not None:
        raise _topics(
            "topics-without-change", "New topics are only for a disengagement that is changed."
        )
    if matter.outcome is DisengagementOutcome.CONTINUE and disengagement.is_complete:
        # They may have turned out to be a site owner or an agent since.
        require_fitting(case, scene.customer, disengagement.topics, "outcome")
        _require_fitting_others(scene, case, disengagement, disengagement.topics, "outcome")


def effects(proposal: Proposal, matter: DisengagementReviewMatter) -> tuple[CaseEvent, ...]:
    no, review_on = matter.disengagement, matter.next_review_on
    if matter.outcome is DisengagementOutcome.RE_ENGAGE:
        return (CustomerReEngaged(no, proposal.no),)
    if review_on is None:
        raise ValueError("nothing stays in force without a review date")
    if matter.topics is not None:
        return (DisengagementChanged(no, proposal.no, tidy(matter.topics), review_on),)
    return (DisengagementContinued(no, proposal.no, review_on),)


def _require_clear(
    scene: Scene, case: Case, disengagement: Disengagement, act: str, field: str
) -> None:
    """``act``: what can be done only after the clear period, as in ``We can re-engage``."""
    first = first_re_engagement(scene, case, disengagement)
    if scene.today >= first:
        _require_assessed(scene, case, act, field)
        return
    years = scene.policy.disengagement.clear_years
    period = f"{years} continuous years" if years != 1 else "a continuous year"
    since = clear_since(scene, case, disengagement)
    raise refuse(
        "re-engagement-early",
        f"{act} on {say_day(first)} at the earliest: only after {period} without incident or "
        f"recurrence, and the last was on {say_day(since)}.",
        "Continue the disengagement, and review it again then.",
        section=STAGE_7,
        field=field,
    )


def _require_assessed(scene: Scene, case: Case, act: str, field: str) -> None:
    for contact in undecided(scene, case):
        day = scene.policy.day_of(contact.occurred_at)
        raise refuse(
            "contact-not-assessed",
            f"{act} once it is said whether the contact of {say_day(day)} was on the same or a "
            "similar topic: if it was, the clear period began anew.",
            "Say so on the page of the case, then propose this.",
            section=STAGE_7,
            field=field,
        )


def _check_change(
    scene: Scene, case: Case, disengagement: Disengagement, topics: tuple[str, ...] | None
) -> None:
    if topics is None:
        raise _topics("topics-missing", "Say which topics the disengagement is about from now on.")
    check_topics(topics)
    if same_words(topics) == same_words(disengagement.topics):
        raise _topics(
            "nothing-changed",
            "The new topics are the same as those in force.",
            "Change them, or continue the disengagement.",
        )
    require_fitting(case, scene.customer, topics, "topics")
    _require_fitting_others(scene, case, disengagement, topics, "topics")
    require_apart(tuple(d for d in case.disengaged if d.no != disengagement.no), topics)
    if given_up := _given_up(scene, disengagement, topics):
        act = f"This would re-engage on {given_up}, which we can do"
        _require_clear(scene, case, disengagement, act, "topics")


def _require_fitting_others(
    scene: Scene, case: Case, disengagement: Disengagement, topics: tuple[str, ...], field: str
) -> None:
    """Whom else it binds must not be disengaged from further than the policy allows (Scope)."""
    for person in scene.others:
        if person.id not in disengagement.extended_to:
            continue
        try:
            require_fitting(case, person, topics, field)
        except Refused as refused:
            message = f"This binds {person.name} too. {refused.refusal.message}"
            raise Refused(replace(refused.refusal, message=message)) from None


def _given_up(scene: Scene, disengagement: Disengagement, topics: tuple[str, ...]) -> str:
    """On what we would engage again; "" where nothing is given up.

    From a customer from whom we could not disengage completely, a complete disengagement may be
    narrowed at any time.
    """
    if not topics:
        return ""
    if disengagement.is_complete:
        return "everything else" if may_be_complete(scene.customer) else ""
    kept = shared_topics(disengagement.topics, topics)
    return listed(topic for topic in disengagement.topics if topic not in kept)


def _topics(rule: str, message: str, remedy: str = "") -> Refused:
    return refuse(rule, message, remedy, section=STAGE_7, field="topics")
