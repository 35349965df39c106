"""Contacts of which machines and messages tell us: looked at once, and alerted where they are of
customers under sanction (stages 3 and 6).
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from core.alert.reminding import Reminding
from core.alert.state import Alert
from core.policy.model import Policy
from core.services.alerting.alert_book import AlertBook
from core.services.alerting.incoming_alerts import IncomingAlerts
from core.services.alerting.incoming_checks import check_incoming
from core.services.alerting.references import References
from core.services.alerting.sightings import Sighting, sightings
from core.services.deciding.keeping import ATTEMPTS
from core.services.incoming import Became, Incoming, Receipt
from core.services.ports.desk import AlreadyDone, Commit, Conflict, Desk
from core.vocabulary.ids import SYSTEM
from core.vocabulary.refusal import Refusal, Refused, refuse
from core.vocabulary.sought import Certainty

_Named = tuple[str, str]


@dataclass(frozen=True, slots=True)
class _Batch:
    """``answers``: in the order of the contacts. ``commit``: ``None`` where nothing is new."""

    answers: tuple[Receipt | Refusal, ...]
    commit: Commit | None


class IncomingContacts:
    """Takes contacts in. The same contact a second time, by its source and key, adds nothing."""

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk

    async def take(
        self, incoming: Sequence[Incoming], *, dry_run: bool = False
    ) -> tuple[Receipt, ...]:
        """All of them or none: raises ``Refused`` for the first that cannot be taken.

        ``dry_run``: answers what would become of them; nothing is kept.
        """
        answers = await self._take(incoming, dry_run=dry_run, or_none=True)
        return tuple(answer for answer in answers if isinstance(answer, Receipt))

    async def take_each(
        self, incoming: Sequence[Incoming], *, dry_run: bool = False
    ) -> tuple[Receipt | Refusal, ...]:
        """Those that can be taken, in one transaction; for each other one why it cannot."""
        return await self._take(incoming, dry_run=dry_run, or_none=False)

    async def receipt(self, source: str, receipt: str) -> Receipt | None:
        """What became of a contact, for nobody but the source that told us of it."""
        found = await self._desk.receipts.get(receipt)
        return found if found and found.source == source else None

    async def _take(
        self, incoming: Sequence[Incoming], *, dry_run: bool, or_none: bool
    ) -> tuple[Receipt | Refusal, ...]:
        for attempt in range(ATTEMPTS):
            batch = await self._decide(incoming, fresh_ids=attempt >= ATTEMPTS // 2)
            refused = [answer for answer in batch.answers if isinstance(answer, Refusal)]
            if refused and or_none:
                raise Refused(refused[0])
            if batch.commit is None or dry_run:
                return batch.answers
            try:
                await self._desk.store.commit(batch.commit)
            except (Conflict, AlreadyDone):
                continue
            return batch.answers
        raise refuse("busy", "Many contacts come in at this moment.", "Try again shortly.")

    async def _decide(self, incoming: Sequence[Incoming], *, fresh_ids: bool) -> _Batch:
        now = self._desk.clock.now()
        kept = await self._kept(incoming)
        references = await References.of(self._desk, (c for c in incoming if _named(c) not in kept))
        fresh: dict[_Named, Incoming] = {}
        answers: list[_Named | Refusal] = []
        for contact in incoming:
            named = _named(contact)
            first = kept.get(named) or fresh.get(named)
            refusal = self._refusal(contact, first, now)
            if first is None and refusal is None:
                fresh[named] = references.read(contact)
            answers.append(refusal or named)
        book = AlertBook(SYSTEM, now, Reminding(self._policy, self._desk.calendar))
        looked_at = await self._look(list(fresh.values()), book, fresh_ids=fresh_ids)
        receipts = {
            _named(contact): replace(
                self._receipt(contact, told, now), unknown_reference=references.is_unknown(contact)
            )
            for contact, told in looked_at
        }
        known = kept | receipts
        return _Batch(
            tuple(each if isinstance(each, Refusal) else known[each] for each in answers),
            _commit(book, tuple(receipts.values())),
        )

    async def _kept(self, incoming: Iterable[Incoming]) -> dict[_Named, Receipt]:
        keys: dict[str, dict[str, None]] = {}
        for contact in incoming:
            keys.setdefault(contact.source, {})[contact.key] = None
        found: dict[_Named, Receipt] = {}
        for source, named in keys.items():
            receipts = await self._desk.receipts.of_keys(source, list(named))
            found |= {(source, key): receipt for key, receipt in receipts.items()}
        return found

    def _refusal(
        self, contact: Incoming, first: Incoming | Receipt | None, now: datetime
    ) -> Refusal | None:
        """``first``: what came under the same key before."""
        try:
            if first is None:
                check_incoming(self._policy, contact, now)
            elif first.digest != contact.digest:
                raise refuse(
                    "key-reused",
                    "Another contact was sent under this key before.",
                    "Give every contact a key of its own.",
                    field="key",
                )
        except Refused as refused:
            return refused.refusal
        return None

    async def _look(
        self, contacts: Sequence[Incoming], book: AlertBook, *, fresh_ids: bool
    ) -> list[tuple[Incoming, list[tuple[Sighting, Alert]]]]:
        """Each with the alerts that it is told in."""
        desk = self._desk
        found = await sightings(desk, self._policy.screening, contacts) if contacts else []
        seen = list(zip(contacts, found, strict=True))
        alerts = IncomingAlerts(self._policy.alerts, desk, book, fresh_ids=fresh_ids)
        await alerts.look_up(seen)
        looked_at = []
        for contact, each in seen:
            told = [(sighting, await alerts.told(contact, sighting)) for sighting in each]
            looked_at.append((contact, [(one, alert) for one, alert in told if alert]))
        return looked_at

    def _receipt(
        self, contact: Incoming, told: Sequence[tuple[Sighting, Alert]], now: datetime
    ) -> Receipt:
        return Receipt(
            id=self._desk.ids.identifier(),
            source=contact.source,
            key=contact.key,
            digest=contact.digest,
            at=now,
            became=_became([sighting.certainty for sighting, _ in told]),
            alerts=tuple(alert.id for _, alert in told),
        )


def _became(certainties: Sequence[Certainty]) -> Became:
    if not certainties:
        return Became.NOTHING
    is_sure = any(certainty is not Certainty.POSSIBLE for certainty in certainties)
    return Became.ALERTED if is_sure else Became.ASKED


def _commit(book: AlertBook, receipts: tuple[Receipt, ...]) -> Commit | None:
    """Named by a fresh receipt: what comes twice is known by its source and key."""
    if not receipts:
        return None
    return Commit(
        delivery=f"contacts:{receipts[0].id}",
        changes=book.changes,
        messages=book.messages,
        alerts=book.alerts,
        receipts=receipts,
    )


def _named(contact: Incoming) -> _Named:
    return contact.source, contact.key
