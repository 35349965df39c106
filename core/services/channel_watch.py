"""Which channels are looked through for customers under sanction (stages 3 and 6)."""

from core.case.authority.powers import has_power
from core.case.checks import require_actor
from core.case.register import ChannelUnwatched, ChannelWatched
from core.case.scene import Scene
from core.case.sections import STAGE_3
from core.policy.model import Policy, Power
from core.services.deciding.keeping import Decided, Keeping, nothing
from core.services.ports.desk import Change, Commit, Desk
from core.vocabulary.ids import StaffId
from core.vocabulary.refusal import refuse


class ChannelWatch:
    """By whoever may manage every case, and by administrators. Raises ``Refused``.

    Of a channel that is watched already, or is not, nothing changes.
    """

    def __init__(self, policy: Policy, desk: Desk) -> None:
        self._policy = policy
        self._desk = desk
        self._keeping = Keeping(desk.store, "Others are changing this channel.")

    async def watch(self, by: StaffId, platform: str, place: str, delivery: str) -> None:
        """``place``: the channel, as the platform's adapter names it."""
        await self._keep(by, ChannelWatched(platform, place), delivery)

    async def unwatch(self, by: StaffId, platform: str, place: str, delivery: str) -> None:
        await self._keep(by, ChannelUnwatched(platform, place), delivery)

    async def _keep(
        self, by: StaffId, event: ChannelWatched | ChannelUnwatched, delivery: str
    ) -> None:
        stream = f"channel:{event.platform}:{event.place}"

        async def decide() -> Decided[None]:
            version = len(await self._desk.store.load(stream))
            now = self._desk.clock.now()
            await self._require_may_watch(by)
            is_watched = await self._desk.watched.is_watched(event.platform, event.place)
            if is_watched is isinstance(event, ChannelWatched):
                return Decided(None)
            change = Change(stream, stream, version, by, now, (event,))
            return Decided(None, Commit(delivery, (change,)))

        await self._keeping.keep(decide, nothing)

    async def _require_may_watch(self, by: StaffId) -> None:
        people = await self._desk.directory.people([by])
        scene = Scene(self._policy, people, by, self._desk.clock.now())
        require_actor(scene)
        if not any(has_power(scene, by, power) for power in (Power.MANAGE, Power.ADMINISTER)):
            raise refuse(
                "may-not-watch",
                "Only administrators, and colleagues who may manage every case, say which "
                "channels are watched.",
                "Ask an administrator.",
                section=STAGE_3,
            )
