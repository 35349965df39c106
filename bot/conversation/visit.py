"""One recognised colleague's request."""

from collections.abc import Awaitable, Callable
from dataclasses import dataclass

from bot.conversation.office import Office
from bot.conversation.rehearsing.rehearsal import refusal_of
from bot.views.answer import Answer
from bot.views.form import Values
from core.case.commands import CaseCommand
from core.case.scene import Scene
from core.case.state import Case
from core.services.deciding.policy_service import Outcome
from core.vocabulary.ids import CaseId
from core.vocabulary.people import StaffMember
from core.vocabulary.refusal import Refused


@dataclass(frozen=True, slots=True)
class Visit:
    """``delivery``, ``platform`` and ``channel`` are as ``Caller`` has them."""

    office: Office
    me: StaffMember
    delivery: str
    platform: str = ""
    channel: str = ""

    async def do(self, case: CaseId, command: CaseCommand) -> Outcome:
        """Have it done in my name. Raises ``Refused`` where the policy says no."""
        return await self.office.service.carry_out(self.me.id, case, command, self.delivery)

    async def scene(self, case: Case) -> Scene:
        """What the policy sees when I ask for something in the case now."""
        return await self.office.scene_of(self.me.id, case)

    async def rehearse(self, case: Case, command: CaseCommand, *given: str) -> None:
        """Raises now what would be refused in the end, before anybody types.

        See ``refusal_of``, also for ``given``.
        """
        refusal = refusal_of(await self.scene(case), case, command, *given)
        if refusal:
            raise Refused(refusal)

    async def case(self, case: CaseId) -> Case:
        return await self.office.service.case(case)


Told = Callable[[Visit, str], Awaitable[Answer]]
"""Answers a command (with what follows its name) or a press (with the button's value)."""

Submitted = Callable[[Visit, str, Values], Awaitable[Answer]]
"""Answers a form, with its state and what was entered."""
