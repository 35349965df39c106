"""Reads what was sent and hands it over, once the door knows who sent it."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import Final

from adapters.intake.answers import Answers, BatchResult, RefusedItem, Result
from adapters.intake.batches import Bad, read_batch
from adapters.intake.contact import Item
from adapters.intake.faults import Fault
from adapters.intake.limits import MAIL
from adapters.intake.mail import Mail, read_mail
from adapters.intake.ports import Clock, Taker
from adapters.intake.problems import Problem, faulty, told
from adapters.intake.reading import ContactReader
from adapters.intake.strict_json import read_json
from core.services.incoming import Incoming, Receipt
from core.vocabulary.refusal import Refusal

KEY_REUSED: Final = "key-reused"
REUSED: Final = Fault(
    "#/id", "Another contact was kept under this id before.", "Give every contact its own."
)


@dataclass(frozen=True, slots=True)
class IntakeDesk:
    """``mail_means``: the code by which a mail comes."""

    taker: Taker
    answers: Answers
    reader: ContactReader
    clock: Clock
    mail_means: str

    async def take_one(self, source: str, key: str, kind: str, raw: bytes) -> Result:
        """Raises ``Problem``, ``Faulty`` or ``Unreadable``."""
        read = self.mail if kind == MAIL else self.contact
        (answer,) = await self.taker.take_each((read(source, key, raw),))
        if isinstance(answer, Receipt):
            return await self.answers.result(answer)
        if answer.rule == KEY_REUSED:
            raise _reused()
        raise faulty([fault_of(answer)])

    async def take_many(self, source: str, kind: str, raw: bytes) -> BatchResult:
        """Raises ``Problem`` where none can be kept, ``Faulty`` or ``Unreadable``."""
        now = self.clock.now()
        each = read_batch(kind, raw, lambda sent: self.reader.item(sent, now))
        good = [(index, self.item(source, one)) for index, one in each if isinstance(one, Item)]
        bad = {index: one for index, one in each if isinstance(one, Bad)}
        answers = await self.taker.take_each([incoming for _, incoming in good]) if good else ()
        kept: list[tuple[int, Receipt]] = []
        reused = 0
        for (index, sent), answer in zip(good, answers, strict=True):
            if isinstance(answer, Receipt):
                kept.append((index, answer))
            else:
                bad[index] = Bad(sent.key, (fault_of(answer),))
                reused += answer.rule == KEY_REUSED
        if not kept:
            raise _reused(*_placed(bad)) if reused == len(bad) else faulty(_placed(bad))
        return BatchResult(kept=await self.answers.kept(kept), refused=_refused(bad))

    def contact(self, source: str, key: str, raw: bytes) -> Incoming:
        now = self.clock.now()
        contact = self.reader.contact(read_json(raw), now)
        return self.reader.incoming(contact, source, key, now)

    def mail(self, source: str, key: str, raw: bytes) -> Incoming:
        """As it arrives: no header says when."""
        return self._mail(source, key, raw, read_mail(raw), self.clock.now())

    def mail_file(self, source: str, key: str, raw: bytes) -> Incoming:
        """One that came before, as our own server wrote into it."""
        mail = read_mail(raw)
        return self._mail(source, key, raw, mail, mail.came(self.clock.now()))

    def _mail(self, source: str, key: str, raw: bytes, mail: Mail, at: datetime) -> Incoming:
        digest = self.reader.digest_of(raw)
        return Incoming(source, key, digest, self.mail_means, at, mail.who)

    def item(self, source: str, item: Item) -> Incoming:
        return self.reader.incoming(item, source, item.id, self.clock.now())


def _reused(*faults: Fault) -> Problem:
    title = "Another contact was sent under this key before."
    detail = "Give every contact a key of its own. The one that was kept under it stands."
    return Problem(409, KEY_REUSED, title, detail, faults)


def fault_of(refusal: Refusal) -> Fault:
    """Of what only the core finds."""
    if refusal.rule == KEY_REUSED:
        return REUSED
    field = "id" if refusal.field == "key" else refusal.field
    return Fault(f"#/{field}" if field else "#", refusal.message, refusal.remedy)


def _refused(bad: Mapping[int, Bad]) -> list[RefusedItem]:
    return [
        RefusedItem(index=index, key=one.key or None, errors=told(one.faults))
        for index, one in sorted(bad.items())
    ]


def _placed(bad: Mapping[int, Bad]) -> Sequence[Fault]:
    return [
        replace(fault, pointer=f"#/{index}{fault.pointer[1:]}", key=one.key)
        for index, one in sorted(bad.items())
        for fault in one.faults
    ]
