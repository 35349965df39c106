"""The timeline log's entries in words, for those who may read them. One file for each family."""

from bot.conversation.words.entries import appeals, decisions, measures, reports, safeguards
from core.case.events import CaseEvent
from core.policy.model import Policy
from core.vocabulary.people import People


def entry_text(policy: Policy, people: People, event: CaseEvent) -> str:
    """What happened, in one to a few sentences."""
    if isinstance(event, reports.REPORTS):
        return reports.text(policy, people, event)
    if isinstance(event, decisions.DECISIONS):
        return decisions.text(policy, people, event)
    if isinstance(event, safeguards.SAFEGUARDS):
        return safeguards.text(policy, event)
    if isinstance(event, appeals.APPEALS):
        return appeals.text(policy, people, event)
    return measures.text(policy, people, event)
