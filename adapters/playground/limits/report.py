"""Collects what is wrong, in Slack's words, with a pointer to where."""

from collections.abc import Collection, Sequence
from typing import Any


class Report:
    def __init__(self) -> None:
        self.messages: list[str] = []

    def add(self, what: str, pointer: str) -> None:
        self.messages.append(f"[ERROR] {what} [json-pointer:{pointer}]")

    def is_object(
        self, value: Any, pointer: str, required: Collection[str], optional: Collection[str]
    ) -> bool:
        """Whether the value is an object; reports keys that are missing or not known."""
        if not isinstance(value, dict):
            self.add("must be an object", pointer)
            return False
        for key in required:
            if value.get(key) is None:
                self.add(f"missing required field: {key}", pointer)
        for key in value:
            if key not in required and key not in optional:
                self.add(f"invalid additional property: {key}", pointer)
        return True

    def is_list(self, value: Any, pointer: str, most: int, least: int = 1) -> Sequence[Any]:
        """The items to look at; none when the value is no list."""
        if not isinstance(value, list):
            self.add("must be an array", pointer)
            return ()
        if len(value) > most:
            self.add(f"no more than {most} items allowed", pointer)
        if len(value) < least:
            self.add(f"no fewer than {least} items allowed", pointer)
        return value

    def is_text(self, value: Any, pointer: str, most: int, least: int = 1) -> None:
        if not isinstance(value, str):
            self.add("must be a string", pointer)
        elif len(value) > most:
            self.add(f"must be less than {most + 1} characters", pointer)
        elif len(value) < least:
            self.add(f"must be more than {least - 1} characters", pointer)

    def is_one_of(self, value: Any, pointer: str, allowed: Collection[str]) -> None:
        if value not in allowed:
            self.add(f"must be one of: {', '.join(allowed)}", pointer)

    def is_flag(self, value: Any, pointer: str) -> None:
        if not isinstance(value, bool):
            self.add("must be a boolean", pointer)
