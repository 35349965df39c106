"""Slack's limits on what an app may show: block types, required keys, sizes.

Everything is checked as Slack does, and refused in its words, so that what the playground
accepts Slack accepts too. Block types that the bot has no use for are not known here.
"""

from collections.abc import Sequence
from typing import Any

from adapters.playground.limits.blocks import HOME, MESSAGE, MODAL, check_blocks
from adapters.playground.limits.elements import check_options
from adapters.playground.limits.report import Report
from adapters.playground.limits.views import check_view

__all__ = ["HOME", "MESSAGE", "MODAL", "message_faults", "option_faults", "view_faults"]


def message_faults(blocks: Any) -> Sequence[str]:
    """What Slack says is wrong with a message's blocks; empty when it takes them."""
    report = Report()
    check_blocks(report, blocks, "/blocks", MESSAGE)
    return report.messages


def view_faults(view: Any) -> Sequence[str]:
    """What Slack says is wrong with a modal or a home tab; empty when it takes it."""
    report = Report()
    check_view(report, view, "/view")
    if not report.messages:
        return ()
    return ["[ERROR] failed to match all allowed schemas [json-pointer:/view]", *report.messages]


def option_faults(options: Any) -> Sequence[str]:
    """What is wrong with the answer to a type-ahead."""
    report = Report()
    check_options(report, options, "/options", most=100, least=0)
    return report.messages
