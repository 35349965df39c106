"""Stages 5 to 7 keep the limits of the views, and nothing personal reaches a channel."""

import asyncio
from dataclasses import replace

from hypothesis import HealthCheck, given, settings

from bot.views.card import Card
from bot.views.form import ChoiceField, Form, Value
from core.services.messages import Kind, Person
from core.vocabulary.customer import Customer
from core.vocabulary.ids import CustomerId
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.disengaging_steps import HEDGE, WHY
from tests.bot.conversation.harness import CASEY, House, buttons, card, field_of, form, house, words
from tests.bot.conversation.test_limits import check, typed
from tests.support.people import ASHA, DANA, LEE, MORGAN, ORGANISATION

PAT = Customer(CustomerId("pat"), "CUS-000003", "Pat Partner", organisation="Example Farm")
FARM = replace(CASEY, organisation="Example Farm")


class Everything:
    """Walks through stages 5 to 7, with ``text`` typed wherever text goes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at: House = house(customers=(FARM, replace(PAT, name=text[:150])))
        self.at.memory.employ(*(replace(m, name=text[:60], team=text[:60]) for m in ORGANISATION))

    async def walk(self) -> None:
        at, asha = self.at, self.at.seat(ASHA)
        await to.still_going_on(at)
        await self._particulars()
        for name in ("disengage", "extend", "advice", "customer"):
            for rest in ("", CASEY.reference, self.text):
                check(await asha.say(f"{name} {rest}"))
        await self._agent()
        await self._disengaged()
        await self._contacts()
        await self._review()
        await self._everything_drawn()

    async def _particulars(self) -> None:
        asha, text = self.at.seat(ASHA), self.text
        asked = await asha.opens(f"customer {CASEY.reference}")
        check(asked)
        long = " ".join(text.split())[:300] or "x"
        answers: dict[str, Value] = {
            "kinds": ("agent",),
            "organisation": long,
            "address": long,
            "employer": long,
            "professional_body": long,
            "clients": PAT.reference,
        }
        check(await asha.submit(asked, emails=text[:3000], **answers))
        check(await asha.submit(asked, **answers))
        check(await asha.opens(f"customer {CASEY.reference}"))

    async def _agent(self) -> None:
        asha, text = self.at.seat(ASHA), self.text
        page = await asha.sees(f"case {CASEY.reference}")
        told = form(await asha.press(page, "The client was told"))
        check(told)
        check(await asha.submit(told, client=text[:150], means="letter", effect=text[:2000]))
        complaint = form(await asha.press(page, "Record a complaint"))
        check(complaint)
        answers: dict[str, Value] = {"addressee": text[:150], "details": text[:2000]}
        check(await asha.submit(complaint, to="professional-body", **answers))
        asks = form(await asha.press(page, "Ask Legal"))
        check(asks)
        check(await asha.submit(asks, question=text[:2000]))
        gives = form(
            await self.at.seat(LEE).press(
                await self.at.latest(Kind.ADVICE_WANTED, LEE), "Give advice"
            )
        )
        check(gives)
        check(await self.at.seat(LEE).submit(gives, advice=text[:2000], reference=text[:150]))

    async def _disengaged(self) -> None:
        asha, text = self.at.seat(ASHA), self.text
        asked = await to.asked_to_disengage(self.at)
        check(asked)
        answers: dict[str, Value] = dict.fromkeys(WHY, text[:1500])
        check(await asha.submit(asked, topics=text[:3000], **answers))
        if not self.at.messages(Kind.APPROVAL_REQUEST, DANA):
            check(await asha.submit(asked, topics=HEDGE, **answers))
        await steps.approve(self.at, DANA)

    async def _contacts(self) -> None:
        await to.log_letter(self.at, topic=self.text[:150])
        await self.at.seat(ASHA).press(
            to.item_of(await to.alert(self.at), "unsure"), "Ask my manager"
        )
        await to.log_letter(self.at, topic=self.text[:150])

    async def _review(self) -> None:
        asha = self.at.seat(ASHA)
        asked = await to.review_form(self.at)
        check(asked)
        for outcome in ("change", "re-engage", "continue"):
            check(await asha.submit(asked, outcome=outcome, reasons=self.text[:2000]))
        extends = await asha.opens(f"extend {CASEY.reference}")
        check(extends)
        measure = _measures(extends)[0]
        check(await asha.submit(extends, measure=measure, person=PAT.id, need=self.text[:2000]))

    async def _everything_drawn(self) -> None:
        asha = self.at.seat(ASHA)
        cards: list[Card] = [await self.at.draw(m) for m in self.at.memory.messages]
        for text in (f"case {CASEY.reference}", f"check {CASEY.reference}", "reviews"):
            cards.append(await asha.sees(text))
        for shown in cards:
            check(shown)
            for button in buttons(shown):
                for member in (ASHA, MORGAN):
                    if button.action not in ("approve", "assess"):
                        caller = self.at.seat(member).caller()
                        check(await self.at.talk.press(caller, button.action, button.value))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed)
def test_every_form_and_card_keeps_the_limits(text: str) -> None:
    asyncio.run(Everything(text).walk())


def _measures(extends: Form) -> list[str]:
    asked = field_of(extends, "measure")
    assert isinstance(asked, ChoiceField)
    return [option.value for option in asked.options]


async def told_in_full() -> House:
    at = house(customers=(FARM, PAT))
    asha = at.seat(ASHA)
    await asha.send(await asha.opens(f"customer {CASEY.reference}"), kinds=("agent",))
    await to.still_going_on(at)
    page = await asha.sees(f"case {CASEY.reference}")
    told = form(await asha.press(page, "The client was told"))
    await asha.send(told, client="Fern Farmer", means="letter", effect="The barn grant may wait")
    await asha.send(
        form(await asha.press(page, "Record a complaint")),
        to="professional-body",
        addressee="Guild of Gardeners",
        details="He threw turnips",
    )
    await asha.send(
        form(await asha.press(page, "Ask Legal")), question="Is the walrus clause lawful?"
    )
    await to.propose_disengagement(at, HEDGE)
    await steps.approve(at, DANA)
    await to.log_letter(at)
    shown = await to.alert(at)
    await asha.press(to.item_of(shown, "unsure"), "Ask my manager")
    question = await at.latest(Kind.CONTACT_QUESTION, MORGAN)
    await at.seat(MORGAN).press(to.item_of(question, "same or similar"), "Do not re-engage")
    extends = await asha.opens(f"extend {CASEY.reference}")
    await asha.send(
        extends, measure=_measures(extends)[0], person=PAT.id, need="Pat plays the kazoo"
    )
    await steps.approve(at, DANA)
    to.to_day(at, 2026, 3, 6)
    await steps.remind(at)
    return at


async def test_nothing_personal_reaches_a_channel() -> None:
    at = await told_in_full()
    kinds = {m.kind for m in at.memory.messages if not isinstance(m.to, Person)}
    assert {Kind.APPROVAL_NOTICE, Kind.SANCTION_NOTICE, Kind.CONTACT_ALERT, Kind.REMINDER} <= kinds
    private = (
        *("Casey", "Pat ", "Partner", "customer.example", "CUS-", "Example Farm"),
        *("Hedge", "marmalade", "Kestrel", "giant print", "thunder", "kazoo"),
        *("Fern", "barn", "Guild", "turnips", "walrus", "umbrella"),
    )
    for shown in await at.channel_cards():
        for word in private:
            assert word.lower() not in words(shown).lower(), (shown.title, word)


async def test_no_summary_holds_anything_personal() -> None:
    at = await told_in_full()
    asha = at.seat(ASHA)
    drawn = [await at.draw(m) for m in at.memory.messages]
    asked = [await asha.sees(f"{name} {CASEY.reference}") for name in ("case", "check")]
    pressed = card(await asha.press(await to.alert(at), "Show the topics"))
    for each in (*drawn, *asked, pressed):
        for word in ("Casey", "Pat ", "Hedge", "walrus", "Fern"):
            assert word not in each.summary
