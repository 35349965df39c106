"""Legal is asked for advice, and what they say is kept (Site owners; Extreme behaviour)."""

import pytest

from core.case.commands import RecordLegalAdvice, RequestLegalAdvice
from core.case.events import LegalAdviceReceived, LegalAdviceRequested
from core.vocabulary.ids import EntryNo
from core.vocabulary.people import StaffMember
from tests.core.disengaging import SITE_OWNER, DisengagingStory
from tests.support.people import ASHA, DANA, FRAN, LEE, MORGAN, OLU, SENA

ASK = RequestLegalAdvice(" How far may we go with a site owner? ")


def asked(by: StaffMember = ASHA) -> tuple[DisengagingStory, EntryNo]:
    story = DisengagingStory(customer=SITE_OWNER)
    story.report()
    story.does(by, ASK)
    return story, story.case.version


def test_the_colleague_in_contact_with_the_customer_asks_legal() -> None:
    story, request = asked(by=OLU)
    assert story.entries[-1].event == LegalAdviceRequested("How far may we go with a site owner?")
    assert story.case.legal_advice[request].asked_by == OLU.id
    assert story.refuses(OLU, RequestLegalAdvice(" ")).field == "question"


@pytest.mark.parametrize(
    ("actor", "allowed"),
    [(LEE, True), (ASHA, True), (FRAN, True), (MORGAN, False), (SENA, False), (DANA, False)],
)
def test_legal_or_the_owner_record_what_legal_advised(actor: StaffMember, allowed: bool) -> None:
    story, request = asked()
    command = RecordLegalAdvice(request, " Keep payments going. ", "LG-7")
    if not allowed:
        assert story.refuses(actor, command).rule == "not-yours"
        return
    [received] = story.does(actor, command)
    assert received == LegalAdviceReceived(request, "Keep payments going.", "LG-7")
    assert story.case.legal_advice[request].advice == "Keep payments going."


def test_a_request_is_answered_once_and_can_be_made_again() -> None:
    story, request = asked()
    story.does(LEE, RecordLegalAdvice(request, "Keep payments going."))
    again = RecordLegalAdvice(request, "Stop them.")
    assert story.refuses(LEE, again).rule == "already-advised"
    story.does(ASHA, ASK)
    assert story.does(LEE, RecordLegalAdvice(story.case.version, "Stop them."))


def test_advice_says_something_about_what_was_asked() -> None:
    story, request = asked()
    assert story.refuses(LEE, RecordLegalAdvice(request, " ")).field == "advice"
    long = RecordLegalAdvice(request, "Yes.", "x" * 151)
    assert story.refuses(LEE, long).field == "reference"
    unknown = story.refuses(LEE, RecordLegalAdvice(EntryNo(1), "Yes."))
    assert (unknown.rule, unknown.field) == ("unknown-request", "request")
