from adapters.chat.recent import Recent


def test_what_was_put_longest_ago_gives_way() -> None:
    kept = Recent[str, int](2)
    kept.put("a", 1)
    kept.put("b", 2)
    kept.put("a", 3)
    kept.put("c", 4)
    assert dict(kept) == {"a": 3, "c": 4}
