"""On contact from somebody we disengaged from (stage 6)."""

from bot.views.card import Card, Tone
from core.services.messages import Channel, Kind, Message
from core.vocabulary.people import StaffMember
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation.disengaging_steps import HEDGE
from tests.bot.conversation.harness import CASEY, House, card, house, labels, words
from tests.support.people import ARI, ASHA, DEVI, FRAN, MORGAN, NOOR, OLU

QUESTION = "Same or similar topic, wholly different, or unsure?"


async def press(at: House, by: StaffMember, shown: Card, relation: str, label: str) -> Card:
    return card(await at.seat(by).press(to.item_of(shown, relation), label))


def redraws(at: House, kind: Kind) -> list[Message]:
    return [m for m in at.memory.messages if m.redraws is not None and m.kind is kind]


async def test_the_alert_asks_and_offers_only_what_may_be_done() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    shown = await to.alert(at)
    assert at.messages(Kind.CONTACT_ALERT)[-1].to is Channel.ALERTS
    assert QUESTION in words(shown)
    offered = {
        title: labels(to.item_of(shown, title))
        for title in ("same or similar", "wholly different", "unsure")
    }
    assert offered == {
        "same or similar": ["Do not re-engage", "Reissue the notice"],
        "wholly different": ["Answer normally"],
        "unsure": ["Ask my manager"],
    }
    assert "Whatever is in force, always deal with" in words(shown)
    assert "Hedge" not in words(shown)


async def test_the_same_topic_is_not_answered_and_everybody_sees_who_said_so() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at, by=OLU)
    shown = await to.alert(at)
    done = await press(at, OLU, shown, "same or similar", "Do not re-engage")
    assert "Do not answer it." in words(done)
    assert [m.to for m in redraws(at, Kind.CONTACT_ALERT)] == [Channel.ALERTS]
    after = await to.alert(at)
    assert "Not answered. The topic: the same or a similar topic. Chosen by" in words(after)
    assert "Olu Officer (Officer) on Thursday 6 March 2025 at 12pm" in words(after).replace(
        "midday", "12pm"
    )
    assert QUESTION not in words(after)
    assert labels(after) == ["Show the topics", "Choose again"]
    assert "Not answered" in words(await at.seat(ASHA).sees(f"timeline {CASEY.reference}"))


async def test_the_notice_can_be_issued_again() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    done = await press(at, ASHA, await to.alert(at), "same or similar", "Reissue the notice")
    assert "Send the disengagement notice again, and nothing else." in words(done)


async def test_others_are_told_who_may_say() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    shown = await to.alert(at)
    refused = await press(at, NOOR, shown, "wholly different", "Answer normally")
    assert refused.tone is Tone.CAUTION
    assert "Only Asha Adviser, and their managers" in words(refused)
    assert "stage 6" in words(refused)
    assert QUESTION in words(await to.alert(at))
    assert "Answer it as you would" in words(
        await press(at, FRAN, shown, "wholly different", "Answer normally")
    )


async def test_a_manager_is_asked_and_answers_with_the_same_buttons() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    done = await press(at, ASHA, await to.alert(at), "unsure", "Ask my manager")
    assert "Morgan Manager has been asked. Do not answer before they decide." in words(done)
    assert "Asked: Morgan Manager." in words(await to.alert(at))

    question = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    assert "Please decide about a contact" in question.title
    assert "Disengaged on “Hedge removal”" in words(question)
    assert "umbrella" in words(question)
    answered = await press(at, MORGAN, question, "wholly different", "Answer normally")
    assert answered.tone is Tone.GOOD
    settled = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    assert settled.title == "The contact is dealt with"
    assert "Chosen by Morgan Manager (Manager)" in words(settled)
    assert "Answered as usual" in words(await to.alert(at))


async def test_a_manager_who_is_unsure_asks_theirs() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    await press(at, ASHA, await to.alert(at), "unsure", "Ask my manager")
    question = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    again = await press(at, MORGAN, question, "unsure", "Ask my manager")
    assert "Devi Deputy has been asked" in words(again)
    assert "Devi Deputy" in words(await at.latest(Kind.CONTACT_ALERT))
    assert at.messages(Kind.CONTACT_QUESTION, DEVI)


async def test_under_a_complete_disengagement_only_a_manager_can_say() -> None:
    at = house()
    await to.disengaged(at)
    logged = await to.log_letter(at, topic="Otters")
    assert logged.tone is Tone.DANGER
    shown = await to.alert(at)
    assert labels(to.item_of(shown, "wholly different")) == [
        "Do not re-engage",
        "Reissue the notice",
        "Ask my manager",
    ]
    assert "Show the topics" not in labels(shown)


async def test_a_right_is_exercised_and_answered_whatever_is_in_force() -> None:
    at = house()
    await to.disengaged(at)
    logged = await to.log_letter(at, statutory=("statutory",))
    assert logged.title == "This contact may happen now"
    shown = await to.alert(at)
    assert shown.tone is Tone.GOOD
    assert labels(shown) == ["Answer normally"]
    done = words(await press(at, ASHA, shown, "about a right", "Answer normally"))
    assert "on whichever topic" in done
    assert "nothing on the topics" not in done
    assert "Answered as usual. Chosen by Asha Adviser" in words(await to.alert(at))


async def test_a_choice_not_seen_is_not_overridden() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    stale = await to.alert(at)
    await press(at, ASHA, stale, "same or similar", "Do not re-engage")
    entries = len(at.memory.store.entries)
    late = await press(at, MORGAN, stale, "wholly different", "Answer normally")
    assert late.title == "Somebody has chosen already"
    assert "Chosen by Asha Adviser" in words(late)
    assert len(at.memory.store.entries) == entries

    again = card(await at.seat(MORGAN).press(late, "Choose again"))
    await press(at, MORGAN, again, "wholly different", "Answer normally")
    assert "Answered as usual" in words(await to.alert(at))


async def test_the_topics_are_shown_to_those_who_may_know_them() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at, by=OLU)
    shown = await to.alert(at)
    for member in (OLU, NOOR, ASHA, FRAN, MORGAN):
        assert "Hedge removal" in words(card(await at.seat(member).press(shown, "Show the topics")))
    refused = card(await at.seat(ARI).press(shown, "Show the topics"))
    assert "Hedge" not in words(refused)
    assert "Ask Asha Adviser" in words(refused)
    assert "Hedge" not in words(await at.seat(OLU).sees(f"check {CASEY.reference}"))


async def test_what_nobody_has_said_waits_on_the_page_of_the_case() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    asha = at.seat(ASHA)
    page = await asha.sees(f"case {CASEY.reference}")
    assert "Contact to be dealt with" in words(page)
    asked = card(await asha.press(page, "Say what is done"))
    await press(at, ASHA, asked, "same or similar", "Do not re-engage")
    assert "Contact to be dealt with" not in words(await asha.sees(f"case {CASEY.reference}"))


async def test_a_damaged_button_changes_nothing() -> None:
    at = house()
    await to.disengaged(at, HEDGE)
    await to.log_letter(at)
    caller = at.seat(ASHA).caller()
    for value in ("casey/1", "casey/1|same|burn|", "casey/99|same|not-re-engaged|", "x|y|z|a|b"):
        answer = card(await at.talk.press(caller, "assess", value))
        assert answer.tone is Tone.CAUTION, value
