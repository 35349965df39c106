"""The staff register: who our colleagues are, and which chat account is whose."""

from collections.abc import Callable, Sequence
from dataclasses import replace
from datetime import date

from core.case.authority.powers import has_power
from core.case.register import StaffRecorded
from core.case.register.absences import with_absence, without_absence
from core.case.scene import Scene
from core.policy.model import Policy, Power
from core.services.deciding.keeping import ATTEMPTS, Decided, Keeping
from core.services.ports.desk import AlreadyDone, Change, Commit, Conflict, Desk, TimelineEntry
from core.vocabulary.ids import OPERATOR, SYSTEM, StaffId
from core.vocabulary.people import Absence, Account, StaffMember
from core.vocabulary.refusal import refuse


class Register:
    """Keeps the staff directory; every change of it is on the timeline like any other."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._keeping = Keeping(desk.store, "The staff directory is being changed.")

    async def record(self, by: StaffId, members: Sequence[StaffMember], delivery: str) -> int:
        """Record these colleagues as they stand from now on; unchanged ones add nothing.

        Returns how many entries were added. Linked chat accounts and absences are kept.
        Refuses anybody but the operator and administrators.
        """
        await self._require_administrator(by)

        async def decide() -> Decided[int]:
            changes = await self._changes(by, members)
            return Decided(len(changes), _commit(changes, delivery) if changes else None)

        async def standing(_: AlreadyDone) -> int:
            return 0

        return await self._keeping.keep(decide, standing)

    async def recognise(self, account: Account, email: str) -> StaffMember | None:
        """Whose account this is. A first sight of it is linked by the verified mail address."""
        for _ in range(ATTEMPTS):
            known = await self._desk.directory.by_account(account)
            if known:
                return known if known.active else None
            member = await self._desk.directory.by_email(email) if email.strip() else None
            if member is None or not member.active:
                return None
            try:
                await self._link(account, member)
            except (Conflict, AlreadyDone):
                continue
        return None

    async def name_deputy(
        self,
        by: StaffId,
        staff: StaffId,
        deputy: StaffId | None,
        first: date,
        last: date,
        delivery: str,
    ) -> StaffMember:
        """From ``first`` to ``last``, ``deputy`` decides in the place of ``staff``, if anybody.

        Said by the person, someone above them, or an administrator. Returns the entry as it
        stands. Raises ``Refused``.
        """
        absence = Absence(first, last, deputy)
        touched = (by, staff) if deputy is None else (by, staff, deputy)
        return await self._change_absences(
            by, staff, touched, lambda scene: with_absence(scene, staff, absence), delivery
        )

    async def take_back_absence(
        self, by: StaffId, staff: StaffId, first: date, delivery: str
    ) -> StaffMember:
        """Somebody is here after all: the absence that begins on ``first`` is taken back."""
        return await self._change_absences(
            by, staff, (by, staff), lambda scene: without_absence(scene, staff, first), delivery
        )

    async def _change_absences(
        self,
        by: StaffId,
        staff: StaffId,
        touched: Sequence[StaffId],
        say: Callable[[Scene], StaffMember],
        delivery: str,
    ) -> StaffMember:
        async def decide() -> Decided[StaffMember]:
            kept = await self._desk.store.load(f"staff:{staff}")
            member = say(await self._scene(by, touched))
            return Decided(member, _commit([self._change(by, member, len(kept))], delivery))

        async def standing(_: AlreadyDone) -> StaffMember:
            member = _member_of(await self._desk.store.load(f"staff:{staff}"))
            if member is None:
                raise ValueError("this delivery concerned no colleague")
            return member

        return await self._keeping.keep_once(delivery, decide, standing)

    async def _scene(self, by: StaffId, touched: Sequence[StaffId]) -> Scene:
        people = await self._desk.directory.people(sorted(set(touched)))
        now, calendar = self._desk.clock.now(), self._desk.calendar
        return Scene(self._policy, people, by, now, calendar=calendar)

    async def _link(self, account: Account, member: StaffMember) -> None:
        kept = await self._desk.store.load(_stream(member))
        latest = _member_of(kept) or member
        linked = replace(latest, accounts=latest.accounts | {account})
        delivery = f"link:{account.platform}:{account.workspace}:{account.user}:{member.id}"
        await self._desk.store.commit(_commit([self._change(SYSTEM, linked, len(kept))], delivery))

    async def _changes(self, by: StaffId, members: Sequence[StaffMember]) -> list[Change]:
        standing = await self._desk.directory.people([member.id for member in members])
        changes = []
        for member in members:
            if _joined(member, standing.get(member.id)) == standing.get(member.id):
                continue
            kept = await self._desk.store.load(_stream(member))
            joined = _joined(member, _member_of(kept))
            changes.append(self._change(by, joined, len(kept)))
        return changes

    def _change(self, by: StaffId, member: StaffMember, version: int) -> Change:
        now = self._desk.clock.now()
        return Change(_stream(member), member.id, version, by, now, (StaffRecorded(member),))

    async def _require_administrator(self, by: StaffId) -> None:
        if by in (OPERATOR, SYSTEM):
            return
        if not has_power(await self._scene(by, [by]), by, Power.ADMINISTER):
            raise refuse(
                "not-an-administrator",
                "Only administrators change the staff directory.",
                "Ask an administrator.",
            )


def _stream(member: StaffMember) -> str:
    return f"staff:{member.id}"


def _commit(changes: Sequence[Change], delivery: str) -> Commit:
    events = (event for change in changes for event in change.events)
    staff = tuple(event.member for event in events if isinstance(event, StaffRecorded))
    return Commit(delivery, tuple(changes), staff=staff)


def _joined(member: StaffMember, known: StaffMember | None) -> StaffMember:
    """With the chat accounts that are linked already and, where it names none, the absences."""
    if known is None:
        return member
    absences = member.absences or known.absences
    return replace(member, accounts=member.accounts | known.accounts, absences=absences)


def _member_of(kept: Sequence[TimelineEntry]) -> StaffMember | None:
    latest = kept[-1].event if kept else None
    return latest.member if isinstance(latest, StaffRecorded) else None
