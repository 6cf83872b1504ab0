"""What `reckon.doctors` found, in sentences."""

import pandas as pd

from evidence.reckon.doctors import NOT_BELOW
from evidence.show import words


def findings_sentence(rows: pd.DataFrame) -> str:
    """What the findings of `checked` say of the numbers called doctors; holds no number."""
    other = rows["finding"] == NOT_BELOW
    if not other.any():
        return "No number said of doctors is as high as some number of all health workers."
    many = "Most" if other.mean() > 0.5 else "Some"
    return f"{many} numbers said of doctors are as high as some number of all health workers."


def beside_sentence(alone: pd.DataFrame) -> str:
    """Which of `shares` rest on a total of another year, and what they are then."""
    beside = alone[~alone["own_total"]]
    if beside.empty:
        return "Each of them has a total of doctors for its own year."
    years = words.listed([str(year) for year in sorted(set(beside["year"]))])
    share = words.spread((beside["share_low"].min(), beside["share_high"].max()))
    return (
        f"For {years} no total of doctors was found: on the totals of the years beside it the "
        f"share would be {share} percent, and doctors at home are not reckoned."
    )
