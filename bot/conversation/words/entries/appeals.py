"""A customer challenges a decision, and is answered."""

from typing import Final

from bot.conversation.words.appeals import OUTCOMES
from core.case.events import AppealDecided, AppealRaised
from core.policy.model import Policy
from core.vocabulary.people import People
from core.vocabulary.wording import say_day, say_moment

APPEALS: Final = (AppealRaised, AppealDecided)


def text(policy: Policy, people: People, event: AppealRaised | AppealDecided) -> str:
    match event:
        case AppealRaised():
            when = say_moment(event.raised_at, policy.zone)
            return (
                f"The customer challenged the decision of entry {event.decision} on {when}: "
                f"{event.grounds}\nSent to {people.name_of(event.handler)}, to be answered by "
                f"{say_day(event.answer_by)}."
            )
        case AppealDecided(appeal, outcome, reasons):
            return f"Answered the appeal of entry {appeal}: {OUTCOMES[outcome]}. {reasons}"
