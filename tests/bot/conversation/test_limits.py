"""Whatever is typed, every form and card keeps the limits the views promise to adapters."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from datetime import time

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from bot.views.answer import Answer, Problems, QuotedMessage
from bot.views.card import Card, Item
from bot.views.form import (
    ChoiceField,
    Form,
    ManyField,
    Option,
    Source,
    SuggestField,
    TextField,
    Value,
)
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.bot.conversation import steps
from tests.bot.conversation.harness import POLICY, House, buttons, form, house
from tests.support.people import ASHA, MORGAN, ORGANISATION

typed = st.one_of(
    st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=200).filter(
        lambda text: bool(text.replace("\0", "").strip())
    ),
    st.sampled_from(["x" * 3000, "<!channel> & *b*", "مرحبا", "🌧" * 700, "\u202e" + "abc" * 300]),
)
"""What people type: long, right-to-left, emoji, mentions, markup."""


def check_card(card: Card) -> None:
    assert card.title.strip()
    assert card.summary.strip()
    assert "\n" not in card.summary
    assert len(buttons(card)) <= 45
    for button in buttons(card):
        assert len(button.value) <= 255
        assert 0 < len(button.label) <= 75
    for block in card.blocks:
        if isinstance(block, Item):
            assert block.title.strip()


def check_form(asked: Form) -> None:
    assert 0 < len(asked.title) <= 24
    assert 0 < len(asked.submit) <= 24
    assert len(asked.state) <= 1000
    names = [field.name for field in asked.fields]
    labels = [field.label for field in asked.fields]
    assert len(set(names)) == len(names)
    assert len(set(labels)) == len(labels)
    for field in asked.fields:
        match field:
            case TextField():
                assert len(field.value) <= field.max_length <= 3000
            case ChoiceField() | ManyField():
                check_options(field.options)
            case SuggestField(value=Option() as chosen):
                check_options((chosen,))


def check_options(options: tuple[Option, ...]) -> None:
    for option in options:
        assert 0 < len(option.value) <= 75
        assert 0 < len(option.label) <= 75
        assert len(option.description) <= 75


def check(answer: Answer) -> None:
    match answer:
        case Card():
            check_card(answer)
        case Form():
            check_form(answer)
        case Problems():
            assert answer.fields or answer.general


class Everything:
    """Walks through all that can be opened, with ``text`` typed wherever text goes."""

    def __init__(self, text: str) -> None:
        customer = Customer(CustomerId("casey"), "CUS-000001", text[:150], (), ())
        self.at: House = house(customers=(customer,))
        self.at.memory.employ(*(replace(m, name=text[:60], team=text[:60]) for m in ORGANISATION))
        self.text = text

    async def walk(self) -> None:
        seat = self.at.seat(ASHA)
        for text in ("", "check", self.text, f"check {self.text}", f"warn {self.text}"):
            check(await seat.say(text))
        for text in ("case", "report"):
            check(await seat.say(f"{text} {self.text}"))
        quoted = QuotedMessage(self.text * 3, self.at.now)
        check(await seat.shortcut(quoted))
        for source in Source:
            check_options(await self.at.talk.suggest(seat.caller(), source, self.text))
        await self._story()
        for card in [card async for card in self._cards()]:
            check(card)
            for button in buttons(card):
                for member in (ASHA, MORGAN):
                    if button.action != "approve":
                        caller = self.at.seat(member).caller()
                        check(await self.at.talk.press(caller, button.action, button.value))

    async def _story(self) -> None:
        at, seat = self.at, self.at.seat(ASHA)
        await self._report()
        warning = form(await seat.say("warn CUS-000001"))
        check(warning)
        await seat.send(warning, explanation=self.text[:1500], request=self.text[:1000])
        await steps.approve(at)
        await steps.tell_customer(at)
        at.memory.clock.forward(days=1)
        await self._report()
        await self._look_again()
        await self._sanctions()
        await steps.approve(at)
        review = form(await seat.press(await seat.sees("reviews"), "Review"))
        check(review)
        for outcome in ("change", "keep"):
            check(await seat.submit(review, outcome=outcome, reasons=self.text[:2000]))
        log = form(await seat.say("contact CUS-000001"))
        check(await seat.submit(log, means="phone", topic=self.text[:150], note=self.text[:1500]))
        await self._settle()

    async def _look_again(self) -> None:
        """What is to be done about the warning, from the page of the case."""
        seat = self.at.seat(ASHA)
        page = await seat.sees("case CUS-000001")
        check(page)
        again = form(await seat.press(page, "Say how it went"))
        check(again)
        check(await seat.submit(again, outcome="continued", note=self.text[:1500]))

    async def _settle(self) -> None:
        """What is to be done about the sanctions, from the page of the case."""
        at, seat = self.at, self.at.seat(ASHA)
        page = await seat.sees("case CUS-000001")
        check(page)
        check(await seat.press(page, "The customer was told"))
        at.memory.clock.forward(days=100)
        await steps.remind(at)
        told = form(await seat.press(page, "The customer was told"))
        check(await seat.submit(told, means="letter"))

    async def _sanctions(self) -> None:
        seat = self.at.seat(ASHA)
        first = form(await seat.say("propose CUS-000001"))
        check(first)
        codes = tuple(s.code for s in POLICY.sanctions)
        second = form(await seat.submit(first, sanctions=codes))
        check(second)
        terms: dict[str, Value] = {
            "specified-form.means": ("email",),
            "named-contact.contact": "sena",
            "call-times.days": ("0", "6"),
            "call-times.start": time(9),
            "call-times.end": time(17),
            "call-times.bank_holidays": ("yes",),
            "written-agreement.text": self.text[:1500],
            "written-agreement.signed_on": self.at.now.date(),
            "third-party.details": self.text[:500],
            "third-party.contact": self.text[:300],
            "specified-dates.dates": "1 July 2025",
        }
        why: dict[str, Value] = {
            "reasons": self.text[:2000],
            "efforts": self.text[:1500],
            "adjustments": self.text[:1500],
            "proportionality": self.text[:1500],
        }
        await seat.send(second, **why, **terms)

    async def _report(self) -> None:
        seat = self.at.seat(ASHA)
        await seat.send(
            form(await seat.say("report")),
            customer="casey",
            means="phone",
            behaviours=tuple(b.code for b in POLICY.behaviours),
            topic=self.text[:150],
            narrative=self.text[:3000],
        )

    async def _cards(self) -> AsyncIterator[Card]:
        for message in self.at.memory.messages:
            yield await self.at.draw(message)
        seat = self.at.seat(ASHA)
        for text in ("help", "reviews", "approvals"):
            yield await seat.sees(text)
        for text in ("check", "timeline", "case"):
            yield await seat.sees(f"{text} CUS-000001")


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed)
def test_every_form_and_card_keeps_the_limits(text: str) -> None:
    asyncio.run(Everything(text).walk())
