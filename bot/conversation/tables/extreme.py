"""What answers extreme behaviour, appeals, deputies, the Customer Sanctions Log and the policy."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.answering import at_once, away
from bot.conversation.buttons.extreme import Action
from bot.conversation.forms import appeal, approve_extreme, decide_appeal, extreme, referral
from bot.conversation.forms import away as away_form
from bot.conversation.pages import sanctions_log, the_policy
from bot.conversation.pointer import Pointer
from bot.conversation.visit import Submitted, Told, Visit
from bot.views.answer import Answer


async def _referral(visit: Visit, value: str) -> Answer:
    return await referral.form(visit, Pointer.parse(value))


async def _decide_appeal(visit: Visit, value: str) -> Answer:
    return await decide_appeal.form(visit, Pointer.parse(value))


ANSWERS: Final[Mapping[str, Told]] = {
    "extreme": at_once.report,
    "appeal": appeal.command,
    "away": away.page,
    "log": sanctions_log.page,
    "policy": the_policy.page,
}

PRESSES: Final[Mapping[str, Told]] = {
    Action.EXTREME: at_once.report,
    Action.DECIDE_AT_ONCE: at_once.decide,
    Action.REFERRAL: _referral,
    Action.APPEAL: appeal.pressed,
    Action.DECIDE_APPEAL: _decide_appeal,
    Action.AWAY: away.another,
    Action.HERE_AFTER_ALL: away.here_after_all_pressed,
    Action.LOG: sanctions_log.next_page,
    Action.LOOK: sanctions_log.look_pressed,
}

SUBMISSIONS: Final[Mapping[str, Submitted]] = {
    extreme.NAME: extreme.submitted,
    approve_extreme.NAME: approve_extreme.submitted,
    referral.NAME: referral.submitted,
    appeal.WHOM: appeal.whom_submitted,
    appeal.NAME: appeal.submitted,
    decide_appeal.NAME: decide_appeal.submitted,
    decide_appeal.TERMS: decide_appeal.terms_submitted,
    away_form.NAME: away_form.submitted,
}
