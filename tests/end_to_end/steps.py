"""What colleagues do over and over, each with the forms and buttons that are there for it."""

from typing import Final

from tests.end_to_end.hand import Hand, Typed

MAIL: Final = "casey@customer.example"
REPORT: Final[dict[str, Typed]] = {
    "How did they make contact?": "Telephone",
    "What was the contact about?": "Grant application",
    "Which behaviour was it?": ["Abusive"],
    "What happened?": "The zebra again.",
}
NEW_CUSTOMER: Final[dict[str, Typed]] = {
    "Customer": "Someone new",
    "New customer: full name": "Casey Customer",
    "New customer: email": MAIL,
}
WARNING: Final[dict[str, Typed]] = {
    "What will we ask them to change?": "Speak calmly, and once a week.",
}
REASONS: Final[dict[str, Typed]] = {
    "Why are sanctions needed?": "It went on the next day.",
    "What was tried before?": "We offered a meeting, and an interpreter.",
    "Which adjustments did you consider?": "An interpreter; nothing else is known of.",
    "Why is this proportionate?": "He can still write whenever he likes.",
}
CONTACT: Final[dict[str, Typed]] = {
    "How did they make contact?": "Telephone",
    "What was the contact about?": "Umbrella",
}


async def sends(hand: Hand, answers: dict[str, Typed]) -> str:
    """Fill in the open form and send it. Returns the closing words."""
    await hand.fill(answers)
    assert await hand.submit() == {}
    return await hand.finish()


async def reports_somebody_new(hand: Hand) -> None:
    await hand.command("report")
    await sends(hand, {**NEW_CUSTOMER, **REPORT})


async def reports_again(hand: Hand) -> None:
    await hand.command("report")
    await sends(hand, {"Customer": "Casey", **REPORT})


async def proposes_a_warning(hand: Hand, why: str = "Shouting at colleagues is abusive.") -> None:
    await hand.press("Propose a warning", "The incident is recorded")
    await sends(hand, {"What will we explain?": why, **WARNING})


async def approves(hand: Hand, *words: str) -> None:
    await hand.press("Approve", "Please decide", *words)


async def says_that_the_customer_was_told(hand: Hand) -> None:
    await hand.press("I have told the customer", "Tell the customer")
    await sends(hand, {"How were they told?": "Letter"})


async def proposes_a_sanction(hand: Hand) -> None:
    await begins_to_propose_a_sanction(hand)
    await sends(hand, _WRITING_ONLY)


async def begins_to_propose_a_sanction(hand: Hand) -> None:
    """Up to the form that asks for its terms, filled in."""
    await hand.press("Propose sanctions", "The incident is recorded")
    await hand.fill({"Which sanctions do you propose?": ["Contact in a specified form only"]})
    assert await hand.submit() == {}
    await hand.fill(_WRITING_ONLY)


async def logs_a_call(hand: Hand) -> str:
    """Returns what is said about it."""
    await hand.command(f"contact {MAIL}")
    return await sends(hand, CONTACT)


async def up_to_a_warning(adviser: Hand, manager: Hand) -> None:
    """Reported, warned, and the customer told."""
    await reports_somebody_new(adviser)
    await proposes_a_warning(adviser)
    await approves(manager, "a warning")
    await says_that_the_customer_was_told(adviser)


async def up_to_a_sanction(adviser: Hand, manager: Hand) -> None:
    """It went on after a warning, and a sanction is in force: letters and mail only."""
    await up_to_a_warning(adviser, manager)
    await reports_again(adviser)
    await proposes_a_sanction(adviser)
    await approves(manager, "a sanction")


_WRITING_ONLY: Final[dict[str, Typed]] = {
    "Contact in a specified form only: which?": ["Email", "Letter"],
    **REASONS,
}
