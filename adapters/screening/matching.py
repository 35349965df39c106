"""Judgements become matches: a contact is of one person."""

from collections.abc import Sequence
from dataclasses import replace

from adapters.screening.judgement import Judgement
from core.policy.model import ScreeningRule
from core.services.ports.screening import Match
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Certainty

Judged = tuple[Customer, Judgement]


def matches_of(judged: Sequence[Judged], rule: ScreeningRule) -> list[Match]:
    """The most certain first."""
    found = [match for one, judgement in judged if (match := _match(one, judgement, rule))]
    matches = _of_one_person(found)
    matches.sort(key=lambda m: (m.certainty.doubt, -m.score, m.customer.id))
    return matches


def person_of(customer: Customer) -> str:
    return customer.merged_into or customer.id


def _match(customer: Customer, judgement: Judgement, rule: ScreeningRule) -> Match | None:
    score, reasons = judgement.score, judgement.reasons
    if judgement.definite:
        return Match(customer, Certainty.DEFINITE, 1.0, reasons)
    if judgement.another or (score * 100 < rule.confirm and not judgement.asked):
        return None
    likely = score * 100 >= rule.alert and not judgement.doubtful
    return Match(customer, Certainty.LIKELY if likely else Certainty.POSSIBLE, score, reasons)


def _of_one_person(matches: list[Match]) -> list[Match]:
    """A contact is of one person: of two who may be likely, such as father and son, only the one
    for whom more speaks is; a person is asked about the other, or about both."""
    sure = [m for m in matches if m.certainty is not Certainty.POSSIBLE]
    best = max(sure, key=lambda m: m.score, default=None)
    if best is None or len({person_of(m.customer) for m in sure}) == 1:
        return matches
    alike = {person_of(m.customer) for m in sure if m.reasons == best.reasons}
    kept = alike if len(alike) == 1 else frozenset[str]()
    return [
        replace(m, certainty=Certainty.POSSIBLE)
        if m.certainty is Certainty.LIKELY and person_of(m.customer) not in kept
        else m
        for m in matches
    ]
