"""Single steps in good form, and the days to which a story may go."""

from collections.abc import Callable
from datetime import UTC, date, datetime, time, timedelta
from functools import partial

from core.case.commands import (
    Approve,
    CaseCommand,
    LogContact,
    Propose,
    RecordClientTold,
    Remind,
)
from core.case.duties.owing import duties
from core.case.duties.reminders import due_reminder
from core.case.proposals import (
    Grounds,
    Matter,
)
from core.case.state import Proposal
from core.case.weighing.clear_period import first_re_engagement
from core.vocabulary.ids import SYSTEM, StaffId
from tests.core.disengaging import GRANT, HEDGE
from tests.core.extreme import BOTH
from tests.core.invariants.record import CASE
from tests.core.invariants.world import World

Step = Callable[[], object]


def remind_of_everything_due(world: World) -> None:
    """As the bot does; and then nothing is left to be sent today."""
    for duty in duties(world.scene, world.case):
        if due := due_reminder(duty, world.case.reminded, world.today):
            assert world.does(SYSTEM, Remind(duty.kind, duty.about, due.step, due.step_on))
    remind_of_every_alert_due(world)
    remind_on = world.memory.store.summaries[CASE].remind_on
    assert remind_on is None or remind_on > world.today


def remind_of_every_alert_due(world: World) -> None:
    """As the bot does: each is told to somebody, or never asked for again."""
    minding = world.alert_reminding
    for alerts in world.run(minding.due(1_000)):
        world.run(minding.remind(alerts))
        before = world.everything()
        assert world.run(minding.remind(alerts)) == 0
        assert world.everything() == before
    assert world.run(minding.due(1_000)) == []


def to_the_day_of_the_next_reminder(world: World) -> None:
    if remind_on := world.memory.store.summaries[CASE].remind_on:
        _at_ten_on(world, remind_on)
        remind_of_everything_due(world)


def to_the_first_day_of_re_engagement(world: World, *, but: int = 0) -> None:
    for notice in world.case.disengaged[:1]:
        first = first_re_engagement(world.scene, world.case, notice)
        _at_ten_on(world, first - timedelta(days=but))


def _at_ten_on(world: World, day: date) -> None:
    moment = datetime.combine(day, time(10), tzinfo=UTC)
    world.memory.clock.time = max(world.memory.clock.time, moment)


def contact_now(world: World, choice: int) -> LogContact:
    now, topic = world.memory.clock.time, (GRANT, HEDGE)[choice % 2]
    means = world.policy.means[choice % len(world.policy.means)].code
    return LogContact(means, now, topic, statutory=choice % 5 == 0)


def client_told(world: World) -> RecordClientTold:
    now = world.memory.clock.time
    return RecordClientTold("Pat", now, world.written(), "The grant may take longer.")


def approval(proposal: Proposal, choice: int) -> Approve:
    """On extreme grounds with both referrals; or with one, which is refused and tried again."""
    is_extreme = getattr(proposal.matter, "grounds", None) is Grounds.EXTREME
    referrals = BOTH if choice % 3 else BOTH[:1]
    return Approve(proposal.no, referrals if is_extreme else ())


def doing(world: World, actor: StaffId, command: CaseCommand) -> Step:
    return partial(world.does, actor, command)


def proposing(world: World, actor: StaffId, matter: Matter | None) -> Step:
    if matter is None:
        return partial(to_the_day_of_the_next_reminder, world)
    return partial(world.does, actor, Propose(matter))
