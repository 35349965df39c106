"""Agents and contractors: the client first, on topics only; complaints to whom they answer."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.case.commands import Approve, Propose, RecordClientTold, RecordComplaint
from core.case.events import ClientTold, ComplaintMade, ComplaintTo
from tests.core.disengaging import AGENT, GRANT, DisengagingStory
from tests.support.people import ASHA, DANA, MORGAN, NOOR, SENA


def client_told(story: DisengagingStory, **changed: object) -> RecordClientTold:
    usual = RecordClientTold(
        client="Example Farm",
        told_at=story.now,
        means="phone",
        effect="The grant application may take longer.",
    )
    return replace(usual, **changed)  # type: ignore[arg-type]


def complaint(story: DisengagingStory, **changed: object) -> RecordComplaint:
    usual = RecordComplaint(
        to=ComplaintTo.EMPLOYER,
        addressee="Example Farm Agents Ltd",
        made_at=story.now,
        details="Abusive calls to two colleagues.",
    )
    return replace(usual, **changed)  # type: ignore[arg-type]


def test_given_an_agent_then_the_client_is_told_before_we_disengage() -> None:
    story = DisengagingStory(customer=AGENT).still_going_on()
    refusal = story.refuses(ASHA, Propose(story.disengagement(GRANT)))
    assert (refusal.rule, refusal.section) == ("client-first", "Agents / contractors")
    [told] = story.does(ASHA, client_told(story, client=" Example Farm "))
    effect = "The grant application may take longer."
    assert told == ClientTold("Example Farm", story.now, "phone", effect)
    assert story.case.clients_told == (told,)
    proposal = story.proposed(story.disengagement(GRANT))
    assert story.does(DANA, Approve(proposal.no))


def test_given_an_agent_then_we_disengage_on_topics_only() -> None:
    story = DisengagingStory(customer=AGENT).still_going_on()
    story.does(ASHA, client_told(story))
    refusal = story.refuses(ASHA, Propose(story.disengagement()))
    assert (refusal.rule, refusal.field) == ("agent-topic-only", "topics")
    assert refusal.section == "Agents / contractors"


@pytest.mark.parametrize(
    ("changed", "rule", "field"),
    [
        ({"client": " "}, "text-missing", "client"),
        ({"client": "x" * 151}, "text-too-long", "client"),
        ({"means": "pigeon"}, "unknown-means", "means"),
        ({"effect": ""}, "text-missing", "effect"),
    ],
)
def test_it_is_recorded_who_was_told_when_how_and_of_what(
    changed: dict[str, object], rule: str, field: str
) -> None:
    story = DisengagingStory(customer=AGENT)
    story.report()
    refusal = story.refuses(ASHA, client_told(story, **changed))
    assert (refusal.rule, refusal.field) == (rule, field)


def test_what_is_still_to_come_is_not_recorded() -> None:
    story = DisengagingStory(customer=AGENT)
    story.report()
    tomorrow = story.now + timedelta(days=1)
    told, complained = client_told(story, told_at=tomorrow), complaint(story, made_at=tomorrow)
    assert (story.refuses(ASHA, told).rule, story.refuses(ASHA, told).field) == (
        "in-the-future",
        "told_at",
    )
    assert story.refuses(ASHA, complained).field == "made_at"


def test_a_complaint_goes_to_the_employer_or_the_professional_body() -> None:
    story = DisengagingStory(customer=AGENT)
    story.report()
    [made] = story.does(ASHA, complaint(story))
    addressee, details = "Example Farm Agents Ltd", "Abusive calls to two colleagues."
    assert made == ComplaintMade(ComplaintTo.EMPLOYER, addressee, story.now, details)
    body = complaint(story, to=ComplaintTo.PROFESSIONAL_BODY, addressee="Example Institute")
    story.does(ASHA, body)
    assert [each.to for each in story.case.complaints] == list(ComplaintTo)


def test_of_a_self_employed_agent_only_the_professional_body_hears() -> None:
    story = DisengagingStory(customer=replace(AGENT, employer=""))
    story.report()
    refusal = story.refuses(ASHA, complaint(story))
    assert (refusal.rule, refusal.field) == ("no-employer", "to")
    assert story.does(ASHA, complaint(story, to=ComplaintTo.PROFESSIONAL_BODY))


@pytest.mark.parametrize(
    ("changed", "field"), [({"addressee": " "}, "addressee"), ({"details": ""}, "details")]
)
def test_a_complaint_says_to_whom_and_of_what(changed: dict[str, object], field: str) -> None:
    story = DisengagingStory(customer=AGENT)
    story.report()
    refusal = story.refuses(ASHA, complaint(story, **changed))
    assert (refusal.rule, refusal.field) == ("text-missing", field)


def test_only_colleagues_involved_and_their_like_record_it_and_only_of_agents() -> None:
    story = DisengagingStory(customer=AGENT)
    story.report(by=SENA)
    for command in (client_told(story), complaint(story)):
        assert story.refuses(NOOR, command).rule == "not-yours"
        assert story.does(SENA, command)
    other = DisengagingStory()
    other.report()
    for command in (client_told(other), complaint(other)):
        assert other.refuses(MORGAN, command).rule == "not-an-agent"
