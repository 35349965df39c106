"""Journeys of the later stages over signed HTTP requests, on both databases."""

import asyncio
from pathlib import Path

from tests.end_to_end.bodies import Body, at_each_body
from tests.end_to_end.chat import opened_chat
from tests.end_to_end.counting_hand import CountingHand
from tests.end_to_end.ledger import all_said, entries
from tests.end_to_end.played import played
from tests.end_to_end.stories import (
    agent,
    appeal,
    contact,
    deputy,
    extreme,
    re_engagement,
    sanctions_log,
    site_owner,
    staff_conduct,
    unanswered,
)

FEW = 9
"""Steps of two people, each a command, a button or a form: what fits into a minute."""


@at_each_body
async def test_a_threat_is_decided_by_a_director_in_a_few_steps(
    database_url: str, tmp_path: Path, body: Body
) -> None:
    async with played(database_url, tmp_path, body) as chat:
        cast, steps = chat.cast(), list[str]()
        counted = [CountingHand(each, steps) for each in (cast.adviser, cast.director)]
        await extreme.is_decided_at_once(counted[0], counted[1], cast.words)
        assert len(steps) < FEW, steps
        await extreme.is_offered_to_nobody_any_more(cast.director, cast.focus, cast.words)
        await extreme.is_known_and_told(cast.adviser, cast.director, cast.focus, cast.words)


async def test_an_agent_is_disengaged_on_one_topic_after_the_client_was_told(
    database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chat:
        cast = chat.cast()
        await agent.is_disengaged_on_one_topic(
            cast.adviser, cast.manager, cast.director, cast.focus
        )


async def test_a_site_owner_is_disengaged_in_part_alone(database_url: str, tmp_path: Path) -> None:
    async with played(database_url, tmp_path) as chat:
        cast = chat.cast()
        await site_owner.is_disengaged_in_part(
            cast.adviser, cast.manager, cast.director, chat.hand("ULEE"), cast.focus
        )


@at_each_body
async def test_an_appeal_lifts_a_sanction(database_url: str, tmp_path: Path, body: Body) -> None:
    async with played(database_url, tmp_path, body) as chat:
        cast = chat.cast()
        handler = chat.hand(body.appeals_go_to)
        await appeal.lifts_a_sanction(cast.adviser, cast.manager, handler, cast.focus, cast.words)


@at_each_body
async def test_re_engagement_waits_for_the_clear_period(
    database_url: str, tmp_path: Path, body: Body
) -> None:
    async with played(database_url, tmp_path, body) as chat:
        await re_engagement.waits_for_the_clear_period(chat.cast())


@at_each_body
async def test_contact_from_somebody_we_disengaged_from(
    database_url: str, tmp_path: Path, body: Body
) -> None:
    async with played(database_url, tmp_path, body) as chat:
        cast = chat.cast()
        await contact.is_dealt_with(
            cast.adviser, cast.manager, cast.director, cast.focus, cast.words
        )


async def test_contact_on_another_topic_though_we_disengaged_completely(
    database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chat:
        cast = chat.cast()
        await contact.on_another_topic_is_answered(
            cast.adviser, cast.manager, cast.director, cast.focus
        )


async def test_an_unanswered_proposal_goes_up_the_line(database_url: str, tmp_path: Path) -> None:
    async with played(database_url, tmp_path) as chat:
        cast = chat.cast()
        await unanswered.goes_up_the_line(
            cast.adviser, cast.manager, chat.hand("UDARA"), cast.focus, cast.jump
        )


async def test_a_deputy_decides_during_an_absence(database_url: str, tmp_path: Path) -> None:
    async with played(database_url, tmp_path) as chat:
        cast = chat.cast()
        today = chat.cloud.clock.now().astimezone(chat.bot.house.policy.zone).date()
        await deputy.decides_during_an_absence(
            cast.adviser, cast.manager, chat.hand("UNOOR"), today
        )


async def test_what_waits_for_somebody_who_goes_away_reaches_the_deputy(
    database_url: str, tmp_path: Path
) -> None:
    """Whichever of two replicas looks first."""
    async with opened_chat(database_url, tmp_path, replicas=2) as chat:
        adviser, manager, noor = map(chat.hand, ("UASHA", "UMORGAN", "UNOOR"))
        today = chat.cloud.clock.now().astimezone(chat.bot.house.policy.zone).date()

        async def a_minute_later() -> None:
            await asyncio.gather(*(bot.errands.catch_up() for bot in chat.bots))

        await deputy.decides_what_waited_already(adviser, manager, noor, today, a_minute_later)
        await all_said(database_url, chat.cloud)
        assert entries(database_url)["proposal-passed-on"] == 3


async def test_what_a_manager_was_asked_of_a_contact_reaches_the_deputy(
    database_url: str, tmp_path: Path
) -> None:
    """Whichever of two replicas looks first."""
    async with opened_chat(database_url, tmp_path, replicas=2) as chat:
        cast, noor = chat.cast(), chat.hand("UNOOR")
        today = chat.cloud.clock.now().astimezone(chat.bot.house.policy.zone).date()

        async def a_minute_later() -> None:
            await asyncio.gather(*(bot.errands.catch_up() for bot in chat.bots))

        await deputy.answers_about_a_contact(
            cast.adviser, cast.manager, noor, cast.director, cast.focus, today, a_minute_later
        )
        await all_said(database_url, chat.cloud)
        assert entries(database_url)["question-passed-on"] == 3


async def test_every_look_into_the_sanctions_log_is_recorded(
    database_url: str, tmp_path: Path
) -> None:
    async with played(database_url, tmp_path) as chat:
        cast = chat.cast()
        await sanctions_log.is_read_by_role(
            cast.adviser, cast.manager, chat.hand("USAM"), cast.focus
        )
        assert entries(database_url)["log-entry-viewed"] == 2


async def test_behaviour_of_staff_is_refused_with_where_to_go_instead(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_chat(database_url, tmp_path) as chat:
        await staff_conduct.is_not_reported_here(chat.cast().adviser)
        assert entries(database_url) == {}
