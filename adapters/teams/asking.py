"""Asks the conversation, and makes a kind answer of everything that can go wrong."""

import logging
import secrets
from collections.abc import Awaitable, Callable

from adapters.teams.callers import Callers, Unwelcome
from adapters.teams.payloads import Turn
from adapters.teams.words import refusal, sorry
from bot.views.answer import Answer, Caller, Problems

log = logging.getLogger(__name__)

Question = Callable[[Caller], Awaitable[Answer]]


class Asking:
    def __init__(self, callers: Callers) -> None:
        self._callers = callers

    async def ask(self, turn: Turn, delivery: str, question: Question) -> Answer:
        """Never raises. What may pass becomes ``Problems``, so that a form on show is kept."""
        try:
            return await question(await self._callers.caller(turn, delivery))
        except Unwelcome as unwelcome:
            if unwelcome.for_now:
                return Problems(general=unwelcome.words)
            return refusal(unwelcome.words)
        except Exception as error:
            return failed(error)


def failed(error: Exception) -> Problems:
    """Logs the class of ``error`` under a reference, and tells the reference."""
    reference = secrets.token_hex(4).upper()
    log.error("reference %s: %s", reference, type(error).__name__)
    return Problems(general=sorry(reference))
