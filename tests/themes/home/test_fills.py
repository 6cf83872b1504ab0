"""What fills the sentences of the chapter."""

import pandas as pd

from evidence.themes.home import density, facilities, home, infant, ranked

MOVES = {"offices": "fell", "polyclinics": "held", "hospitals": "fell"}


def test_the_lowest_value_is_dated_by_its_last_year():
    assert infant.lowest(pd.Series([5, 4, 4, 6], index=[1, 2, 3, 4])) == 3
    assert infant.lowest(pd.Series([5, 4], index=[1, 2])) == 2


def test_gaps_are_printed_without_their_sign():
    _, fills = infant.widest_gap(pd.Series([-1.26, 0.5]))
    assert fills == {"below": "1.3", "above": "0.5"}


def test_limits_are_rounded_down():
    assert home.under(13456.0) == ("some", {"limit": "13,400"})


def test_layers_are_named_by_what_became_of_them():
    _, fills = facilities.fig_home_layers_title(MOVES)
    assert fills == {"first": "Offices and hospitals", "held": "polyclinics"}
    _, fills = facilities.fig_home_layers_title({"hospitals": "held"})
    assert fills["first"] == "Hospitals"


def test_the_newest_count_of_each_layer_is_named():
    newest = {"family_doctor_offices": 2023, "research_institutes": 2003}
    _, fills = facilities.layers_counted({"a": 2}, MOVES, newest)
    assert fills["newest"] == "2023 for family doctor offices and 2003 for research institutes"
    assert fills["several"] == "two"


def test_the_past_is_told_by_its_years_and_trends():
    moves = "fell", "rose", "not decided"
    _, fills = home.thinner((15, 20), *moves, (2000, 2007, 2020), "Since then.")
    assert "from 2000 to 2007 doctors at home became fewer" in fills["past"]
    assert "from 2007 to 2020 they became more" in fills["past"]
    assert "from 2000 to 2020 they cannot be said" in fills["past"]
    assert fills["past"].endswith("Since then.")


def test_the_newest_count_is_set_against_the_last_year():
    _, fills = home.since((80, 90), (79, 79), "fell", 2020, 2024)
    assert fills == {"last": "2020", "newest": "2024", "became": "became fewer"}


def test_each_year_is_told():
    years = pd.DataFrame({"year": [2007, 2009], "low": [3.81, 5.0], "high": [4.7, 5.0]})
    assert density.tell(years) == "2007, 3.8 to 4.7; 2009, 5.0"


def test_only_the_highest_value_is_called_so():
    others = pd.Series([1.0, 2.0])
    assert ranked.stands(others, 2.1) == "highest"
    assert ranked.stands(others, 1.5) == "in place second"
