"""Hands a message that nobody addressed to us to the conversation, and says whether it is kept."""

import asyncio

from adapters.chat.background import Background
from bot.views.answer import Overheard
from bot.views.ports import Talk


class Overhearing:
    """``budget``: seconds that the conversation may take before the platform is answered."""

    def __init__(self, talk: Talk, background: Background, budget: float) -> None:
        self._talk = talk
        self._background = background
        self._budget = budget

    async def kept(self, message: Overheard) -> bool:
        """Whether it was looked at and what came of it is kept. What takes longer goes on; a
        repetition of it by the platform changes nothing. Never raises."""
        work = self._background.start(self._talk.overheard(message), message.message)
        await asyncio.wait({work}, timeout=self._budget)
        return work.done() and not work.cancelled() and work.exception() is None
