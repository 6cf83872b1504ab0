"""What chooses the sentences of the chapter, each outcome once at least."""

import pandas as pd

from evidence.themes.defections import reading, verdict

CLAIMED = (7000.0, float("inf"))


def people(*ends):
    """Readings of doctors with these ends, after one of workers that must not count."""
    names = ["doctors", "doctors and families", "all doctors"]
    rows = [(name, True, *pair) for name, pair in zip(names, ends, strict=False)]
    columns = ["reading", "of_doctors", "low", "high"]
    return pd.DataFrame([("workers", False, 7000.0, 7000.0), *rows], columns=columns)


def series(*lows):
    return pd.DataFrame({"low": lows})


NO, POSSIBLE, YES = (1.0, 7000.0), (7000.0, 7001.0), (7001.0, 7002.0)
CASES = [
    (verdict.counted_otherwise, "lower", (7000, 8000), 6999, True),
    (verdict.counted_otherwise, "same unit", (7000, 8000), 7000, True),
    (verdict.counted_otherwise, "same unit", (7000, 8000), 9000, True),
    (verdict.counted_otherwise, "other unit", (7000, 8000), 7117, False),
    (verdict.counted_otherwise, "unlike", (7000, 8000), 6999, False),
    (verdict.counted_otherwise, "unlike", (7000, 8000), 8001, False),
    (reading.reaches, "yes", YES, CLAIMED),
    (reading.reaches, "possible", POSSIBLE, CLAIMED),
    (reading.reaches, "no", NO, CLAIMED),
    (reading.reaches, "no", (7000.0, 7000.0), CLAIMED),
    (reading.doctors_reach, "all", people(YES, YES), CLAIMED),
    (reading.doctors_reach, "none", people(NO, NO), CLAIMED),
    (reading.doctors_reach, "some", people(NO, YES), CLAIMED),
    (reading.doctors_reach, "some", people(NO, YES, YES), CLAIMED),
    (reading.doctors_reach, "nobody but doctors", people(NO, NO, YES), CLAIMED),
    (reading.doctors_reach, "some", people(POSSIBLE, POSSIBLE), CLAIMED),
    (reading.fig_parole_title, "of its own", True),
    (reading.fig_parole_title, "of another", False),
    (reading.fig_years_parole_title, "all known", series(0.0, 5.0)),
    (reading.fig_years_parole_title, "some unknown", series(0.0, float("nan"))),
]
