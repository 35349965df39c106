"""A number or mail address with somebody's name beside it speaks of that person."""

import pytest

from adapters.screening import Screener
from core.services.ports.screening import Match
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Certainty
from tests.adapters.screening.people import customer
from tests.support.finders import MemoryCandidates
from tests.support.policies import NATURAL_ENGLAND

CASEY = customer("Casey Customer", phones=("07700 900123",), emails=("casey@customer.example",))


class Bound(MemoryCandidates):
    """Casey alone is bound."""

    def _bound(self) -> list[Customer]:
        return [CASEY]


async def surest(text: str) -> Match | None:
    screener = Screener(Bound({CASEY.id: CASEY}))
    heard = screener.overhear(text)
    found = await screener.screen_bound(heard, NATURAL_ENGLAND.screening)
    matches = [match for each in found for match in each.matches]
    return min(matches, key=lambda match: match.certainty.doubt, default=None)


@pytest.mark.parametrize(
    "text",
    [
        "Pat Partner rang from 07700 900123",
        "07700 900123: Pat Partner",
        "Zoe Zebra <casey@customer.example> wrote",
        "From: Olu Other <casey@customer.example>",
        '"Olu Other" <mailto:casey@customer.example|casey@customer.example>',
        "Olu Other (07700 900123)",
        "Olu Other phoned, 07700 900123",
        "Name: Zoe Zebra\nPhone: 07700 900123",
        "07700 900123 rang.\nPat Partner rang from 07700 900123",
        "Pat rang from 07700 900123",
        "Sorry to ask. Zoe wrote: casey@customer.example",
        "Mrs P. Partner, 07700 900123",
        "Jean-Luc Zebra 07700 900123",
        "Дмитрий Образцов 07700 900123",
        "Nkechi Okafor, 07700 900123",
        "Call from Nkechi Okafor on 07700 900123",
        "Oluwaseun Adebayo 07700 900123",
        "Nkechi Okafor - tel: 07700 900123",
        "Nkechi Okafor on +447700900123",
        "07700 900123 (Nkechi Okafor)",
        "07700 900123: Nkechi Okafor",
        "casey@customer.example, Nkechi Okafor",
        "Nkechi Okafor, casey@customer.example",
        "Nkechi Okafor at <tel:+447700900123|07700 900123>",
        "Spoke to Pat Partner on 07700 900123",
        "Please ring back\n07700 900123\n\nThanks, Pat Partner",
    ],
)
async def test_beside_another_name_a_person_is_asked(text: str) -> None:
    match = await surest(text)
    assert match
    assert match.certainty is Certainty.POSSIBLE
    assert {"same telephone number", "same email address"} & set(match.reasons)
    assert any(reason.startswith("another ") for reason in match.reasons)


@pytest.mark.parametrize(
    "text",
    [
        "07700 900123 rang",
        "Casey Customer rang from 07700 900123",
        "C Customer <casey@customer.example> wrote",
        "Pat Partner rang for Casey Customer, 07700 900123",
        "Casey rang from 07700 900123",
        "Ms Customer rang from 07700 900123",
        "Mark Casey asked about casey@customer.example, but Casey Customer wrote it",
        "From: casey@customer.example\nTo: Mark Adviser, Asha Adviser\nSubject: Holly Farm",
        "Incoming call\nFrom: 07700 900123\n*Agent*: Holly Adviser",
        "Hi Mark Adviser, 07700 900123 rang",
        "Please tell Holly Adviser that 07700 900123 rang",
        "Missed Call 07700 900123",
        "Inbound Enquiry Received 07700 900123",
        "Missed Call, Tel: 07700 900123",
        "Natural England: 07700 900123",
        "Peak District, 12 March: 07700 900123 rang",
        "07700 900123 - Missed Call",
        "Natural England had a call from 07700 900123",
        "07700 900123 rang again\nPat Partner rang from 07700 900555",
        "Zoe Zebra wrote from zoe@other.example\ncasey@customer.example wrote too",
        "Pat Partner, Zoe Zebra, Asha Adviser, Morgan Manager, Dana Director, Robin Roe and "
        "Casey Customer were told of 07700 900123",
    ],
)
async def test_without_one_it_is_exact(text: str) -> None:
    match = await surest(text)
    assert match
    assert match.certainty is Certainty.DEFINITE
