"""What the recorded exports come to for each worker-year, and what of it reaches the worker."""

import numpy as np
import pandas as pd

from evidence.ledger import tables
from evidence.reckon import bounds
from evidence.reckon.estimates import sent
from evidence.reckon.estimates.draws import Draw

MONTHS = 12
RECORDED = "health_services_exports"


def recorded() -> pd.DataFrame:
    """The years on record: year, low, high (dollars)."""
    rows = bounds.with_bounds(tables.claims(measure=RECORDED))
    rows = rows.assign(year=rows["date_start"].str[:4].astype(int))
    return rows.groupby("year", as_index=False).agg({"low": "min", "high": "max"})


def needed(known: pd.DataFrame, records: pd.DataFrame) -> pd.DataFrame:
    """The rows of sent.documented that the years on record need."""
    years = list(records["year"])
    return sent.near(known, *years, years[-1] + 1)


def served(draw: Draw, known: pd.DataFrame, years: list[int]) -> dict[int, np.ndarray]:
    """Worker-years served in each of some calendar years."""
    _, area = sent.stock_and_years(draw, known)
    return {year: sent.at(area, known, year + 1) - sent.at(area, known, year) for year in years}


def per_worker(draw: Draw, known: pd.DataFrame, records: pd.DataFrame) -> np.ndarray:
    """Dollars exported for each worker-year, all recorded years together; tables as above."""
    years = sum(served(draw, known, list(records["year"])).values())
    total = (records["low"] + records["high"]).sum() / 2
    return draw("earned_abroad") * total / years


def reaches(draw: Draw, known: pd.DataFrame, records: pd.DataFrame) -> np.ndarray:
    """The percentage of it that the worker receives."""
    return 100 * MONTHS * draw("worker_pay") / per_worker(draw, known, records)


def paid() -> pd.DataFrame:
    """What hosts are documented to pay for one worker, a year: the claims with low and high."""
    rows = bounds.with_bounds(tables.claims(measure="host_pays_per_worker_usd"))
    return rows.assign(low=rows["low"] * MONTHS, high=rows["high"] * MONTHS)


def income(draw: Draw, known: pd.DataFrame, records: pd.DataFrame) -> np.ndarray:
    """What a year would have brought at the rate of those on record, on the terms of one year:
    dollars, a row a draw, at the times of sent.documented."""
    stock, _ = sent.stock_and_years(draw, known)
    rate = draw("year_terms") * per_worker(draw, known, records) / draw("earned_abroad")
    return stock[:, -len(known) :] * rate[:, None]


def without_each(draw: Draw, known: pd.DataFrame, records: pd.DataFrame) -> dict[int, np.ndarray]:
    """What each year on record would have brought by the other years alone, dollars, by year."""
    found, years = {}, served(draw, known, list(records["year"]))
    for year in records["year"]:
        others = records[records["year"] != year]
        rate = draw("year_terms") * per_worker(draw, known, others) / draw("earned_abroad")
        found[year] = rate * years[year]
    return found
