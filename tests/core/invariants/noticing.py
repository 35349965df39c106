"""Contacts come in from outside, and colleagues say what of it is true."""

from hypothesis import strategies as st
from hypothesis.stateful import precondition, rule

from core.vocabulary.ids import StaffId
from tests.core.invariants import door, inputs
from tests.core.invariants.machine import Machine

whoever = st.lists(st.integers(0, len(door.WHO) - 1), min_size=1, max_size=2)


class Noticing(Machine):
    @rule(who=whoever, ago=st.sampled_from([0, 0, 30, 90, -4]), channel=st.integers(0, 3))
    def somebody_makes_contact(self, who: list[int], ago: int, channel: int) -> None:
        door.comes(self.world, door.contact(self.world, who, ago, channel))

    @precondition(lambda self: self.world.last_contact is not None)
    @rule()
    def the_last_contact_comes_again(self) -> None:
        door.comes_again(self.world)

    @precondition(lambda self: self.world.last_contact is not None)
    @rule()
    def somebody_says_the_same_words(self) -> None:
        door.same_words_come(self.world)

    @precondition(lambda self: self.world.memory.store.alerts)
    @rule(by=inputs.actors, back=st.integers(0, 2), what=st.integers(0, 3))
    def somebody_says_who_it_was(self, by: StaffId, back: int, what: int) -> None:
        if alert := door.latest(self.world, back):
            door.says(self.world, by, alert, what)

    @precondition(lambda self: self.world.memory.store.alerts)
    @rule(by=inputs.actors, back=st.integers(0, 2), choice=inputs.choices)
    def somebody_says_what_happened(self, by: StaffId, back: int, choice: int) -> None:
        if alert := door.latest(self.world, back):
            door.handles(self.world, by, alert, choice)

    @precondition(lambda self: self.world.memory.store.alerts)
    @rule(days=st.sampled_from([1, 2, 4, 20]))
    def nobody_says_anything(self, days: int) -> None:
        door.left_alone(self.world, days)

    @rule(by=inputs.actors)
    def two_records_are_of_one_person(self, by: StaffId) -> None:
        door.are_one_person(self.world, by)

    @rule(by=inputs.actors)
    def they_are_two_people_after_all(self, by: StaffId) -> None:
        door.are_two_people(self.world, by)
