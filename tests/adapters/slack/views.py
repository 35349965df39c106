"""Any card and any form, as far as the contracts allow."""

from datetime import UTC, date, datetime, time

from hypothesis import strategies as st

from bot.views.card import (
    Block,
    Bullets,
    Button,
    Card,
    Confirm,
    Divider,
    Facts,
    Heading,
    Item,
    Note,
    Paragraph,
    Quote,
    Style,
    Tone,
)
from bot.views.form import (
    ChoiceField,
    DateField,
    Field,
    Form,
    ManyField,
    MomentField,
    Option,
    Source,
    SuggestField,
    TextField,
    TimeField,
)

_short = st.text(max_size=30) | st.sampled_from(
    ["<!channel>", "&amp;", "*bold*", "ab\u202ecd", "שלום עולם", "🙂" * 90, "word " * 60, "&" * 160]
)
_long = _short | st.sampled_from(
    ["x" * 20_000, "word " * 4000, "&<>" * 2000, "שלום\n" * 900, "🙂" * 4000, "line\n" * 5000]
)
_ids = st.text("abcdefghijklmnopqrstuvwxyz0123456789-/:", min_size=1, max_size=40)
_values = st.text(st.characters(codec="utf-8", exclude_characters="\x00"), max_size=255)

confirms = st.builds(Confirm, _short, _long, _short, _short)
buttons = st.builds(Button, _ids, _short, _values, st.sampled_from(Style), st.none() | confirms)
_some_buttons = st.lists(buttons, max_size=7).map(tuple)

blocks: st.SearchStrategy[Block] = st.one_of(
    st.builds(Paragraph, _long),
    st.builds(Heading, _short),
    st.builds(Quote, _long),
    st.builds(Facts, st.lists(st.tuples(_short, _long), max_size=13).map(tuple)),
    st.builds(Bullets, st.lists(_short, max_size=12).map(tuple)),
    st.builds(Item, _short, _long, _some_buttons),
    st.builds(Note, _long),
    st.builds(Divider),
)
_some_blocks = st.lists(blocks, max_size=6).map(tuple) | st.lists(
    st.builds(Item, _short, _short, _some_buttons), min_size=30, max_size=40
).map(tuple)

cards = st.builds(
    Card,
    _short,
    _long,
    _some_blocks,
    st.lists(buttons, max_size=30).map(tuple),
    st.sampled_from(Tone),
)

_option = st.builds(Option, st.text("abc0123456789-", min_size=1, max_size=75), _short, _short)
_options = st.lists(_option, max_size=14, unique_by=lambda o: o.value).map(tuple) | st.integers(
    90, 320
).map(lambda n: tuple(Option(f"o{i}", f"Option {i}") for i in range(n)))


def _named(name: str) -> st.SearchStrategy[Field]:
    common = {
        "name": st.just(name),
        "label": _short,
        "hint": _short,
        "required": st.booleans(),
    }
    moments = st.datetimes(datetime(1970, 1, 2), datetime(2200, 1, 1), timezones=st.just(UTC))  # noqa: DTZ001
    return st.one_of(
        st.builds(
            TextField,
            **common,
            value=_long,
            placeholder=_short,
            multiline=st.booleans(),
            max_length=st.sampled_from([1, 80, 3000, 20_000]),
        ),
        _options.flatmap(
            lambda options: st.builds(
                ChoiceField,
                **common,
                options=st.just(options),
                value=st.sampled_from([None, *(o.value for o in options)]),
                radio=st.booleans(),
            )
        ),
        _options.flatmap(
            lambda options: st.builds(
                ManyField,
                **common,
                options=st.just(options),
                value=st.lists(
                    st.sampled_from([o.value for o in options]), max_size=3, unique=True
                ).map(tuple)
                if options
                else st.just(()),
            )
        ),
        st.builds(DateField, **common, value=st.none() | st.dates(date(1900, 1, 1))),
        st.builds(MomentField, **common, value=st.none() | moments),
        st.builds(TimeField, **common, value=st.none() | st.just(time(9, 5))),
        st.builds(
            SuggestField,
            **common,
            source=st.sampled_from(Source),
            value=st.none() | _option,
            placeholder=_short,
        ),
    )


forms = st.builds(
    Form,
    id=st.text("abcdefgh-", min_size=1, max_size=40),
    title=st.text(max_size=24),
    submit=st.text(max_size=24),
    fields=st.integers(0, 9).flatmap(
        lambda n: st.tuples(*(_named(f"field-{i}") for i in range(n)))
    ),
    state=st.text(st.characters(codec="ascii", exclude_categories=["Cc"]), max_size=1000),
    intro=_some_blocks,
)
