"""What we answer: what became of a contact, and no word about anybody."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Final

from pydantic import BaseModel, Field

from adapters.intake.problems import FieldProblem, LeftOut
from core.services.incoming import Became, Receipt
from core.services.ports.finders import Alerts

PATH: Final = "/webhooks/contacts"
RESULT: Final = "^[A-Za-z0-9-]{1,32}$"
"""What the id of a result looks like."""


class Result(BaseModel):
    """What became of a contact that is kept."""

    id: str = Field(description="Our name for it.")
    key: str = Field(description="Your name for it: its Idempotency-Key, or its id in a batch.")
    result: str = Field(description="The path at which this can be read again.")
    kept_at: datetime
    became: Became = Field(
        description="`nothing`: it was nobody under sanction. `asked`: colleagues are asked "
        "whether it was. `alerted`: they are told."
    )
    alerts: list[str] = Field(description="The references of the alerts it is told in.")
    unknown: list[str] = Field(
        description="Its fields that lead to nobody we know: `reference`, where no customer and no "
        "case of ours has it. It is kept, and looked at by everything else it says; mend your "
        "records, and send it anew under another key."
    )


class KeptItem(Result):
    """One of a batch that is kept."""

    index: int = Field(ge=0, description="Its place among those sent, from 0.")


class RefusedItem(BaseModel):
    """One of a batch that is not kept."""

    index: int = Field(ge=0, description="Its place among those sent, from 0.")
    key: LeftOut = Field(
        default=None, description="Your name for it: its id. Left out where it has none."
    )
    errors: list[FieldProblem]


class BatchResult(BaseModel):
    """What became of each of a batch."""

    kept: list[KeptItem]
    refused: list[RefusedItem]


@dataclass(frozen=True, slots=True)
class Answers:
    """Makes results of receipts."""

    alerts: Alerts

    async def result(self, receipt: Receipt) -> Result:
        (result,) = await self._results([receipt])
        return result

    async def kept(self, receipts: Sequence[tuple[int, Receipt]]) -> list[KeptItem]:
        """By their places."""
        results = await self._results([receipt for _, receipt in receipts])
        return [
            KeptItem(index=index, **result.model_dump())
            for (index, _), result in zip(receipts, results, strict=True)
        ]

    async def _results(self, receipts: Sequence[Receipt]) -> list[Result]:
        """Many contacts are told in few alerts: each is looked up once."""
        wanted = dict.fromkeys(alert for receipt in receipts for alert in receipt.alerts)
        found = [await self.alerts.get(alert) for alert in wanted]
        references = {alert.id: alert.reference for alert in found if alert}
        return [
            Result(
                id=receipt.id,
                key=receipt.key,
                result=f"{PATH}/{receipt.id}",
                kept_at=receipt.at.astimezone(UTC),
                became=receipt.became,
                alerts=[references[alert] for alert in receipt.alerts if alert in references],
                unknown=["reference"] if receipt.unknown_reference else [],
            )
            for receipt in receipts
        ]
