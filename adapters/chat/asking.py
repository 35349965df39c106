"""Asks the conversation, and makes a kind answer of everything that can go wrong."""

import logging
import secrets
from collections.abc import Awaitable, Callable
from typing import Generic, TypeVar

from adapters.chat.people import Unwelcome
from adapters.chat.words import refusal, sorry
from bot.views.answer import Answer, Caller, Problems

log = logging.getLogger(__name__)

Asker = TypeVar("Asker")
Question = Callable[[Caller], Awaitable[Answer]]


class Asking(Generic[Asker]):
    """``find``: who asks, given what the platform told and the name of the delivery; it raises
    ``Unwelcome``."""

    def __init__(self, find: Callable[[Asker, str], Awaitable[Caller]]) -> None:
        self._find = find

    async def ask(self, asker: Asker, delivery: str, question: Question) -> Answer:
        """Never raises. What may pass becomes ``Problems``, so that a form on show is kept."""
        try:
            return await question(await self._find(asker, delivery))
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
