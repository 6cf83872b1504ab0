"""The map of squares: by hand on few countries, and against the real tables."""

import matplotlib.pyplot as plt
import pandas as pd
import pytest

from evidence import hosts, tables, tiles

COUNTRIES = pd.DataFrame(
    [("DZA", "Algeria", 1, "Africa"), ("BEN", "Benin", 1, "Africa"), ("CUB", "Cuba", 1, "Americas"),
     ("MSR", "Montserrat", 0, "Americas"), ("ABW", "Aruba", 0, "Americas"),
     ("CHL", "Chile", 1, "Americas")],
    columns=["iso3", "short", "un_member", "un_region"],
)  # fmt: skip
NAMED = pd.DataFrame([("DZA", "long-term, listed"), ("MSR", "listed")], columns=["iso3", "kinds"])


def test_members_and_named_places_get_a_square_and_cuba_none():
    world = tiles.tiles(NAMED, COUNTRIES).set_index("iso3")
    assert list(world.index) == ["BEN", "DZA", "CHL", "MSR"]  # regions, then codes, in order
    assert list(world["known"]) == [tiles.NONE, tiles.KNOWN, tiles.NONE, tiles.LISTED]


def test_a_full_row_goes_on_in_the_next_and_no_two_squares_meet(monkeypatch):
    monkeypatch.setattr(tiles, "ACROSS", 1)
    world = tiles.tiles(NAMED, COUNTRIES)
    assert list(world["column"]) == [0, 0, 0, 0]
    assert list(world["row"]) == pytest.approx([0, 1, 2 + tiles.GAP, 3 + tiles.GAP])


def test_by_region():
    found = tiles.by_region(tiles.tiles(NAMED, COUNTRIES))
    assert found.to_numpy().tolist() == [["Africa", 2, 1, 0], ["Americas", 1, 0, 1]]
    assert tiles.place_words(found) == "Africa 1 of 2; Americas 0 of 1"
    assert "Africa most, Americas least" in tiles.title(found)


def test_the_looks_differ_in_grey():
    def grey(colour: str) -> float:
        red, green, blue = plt.matplotlib.colors.to_rgb(colour)
        return 0.2126 * red + 0.7152 * green + 0.0722 * blue

    faces = [grey(face) for face, *_ in tiles.LOOKS.values()]
    assert faces[1] - faces[0] > 0.3
    widths = [width for _, _, width, _ in tiles.LOOKS.values()]
    assert widths[1] > 2 * widths[2]  # pale and white differ by their edges


def test_every_square_carries_its_code():
    world = tiles.tiles(NAMED, COUNTRIES)
    figure, axes = plt.subplots()
    tiles.draw(axes, world)
    shown = {text.get_text() for text in axes.texts}
    plt.close(figure)
    assert {*world["iso3"], *tiles.LOOKS} <= shown
    assert "Americas: 0 of 1 members named, and 1 other" in shown


def test_the_real_map_has_every_member_and_every_named_host_once():
    countries = tables.table("countries")
    named = hosts.named_countries(tables.claims(), countries)
    world = tiles.tiles(named, countries)
    members = set(countries.loc[countries["un_member"] == 1, "iso3"]) - {"CUB"}
    assert set(world["iso3"]) == members | set(named["iso3"])
    assert world["iso3"].is_unique
    assert not world.duplicated(["row", "column"]).any()
    assert (world["known"] != tiles.NONE).sum() == len(named)
