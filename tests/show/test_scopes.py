"""Where a claim holds, in words."""

import pandas as pd
import pytest

from evidence.ledger import tables
from evidence.show import scopes


@pytest.mark.parametrize(
    ("country", "scope", "where"),
    [
        ("BRA", "country", "Brazil"),
        ("XKX", "country", "XKX"),
        ("", "world", "World"),
        ("", "region:caribbean", "Caribbean"),
        ("", "region:latin_america", "Latin America"),
        ("", "countries:BRA+KEN", "Brazil and Kenya"),
    ],
)
def test_place(country, scope, where):
    names = pd.Series({"BRA": "Brazil", "KEN": "Kenya"})
    assert scopes.place(pd.Series({"country_iso3": country, "scope": scope}), names) == where


def test_every_name_is_used():
    used = set(tables.claims()["scope"].str.partition(":")[2])
    assert set(scopes.NAMES) <= used
