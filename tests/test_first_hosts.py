"""The team for Italy, on rows checked by hand."""

import pandas as pd
import pytest

from evidence import first_hosts


@pytest.mark.parametrize(
    ("sizes", "verdict", "words"),
    [
        ([53], "contradicted", "No other"),
        ([52, 52], "supported", "All other"),
        ([52, 52, 53], "supported with a caveat", "Most other"),
        ([52, 53], "supported with a caveat", "At most as many"),
        ([], "contradicted", "No other"),
    ],
)
def test_team(sizes, verdict, words):
    found, sentence = first_hosts.team(52, pd.Series(sizes, dtype=float))
    assert found == verdict
    assert words in sentence


COUNTRIES = pd.DataFrame(
    {
        "iso3": ["ITA", "PRT", "AND", "BRA"],
        "name": ["Italy", "Portugal", "Andorra", "Brazil"],
        "un_region": ["Europe", "Europe", "Europe", "Americas"],
    }
)


def starts(*rows: tuple[str, str, str]) -> pd.DataFrame:
    table = pd.DataFrame(rows, columns=["country_iso3", "date_start", "measure"])
    return table.assign(id=[f"c{i}" for i in range(len(table))], as_of="")


ITALY = ("ITA", "2020-03-22", "epidemic")


@pytest.mark.parametrize(
    ("others", "names", "verdict"),
    [
        ([("AND", "2020-03-29", "epidemic"), ("BRA", "2013", "long")], [], "supported"),
        ([("PRT", "2009-08", "long")], ["Portugal"], "supported with a caveat"),
        ([("PRT", "2009", "epidemic")], ["Portugal"], "contradicted"),
        ([("ITA", "2022-12", "long"), ("AND", "", "long")], [], "supported"),
    ],
)
def test_the_first_host_of_its_region(others, names, verdict):
    earlier = first_hosts.earlier_hosts(starts(ITALY, *others), COUNTRIES, "ITA")
    assert earlier["name"].tolist() == names
    assert first_hosts.first_host(earlier)[0] == verdict


def test_a_host_without_a_start_is_an_error():
    with pytest.raises(ValueError, match="'PRT'"):
        first_hosts.earlier_hosts(starts(ITALY), COUNTRIES, "PRT")
