"""Every way a proposal can end, and what each colleague sees of it."""

from datetime import date, timedelta
from pathlib import Path

from tests.end_to_end import steps
from tests.end_to_end.chat import opened_chat
from tests.end_to_end.ledger import all_said, entries

OPEN = "a warning waits for a decision"


async def test_a_rejection_gives_its_reason(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, focus = map(chat.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await manager.press("Reject", "Please decide: a warning")
        assert "Why do you reject it?" in await manager.submit()
        await steps.sends(manager, {"Why do you reject it?": "One call is no pattern."})

        told = await adviser.sees("direct", "Rejected: a warning", "One call is no pattern.")
        assert "Morgan Manager" in told
        await adviser.sees("direct", "You proposed a warning", "Rejected by Morgan Manager")
        await manager.sees("direct", "Decided: a warning", "Rejected by Morgan Manager")
        assert await manager.buttons("direct", "Decided: a warning") == []
        notice = await focus.sees("customer-focus", "a warning was rejected", "Morgan Manager")
        assert "no pattern" not in notice
        assert await focus.buttons("customer-focus", "a warning was rejected") == []

        await adviser.command(f"propose {steps.MAIL}")
        await adviser.sees("direct", "has not been warned")
        await all_said(database_url, chat.cloud)


async def test_a_question_is_answered_before_the_decision(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, focus = map(chat.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await manager.press("Ask for more information", "Please decide: a warning")
        await steps.sends(manager, {"What do you need to know?": "Was he alone?"})
        await adviser.sees("direct", "Morgan Manager asks for more information", "Was he alone?")
        assert "Was he alone?" not in await focus.sees("customer-focus", OPEN)

        await adviser.press("Answer", "Morgan Manager asks for more information")
        assert "Was he alone?" in await adviser.form("Your answer")
        await steps.sends(adviser, {"Your answer": "With a neighbour."})
        await manager.sees("direct", "Your question was answered", "With a neighbour.")
        await manager.sees("direct", "Please decide: a warning", "With a neighbour.")

        await manager.press("Read and decide", "Your question was answered")
        await steps.approves(manager, "With a neighbour.")
        await adviser.sees("direct", "Tell the customer")
        await manager.sees("direct", "Your question was answered", "Approved by Morgan Manager")
        await all_said(database_url, chat.cloud)
        assert await adviser.buttons("direct", "asks for more information") == []


async def test_who_proposed_may_withdraw(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, focus = map(chat.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await manager.sees("direct", "Please decide: a warning")
        await adviser.press("Withdraw", "You proposed a warning")
        await steps.sends(adviser, {"Why do you withdraw it?": "It was another Casey."})
        await manager.sees("direct", "Decided: a warning", "Withdrawn by Asha Adviser")
        assert await manager.buttons("direct", "Decided: a warning") == []
        await focus.sees("customer-focus", "a warning was withdrawn")
        await adviser.sees("direct", "You proposed a warning", "Withdrawn by Asha Adviser")
        assert entries(database_url)["proposal-withdrawn"] == 1
        await all_said(database_url, chat.cloud)


async def test_who_has_no_part_in_it_is_told_privately(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, focus, sam = map(chat.hand, ("UASHA", "UFRANKIE", "USAM"))
        await steps.reports_somebody_new(adviser)
        await steps.proposes_a_warning(adviser)
        await sam.press("Read and decide", OPEN, place="customer-focus")
        await sam.sees("customer-focus", "It can be decided by Morgan Manager")
        assert "It can be decided by" not in await focus.reads("customer-focus")
        assert entries(database_url)["proposal-approved"] == 0


async def test_a_sanction_is_kept_at_its_review(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, focus = map(chat.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        await steps.up_to_a_sanction(adviser, manager)
        await focus.sees("contact-alerts", "1 sanction in force")
        await chat.cloud.jump("The day of the review")
        await adviser.press("Review", "is due today")
        next_review = chat.cloud.clock.now().date() + timedelta(days=60)
        await steps.sends(
            adviser,
            {
                "What becomes of the sanction?": "Keep",
                "Why?": "Two angry letters.",
                "When is the next review?": next_review,
            },
        )
        await steps.approves(manager, "Two angry letters.")
        await adviser.sees("direct", "Approved", said(next_review))
        await adviser.command("reviews")
        await adviser.sees("direct", said(next_review))
        await all_said(database_url, chat.cloud)
        assert entries(database_url)["sanction-kept"] == 1


async def test_a_sanction_is_changed_at_its_review(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, manager, focus = map(chat.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        await steps.up_to_a_sanction(adviser, manager)
        await focus.sees("contact-alerts", "1 sanction in force")
        await chat.cloud.jump("The day of the review")
        await adviser.press("Review", "is due today")
        await adviser.fill({"What becomes of the sanction?": "Change", "Why?": "Mail is enough."})
        assert await adviser.submit() == {}
        assert (await adviser.filled_in("Why?"))["Why?"] == "Mail is enough."
        await steps.sends(adviser, {"Contact in a specified form only: which?": ["Email"]})
        await steps.approves(manager, "Mail is enough.")
        notice = await focus.sees("contact-alerts", "1 sanction in force", "email")
        assert "Mail is enough" not in notice
        assert "may not happen now" in await steps.logs_a_call(adviser)
        await all_said(database_url, chat.cloud)
        assert entries(database_url)["sanction-changed"] == 1


async def test_a_correction_stands_beside_the_entry(database_url: str, tmp_path: Path) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        adviser, sam = chat.hand("UASHA"), chat.hand("USAM")
        await steps.reports_somebody_new(adviser)
        await adviser.sees("direct", "The incident is recorded")
        await adviser.command(f"timeline {steps.MAIL}")
        await adviser.sees("direct", "Timeline of", "The zebra again.")
        await adviser.press("Correct", "Timeline of")
        await steps.sends(adviser, {"What is right?": "It was a gnu."})
        await adviser.command(f"timeline {steps.MAIL}")
        corrected = await adviser.sees("direct", "Corrected by Asha Adviser", "It was a gnu.")
        assert "The zebra again." in corrected
        assert entries(database_url)["entry-corrected"] == 1
        assert (await chat.bot.house.storage.verify()).ok

        await sam.command(f"timeline {steps.MAIL}")
        await sam.sees("direct", "The policy does not allow this")
        assert "gnu" not in await sam.reads("direct")


def said(day: date) -> str:
    return f"{day.day} {day:%B %Y}"
