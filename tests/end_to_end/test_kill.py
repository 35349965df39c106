"""A bot that is killed at the worst of moments loses nothing, and says nothing twice."""

import asyncio
from pathlib import Path

import pytest

from tests.end_to_end.cloud import opened_cloud
from tests.end_to_end.ledger import all_said, entries, eventually
from tests.end_to_end.process import bot_process, environment, ucb
from tests.end_to_end.slack_seat import NotTaken
from tests.end_to_end.steps import (
    approves,
    begins_to_propose_a_sanction,
    logs_a_call,
    proposes_a_warning,
    reports_again,
    reports_somebody_new,
    says_that_the_customer_was_told,
)
from tests.end_to_end.weather import cut


async def test_nothing_acknowledged_is_lost_and_nothing_is_said_twice(
    database_url: str, tmp_path: Path
) -> None:
    async with opened_cloud(tmp_path) as cloud:
        environ = environment(database_url, cloud)
        weather = cloud.weather
        adviser, manager, focus = map(cloud.hand, ("UASHA", "UMORGAN", "UFRANKIE"))
        async with bot_process(environ, cloud) as bot:
            await manager.command("help")
            await manager.sees("direct", "Hello Morgan Manager")

            # Right after a submission was acknowledged.
            await reports_somebody_new(adviser)
            await bot.is_killed_and_started()
            await adviser.sees("direct", "The incident is recorded")

            # Kept, but not delivered: Slack takes nothing.
            silence = weather.silence("chat.postMessage", arrives=False)
            await proposes_a_warning(adviser)
            await silence.falls()
            await bot.dies()
            weather.clears()
            await bot.start()
            await manager.sees("direct", "Please decide: a warning")
            await focus.sees("customer-focus", "a warning waits for a decision")

            # Delivered, but the bot died before it heard so.
            silence = weather.silence("chat.postMessage", arrives=True)
            await approves(manager, "a warning")
            await silence.falls()
            await bot.dies()
            weather.clears()
            await bot.start()
            await adviser.sees("direct", "Tell the customer")

            # Drawn anew in its place, but the bot died before it heard so.
            silence = weather.silence("chat.update", arrives=True)
            await says_that_the_customer_was_told(adviser)
            await silence.falls()
            await bot.dies()
            weather.clears()
            await bot.start()
            await adviser.sees("direct", "The customer has been told")

            # Delivered, the connection reset, and then the bot dies.
            weather.brings(cut(arrives=True), "chat.postMessage", times=1)
            posts = len(weather.of("chat.postMessage"))
            await reports_again(adviser)
            await eventually(lambda: len(weather.of("chat.postMessage")) > posts)
            await bot.is_killed_and_started()

            # Kept, but the acknowledgement was lost: the same form is sent again.
            await begins_to_propose_a_sanction(adviser)
            cloud.front.lost = 1
            with pytest.raises(NotTaken):
                await adviser.submit()
            await bot.is_killed_and_started()
            assert await adviser.submit() == {}
            await manager.sees("direct", "Please decide: a sanction")

            # Neither kept nor acknowledged: the same button is pressed again.
            await bot.is_killed_and_started()
            silence = weather.silence("users.info", arrives=False)
            pressing = asyncio.create_task(approves(manager, "a sanction"))
            await silence.falls()
            await bot.dies()
            with pytest.raises(NotTaken):
                await pressing
            weather.clears()
            await bot.start()
            await approves(manager, "a sanction")
            await focus.sees("contact-alerts", "1 sanction in force")

            # And once more, with an alert on its way.
            silence = weather.silence("chat.postMessage", arrives=True, to="CALERTS")
            assert "may not happen now" in await logs_a_call(adviser)
            await silence.falls()
            await bot.dies()
            weather.clears()
            await bot.start()

            await all_said(database_url, cloud)
            assert entries(database_url) == {
                "customer-registered": 1,
                "case-opened": 1,
                "incident-reported": 2,
                "proposal-made": 2,
                "proposal-approved": 2,
                "warning-given": 1,
                "sanction-applied": 1,
                "contact-logged": 1,
            }
            assert await ucb(environ, "outbox") == (
                0,
                "0 messages wait for delivery, 0 are parked.\n",
            )
            status, said = await ucb(environ, "verify-timeline")
            assert (status, said.partition(":")[0]) == (0, "The timeline is whole")
        assert not [line for line in bot.log if "Traceback" in line or "Casey" in line]
