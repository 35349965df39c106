"""Microsoft Teams: activities in, Adaptive Cards out. The conversation knows nothing of it."""

from adapters.teams.adapter import TeamsAdapter, TeamsRefused
from adapters.teams.references import ConversationReferences, Reference
from adapters.teams.settings import AppType, TeamsSettings

__all__ = [
    "AppType",
    "ConversationReferences",
    "Reference",
    "TeamsAdapter",
    "TeamsRefused",
    "TeamsSettings",
]
