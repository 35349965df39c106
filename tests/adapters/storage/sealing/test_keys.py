"""The master key and what it seals."""

import pytest

from adapters.storage.faults import Erased, KeyFault, Unreadable
from adapters.storage.sealing.keyring import Keyring
from adapters.storage.sealing.master_key import MasterKey


def test_a_generated_key_is_read_back_as_the_same() -> None:
    text = MasterKey.generate()
    assert MasterKey.from_text(f" {text}\n").id == MasterKey.from_text(text).id
    assert MasterKey.from_text(MasterKey.generate()).id != MasterKey.from_text(text).id


@pytest.mark.parametrize("text", ["", "short", "c2hvcnQ=", "é" * 44, "A" * 43, "A" * 64])
def test_a_malformed_key_is_refused_without_being_shown(text: str) -> None:
    with pytest.raises(KeyFault, match=r"32 random bytes .* 44 characters") as refused:
        MasterKey.from_text(text)
    assert not text or text not in str(refused.value)


def test_a_key_shows_nothing_of_its_secret() -> None:
    text = MasterKey.generate()
    key = MasterKey.from_text(text)
    assert text not in repr(key)
    assert key.wrapping.hex() not in repr(key)


@pytest.fixture
def keyring() -> Keyring:
    return Keyring(MasterKey.from_text(MasterKey.generate()))


def test_what_is_sealed_opens_in_its_place_alone(keyring: Keyring) -> None:
    key, _ = keyring.new("c-casey")
    sealed = key.seal(b"words", "case:1", 2, "incident-reported")
    assert key.open(sealed, "case:1", 2, "incident-reported") == b"words"
    for place in (("case:1", 3, "incident-reported"), ("case:12", "", "incident-reported")):
        with pytest.raises(Unreadable):
            key.open(sealed, *place)


@pytest.mark.parametrize("at", [0, 1, 13, -1])
def test_changed_bytes_do_not_open(keyring: Keyring, at: int) -> None:
    key, _ = keyring.new("c-casey")
    sealed = bytearray(key.seal(b"words", "place"))
    sealed[at] ^= 1
    with pytest.raises(Unreadable):
        key.open(bytes(sealed), "place")


def test_a_wrapped_key_is_one_persons(keyring: Keyring) -> None:
    key, wrapped = keyring.new("c-casey")
    sealed = key.seal(b"words", "place")
    assert keyring.unwrap("c-casey", wrapped).open(sealed, "place") == b"words"
    with pytest.raises(Unreadable):
        keyring.unwrap("c-other", wrapped)


def test_another_master_key_opens_nothing(keyring: Keyring) -> None:
    _, wrapped = keyring.new("c-casey")
    with pytest.raises(Unreadable):
        Keyring(MasterKey.from_text(MasterKey.generate())).unwrap("c-casey", wrapped)


def test_a_destroyed_key_says_so(keyring: Keyring) -> None:
    with pytest.raises(Erased, match="c-casey"):
        keyring.unwrap("c-casey", None)
