"""What people can say to UCB and what it says to them, the same on every platform."""

from bot.conversation.talk import Conversation

__all__ = ["Conversation"]
