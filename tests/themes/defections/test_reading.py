"""What fills the sentences of the chapter. Which one is chosen: cases.py."""

import runpy
from pathlib import Path

from evidence.themes.defections import reading

cases = runpy.run_path(str(Path(__file__).with_name("cases.py")))
people, NO, YES, POSSIBLE = (cases[name] for name in ("people", "NO", "YES", "POSSIBLE"))


def test_the_readings_that_may_reach_the_number_are_quoted():
    fills = [
        reading.doctors_reach(people(*ends), cases["CLAIMED"])[1]["readings"]
        for ends in ((NO, NO, YES), (POSSIBLE, NO, YES))
    ]
    assert fills == ["“each approval one doctor”", "“doctors only” and “each approval one doctor”"]


def test_unknown_years_are_counted():
    fills = reading.fig_years_parole_title(cases["series"](1.0, float("nan"), float("nan")))[1]
    assert fills == {"unknown": "2", "all": "3"}
