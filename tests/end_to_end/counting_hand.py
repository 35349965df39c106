"""A hand whose every step is counted: what is typed as a command, pressed or sent."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from tests.end_to_end.hand import Hand, Typed


@dataclass(slots=True)
class CountingHand:
    """Implements ``Hand`` by another's; ``steps`` may be shared by several people."""

    hand: Hand
    steps: list[str] = field(default_factory=list)

    async def command(self, text: str) -> None:
        self.steps.append(f"types {text}")
        await self.hand.command(text)

    async def fill(self, answers: Mapping[str, Typed]) -> None:
        await self.hand.fill(answers)

    async def submit(self) -> Mapping[str, str]:
        self.steps.append("sends a form")
        return await self.hand.submit()

    async def finish(self) -> str:
        return await self.hand.finish()

    async def sees(self, place: str, *words: str) -> str:
        return await self.hand.sees(place, *words)

    async def press(self, label: str, *words: str, place: str = "direct") -> None:
        self.steps.append(f"presses {label}")
        await self.hand.press(label, *words, place=place)

    async def buttons(self, place: str, *words: str) -> list[str]:
        return await self.hand.buttons(place, *words)

    async def picture(self, name: str, *words: str, place: str = "direct") -> None:
        await self.hand.picture(name, *words, place=place)
