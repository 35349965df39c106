"""A list handed over as one value, so that the statement is the same for every length."""

import json
from collections.abc import Sequence
from typing import Any

from sqlalchemy import ARRAY, BigInteger, FromClause, bindparam, cast, column, func

from adapters.storage.schema.columns import Number


def listed(name: str, *, is_sqlite: bool) -> FromClause:
    """Rows of one ``value`` each, a whole number; ``name``: of the parameter."""
    if is_sqlite:
        return func.json_each(bindparam(name)).table_valued(column("value", Number), name=name)
    numbers = cast(bindparam(name, type_=ARRAY(BigInteger)), ARRAY(BigInteger))
    rows = func.unnest(numbers).table_valued(column("value", Number), name=name)
    return rows.render_derived()


def as_list(values: Sequence[int], *, is_sqlite: bool) -> Any:
    """What the parameter is given."""
    return json.dumps(values) if is_sqlite else list(values)
