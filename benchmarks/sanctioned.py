"""A case with a sanction in force for some customers, through the product's own commit."""

from collections.abc import Sequence
from datetime import UTC, datetime
from typing import Final

from adapters.screening import ScreeningKeys
from adapters.storage import MasterKey, open_storage
from benchmarks.bots import MASTER_KEY
from benchmarks.crowd import count_rows
from benchmarks.filler import Known, history
from bot.app.house import read_policy
from bot.app.made_up import STAFF
from core.case.evolve import fold
from core.case.scene import Scene
from core.services.deciding.timeline import numbered
from core.services.ports.desk import Change, Commit
from core.services.summarise import summarise
from core.vocabulary.customer import Customer
from core.vocabulary.ids import SYSTEM, CaseId, StaffId
from core.vocabulary.people import People

_AT_ONCE: Final = 250
_REPORTER: Final = StaffId("asha")


async def sanction(url: str, customers: Sequence[Customer]) -> None:
    storage = await open_storage(
        url, MasterKey.from_text(MASTER_KEY), {}, key_maker=ScreeningKeys()
    )
    now = datetime.now(UTC)
    try:
        for start in range(0, len(customers), _AT_ONCE):
            await storage.store.commit(_commit(customers[start : start + _AT_ONCE], now))
    finally:
        await storage.close()
    count_rows(url)


def _commit(customers: Sequence[Customer], now: datetime) -> Commit:
    scene = Scene(read_policy(None), People(STAFF), SYSTEM, now)
    changes, summaries = [], []
    for customer in customers:
        known = Known(CaseId(f"k{customer.id}"), customer.id, f"UCB-{customer.reference[4:]}")
        events = history(known, now)
        changes.append(Change(f"case:{known.case}", customer.id, 0, _REPORTER, now, events))
        summaries.append(summarise(scene, fold(numbered((), now, _REPORTER, events))))
    return Commit(f"sanction:{customers[0].id}", tuple(changes), tuple(summaries))
