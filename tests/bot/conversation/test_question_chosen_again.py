"""A deputy who answered about a contact puts a slip right while the manager is away."""

from datetime import timedelta

from bot.views.card import Tone
from tests.bot.conversation import disengaging_steps as to
from tests.bot.conversation.harness import House, card, house, labels, words
from tests.bot.conversation.test_other_topics import asked
from tests.bot.conversation.test_question_stood_in import goes_away, pass_on, question
from tests.support.people import MORGAN, OLU, SENA

REISSUED = "The notice was issued again. The topic: a wholly different topic. Chosen by Sena Senior"


async def answered(at: House) -> None:
    """Sena, who has no place of her own in the line, took a wholly different topic for the same."""
    shown = await question(at, SENA)
    await at.seat(SENA).press(to.item_of(shown, "same or similar"), "Do not re-engage")
    assert "Choose again" in labels(await question(at, SENA))


async def chosen_again(at: House) -> str:
    at.memory.clock.forward(minutes=1)
    offered = card(await at.seat(SENA).press(await question(at, SENA), "Choose again"))
    item = to.item_of(offered, "wholly different")
    return words(card(await at.seat(SENA).press(item, "Reissue the notice")))


async def test_a_deputy_who_was_passed_the_question_chooses_again() -> None:
    at = house()
    await asked(at)
    await goes_away(at, deputy=SENA)
    await answered(at)
    told = await chosen_again(at)
    assert REISSUED in told
    assert REISSUED in words(await to.alert(at))


async def test_so_does_one_who_was_asked_from_the_start() -> None:
    at = house()
    await to.disengaged(at)
    morgan = at.seat(MORGAN)
    last = at.now.date() + timedelta(days=6)
    await morgan.send(await morgan.opens("away"), last=last, deputy=SENA.id)
    await to.log_letter(at, by=OLU, topic="Otters")
    await at.seat(OLU).press(to.item_of(await to.alert(at), "wholly different"), "Ask my manager")
    await answered(at)
    await chosen_again(at)
    assert REISSUED in words(await to.alert(at))


async def test_once_the_manager_is_back_they_do_not() -> None:
    at = house()
    await asked(at)
    await goes_away(at, deputy=SENA)
    await answered(at)
    shown = await question(at, SENA)
    morgan = at.seat(MORGAN)
    await morgan.press(await morgan.sees("away"), "Here after all")
    await pass_on(at)
    late = card(await at.seat(SENA).press(shown, "Choose again"))
    assert late.tone is Tone.CAUTION
    assert "You can't read this timeline" in words(late)
