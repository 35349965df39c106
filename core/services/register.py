"""The staff register: who our colleagues are, and which chat account is whose."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final

from core.case.register import StaffRecorded
from core.services.ports import AlreadyDone, Change, Commit, Conflict, Desk, TimelineEntry
from core.vocabulary.ids import OPERATOR, SYSTEM, StaffId
from core.vocabulary.people import Account, Role, StaffMember
from core.vocabulary.refusal import refuse

ATTEMPTS: Final = 8
"""How often the register is read again when others change it at the same moment."""


class Register:
    """Keeps the staff directory; every change of it is on the timeline like any other."""

    def __init__(self, desk: Desk) -> None:
        self._desk = desk

    async def record(self, by: StaffId, members: Sequence[StaffMember], delivery: str) -> int:
        """Record these colleagues as they stand from now on; unchanged ones add nothing.

        Returns how many entries were added. Chat accounts already linked are kept.
        Refuses anybody but the operator and administrators.
        """
        await self._require_administrator(by)
        for _ in range(ATTEMPTS):
            changes = await self._changes(by, members)
            if not changes:
                return 0
            try:
                await self._keep(changes, delivery)
            except Conflict:
                continue
            except AlreadyDone:
                return 0
            return len(changes)
        raise refuse("busy", "The staff directory is being changed.", "Try again shortly.")

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

    async def _link(self, account: Account, member: StaffMember) -> None:
        kept = await self._desk.store.load(_stream(member))
        latest = _member_of(kept) or member
        linked = replace(latest, accounts=latest.accounts | {account})
        delivery = f"link:{account.platform}:{account.workspace}:{account.user}:{member.id}"
        await self._keep([self._change(SYSTEM, linked, len(kept))], delivery)

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

    async def _keep(self, changes: Sequence[Change], delivery: str) -> None:
        events = (event for change in changes for event in change.events)
        staff = tuple(event.member for event in events if isinstance(event, StaffRecorded))
        await self._desk.store.commit(Commit(delivery, tuple(changes), staff=staff))

    async def _require_administrator(self, by: StaffId) -> None:
        if by in (OPERATOR, SYSTEM):
            return
        member = (await self._desk.directory.people([by])).get(by)
        if member is None or not member.active or Role.ADMINISTRATOR not in member.roles:
            raise refuse(
                "not-an-administrator",
                "Only administrators change the staff directory.",
                "Ask an administrator.",
            )


def _stream(member: StaffMember) -> str:
    return f"staff:{member.id}"


def _joined(member: StaffMember, known: StaffMember | None) -> StaffMember:
    """With the chat accounts that are linked already."""
    return replace(member, accounts=member.accounts | known.accounts) if known else member


def _member_of(kept: Sequence[TimelineEntry]) -> StaffMember | None:
    latest = kept[-1].event if kept else None
    return latest.member if isinstance(latest, StaffRecorded) else None
