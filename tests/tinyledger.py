"""A ledger of a few rows, small enough to check by hand, and the real one read plainly."""

import csv

import pandas as pd

from evidence import tables

COUNTRIES = pd.DataFrame(
    [
        ("DZA", "Algeria", 1, "Africa"),
        ("CHL", "Chile", 1, "Americas"),
        ("ITA", "Italy", 1, "Europe"),
        ("PRT", "Portugal", 1, "Europe"),
        ("MSR", "Montserrat", 0, "Americas"),
        ("USA", "United States", 1, "Americas"),
        ("CUB", "Cuba", 1, "Americas"),
    ],
    columns=["iso3", "short", "un_member", "un_region"],
)


def ledger(*rows: dict) -> pd.DataFrame:
    blank = {
        "topic": "timeline",
        "measure": "mission_start_year_long_term",
        "value": 1963.0,
        "value_high": float("nan"),
        "scope": "country",
        "country_iso3": "DZA",
        "date_start": "",
        "date_end": "",
        "as_of": "",
        "source_id": "s",
    }
    return pd.DataFrame([{**blank, "id": f"c{n}", **row} for n, row in enumerate(rows)])


def begun(*rows: tuple[str, str, int, str]) -> pd.DataFrame:
    """Starts as timeline.starts gives them: iso3, kind, year, date."""
    table = pd.DataFrame(rows, columns=["iso3", "kind", "year", "date"])
    names = COUNTRIES.set_index("iso3")
    return table.assign(
        id=[f"c{n}" for n in range(len(table))],
        last=table["year"],
        name=table["iso3"].map(names["short"]),
        un_region=table["iso3"].map(names["un_region"]),
        source_id=[f"s{n}" for n in range(len(table))],
    )


def raw() -> list[dict]:
    """Claims as they stand in the file, with corrections.csv applied by a simple loop."""
    with (tables.DATA / "claims.csv").open(encoding="utf-8", newline="") as file:
        rows = {row["id"]: row for row in csv.DictReader(file)}
    with (tables.DATA / "corrections.csv").open(encoding="utf-8", newline="") as file:
        for fix in csv.DictReader(file):
            if fix["action"] == "drop":
                del rows[fix["claim"]]
            else:
                rows[fix["claim"]][fix["column"]] = fix["new"]
    return list(rows.values())
