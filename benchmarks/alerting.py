"""How long after a contact its alert is in the outbox, while very many contacts come in."""

import asyncio
import json
import random
import secrets
import time
from collections.abc import Sequence
from concurrent.futures import ProcessPoolExecutor
from multiprocessing import get_context
from statistics import quantiles
from typing import Final

from sqlalchemy import create_engine, func, make_url, select

from adapters.intake.signing import Request, signed_headers
from adapters.storage.schema.contacts import contact_alerts
from adapters.storage.schema.outbox import outbox
from benchmarks.bots import CONTACT_KEY, SECRET, running_bot
from benchmarks.bulk import fill_bulk
from benchmarks.databases import NewDatabase
from benchmarks.prepared import prepared
from benchmarks.sanctioned import sanction
from benchmarks.sink import opened_sink
from benchmarks.table import Row, Table
from benchmarks.wire import read_message
from core.services.messages import Kind

CUSTOMERS: Final = 10_000
BOUND: Final = 10
"""Something is in force for every so manieth customer, and so of whoever makes contact."""

A_SECOND: Final = 200
SECONDS: Final = 20
CONNECTIONS: Final = 12
WITHIN: Final = 1.0
PATH: Final = "/webhooks/contacts"
_SEED: Final = 1849


async def measure(kind: str, new_database: NewDatabase) -> Table:
    """From the moment when a contact was to be sent, whether or not there was time to, until it is
    acknowledged: its alert is in the outbox by then. Whoever sends has a process of their own."""
    url, ready = new_database(), prepared(CUSTOMERS)
    await fill_bulk(url, ready)
    await sanction(url, ready.customers[::BOUND])
    chance = random.Random(_SEED)  # noqa: S311
    who = chance.choices(ready.customers, k=A_SECOND * SECONDS)
    bodies = [
        json.dumps({"means": "email", "name": one.name, "emails": list(one.emails)}) for one in who
    ]
    async with opened_sink() as sink, running_bot(sink, url) as bot:
        loop = asyncio.get_running_loop()
        with ProcessPoolExecutor(1, mp_context=get_context("spawn")) as other:
            busy = time.process_time()
            taken = await loop.run_in_executor(other, _told, bot.port, bodies)
            busy = time.process_time() - busy
        alerts, told = _in_the_outbox(url)
    table = Table(f"An alert in the outbox ({kind})", (f"at {A_SECOND} a second", "asked for"))
    hundredths = quantiles(taken, n=100)
    _row(table, "contact to outbox, median", hundredths[49])
    _row(table, "contact to outbox, 99 of 100", hundredths[98])
    _row(table, "contact to outbox, the longest", max(taken))
    table.notes += (
        f"{len(taken):,} contacts, {alerts:,} alerts, {told:,} messages about them",
        f"The bot and its Slack took {busy / len(taken) * 1000:.1f} ms of a core for each contact.",
    )
    return table


def _row(table: Table, what: str, seconds: float) -> None:
    ratio = f"x {seconds / WITHIN:.3f}"
    table.rows.append(Row(what, f"{seconds * 1000:,.1f} ms", f"{WITHIN * 1000:,.0f} ms", ratio))


def _told(port: int, bodies: Sequence[str]) -> list[float]:
    return asyncio.run(_tell(port, bodies))


async def _tell(port: int, bodies: Sequence[str]) -> list[float]:
    """Each at its moment: who waits for an answer sends the next ones late, and that counts."""
    senders = [await _Sender.to(port) for _ in range(CONNECTIONS)]
    free: asyncio.Queue[_Sender] = asyncio.Queue()
    for sender in senders:
        free.put_nowait(sender)
    begin = time.perf_counter() + 0.5
    taken: list[float] = []

    async def tell(number: int, body: str) -> None:
        due = begin + number / A_SECOND
        await asyncio.sleep(max(0.0, due - time.perf_counter()))
        sender = await free.get()
        await sender.tell(body)
        free.put_nowait(sender)
        taken.append(time.perf_counter() - due)

    await asyncio.gather(*(tell(number, body) for number, body in enumerate(bodies)))
    for sender in senders:
        sender.close()
    return taken


class _Sender:
    """One kept-alive connection that signs each contact."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        self._reader = reader
        self._writer = writer

    @classmethod
    async def to(cls, port: int) -> "_Sender":
        return cls(*await asyncio.open_connection("127.0.0.1", port))

    async def tell(self, body: str) -> None:
        raw = body.encode()
        request = Request("POST", PATH, secrets.token_hex(8), raw)
        headers = signed_headers(CONTACT_KEY, SECRET, time.time(), request)
        lines = [f"{name}: {value}" for name, value in headers.items()]
        head = "\r\n".join(
            (
                f"POST {PATH} HTTP/1.1",
                "Host: localhost",
                "Content-Type: application/json",
                f"Content-Length: {len(raw)}",
                *lines,
            )
        )
        self._writer.write(f"{head}\r\n\r\n".encode() + raw)
        first, answer = await read_message(self._reader)
        if b" 202 " not in first:
            raise RuntimeError(f"the bot answered {first.decode()} {answer.decode()}")

    def close(self) -> None:
        self._writer.close()


def _in_the_outbox(url: str) -> tuple[int, int]:
    """How many alerts stand, and how many messages there are about them."""
    engine = create_engine(make_url(url.replace("postgresql:", "postgresql+psycopg:")))
    known = select(func.count()).where(outbox.c.kind == Kind.KNOWN_CONTACT.value)
    try:
        with engine.connect() as connection:
            alerts = connection.scalar(select(func.count()).select_from(contact_alerts)) or 0
            return alerts, connection.scalar(known) or 0
    finally:
        engine.dispose()
