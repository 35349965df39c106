"""To the reporter of an incident: what the policy asks for next (stages 1, 2 and 5)."""

from bot.conversation import buttons
from bot.conversation.buttons import disengaging
from bot.conversation.cards import extreme
from bot.conversation.cards.evidence import warning_line
from bot.conversation.cards.painting import Painting
from bot.conversation.rehearsing.specimens import any_disengagement
from bot.conversation.words.evidence import evidence_text, further_evidence
from bot.conversation.words.proposals import kind_of, status_of
from bot.views.card import Block, Button, Card, Facts, Item, Paragraph
from core.case.commands import Propose
from core.case.proposals import WarningMatter
from core.case.state import Incident, Proposal, ProposalStatus
from core.case.weighing.stage import continued_after_warning
from core.vocabulary.ids import SYSTEM
from core.vocabulary.wording import say_day


def recorded(painting: Painting) -> Card:
    case = painting.case
    no = painting.number("incident")
    incident = next(i for i in case.incidents if i.no == no)
    if incident.extreme:
        return extreme.recorded(painting)
    words, button = _next_step(painting)
    return Card(
        title="The incident is recorded",
        summary=f"The incident is recorded in {case.reference}. See what to do next.",
        blocks=(
            Facts((*painting.customer_facts, ("Incident", painting.moment(incident.occurred_at)))),
            Paragraph(words),
            *_evidence(painting, incident),
        ),
        buttons=(*button, buttons.case_page(case)),
    )


def _evidence(painting: Painting, incident: Incident) -> tuple[Block, ...]:
    """Counted on the timeline, so that it can be kept beside the report (Annex A)."""
    policy, case = painting.policy, painting.case
    found = further_evidence(policy, case, incident)
    if not found:
        return ()
    lines = "\n".join(f"{evidence_text(policy, each)}." for each in found)
    return (Item("Counted on the timeline", lines, (buttons.add_evidence(case, incident.no),)),)


def _next_step(painting: Painting) -> tuple[str, tuple[Button, ...]]:
    case = painting.case
    if waiting := case.open_proposals:
        return _waiting(painting, waiting[-1]), ()
    if to_tell := _approved_warning(painting):
        words = "A warning has been approved. Tell the customer, then say that you did."
        return words, (buttons.warning_given(case, to_tell.no),)
    if not case.warnings:
        words = (
            "Next, explain to the customer why this is unacceptable and ask for it to change. "
            "Propose a warning; a second person decides about it."
        )
        return words, (buttons.warn(case),)
    words = warning_line(painting)
    if case.in_force:
        due = say_day(min(s.review_on for s in case.in_force))
        words = f"{words} A sanction is in force; it is reviewed on {due}."
    if not continued_after_warning(case):
        return f"{words} This incident was before that, so watch how contact goes now.", ()
    words = f"{words} The behaviour went on: sanctions can be proposed."
    return _with_disengaging(painting, words, buttons.propose(case))


def _with_disengaging(
    painting: Painting, words: str, propose: Button
) -> tuple[str, tuple[Button, ...]]:
    """The last step, where intermediate sanctions did not resolve it (stage 5)."""
    case = painting.case
    disengagement = any_disengagement(painting.scene(painting.reader or SYSTEM), case)
    if not painting.allows(Propose(disengagement)):
        return words, (propose,)
    also = "If sanctions cannot resolve it, disengaging can be proposed."
    return f"{words} {also}", (propose, disengaging.disengage(case))


def _waiting(painting: Painting, proposal: Proposal) -> str:
    status = status_of(painting.policy, painting.people, proposal)
    return f"The case already has a proposal of {kind_of(proposal.matter)}. {status}."


def _approved_warning(painting: Painting) -> Proposal | None:
    given = {w.proposal for w in painting.case.warnings}
    return next(
        (
            p
            for p in painting.case.proposals.values()
            if isinstance(p.matter, WarningMatter)
            and p.status is ProposalStatus.APPROVED
            and p.no not in given
        ),
        None,
    )
