"""The terms of each sanction of Annex B: asked by shape, read back, shown to the approver."""

from datetime import date, time

import pytest

from bot.views.form import Form, Value
from core.case.proposals import SanctionsMatter
from core.case.state import Case
from core.case.terms import (
    AgreementTerms,
    CallTimesTerms,
    DatesTerms,
    MeansTerms,
    NamedContactTerms,
    Terms,
    ThirdPartyTerms,
)
from core.services.deciding.policy_service import PolicyService
from core.services.messages import Kind
from tests.bot.conversation import steps
from tests.bot.conversation.harness import POLICY, House, form, house, problems, words
from tests.support.people import ASHA, MORGAN, SENA


async def asked_for(*codes: str) -> tuple[House, Form]:
    at = house()
    await steps.warned(at)
    await steps.report(at)
    asha = at.seat(ASHA)
    first = await asha.opens("propose CUS-000001")
    return at, form(await asha.submit(first, sanctions=codes))


@pytest.mark.parametrize(
    ("code", "answers", "terms", "shown"),
    [
        (
            "specified-form",
            {"specified-form.means": ("letter", "email")},
            MeansTerms(frozenset({"letter", "email"})),
            "Only by email or letter",
        ),
        (
            "named-contact",
            {"named-contact.contact": "sena"},
            NamedContactTerms(SENA.id),
            "Only with Sena Senior",
        ),
        (
            "call-times",
            {
                "call-times.days": ("3", "1"),
                "call-times.start": time(10),
                "call-times.end": time(12, 30),
            },
            CallTimesTerms(frozenset({1, 3}), time(10), time(12, 30)),
            "Calls only on Tuesday and Thursday, from 10am to 12:30pm, and not on bank holidays",
        ),
        (
            "call-times",
            {
                "call-times.days": ("0",),
                "call-times.start": time(9),
                "call-times.end": time(10),
                "call-times.bank_holidays": ("yes",),
            },
            CallTimesTerms(frozenset({0}), time(9), time(10), bank_holidays=True),
            "Calls only on Monday, from 9am to 10am\n",
        ),
        (
            "written-agreement",
            {
                "written-agreement.text": "Write about the grant alone",
                "written-agreement.signed_on": date(2025, 3, 4),
            },
            AgreementTerms("Write about the grant alone", date(2025, 3, 4)),
            "Agreed in writing on Tuesday 4 March 2025: Write about the grant alone",
        ),
        (
            "third-party",
            {"third-party.details": "An advice centre", "third-party.contact": "01632 960 009"},
            ThirdPartyTerms("An advice centre", "01632 960 009"),
            "Through a third party: An advice centre (01632 960 009)",
        ),
        (
            "written-agreement",
            {"written-agreement.text": "Write about the grant alone"},
            AgreementTerms("Write about the grant alone"),
            "To be agreed in writing, not signed yet: Write about the grant alone",
        ),
        (
            "third-party",
            {"third-party.details": "An advice centre"},
            ThirdPartyTerms("An advice centre"),
            "Through a third party: An advice centre",
        ),
        (
            "specified-dates",
            {"specified-dates.dates": "24/11/2025\nTue 1 July 2025"},
            DatesTerms((date(2025, 7, 1), date(2025, 11, 24))),
            "Only on Tuesday 1 July 2025 and Monday 24 November 2025",
        ),
    ],
)
async def test_each_sanction(
    code: str, answers: dict[str, Value], terms: Terms, shown: str
) -> None:
    at, asked = await asked_for(code)
    await at.seat(ASHA).send(asked, **steps.WHY, **answers)
    kept = list((await only_case(at)).proposals.values())[-1].matter
    assert isinstance(kept, SanctionsMatter)
    assert [(s.code, s.terms) for s in kept.sanctions] == [(code, terms)]
    assert shown in words(await at.latest(Kind.APPROVAL_REQUEST, MORGAN))
    await steps.approve(at)
    assert "1 sanction in force" in words(await at.latest(Kind.SANCTION_NOTICE))


async def test_the_approver_reads_what_was_considered() -> None:
    at, asked = await asked_for("third-party")
    hints = words(asked)
    assert "Equality Act 2010" in hints
    assert "Why nothing less would do" in hints
    await at.seat(ASHA).send(asked, **steps.WHY, **{"third-party.details": "x"})
    request = words(await at.latest(Kind.APPROVAL_REQUEST, MORGAN))
    assert "Adjustments and vulnerability\nHe wears a trumpet to hear" in request
    assert "Why it is proportionate\nMere pleading did not help" in request


async def test_a_second_proposal_is_refused_before_anybody_writes_reasons() -> None:
    at, asked = await asked_for("third-party")
    await at.seat(ASHA).send(asked, **steps.WHY, **{"third-party.details": "x"})
    told = await at.seat(ASHA).sees("propose CUS-000001")
    assert "Morgan Manager has not decided it yet" in words(told)


async def only_case(at: House) -> Case:
    service = PolicyService(POLICY, at.memory.desk)
    return await service.case(next(iter(at.memory.store.summaries)))


async def test_a_combination_is_asked_in_the_order_of_annex_b() -> None:
    _, asked = await asked_for("specified-dates", "specified-form")
    assert [f.name for f in asked.fields] == [
        "specified-form.means",
        "specified-dates.dates",
        "reasons",
        "efforts",
        "adjustments",
        "proportionality",
        "review_on",
    ]


@pytest.mark.parametrize(
    ("code", "answers", "name", "said"),
    [
        ("specified-form", {}, "specified-form.means", "at least one form"),
        ("named-contact", {}, "named-contact.contact", "Choose the colleague"),
        (
            "named-contact",
            {"named-contact.contact": "ira"},
            "named-contact.contact",
            "no longer active",
        ),
        ("call-times", {}, "call-times.days", "at least one day"),
        ("call-times", {}, "call-times.start", "Enter the time from"),
        ("call-times", {}, "call-times.end", "Enter the time until"),
        (
            "call-times",
            {
                "call-times.days": ("1",),
                "call-times.start": time(12),
                "call-times.end": time(9),
            },
            "call-times.end",
            "later than the start",
        ),
        ("written-agreement", {}, "written-agreement.text", "asked to agree"),
        ("third-party", {}, "third-party.details", "not known yet"),
        ("specified-dates", {}, "specified-dates.dates", "at least one date"),
        (
            "written-agreement",
            {
                "written-agreement.text": "x",
                "written-agreement.signed_on": date(2025, 12, 24),
            },
            "written-agreement.signed_on",
            "in the future",
        ),
        (
            "specified-dates",
            {"specified-dates.dates": "1 July 2025\nnext week"},
            "specified-dates.dates",
            "“next week” is not a date",
        ),
        (
            "specified-dates",
            {"specified-dates.dates": "1 July 2020"},
            "specified-dates.dates",
            "not in the future",
        ),
        ("third-party", {"reasons": ""}, "reasons", "Say why"),
        ("third-party", {"efforts": ""}, "efforts", "Say what was tried"),
        ("third-party", {"adjustments": ""}, "adjustments", "Say which adjustments"),
        ("third-party", {"proportionality": " "}, "proportionality", "Say why this is"),
        ("third-party", {"review_on": None}, "review_on", "date of the review"),
        (
            "third-party",
            {"third-party.details": "x", "review_on": date(2029, 1, 1)},
            "review_on",
            "at the latest",
        ),
    ],
)
async def test_a_faulty_field_is_named_with_its_remedy(
    code: str, answers: dict[str, Value], name: str, said: str
) -> None:
    at, asked = await asked_for(code)
    answer = problems(await at.seat(ASHA).submit(asked, **{**steps.WHY, **answers}))
    assert said in answer.fields[name]


async def test_at_least_one_sanction_is_chosen() -> None:
    at = house()
    await steps.warned(at)
    await steps.report(at)
    asked = await at.seat(ASHA).opens("propose CUS-000001")
    assert "at least one" in problems(await at.seat(ASHA).submit(asked)).fields["sanctions"]
    gone = problems(await at.seat(ASHA).submit(asked, sanctions=("pillory",)))
    assert "no longer has" in gone.general


async def test_too_early_is_said_before_the_terms_are_written() -> None:
    at = house()
    await steps.report(at)
    asha = at.seat(ASHA)
    asked = await asha.opens("propose")
    early = problems(await asha.submit(asked, customer="casey", sanctions=("third-party",)))
    assert "not been warned" in early.general
    assert "stages 1 and 2" in early.general
