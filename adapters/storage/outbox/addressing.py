"""From messages to parcels: where each goes, and which copies a redraw is for."""

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import datetime
from typing import Final

from sqlalchemy import bindparam, delete, select
from sqlalchemy.ext.asyncio import AsyncConnection

from adapters.storage.connecting.engine import in_batches, upsert
from adapters.storage.outbox.notices import of_unaddressed
from adapters.storage.outbox.slips import PARKED, WAITING, Channels, Slip
from adapters.storage.schema.outbox import outbox
from adapters.storage.schema.staff import staff_accounts
from bot.views.ports import Address
from core.services.messages import Channel, ChatPlace, Message, Person
from core.vocabulary.people import StaffMember


async def post_messages(
    connection: AsyncConnection, messages: Sequence[Message], channels: Channels, now: datetime
) -> None:
    """A message whose key stands already is not written again.

    Of one that nobody can say where to send, the Customer Focus channel is told.
    """
    if not messages:
        return
    copies = await _copies(connection, messages)
    to = [message.to.staff for message in messages if isinstance(message.to, Person)]
    persons = await addresses_of(connection, to)
    written: list[Slip] = []
    for message in messages:
        if message.key in copies:
            continue
        slip = Slip.of(message, now)
        if message.redraws is not None:
            of = copies.get(message.redraws, [])
            if message.latest:
                of = await _without_waiting_redraw(connection, of, written)
            made = [slip.like(copy) for copy in of]
        elif isinstance(message.to, Person):
            made = slip.addressed(persons.get(message.to.staff, []))
        elif isinstance(message.to, ChatPlace):
            made = slip.addressed([Address(message.to.platform, message.to.place, False)])
        else:
            made = slip.addressed(channels.get(message.to, ()))
        copies[message.key] = made
        written += made
    await _write(connection, written)
    told = channels.get(Channel.CUSTOMER_FOCUS, ())
    await post_notices(connection, tuple(of_unaddressed(written)), told, now)


async def post_notices(
    connection: AsyncConnection, notices: Sequence[Message], to: Sequence[Address], now: datetime
) -> None:
    """About what did not arrive; where there is nobody to tell, nothing is written."""
    if notices and to:
        await post_messages(connection, notices, {Channel.CUSTOMER_FOCUS: to}, now)


async def set_free(connection: AsyncConnection, members: Sequence[StaffMember]) -> None:
    """Colleagues who have a chat account now get what waited for one."""
    having = [member.id for member in members if member.accounts]
    for batch in in_batches(having):
        query = select(outbox).where(
            outbox.c.state == PARKED, outbox.c.place.is_(None), outbox.c.staff.in_(batch)
        )
        rows = await connection.execute(query.order_by(outbox.c.id).with_for_update())
        await readdress(connection, [Slip.kept(row) for row in rows], {})


async def readdress(connection: AsyncConnection, slips: Sequence[Slip], channels: Channels) -> bool:
    """Writes these unaddressed parcels anew, for where they can go by now; whether any can."""
    persons = await addresses_of(connection, [slip.staff for slip in slips if slip.staff])
    freed: list[str] = []
    written: list[Slip] = []
    for slip in slips:
        if slip.staff is not None:
            addresses: Sequence[Address] = persons.get(slip.staff, [])
        else:
            addresses = channels.get(Channel(slip.channel), ()) if slip.channel else ()
        if addresses:
            freed.append(slip.key)
            written += slip.addressed(addresses)
    for batch in in_batches(freed):
        await connection.execute(delete(outbox).where(outbox.c.key.in_(batch)))
    await _write(connection, written)
    return bool(freed)


async def addresses_of(
    connection: AsyncConnection, persons: Iterable[str]
) -> dict[str, list[Address]]:
    """Every chat account of these colleagues, as the place to write to them."""
    addresses: dict[str, list[Address]] = defaultdict(list)
    for batch in in_batches(sorted(set(persons))):
        for row in await connection.execute(_ACCOUNTS, {"staff": batch}):
            addresses[row.staff].append(Address(row.platform, row.user, is_person=True))
    return addresses


async def _copies(
    connection: AsyncConnection, messages: Sequence[Message]
) -> dict[str, list[Slip]]:
    """What stands already under these messages' keys and under those they redraw.

    The rows are held so that nobody parks a copy while a redraw of it is written.
    """
    keys = {message.key for message in messages}
    keys |= {message.redraws for message in messages if message.redraws is not None}
    copies: dict[str, list[Slip]] = {}
    for batch in in_batches(sorted(keys)):
        for row in await connection.execute(_COPIES, {"messages": batch}):
            copies.setdefault(row.message, []).append(Slip.kept(row))
    return copies


async def _without_waiting_redraw(
    connection: AsyncConnection, copies: Sequence[Slip], written: Sequence[Slip]
) -> list[Slip]:
    """Those for which no redraw waits that nobody claimed yet.

    The rows are held so that nobody claims one and draws it before we commit.
    """
    waiting = {slip.original for slip in written if slip.state == WAITING}
    for batch in in_batches([copy.key for copy in copies]):
        waiting |= set((await connection.scalars(_REDRAWS, {"copies": batch})).all())
    return [copy for copy in copies if copy.key not in waiting]


async def _write(connection: AsyncConnection, slips: Sequence[Slip]) -> None:
    if slips:
        insert = upsert(connection, outbox, replacing=False)
        await connection.execute(insert, [slip.row for slip in slips])


# Made once: putting a statement together costs as much as running it.
_ACCOUNTS: Final = (
    select(staff_accounts)
    .where(staff_accounts.c.staff.in_(bindparam("staff")))
    .order_by(staff_accounts.c.platform, staff_accounts.c.workspace, staff_accounts.c.user)
)
_COPIES: Final = (
    select(outbox)
    .where(outbox.c.message.in_(bindparam("messages")))
    .order_by(outbox.c.id)
    .with_for_update(read=True)
)
_REDRAWS: Final = (
    select(outbox.c.original)
    .where(
        outbox.c.original.in_(bindparam("copies")),
        outbox.c.state == WAITING,
        outbox.c.leased_until.is_(None),
    )
    .order_by(outbox.c.id)
    .with_for_update()
)
