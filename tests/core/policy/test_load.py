"""A policy file is read whole, or refused with every line and reason."""

import pytest

from core.case.proposals import DisengagementOutcome, ReviewOutcome
from core.policy.load import PolicyFault, load_policy, shipped_policy
from core.policy.model import Shape
from core.policy.reading.stages import LATER_OUTCOMES, OUTCOMES
from core.vocabulary.people import Role


def faults(text: str) -> list[tuple[int, str]]:
    with pytest.raises(PolicyFault) as fault:
        load_policy(text)
    return [(problem.line, problem.message) for problem in fault.value.problems]


def edited(old: str, new: str) -> tuple[str, int]:
    """The shipped policy with one place changed, and the line of that place."""
    text = shipped_policy()
    assert old in text
    line = text[: text.index(old)].count("\n") + 1
    return text.replace(old, new, 1), line


def test_the_shipped_policy_states_what_the_document_states() -> None:
    policy = load_policy(shipped_policy())
    assert policy.body == "Natural England"
    assert len(policy.behaviours) == 7
    assert [rule.shape for rule in policy.sanctions] == list(Shape)
    assert policy.sanctions[5].sign_off.assumption
    assert not policy.sanctions[0].sign_off.assumption
    assert policy.rank("director") > policy.rank("manager") > policy.rank("adviser") >= 0
    assert policy.rank("emperor") == -1
    assert Role.CUSTOMER_FOCUS in policy.access.timeline_roles
    assert policy.means_of("phone") is not None
    assert [step.days for step in policy.review.reminders] == [-14, 0, 3]
    assert all(behaviour.source for behaviour in policy.behaviours)
    assert all(rule.source and rule.sign_off.source for rule in policy.sanctions)


def test_the_review_outcomes_a_file_may_name_are_those_of_a_review() -> None:
    assert set(OUTCOMES) == {outcome.value for outcome in ReviewOutcome}
    assert set(LATER_OUTCOMES) == {outcome.value for outcome in DisengagementOutcome}


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ('name = "Natural England"', "name = 7", "name must be a text."),
        ('name = "Natural England"', 'name = " "', "name is empty."),
        ('timezone = "Europe/London"', 'timezone = "Mars"', 'timezone "Mars" is not known.'),
        ('timezone = "Europe/London"', 'timezone = "../x"', 'timezone "../x" is not known.'),
        ('bank_holidays = "GB-ENG"', 'bank_holidays = "England"', '"England" is not a place.'),
        ('alerted = ["director"]', 'alerted = ["administrator"]', "cannot be alerted"),
        ('customer-focus = ["manage"]', 'customer-focus = ["oversee"]', "is only for director"),
        ('code = "adviser"', 'code = "officer"', 'code "officer" stands here a second time.'),
        ('code = "adviser"', 'code = "The Adviser"', "may hold only small letters"),
        ('label = "Bullying"', f'label = "{"x" * 76}"', "label has 76 characters, 75 at most"),
        ('meaning = "Keeps', f'meaning = "{"x" * 80}', "75 at most are allowed."),
        ('shape = "dates"', 'shape = "moods"', 'shape "moods" is not known. Use one of: means,'),
        ("is_call = true", 'is_call = "yes"', "is_call must be true or false."),
        ("monitoring_days = 28", "monitoring_days = 0", "it must be from 1 to"),
        ("monitoring_days = 28", "monitoring_days = true", "must be a whole number."),
        ("monitoring_days = 28", "monitoring_days = 2.5", "must be a whole number."),
        ("default_days = 91", "default_days = 400", "more than maximum_days, 365."),
        ('"keep", "change", "lift"', '"keep", "burn"', '"burn" is not a review outcome.'),
        ('"keep", "change", "lift"', '"keep", 4', "needs_sign_off must be a list of texts."),
        ('"customer-focus", "legal"', '"customers"', '"customers" is not a role.'),
        ("line_manager = true", "line_manger = true", "is not a key of a policy file."),
        (
            'minimum_grade = "manager", line_manager = true, source = "Annex B, row 6',
            'minimum_grade = "emperor", line_manager = true, source = "Annex B, row 6',
            'minimum_grade "emperor" is not a grade of this file.',
        ),
    ],
)
def test_a_wrong_value_is_refused_on_its_line(old: str, new: str, said: str) -> None:
    text, line = edited(old, new)
    assert any(at == line and said in message for at, message in faults(text))


@pytest.mark.parametrize(
    ("removed", "said"),
    [
        ('source = "Annex A, Bullying"\n', '"behaviour.source" is missing.'),
        ("default_days = 91\n", '"review.default_days" is missing.'),
        ('minimum_grade = "manager"\n', '"warning.sign_off.minimum_grade" is missing.'),
    ],
)
def test_a_missing_value_is_missed_where_its_table_begins(removed: str, said: str) -> None:
    text, line = edited(removed, "")
    assert [message for _, message in faults(text)] == [said]
    header = text.splitlines()[faults(text)[0][0] - 1]
    assert header.startswith("[")
    assert faults(text)[0][0] < line


def test_two_reminders_on_one_day_are_refused() -> None:
    text, _ = edited("days = 3\n", "days = 0\n")
    assert [message for _, message in faults(text)] == ["Two reminders are due on the same day, 0."]


def test_all_problems_are_told_at_once_in_the_order_of_the_file() -> None:
    text, _ = edited('timezone = "Europe/London"', 'timezone = "Nowhere"')
    text = text.replace('shape = "agreement"', 'shape = "oath"').replace("days = -14", "dys = -14")
    lines = [line for line, _ in faults(text)]
    assert len(lines) == 4
    assert lines == sorted(lines)


def test_what_is_not_toml_is_refused_with_the_line_of_the_fault() -> None:
    text, line = edited('timezone = "Europe/London"', "timezone = Europe")
    [(at, message)] = faults(text)
    assert at == line
    assert message.startswith("This is not TOML: ")
    assert "column" not in message


def test_a_text_cut_off_is_refused_on_its_last_line() -> None:
    assert faults('[body]\nname = "Natural')[0][0] == 2


def test_an_empty_file_misses_every_section_and_nothing_inside_them() -> None:
    missed = [message for _, message in faults("")]
    sections = [
        *("body", "grade", "means", "behaviour", "sanction", "warning", "review", "disengagement"),
        *("telling", "escalation", "extreme", "appeals", "pattern", "statutory_right"),
        *("staff_conduct", "access", "log", "powers", "screening", "alerts"),
    ]
    assert missed == [f'"{section}" is missing.' for section in sections]


def test_a_section_of_the_wrong_kind_is_refused() -> None:
    assert (1, "body must be a table, [body].") in faults('body = "Natural England"')
    assert (1, "grade must be a list of tables, [[grade]].") in faults('grade = "adviser"')
    assert (1, "grade must be a list of tables, [[grade]], with one at least.") in faults(
        "grade = []"
    )


def test_one_grade_alone_is_refused_because_two_must_be_involved() -> None:
    text = shipped_policy()
    first, last = text.index('[[grade]]\ncode = "adviser"'), text.index("[[means]]")
    said = [message for _, message in faults(text[:first] + text[last:])]
    assert "A decision needs two people at different grades: name two or more." in said


def test_another_bodys_differently_shaped_policy_is_read() -> None:
    text, _ = edited("default_days = 91", "default_days = 180")
    text = text.replace('name = "Natural England"', 'name = "Another body"')
    policy = load_policy(text.replace('["keep", "change", "lift"]', "[]"))
    assert policy.body == "Another body"
    assert policy.review.default_days == 180
    assert policy.review.needs_sign_off == frozenset()
