"""The conversation over the real core and ports in memory: say, press, fill in, look."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field, replace
from datetime import datetime
from itertools import count

from bot.conversation import Conversation
from bot.views.answer import Answer, Caller, Nothing, Problems, QuotedMessage
from bot.views.card import (
    Bullets,
    Button,
    Card,
    Facts,
    Heading,
    Item,
    Note,
    Paragraph,
    Quote,
)
from bot.views.form import Field, Form, SuggestField, TextField, Value
from core.policy.load import load_policy, shipped_policy
from core.services.deciding.policy_service import PolicyService
from core.services.messages import Kind, Message, Person
from core.services.registering.register import Register
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from core.vocabulary.people import Account, StaffMember
from tests.support.memory import MemoryDesk, memory_desk

POLICY = load_policy(shipped_policy())

CASEY = Customer(
    CustomerId("casey"),
    "CUS-000001",
    "Casey Customer",
    ("casey@customer.example",),
    ("01632 960 001",),
)
COREY = Customer(CustomerId("corey"), "CUS-000002", "Corey Customer")


def words(shown: Card | Form) -> str:
    """Everything a person reads."""
    return "\n".join(_words(shown))


def _words(shown: Card | Form) -> Iterator[str]:
    yield shown.title
    for block in shown.blocks if isinstance(shown, Card) else shown.intro:
        match block:
            case Paragraph(text) | Heading(text) | Quote(text) | Note(text):
                yield text
            case Facts(facts):
                yield from (f"{label}: {value}" for label, value in facts)
            case Bullets(items):
                yield from items
            case Item(title, text):
                yield from (title, text)
    if isinstance(shown, Card):
        yield shown.summary
        yield from (button.label for button in buttons(shown))
    else:
        for asked in shown.fields:
            yield from (asked.label, asked.hint)


def buttons(card: Card) -> list[Button]:
    inside = [b for block in card.blocks if isinstance(block, Item) for b in block.buttons]
    return [*inside, *card.buttons]


def labels(card: Card) -> list[str]:
    return [button.label for button in buttons(card)]


def filled(form: Form, **answers: Value) -> dict[str, Value]:
    """What an adapter sends for a form: every field, with what was filled in or came with it."""
    values: dict[str, Value] = {asked.name: _given(asked) for asked in form.fields}
    for name, value in answers.items():
        assert name in values, (name, list(values))
        values[name] = value
    return values


def _given(asked: Field) -> Value:
    if isinstance(asked, SuggestField):
        return asked.value.value if asked.value else None
    return asked.value


def field_of(form: Form, name: str) -> Field:
    return next(asked for asked in form.fields if asked.name == name)


def text_of(form: Form, name: str) -> str:
    asked = field_of(form, name)
    assert isinstance(asked, TextField)
    return asked.value


@dataclass
class House:
    """A public body with a bot. ``seat`` is a colleague at a chat."""

    memory: MemoryDesk
    talk: Conversation
    deliveries: Iterator[int] = field(default_factory=lambda: count(1))

    def seat(self, member: StaffMember, account: Account | None = None) -> "Seat":
        return Seat(self, account or next(iter(member.accounts)), member.email, member)

    def stranger(self, email: str = "") -> "Seat":
        return Seat(self, Account("slack", "T0UCB", "USTRANGER"), email, None)

    @property
    def now(self) -> datetime:
        return self.memory.clock.now()

    async def draw(self, message: Message) -> Card:
        return await self.talk.draw(message.kind, message.about)

    def messages(self, kind: Kind | None = None, to: StaffMember | None = None) -> list[Message]:
        """What was sent; redraws are not counted."""
        return [
            m
            for m in self.memory.messages
            if m.redraws is None
            and (kind is None or m.kind is kind)
            and (to is None or m.to == Person(to.id))
        ]

    async def latest(self, kind: Kind, to: StaffMember | None = None) -> Card:
        found = self.messages(kind, to)
        assert found, (kind, [(m.kind, m.to) for m in self.memory.messages])
        return await self.draw(found[-1])

    async def channel_cards(self) -> list[Card]:
        """Every message to a channel, as it is drawn now."""
        return [await self.draw(m) for m in self.memory.messages if not isinstance(m.to, Person)]


@dataclass
class Seat:
    house: House
    account: Account
    email: str
    member: StaffMember | None

    channel: str = ""

    def caller(self, delivery: str | None = None) -> Caller:
        name = delivery or f"delivery-{next(self.house.deliveries)}"
        return Caller(self.account, name, self.email, self.channel)

    def inside(self, channel: str) -> "Seat":
        """The same colleague, speaking in a channel."""
        return replace(self, channel=channel)

    async def say(self, text: str) -> Answer:
        return await self.house.talk.command(self.caller(), text)

    async def sees(self, text: str) -> Card:
        return card(await self.say(text))

    async def opens(self, text: str) -> Form:
        return form(await self.say(text))

    async def shortcut(self, quoted: QuotedMessage | None = None) -> Answer:
        return await self.house.talk.shortcut(self.caller(), quoted)

    async def press(self, shown: Card, label: str, delivery: str | None = None) -> Answer:
        found = [b for b in buttons(shown) if b.label == label]
        assert found, (label, labels(shown))
        button = found[0]
        return await self.house.talk.press(self.caller(delivery), button.action, button.value)

    async def submit(self, asked: Form, delivery: str | None = None, /, **answers: Value) -> Answer:
        return await self.house.talk.submit(
            self.caller(delivery), asked.id, asked.state, filled(asked, **answers)
        )

    async def send(self, asked: Form, /, **answers: Value) -> None:
        """Submit, and it is accepted without further words or with a card."""
        answer = await self.submit(asked, **answers)
        assert isinstance(answer, Nothing | Card), answer

    async def choices(self, asked: SuggestField, typed: str) -> list[tuple[str, str]]:
        found = await self.house.talk.suggest(self.caller(), asked.source, typed)
        return [(option.value, option.label) for option in found]


def card(answer: Answer) -> Card:
    assert isinstance(answer, Card), answer
    return answer


def form(answer: Answer) -> Form:
    assert isinstance(answer, Form), words(answer) if isinstance(answer, Card) else answer
    return answer


def problems(answer: Answer) -> Problems:
    assert isinstance(answer, Problems), answer
    return answer


def house(customers: Iterable[Customer] = (CASEY, COREY)) -> House:
    memory = memory_desk(customers=customers)
    talk = Conversation(
        POLICY, PolicyService(POLICY, memory.desk), Register(POLICY, memory.desk), memory.desk
    )
    return House(memory, talk)
