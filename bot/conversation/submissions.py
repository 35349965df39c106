"""Which form's submission does what."""

from collections.abc import Mapping
from typing import Final

from bot.conversation.forms import (
    contact,
    correction,
    propose,
    remarks,
    report,
    review,
    warn,
    warning_given,
)
from bot.conversation.visit import Submitted

SUBMISSIONS: Final[Mapping[str, Submitted]] = {
    report.NAME: report.submitted,
    warn.NAME: warn.submitted,
    propose.NAME: propose.submitted,
    propose.TERMS: propose.terms_submitted,
    contact.NAME: contact.submitted,
    review.NAME: review.submitted,
    review.TERMS: review.terms_submitted,
    warning_given.NAME: warning_given.submitted,
    correction.NAME: correction.submitted,
    **{remark.name: remarks.submitted(remark) for remark in remarks.REMARKS},
}
