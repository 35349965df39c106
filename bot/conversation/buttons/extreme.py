"""Extreme behaviour, appeals, deputies and the Customer Sanctions Log."""

from enum import StrEnum


class Action(StrEnum):
    """What a press does; ``tables.extreme`` says how."""
