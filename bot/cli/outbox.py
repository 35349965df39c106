"""``ucb outbox`` and ``ucb outbox retry KEY``: messages that wait for a person's help."""

import argparse
from collections.abc import Mapping

from bot.app.visit import visit


async def list_(_: argparse.Namespace, environ: Mapping[str, str]) -> int:
    async with visit(environ) as house:
        outbox = house.storage.outbox
        parked, waiting = await outbox.parked(limit=1000), await outbox.waiting()
    print(f"{waiting} messages wait for delivery, {len(parked)} are parked.")
    for parcel in parked:
        since = parcel.parked_at.astimezone(house.policy.zone).strftime("%d %B %Y %H:%M")
        place = parcel.address.place if parcel.address else "nowhere"
        print(f"{parcel.key}\t{parcel.kind}\tto {place}\t{parcel.reason}\tsince {since}")
    if parked:
        print("When the cause is mended: ucb outbox retry KEY")
    return 0


async def retry(options: argparse.Namespace, environ: Mapping[str, str]) -> int:
    async with visit(environ) as house:
        freed = await house.storage.outbox.retry(options.key, house.desk.clock.now())
    if freed:
        print(f"{options.key} is tried again.")
        return 0
    print(f"No parked message has the key {options.key}. See: ucb outbox")
    return 1
