"""Others who look for the same people among the same customers, in the same run.

Each is set up as its own documentation begins, with the fields that customers have. They link whole
lists; so their time for one look-up is their part of the time for all of them.
"""

import importlib
import logging
import time
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Final

from rapidfuzz import fuzz, process

from adapters.screening.places import normal_postcode
from benchmarks.lookups import Lookup
from core.vocabulary.customer import Customer
from core.vocabulary.sought import Sought

_SCAN_SURE: Final = 90
_FIELDS_SURE: Final = 3
_SPLINK_SURE: Final = 0.95


@dataclass(frozen=True, slots=True)
class Verdict:
    """``best``: the position of a customer, -1 for nobody. ``sure``: taken for them."""

    best: int = -1
    sure: bool = False


@dataclass(frozen=True, slots=True)
class Contest:
    """``seconds``: for each look-up."""

    verdicts: Sequence[Verdict]
    seconds: float


Contender = Callable[[Sequence[Customer], Sequence[Sought]], Iterable[Verdict]]


def contest(how: Contender, customers: Sequence[Customer], lookups: Sequence[Lookup]) -> Contest:
    began = time.perf_counter()
    verdicts = list(how(customers, [each.sought for each in lookups]))
    return Contest(verdicts, (time.perf_counter() - began) / len(lookups))


def scan(customers: Sequence[Customer], sought: Sequence[Sought]) -> Iterable[Verdict]:
    """rapidfuzz: the words of a record in any order, compared with those of every customer."""
    lines = [_line(as_sought(each)) for each in customers]
    for each in sought:
        _, alike, at = process.extractOne(_line(each), lines, scorer=fuzz.token_sort_ratio)
        yield Verdict(at, alike >= _SCAN_SURE)


def recordlinkage(customers: Sequence[Customer], sought: Sequence[Sought]) -> Iterable[Verdict]:
    """Blocks by the first name, as its first example; and by the postcode."""
    linkage = _of_the_bench("recordlinkage")
    known = _frame(map(as_sought, customers))
    asked = _frame(sought)
    index = linkage.Index()
    index.block("first_name")
    index.block("postcode")
    compare = linkage.Compare()
    for field in ("first_name", "surname", "address"):
        compare.string(field, field, method="jarowinkler", threshold=0.85, label=field)
    for field in ("postcode", "phone", "email"):
        compare.exact(field, field, label=field)
    alike = compare.compute(index.index(asked, known), asked, known).sum(axis=1)
    return _best(len(sought), ((a, k, n) for (a, k), n in alike.items()), _FIELDS_SURE)


def splink(customers: Sequence[Customer], sought: Sequence[Sought]) -> Iterable[Verdict]:
    """Links two lists, its weights estimated from them."""
    linker, compared = _of_the_bench("splink"), _of_the_bench("splink.comparison_library")
    block_on = linker.block_on
    logging.getLogger("splink").setLevel(logging.ERROR)
    database = linker.DuckDBAPI()
    tables = [
        database.register(_numbered(list_), dataset_display_name=name)
        for name, list_ in (("a", sought), ("b", [*map(as_sought, customers)]))
    ]
    settings = linker.SettingsCreator(
        link_type="link_only",
        comparisons=[
            compared.NameComparison("first_name"),
            compared.NameComparison("surname"),
            compared.JaroWinklerAtThresholds("address", [0.9, 0.7]),
            compared.DamerauLevenshteinAtThresholds("postcode", [1, 2]),
            compared.ExactMatch("phone"),
            compared.ExactMatch("email"),
        ],
        blocking_rules_to_generate_predictions=[
            block_on("first_name", "surname"),
            block_on("postcode", "substr(surname, 1, 3)"),
            block_on("postcode", "substr(first_name, 1, 3)"),
            block_on("postcode", "substr(address, 1, 4)"),
            block_on("substr(address, 1, 8)"),
            block_on("phone"),
            block_on("email"),
        ],
    )
    model = linker.Linker(tables, settings, log_level="ERROR")
    training = model.training
    sure_pairs = [block_on("first_name", "surname", "postcode")]
    training.estimate_probability_two_random_records_match(sure_pairs, recall=0.5)
    training.estimate_u_using_random_sampling(max_pairs=1e6, seed=1849)
    training.estimate_parameters_using_expectation_maximisation(block_on("first_name", "surname"))
    training.estimate_parameters_using_expectation_maximisation(block_on("postcode"))
    found = model.inference.predict(threshold_match_probability=0.01).as_pandas_dataframe()
    columns = (found.unique_id_l, found.unique_id_r, found.match_probability)
    return _best(len(sought), zip(*columns, strict=True), _SPLINK_SURE)


def _best(number: int, pairs: Iterable[tuple[int, int, float]], sure: float) -> Sequence[Verdict]:
    best = [(0.0, -1)] * number
    for asked, known, score in pairs:
        best[asked] = max(best[asked], (float(score), int(known)))
    return [Verdict(at, score >= sure) for score, at in best]


def _of_the_bench(module: str) -> Any:
    """Of the group "bench" alone, so that nothing else needs them, nor their types."""
    return importlib.import_module(module)


def as_sought(one: Customer) -> Sought:
    return Sought((one.name,), one.emails, one.phones, (), (one.address,))


def _line(sought: Sought) -> str:
    words = (*sought.names, *sought.addresses, *sought.postcodes, *sought.phones, *sought.emails)
    return " ".join((*words, *sought.organisations)).casefold()


def _frame(records: Iterable[Sought]) -> Any:
    return _of_the_bench("pandas").DataFrame(map(_fields, records))


def _numbered(records: Iterable[Sought]) -> Any:
    frame = _frame(records)
    frame.insert(0, "unique_id", range(len(frame)))
    return frame


def _fields(one: Sought) -> dict[str, str | None]:
    """``None`` for what is not told, as both of them want it."""
    names = (one.names[0] if one.names else "").casefold().replace(",", "").split()
    address = (one.addresses[0] if one.addresses else "").casefold()
    postcode = normal_postcode(one.postcodes[0] if one.postcodes else address)
    return {
        "first_name": names[0] if len(names) > 1 else None,
        "surname": names[-1] if names else None,
        "address": address or None,
        "postcode": postcode or None,
        "phone": "".join(filter(str.isdigit, one.phones[0]))[-9:] if one.phones else None,
        "email": one.emails[0].casefold() if one.emails else None,
    }
