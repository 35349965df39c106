"""What is wrong with a row, in the words of its own file."""

from adapters.intake.faults import Fault
from adapters.intake.files.rows import RefusedRow, Row, RowFault
from adapters.intake.reading import SAY_WHO


def refused(row: Row, faults: tuple[Fault, ...]) -> RefusedRow:
    return RefusedRow(row.line, row.raw, tuple(_told(row, fault) for fault in faults))


def _told(row: Row, fault: Fault) -> RowFault:
    remedy = fault.remedy
    if remedy == SAY_WHO and row.columns:
        remedy = f"Fill in at least one of {', '.join(row.columns.who)}."
    return RowFault(_field(row, fault), fault.problem, remedy)


def _field(row: Row, fault: Fault) -> str:
    """``Phone 2``, where a row has several; of JSON its own ``phones 2``."""
    name, index = fault.place
    column = row.columns.called.get(name) if row.columns else None
    if column is None:
        return fault.field
    values = row.sent.get(name)
    is_one_of_many = isinstance(values, list) and len(values) > 1
    return f"{column} {index + 1}" if is_one_of_many and index is not None else column
