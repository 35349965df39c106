"""Threats, appeals, absences and the log keep the limits; nothing personal reaches a channel."""

import asyncio
from dataclasses import replace
from datetime import timedelta

from hypothesis import HealthCheck, given, settings

from bot.views.card import Card
from bot.views.form import Form, Value
from core.services.messages import Kind, Person
from tests.bot.conversation import disengaging_steps as disengaging
from tests.bot.conversation import extreme_steps as to
from tests.bot.conversation import steps
from tests.bot.conversation.harness import CASEY, House, buttons, card, form, house, words
from tests.bot.conversation.test_limits import check, typed
from tests.support.people import ASHA, CLEO, DANA, FRAN, MORGAN, NOOR, ORGANISATION

COMMANDS = ("extreme", "appeal", "away", "log", "policy")


class Everything:
    """Walks through it all, with ``text`` typed wherever text goes."""

    def __init__(self, text: str) -> None:
        self.text = text
        self.at: House = house(customers=(replace(CASEY, name=text[:150]),))
        self.at.memory.employ(*(replace(m, name=text[:60], team=text[:60]) for m in ORGANISATION))

    async def walk(self) -> None:
        for name in COMMANDS:
            for rest in ("", CASEY.reference, self.text):
                check(await self.at.seat(ASHA).say(f"{name} {rest}"))
        await self._threat()
        await self._appeal()
        await self._away()
        await self._everything_drawn()

    async def _threat(self) -> None:
        at, text = self.at, self.text
        asha, dana = at.seat(ASHA), at.seat(DANA)
        asked = await asha.opens(f"extreme {CASEY.reference}")
        check(asked)
        answers: dict[str, Value] = {"narrative": text[:3000], "means": "phone"}
        done = card(await asha.submit(asked, customer=CASEY.id, **answers))
        check(done)
        first = form(await asha.press(done, "Propose sanctions"))
        check(first)
        second = form(await asha.submit(first, sanctions=("third-party",)))
        why: dict[str, Value] = dict.fromkeys(steps.WHY, text[:1500])
        await asha.send(second, **{**why, "third-party.details": text[:500]})
        approval = await to.asked_to_approve(at)
        check(approval)
        said: dict[str, Value] = {
            "legal.reported": "yes",
            "legal.reason": text[:1000],
            "legal.reference": text[:150],
            "police.reported": "yes",
            "police.reason": text[:1000],
            "police.reference": text[:150],
        }
        approved = card(await dana.submit(approval, **said))
        check(approved)
        referral = form(await dana.press(approved, "Record Legal or Police"))
        check(referral)
        check(await dana.submit(referral, reason=text[:1000] + " ", reference=text[:150]))

    async def _appeal(self) -> None:
        at, text = self.at, self.text
        asked = await at.seat(ASHA).opens(f"appeal {CASEY.reference}")
        check(asked)
        check(await at.seat(ASHA).submit(asked, grounds=text[:2500]))
        answer = await to.asked_to_answer(at, CLEO)
        check(answer)
        varied: Form = form(
            await at.seat(CLEO).submit(answer, outcome="varied", reasons=text[:2000])
        )
        check(varied)
        check(await at.seat(CLEO).submit(varied, **{"third-party.details": "Somebody else"}))

    async def _away(self) -> None:
        morgan = self.at.seat(MORGAN)
        asked = await morgan.opens("away")
        check(asked)
        last = self.at.now.date() + timedelta(days=9)
        check(await morgan.submit(asked, last=last, deputy=NOOR.id))
        check(await morgan.sees("away"))

    async def _everything_drawn(self) -> None:
        asha = self.at.seat(ASHA)
        cards: list[Card] = [await self.at.draw(m) for m in self.at.memory.messages]
        for text in (f"case {CASEY.reference}", "log", "log team", "policy", "help"):
            cards.append(await asha.sees(text))
        for shown in cards:
            check(shown)
            for button in buttons(shown):
                for member in (ASHA, MORGAN, FRAN):
                    caller = self.at.seat(member).caller()
                    check(await self.at.talk.press(caller, button.action, button.value))


@settings(max_examples=15, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(typed)
def test_every_form_and_card_keeps_the_limits(text: str) -> None:
    asyncio.run(Everything(text).walk())


async def told_in_full() -> House:
    """Two houses' worth of happenings in one: threat, decision, appeal, and its outcome."""
    at = house()
    await to.decided_at_once(at)
    at.memory.clock.forward(days=1)
    await to.appeal(at)
    at.memory.clock.forward(days=60)
    await steps.remind(at)
    asked = await to.asked_to_answer(at, CLEO)
    await at.seat(CLEO).send(asked, outcome="withdrawn", reasons=to.ANSWER)
    done = await to.threatened(at)
    proposed = form(await at.seat(ASHA).press(done, "Propose to disengage"))
    await at.seat(ASHA).send(proposed, extent="topics", topics="Otters", **disengaging.WHY)
    at.memory.clock.forward(days=8)
    await steps.remind(at)
    return at


PRIVATE = (
    *("Casey", "customer.example", "01632", "960"),
    *("walrus", "spade", "velvet", "gannet", "CAD 123", "ocelot", "heron", "otters"),
    *("threatening", "interpreter", "trumpet", "pleading", "marmalade", "kestrel", "thunder"),
)


async def test_nothing_personal_reaches_a_channel() -> None:
    at = await told_in_full()
    kinds = {m.kind for m in at.memory.messages if not isinstance(m.to, Person)}
    assert kinds >= {Kind.EXTREME_ALERT, Kind.APPROVAL_NOTICE, Kind.SANCTION_NOTICE, Kind.REMINDER}
    for shown in await at.channel_cards():
        for word in PRIVATE:
            assert word.lower() not in words(shown).lower(), (shown.title, word)


async def test_no_summary_holds_anything_personal() -> None:
    """Summaries stand in notifications, on locked screens."""
    at = await told_in_full()
    shown = [await at.draw(m) for m in at.memory.messages]
    shown += [await at.seat(FRAN).sees(text) for text in ("log", "log UCB-000001", "policy")]
    for each in shown:
        for word in PRIVATE:
            assert word.lower() not in each.summary.lower(), (each.title, word)
