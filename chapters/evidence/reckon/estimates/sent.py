"""People ever sent and their postings, from the stock abroad and the stay of one posting.

A posting is one person abroad once. In a year, those abroad serve as many worker-years as the stock
is high. Worker-years divided by the mean stay are the postings served; those who are abroad have,
on average, half of theirs before them. Several postings can be one person's.
"""

import numpy as np
import pandas as pd

from evidence.ledger import tables
from evidence.reckon import flows
from evidence.reckon.estimates.draws import Draw

START, STUDY_END = 1960.0, 2000.5  # the years of the study on the early missions
TO_COME = 0.5  # of a posting of those abroad


def documented() -> pd.DataFrame:
    """The documented stock at mid-year, from its first year to its last, and the worker-years since
    then: time (decimal years), low, high (people), years_low, years_high (worker-years)."""
    stock = flows.stock_envelope(tables.claims(measure="workers_abroad", scope="world"))
    stated = stock["year"] + 0.5
    times = np.arange(stated.min(), stated.max() + 0.5)
    years = [(0.0, 0.0), *(flows.worker_years(stock, times[0], end) for end in times[1:])]
    both = {side: np.interp(times, stated, stock[side]) for side in ("low", "high")}
    low, high = np.array(years).T
    return pd.DataFrame({"time": times, **both, "years_low": low, "years_high": high})


def near(known: pd.DataFrame, *when: float) -> pd.DataFrame:
    """The rows of `documented` that are needed for some times (decimal years): the first, and those
    less than a year away. To reckon with them gives the same at these times, and is quick."""
    close = [abs(known["time"] - time) < 1 for time in when]
    return known[np.any(close, axis=0) | (known.index == 0)]


def times(known: pd.DataFrame) -> np.ndarray:
    """When the model reckons, in decimal years: the start, the study's end, each year `known`."""
    return np.array([START, STUDY_END, *known["time"]])


def stock_and_years(draw: Draw, known: pd.DataFrame) -> tuple[np.ndarray, np.ndarray]:
    """The stock (people) and the worker-years since the start, one row a draw, at `times`.

    The documented stock lies somewhere between the lowest and the highest stated, in all years at
    the same place; before the study's end it is level, and then it runs straight to the first one.
    """
    early = draw("early_stock")[:, None]
    place, scale = draw("stock_place")[:, None], draw("stock_scale")[:, None]
    low, high, years_low, years_high = (
        known[name].to_numpy() for name in ("low", "high", "years_low", "years_high")
    )
    stock = scale * (low + place * (high - low))
    late = scale * (years_low + place * (years_high - years_low))
    study = early * (STUDY_END - START)
    between = (early + stock[:, :1]) / 2 * (known["time"].iloc[0] - STUDY_END)
    years = np.hstack([np.zeros_like(early), study, study + between + late])
    return np.hstack([np.zeros_like(early), early, stock]), years


def postings(draw: Draw, known: pd.DataFrame) -> np.ndarray:
    """Postings begun since the start, one row a draw, at `times`. No total falls."""
    stock, years = stock_and_years(draw, known)
    begun = years / draw("stay")[:, None] + TO_COME * stock
    return np.maximum.accumulate(begun, axis=1) * (1 + draw("short_share")[:, None])


def people(draw: Draw, known: pd.DataFrame) -> np.ndarray:
    """People ever sent, one row a draw, at `times`."""
    return postings(draw, known) / (1 + draw("further_missions")[:, None])


def at(table: np.ndarray, known: pd.DataFrame, time: float) -> np.ndarray:
    """The draws of a table at `times` for one time between, along a straight line.

    Raises ValueError for a time outside them.
    """
    knots = times(known)
    if not knots[0] <= time <= knots[-1]:
        raise ValueError(f"the model runs from {knots[0]:g} to {knots[-1]:g}, not to {time:g}")
    after = max(int(np.searchsorted(knots, time)), 1)
    share = (time - knots[after - 1]) / (knots[after] - knots[after - 1])
    return table[:, after - 1] * (1 - share) + table[:, after] * share


def doctor_counts() -> dict[str, str]:
    """The claims on the doctors there were to send and on those said to be sent, by part.

    Those of 1959 who left are a prior here, since later accounts differ.
    """
    parts = tables.judged_parts("every-doctor")
    return {part: parts[part][0] for part in ("graduated", "before", "foreign", "sent")}


def every_doctor(draw: Draw, counts: dict[str, str]) -> np.ndarray:
    """Every doctor whom Cuba ever had to send: graduates and those of 1959 who stayed, without the
    foreigners among the graduates. Nobody is taken to have died, left or refused; `counts` as
    doctor_counts."""
    graduates, before, foreign = (draw(counts[name]) for name in ("graduated", "before", "foreign"))
    return graduates + draw("stayed_doctors") * before - draw("foreign_counted") * foreign


def doctors(draw: Draw, known: pd.DataFrame, time: float, counts: dict[str, str]) -> np.ndarray:
    """Doctors ever sent by a time: a share of the people, and no more than there were."""
    sent = at(people(draw, known), known, time) * draw("doctors_sent")
    return np.minimum(sent, every_doctor(draw, counts))
