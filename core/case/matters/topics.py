"""The topics that a disengagement is about (stage 5); none: it is complete."""

from collections.abc import Iterable
from typing import Final

from core.case.checks import TOPIC_LENGTH, require_text
from core.case.sections import STAGE_5
from core.vocabulary.refusal import refuse

MOST_TOPICS: Final = 20


def check_topics(topics: tuple[str, ...]) -> None:
    """Raises ``Refused`` unless each says something, and something of its own."""
    if len(topics) > MOST_TOPICS:
        raise refuse("too-many-topics", f"Name at most {MOST_TOPICS} topics.", field="topics")
    for topic in topics:
        require_text(topic, "topics", "what each topic is", TOPIC_LENGTH)
    if len(same_words(topics)) < len(topics):
        raise refuse("topic-twice", "Name each topic once.", section=STAGE_5, field="topics")


def same_words(topics: Iterable[str]) -> frozenset[str]:
    """As they are compared: without regard to capitals and spaces."""
    return frozenset(_plain(topic) for topic in topics)


def shared_topics(some: Iterable[str], others: Iterable[str]) -> tuple[str, ...]:
    """Those of ``some`` that are among ``others`` too."""
    known = same_words(others)
    return tuple(topic for topic in some if _plain(topic) in known)


def tidy(topics: Iterable[str]) -> tuple[str, ...]:
    return tuple(topic.strip() for topic in topics)


def _plain(topic: str) -> str:
    return " ".join(topic.split()).casefold()
