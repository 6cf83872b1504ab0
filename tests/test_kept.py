"""What is kept is used whole, under its own key, or not at all."""

import pytest

from press import kept

VALUE = {"outputs": ["1\n"], "bytes": b"\n\0"}


@pytest.fixture
def place(tmp_path):
    place = tmp_path / "a" / "one"
    kept.save(place, "key", VALUE)
    return place


def test_what_was_kept_is_found_under_its_key_alone(place):
    assert kept.load(place, "key") == VALUE
    assert kept.load(place, "other") is None
    assert kept.load(place, "") is None


def test_the_last_value_counts(place):
    kept.save(place, "other", [1])
    assert kept.load(place, "key") is None
    assert kept.load(place, "other") == [1]


def test_a_cut_file_is_never_used(place):
    whole = place.read_bytes()
    for length in range(len(whole)):
        place.write_bytes(whole[:length])
        assert kept.load(place, "key") is None, length
    place.write_bytes(whole)
    assert kept.load(place, "key") == VALUE


def test_an_altered_file_is_never_used(place):
    whole = place.read_bytes()
    for at in range(len(whole)):
        place.write_bytes(whole[:at] + bytes([whole[at] ^ 1]) + whole[at + 1 :])
        assert kept.load(place, "key") is None, at
    place.write_bytes(whole + b"\n")
    assert kept.load(place, "key") is None


def test_nothing_is_kept_where_nothing_is(tmp_path):
    assert kept.load(tmp_path / "nothing", "key") is None
    (tmp_path / "file").touch()
    assert kept.load(tmp_path / "file" / "below", "key") is None


def test_nothing_is_left_beside_the_file(place):
    assert [path.name for path in place.parent.iterdir()] == ["one"]


def test_parts_are_told_apart():
    assert len({kept.digest(*parts) for parts in (("ab", "c"), ("a", "bc"), ("abc",), ())}) == 4
    assert kept.digest("é") == kept.digest("é".encode())
