"""Every section of a policy file: what it states, and each fault on its line."""

import pytest

from core.policy.load import PolicyFault, load_policy, shipped_policy
from core.policy.model import LogLevel, Power
from core.vocabulary.people import Role
from tests.support.policies import NATURAL_ENGLAND, SMALL_BODY, SMALL_BODY_FILE

TEXTS = [shipped_policy(), SMALL_BODY_FILE.read_text("utf-8")]
DEFAULTS = {"remind_after_hours = 24", "escalate_after_hours = 72", "remind_every_days = 3"}


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(PolicyFault) as fault:
        load_policy(text)
    return [(problem.line, problem.message) for problem in fault.value.problems]


def edited(section: str, old: str, new: str) -> tuple[str, int]:
    """The shipped policy with one line of a section changed, and the number of that line."""
    lines = shipped_policy().splitlines()
    start = lines.index(section)
    number = next(i for i in range(start, len(lines)) if old in lines[i])
    lines[number] = lines[number].replace(old, new, 1)
    return "\n".join(lines), number + 1


def test_the_document_values_of_the_later_stages() -> None:
    policy = NATURAL_ENGLAND
    assert policy.disengagement.clear_years == 2
    assert policy.disengagement.review.default_days == 365
    assert policy.disengagement.sign_off.minimum_grade == "director"
    assert policy.appeals.stages == {2, 5}
    assert policy.extreme.alerted == {Role.DIRECTOR}
    assert policy.extreme.sign_off.minimum_grade == "director"
    assert {pattern.behaviour for pattern in policy.patterns} == {
        *("frequency", "repetition", "duration"),
    }
    assert [means.code for means in policy.means if means.is_written] == [
        *("email", "letter", "web-form"),
    ]


@pytest.mark.parametrize(
    ("roles", "level"),
    [
        (frozenset(), LogLevel.GUIDANCE),
        (frozenset({Role.ADMINISTRATOR}), LogLevel.GUIDANCE),
        (frozenset({Role.LEGAL, Role.ADMINISTRATOR}), LogLevel.REASONS),
    ],
)
def test_the_log_is_read_as_deep_as_the_deepest_role_allows(
    roles: frozenset[Role], level: LogLevel
) -> None:
    assert NATURAL_ENGLAND.log.level_of(roles) is level


def test_powers_of_several_roles_add_up() -> None:
    both = frozenset({Role.LEGAL, Role.CHIEF_OPERATING_OFFICER})
    assert NATURAL_ENGLAND.powers.held(both) == {Power.ADVISE, Power.OVERSEE, Power.MANAGE}
    assert NATURAL_ENGLAND.powers.held(frozenset()) == frozenset()


@pytest.mark.parametrize(
    ("section", "old", "new", "said"),
    [
        ("[disengagement]", "clear_years = 2", "clear_years = 11", "it must be from 0 to 10."),
        ("[disengagement]", "clear_years = 2", 'clear_years = "2"', "must be a whole number."),
        ("[disengagement]", "clear_years = 2", "clear_yrs = 2", '"disengagement.clear_yrs" is not'),
        ("[disengagement.sign_off]", '"director"', '"king"', 'minimum_grade "king" is not a'),
        ("[disengagement.review]", '"re-engage"', '"lift"', '"lift" is not a review outcome.'),
        ("[disengagement.review]", "= 365", "= 367", "more than maximum_days, 366."),
        ("[[disengagement.review.reminder]]", "days = -28", "days = x", "This is not TOML"),
        ("[[disengagement.review.reminder]]", "days = -28", 'days = "4"', "a whole number."),
        ("[disengagement.review.sign_off]", '"director"', '"d"', 'minimum_grade "d" is not a'),
        ("[telling]", "days = 5", "days = -1", "days is -1, it must be from 0 to"),
        (
            "[[telling.reminder]]",
            'code = "today"',
            'code = "To Day"',
            "may hold only small letters",
        ),
        ("[escalation]", "working_days = 3", "working_days = 0", "it must be from 1 to 365."),
        ("[escalation]", 'source = "Resp', 'sauce = "Resp', '"escalation.sauce" is not a key'),
        ("[extreme]", '["director"]', '["queen"]', '"queen" is not a role. Use any of:'),
        ("[extreme]", 'alerted = ["director"]', 'alerted = "director"', "a list of texts."),
        ("[extreme]", 'danger = "If', 'danger = 5 # "', "danger must be a text."),
        ("[extreme.sign_off]", '"director"', '"emir"', 'minimum_grade "emir" is not a grade'),
        ("[appeals]", "[2, 5]", "[2, 4]", "A decision is made at stage 2 or 5, not at 4."),
        ("[appeals]", "[2, 5]", '["2"]', "stages must be a list of whole numbers."),
        ("[appeals]", "= 20", "= 400", "working_days is 400, it must be from 1 to 365."),
        ("[appeals]", '"deputy-director"', '"deputy"', 'minimum_grade "deputy" is not a grade'),
        ("[[appeals.reminder]]", "days = -5", "days = 1.5", "days must be a whole number."),
        ("[[pattern]]", '"frequency"', '"rudeness"', 'behaviour "rudeness" is not one of this'),
        ("[[pattern]]", "contacts = 5", "contacts = 1", "it must be from 2 to 1000."),
        ("[[pattern]]", "within_days = 2", "within_days = -2", "it must be from 0 to"),
        ("[[pattern]]", "within_days = 2", "in_days = 2", '"pattern.in_days" is not a key'),
        ("[[statutory_right]]", "label = ", "label = 7 # ", "label must be a text."),
        ("[[statutory_right]]", "assumption = true", "assumption = 1", "must be true or false."),
        ("[staff_conduct]", 'route = "Speak', 'route = " " # "', "route is empty."),
        ("[log]", '"guidance"', '"everything"', '"everything" is not a level. Use one of:'),
        ("[log.roles]", 'legal = "reasons"', 'legal = "all"', '"all" is not a level.'),
        ("[log.roles]", "legal =", "lawyer =", '"log.roles.lawyer" is not a key'),
        ("[powers.roles]", '["advise"]', '["advice"]', '"advice" is not a power. Use any of:'),
        ("[powers.roles]", '["advise"]', '"advise"', "legal must be a list of texts."),
        ("[powers.roles]", "administrator =", "admin =", '"powers.roles.admin" is not a key'),
        ("[[means]]", "is_call = true", "is_called = true", '"means.is_called" is not a key'),
        ("[body]", 'contact = "', 'kontact = "', '"body.kontact" is not a key'),
    ],
)
def test_a_wrong_value_is_refused_on_its_line(section: str, old: str, new: str, said: str) -> None:
    text, line = edited(section, old, new)
    assert [message for at, message in faults(text) if at == line and said in message]


@pytest.mark.parametrize(
    ("section", "removed", "said"),
    [
        ("[disengagement]", "clear_years = 2", '"disengagement.clear_years" is missing.'),
        ("[telling]", "days = 5", '"telling.days" is missing.'),
        ("[escalation]", "working_days = 3", '"escalation.working_days" is missing.'),
        ("[extreme]", "alerted = ", '"extreme.alerted" is missing.'),
        ("[appeals]", "stages = ", '"appeals.stages" is missing.'),
        ("[[pattern]]", "contacts = 5", '"pattern.contacts" is missing.'),
        ("[[statutory_right]]", "source = ", '"statutory_right.source" is missing.'),
        ("[staff_conduct]", "route = ", '"staff_conduct.route" is missing.'),
        ("[log]", "everyone = ", '"log.everyone" is missing.'),
        ("[powers]", "source = ", '"powers.source" is missing.'),
    ],
)
def test_a_missing_value_is_missed_where_its_section_begins(
    section: str, removed: str, said: str
) -> None:
    lines = shipped_policy().splitlines()
    start = lines.index(section)
    number = next(i for i in range(start, len(lines)) if lines[i].startswith(removed))
    del lines[number]
    assert faults("\n".join(lines)) == [(start + 1, said)]


def test_without_a_means_in_writing_nobody_can_be_told_of_a_decision() -> None:
    text = shipped_policy().replace("is_written = true\n", "")
    [(line, message)] = faults(text)
    assert message == "Customers are told of decisions in writing: mark one is_written."
    assert text.splitlines()[line - 1] == "[[means]]"


def test_a_policy_of_another_shape_is_read() -> None:
    policy = SMALL_BODY
    assert [grade.code for grade in policy.grades] == [
        *("caseworker", "team-lead", "chief-executive"),
    ]
    assert {rule.code for rule in policy.sanctions}.isdisjoint(
        rule.code for rule in NATURAL_ENGLAND.sanctions
    )
    assert {means.code for means in policy.means}.isdisjoint(
        means.code for means in NATURAL_ENGLAND.means
    )
    assert policy.review.default_days == 182
    assert policy.zone != NATURAL_ENGLAND.zone


@pytest.mark.parametrize("text", TEXTS)
def test_every_line_of_a_policy_counts(text: str) -> None:
    """Whichever line with a value is taken away, something is missed or changed."""
    whole = load_policy(text)
    lines = text.splitlines()
    for number, line in enumerate(lines):
        is_default = line.endswith("= false") or line in DEFAULTS  # which may be left out
        if "=" not in line or line.startswith("#") or is_default:
            continue
        cut = "\n".join([*lines[:number], *lines[number + 1 :]])
        try:
            without = load_policy(cut)
        except PolicyFault:
            continue
        assert without != whole, line
