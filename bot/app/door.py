"""The playground's way to the conversation, which a reset replaces while the chat goes on."""

from typing import Final

from bot.views.answer import Answer, Caller, Overheard, QuotedMessage
from bot.views.card import Card, Tone
from bot.views.form import Option, Source, Values
from bot.views.ports import Talk

CLOSED: Final = Card(
    title="One moment",
    summary="The playground is being made new. Try again in a second.",
    tone=Tone.CAUTION,
)


class Door:
    """A ``Talk`` that passes everything on to ``to``; ``None`` while there is nobody behind it."""

    def __init__(self) -> None:
        self.to: Talk | None = None

    async def command(self, caller: Caller, text: str) -> Answer:
        return await self.to.command(caller, text) if self.to else CLOSED

    async def shortcut(self, caller: Caller, quoted: QuotedMessage | None = None) -> Answer:
        return await self.to.shortcut(caller, quoted) if self.to else CLOSED

    async def press(self, caller: Caller, action: str, value: str) -> Answer:
        return await self.to.press(caller, action, value) if self.to else CLOSED

    async def submit(self, caller: Caller, form: str, state: str, values: Values) -> Answer:
        return await self.to.submit(caller, form, state, values) if self.to else CLOSED

    async def suggest(self, caller: Caller, source: Source, query: str) -> tuple[Option, ...]:
        return await self.to.suggest(caller, source, query) if self.to else ()

    async def overheard(self, message: Overheard) -> None:
        """While everything is being made new there is nobody whom it could concern."""
        if self.to:
            await self.to.overheard(message)
