"""Everything has one form in which it is compared, however it was written."""

import pytest
from email_validator import EmailNotValidError, validate_email
from hypothesis import given
from hypothesis import strategies as st

from adapters.screening.folding import words
from adapters.screening.identifiers import normal_email, normal_phone
from adapters.screening.likeness import Likeness, likeness
from adapters.screening.person_name import PersonName
from adapters.screening.places import Place, normal_postcode, organisation_words


@pytest.mark.parametrize(
    ("written", "dialled"),
    [
        ("01632 960001", "+441632960001"),
        ("+44 (0)1632 960-001", "+441632960001"),
        ("0044 1632 960001", "+441632960001"),
        ("07700 900123", "+447700900123"),
        ("+353 20 912 3456", "+353209123456"),
        ("00 1 202 555 0123", "+12025550123"),
        ("٠١٦٣٢ ٩٦٠٠٠١", "+441632960001"),
        ("12", ""),
        ("ring me", ""),
    ],
)
def test_telephone_numbers_are_as_dialled_from_anywhere(written: str, dialled: str) -> None:
    assert normal_phone(written) == dialled


@pytest.mark.parametrize(
    ("written", "same"),
    [
        (" Casey@Customer.EXAMPLE ", "casey@customer.example"),
        ("casey@xn--mnchen-3ya.example", "casey@münchen.example"),
        ("casey@MÜNCHEN.example", "casey@münchen.example"),
        ("not an Address", "not an address"),
        ("<casey@customer.example>", "casey@customer.example"),
        ("Casey Customer <casey@customer.example>", "casey@customer.example"),
        ("mailto:casey@customer.example", "casey@customer.example"),
        ("<mailto:Casey@customer.example?subject=Hello>", "casey@customer.example"),
        ("casey@customer.example.", "casey@customer.example"),
        ("casey@customer.example;", "casey@customer.example"),
        ("(casey@customer.example),", "casey@customer.example"),
        ("'casey@customer.example'", "casey@customer.example"),
        ("“casey@customer.example”", "casey@customer.example"),
        ("*casey@customer.example*", "casey@customer.example"),
        ("_casey@customer.example_", "casey@customer.example"),
        ("_casey@customer.example", "_casey@customer.example"),
        ("`casey@customer.example`", "casey@customer.example"),
        ("c\u200basey@customer.example", "casey@customer.example"),
        ("o'sample@customer.example", "o'sample@customer.example"),
        ("<>", "<>"),
    ],
)
def test_mail_addresses_have_small_letters_and_one_spelling(written: str, same: str) -> None:
    assert normal_email(written) == same


_MAILBOXES = st.text("ab1.+-_@AB'é", max_size=70).map("a{}".format)
_DOMAINS = st.text("ab1.-_xnMé", max_size=70).map("{}a".format) | st.sampled_from(
    ["Customer.EXAMPLE", "xn--mnchen-3ya.example", "xn--x.example", "localhost", "a.b", "1.2.3.4"]
)


@given(_MAILBOXES, _DOMAINS)
def test_plain_mail_addresses_are_read_as_the_library_reads_any(mailbox: str, domain: str) -> None:
    written = f"{mailbox}@{domain}"
    try:
        checked = validate_email(written, check_deliverability=False, test_environment=True)
    except EmailNotValidError:
        assert normal_email(written) == written.casefold()
    else:
        assert normal_email(written) == checked.normalized.casefold()


@pytest.mark.parametrize(
    ("written", "code"),
    [
        ("m1 1ae", "M11AE"),
        ("M11AE", "M11AE"),
        ("SW1A OAA", "SW1A0AA"),
        ("CF1O 2AB", "CF102AB"),
        ("M1 IAE", "M11AE"),
        ("0X1 2AB", "OX12AB"),
        ("1 Sample Lane, Madeupton, LSI 4AP", "LS14AP"),
        ("I go to it", ""),
        ("Sample Lane", ""),
    ],
)
def test_postcodes_bear_a_missing_blank_and_letters_for_digits(written: str, code: str) -> None:
    assert normal_postcode(written) == code


@pytest.mark.parametrize(
    ("name", "same"),
    [
        ("Mr Casey Customer", ("casey", "customer")),
        ("Mr and Mrs Customer", ("customer",)),
        ("Cllr Dr Casey Customer MBE PhD", ("casey", "customer")),
        ("CUSTOMER, Casey", ("casey", "customer")),
        ("Casey Customer, MBE", ("casey", "customer")),
        ("Mary O'Sample", ("mary", "osample")),
        ("Mary O’Sample", ("mary", "osample")),
        ("Angus Mc Sample", ("angus", "mcsample")),
        ("Angus McSample", ("angus", "mcsample")),
        ("Mary Sample-Jones", ("mary", "sample", "jones")),
        ("Siân Ffion Enghraifft", ("sian", "ffion", "enghraifft")),
        ("Łukasz Przykład", ("lukasz", "przyklad")),
        ("Дмитрий Образцов", ("dmitriy", "obraztsov")),
        ("ＣＡＳＥＹ Ｃustomer", ("casey", "customer")),
        ("Cafe\u0301 Straße", ("cafe", "strasse")),
        ("", ()),
    ],
)
def test_names_lose_titles_and_have_plain_letters(name: str, same: tuple[str, ...]) -> None:
    assert PersonName.of(name).words == same


@pytest.mark.parametrize(
    ("name", "generation"),
    [("Casey Customer Jr", "junior"), ("Casey Customer Snr.", "senior"), ("Casey Customer", "")],
)
def test_a_generation_is_no_part_of_the_name(name: str, generation: str) -> None:
    assert PersonName.of(name) == PersonName(("casey", "customer"), generation)


@pytest.mark.parametrize(
    "name",
    [
        "Meadows Ltd",
        "The Meadows Limited",
        "MEADOWS PLC",
        "Meadows LLP",
        "Meadows CIC",
        "Meadows Cyf",
    ],
)
def test_organisations_are_the_same_in_any_legal_form(name: str) -> None:
    assert organisation_words(name) == ("meadows",)


def test_an_organisation_called_like_a_legal_form_keeps_its_name() -> None:
    assert organisation_words("The Co Ltd") == ("the", "co", "ltd")


def test_flats_and_houses_are_numbers_of_a_place() -> None:
    place = Place.of("Flat 2, 14b Sample Rd, Madeupton M1 1AE")
    assert place.numbers == {"2", "14b"}
    assert place.words == ("flat", "2", "14b", "sample", "road", "madeupton")
    assert place.postcode == "M11AE"


@pytest.mark.parametrize(
    ("one", "other", "like"),
    [
        ("robert", "bob", Likeness.SHORT),
        ("samantha", "sam", Likeness.SHORT),
        ("samuel", "sam", Likeness.SHORT),
        ("samuel", "samantha", Likeness.DIFFERENT),
        ("anne", "peter", Likeness.DIFFERENT),
        ("mark", "mary", Likeness.DIFFERENT),
        ("jane", "janet", Likeness.DIFFERENT),
        ("anne", "anna", Likeness.CLOSE),
        ("michael", "micheal", Likeness.SHORT),
        ("michaela", "michafla", Likeness.ONE_LETTER),
        ("katherine", "kathrxne", Likeness.CLOSE),
        ("mohammed", "mhmd", Likeness.SOUND),
        ("thomas", "t", Likeness.INITIAL),
        ("thomas", "p", Likeness.DIFFERENT),
        ("casey", "wxyzuv", Likeness.UNLIKE),
    ],
)
def test_first_names_are_graded(one: str, other: str, like: Likeness) -> None:
    assert likeness(one, other, first=True) is like
    assert likeness(other, one, first=True) is like


@given(st.text(max_size=60))
def test_a_normal_form_is_its_own_normal_form(text: str) -> None:
    for normal in (normal_email, normal_phone, normal_postcode):
        assert normal(normal(text)) == normal(text)
    assert words(" ".join(words(text))) == words(text)
    assert organisation_words(" ".join(organisation_words(text))) == organisation_words(text)
