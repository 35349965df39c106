"""Checks cards against the published schema, and Teams' own additions to it beside that."""

import json
from functools import cache
from pathlib import Path
from typing import Any

from jsonschema import Draft6Validator
from jsonschema.exceptions import best_match

Json = dict[str, Any]
_SCHEMA = Path(__file__).parent / "schemas" / "adaptive-card-1.5.json"
_QUERY = {"type", "dataset"}


def check_card(card: Json) -> None:
    """Fails with the place of the first fault."""
    assert card["version"] == "1.5"
    assert set(card.pop("msteams", {})) <= {"width"}, "an addition Teams does not know"
    fault = best_match(_validator().iter_errors(_plain(card)))
    assert fault is None, f"{fault.json_path}: {fault.message[:300]}"


def _plain(part: Any) -> Any:
    """Without what Teams documents besides the schema: a type-ahead with its source."""
    if isinstance(part, dict):
        if (query := part.get("choices.data")) is not None:
            assert query["type"] == "Data.Query"
            assert set(query) == _QUERY
            assert part["style"] == "filtered"
            part = {**part, "style": "compact"}
        return {k: _plain(v) for k, v in part.items() if k != "choices.data"}
    return [_plain(each) for each in part] if isinstance(part, list) else part


@cache
def _validator() -> Draft6Validator:
    schema = json.loads(_SCHEMA.read_text())
    # The root allows any element; what is sent is always a whole card.
    whole = {**schema, "anyOf": [{"$ref": "#/definitions/AdaptiveCard"}]}
    return Draft6Validator(whole)
