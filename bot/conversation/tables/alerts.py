"""What answers known customers who make contact, records merged, and channels watched."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.answering import noticing
from bot.conversation.buttons.alerts import Action
from bot.conversation.forms import merge, noticed_breach, noticed_contact
from bot.conversation.pages import watching, who_is_it
from bot.conversation.pages.case import noticed as case_noticed
from bot.conversation.visit import Submitted, Told

ANSWERS: Final[Mapping[str, Told]] = {
    "watch": watching.watch,
    "unwatch": watching.unwatch,
}

PRESSES: Final[Mapping[str, Told]] = {
    Action.ALERT: noticing.show,
    Action.LOG: noticing.log,
    Action.BREACH: noticing.breach,
    Action.INCIDENT: noticing.incident,
    Action.OTHER_TOPIC: noticing.other_topic,
    Action.WHO: who_is_it.page,
    Action.CONFIRM: noticing.confirm,
    Action.APART: noticing.another_person,
    Action.MENTIONED: noticing.only_mentioned,
    Action.REOPEN: noticing.reopen,
    Action.STILL_OPEN: case_noticed.next_page,
    Action.MERGE: merge.form,
    Action.UNMERGE: merge.separate_form,
    Action.UNWATCH: watching.unwatch_pressed,
}

SUBMISSIONS: Final[Mapping[str, Submitted]] = {
    noticed_contact.LOG: noticed_contact.logged,
    noticed_contact.OTHER_TOPIC: noticed_contact.on_other_topic,
    noticed_breach.NAME: noticed_breach.submitted,
    merge.MERGE: merge.merged,
    merge.SEPARATE: merge.separated,
}
