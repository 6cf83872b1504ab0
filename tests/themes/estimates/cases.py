"""What chooses the sentences of the sections “Our estimate”, each outcome once at least."""

import pandas as pd

from evidence.themes.countries import estimate as countries
from evidence.themes.defections import estimate as defections
from evidence.themes.money import estimate as money
from evidence.themes.professionals import estimate as professionals


def found(*findings):
    return pd.DataFrame({"finding": findings, "time": [2018.5] * len(findings)})


STARTS = ["health workers, 2014", "health workers, 2008", "all sectors, 2008"]


def starts(*chances):
    return {name: {"median": 1.0, "chance": chance}
            for name, chance in zip(STARTS, chances, strict=True)}  # fmt: skip


CASES = [
    (professionals.doctors_enough, "too few", 0.0099),
    (professionals.doctors_enough, "open", 0.01),
    (professionals.misses, "none", found("people", "either")),
    (professionals.misses, "above", found("people", "above both")),
    (professionals.misses, "below", found("people", "below both")),
    (professionals.misses, "both ways", found("above both", "below both")),
    (professionals.misses, "both ways", found("between")),
    (countries.starts_reaching, "none", starts(0, 0.1, 0.499)),
    (countries.starts_reaching, "one", starts(0, 0.1, 0.5)),
    (countries.starts_reaching, "some", starts(0, 0.5, 1)),
    (countries.starts_reaching, "all", starts(0.5, 0.5, 1)),
    *[
        (title, outcome, chance)
        for title in (
            professionals.fig_estimate_title,
            defections.fig_estimate_left_title,
            countries.fig_estimate_countries_title,
            money.fig_estimate_income_title,
        )
        for outcome, chance in (
            ("fewer", 0.329),
            ("open", 0.33),
            ("open", 0.659),
            ("as many", 0.66),
        )
    ],
]
