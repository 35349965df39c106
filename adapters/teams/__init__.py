"""Microsoft Teams: activities in, Adaptive Cards out. The conversation knows nothing of it.

``receiving`` takes what Teams sends, by ``reading`` it, to the conversation; ``sending`` brings the
answer, by ``rendering`` it. ``carrying`` is what Teams holds for us in between, and ``sdk`` alone
knows the Bot Framework.
"""

from adapters.teams.adapter import TeamsAdapter, TeamsRefused
from adapters.teams.sending.references import ConversationReferences, Reference
from adapters.teams.settings import AppType, TeamsSettings

__all__ = [
    "AppType",
    "ConversationReferences",
    "Reference",
    "TeamsAdapter",
    "TeamsRefused",
    "TeamsSettings",
]
