"""Each corruption of each real table is refused with file, row and column, or is a mere text."""

import shutil

import corruptions
import pytest
from sound import SOUND

from evidence.ledger import checks, tables, texts
from evidence.ledger.checks import DataError

TEXTS = texts.read(tables.DATA, tables.package())
REFUSED = [corruption for corruption in corruptions.ALL if not corruption.accepted]


@pytest.fixture(scope="session")
def copied(tmp_path_factory):
    """A copy of `data/` for all tests."""
    return shutil.copytree(tables.DATA, tmp_path_factory.mktemp("corrupted") / "data")


@pytest.fixture
def folder(copied):
    """The copy, mended after the test."""
    yield copied
    for table in SOUND.values():
        content = b"".join(table.lines)
        if (copied / table.path).read_bytes() != content:
            (copied / table.path).write_bytes(content)


def test_the_copy_is_sound(folder):
    assert list(tables.load(folder=folder)) == list(SOUND)


@pytest.fixture
def quick(monkeypatch):
    """Check only tables that differ from those of `test_the_copy_is_sound`, to save a minute."""

    def check_table(table, resource):
        return [] if table == TEXTS[resource["name"]] else checks.check_table(table, resource)

    monkeypatch.setattr(texts, "check_table", check_table)


@pytest.mark.usefixtures("quick")
@pytest.mark.parametrize(
    "corruption", REFUSED, ids=lambda c: f"{c.table} {c.kind} row {c.first}".replace(" ", "-")
)
def test_it_is_refused(folder, corruption):
    sound = SOUND[corruption.table]
    (folder / sound.path).write_bytes(corruption.breaks(sound))
    with pytest.raises(DataError) as error:
        tables.load(folder=folder)
    assert any(
        fault.startswith(corruption.place) and corruption.told in fault
        for fault in error.value.faults
    ), error.value.faults[:5]


def test_texts_that_look_like_markup_are_read_as_they_stand(folder):
    for name, sound in SOUND.items():
        (folder / sound.path).write_bytes(corruptions.with_texts(name))
    loaded = texts.read(folder, tables.package())
    tables.load(folder=folder)
    for corruption in corruptions.ALL:
        if corruption.accepted:
            row, column, text = corruption.cell
            assert loaded[corruption.table][row][column] == text


def test_every_table_is_broken_in_many_ways():
    print(f"\n{corruptions.counts()}")
    assert len(corruptions.ALL) >= 200
    for name in corruptions.FULL:
        assert len({c.kind for c in corruptions.ALL if c.table == name}) >= 15
