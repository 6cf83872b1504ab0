"""The pandemic: brigades counted by date, teams counted by several sources, vaccines, deaths."""

import math
import re
from calendar import monthrange
from datetime import date

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import FuncFormatter

from . import charts, plots, tables, totals, words
from .bounds import Interval, of, subtract, with_bounds
from .flows import dated, decimal_year

# Statements about one country whose dates lie at most this many days apart are taken to speak of
# one arrival. An assumption: change it here and rerun.
ARRIVAL_DAYS = 7
# The names that Cuban vaccines carry in the notes of the ledger.
VACCINE = re.compile(r"Abdala|Soberana (?:\d\d|Plus)")
CI = re.compile(r"Confidence interval \(95%\): ([\d.]+)-([\d.]*\d)")


def days(text: str) -> tuple[int, int]:
    """The first and the last day (as ordinals) that a partial date can mean."""
    year, *rest = (int(part) for part in text.split("-"))
    if not rest:
        return date(year, 1, 1).toordinal(), date(year, 12, 31).toordinal()
    if len(rest) == 1:
        last = monthrange(year, rest[0])[1]
        return date(year, rest[0], 1).toordinal(), date(year, rest[0], last).toordinal()
    day = date(year, *rest).toordinal()
    return day, day


def certain_falls(claims: pd.DataFrame) -> pd.DataFrame:
    """totals.falls, less the pairs whose dates are too vague to say which statement came first."""
    falls = totals.falls(claims)
    as_of = claims.set_index("id")["as_of"]
    known = [days(as_of[f.earlier])[1] < days(as_of[f.later])[0] for f in falls.itertuples()]
    return falls[pd.Series(known, index=falls.index, dtype=bool)].reset_index(drop=True)


def floor(claims: pd.DataFrame) -> pd.DataFrame:
    """The least that a running total can be: time (decimal years), low (the claims' unit).

    A statement counts from the last day that its date can mean; vague ones count for nothing.
    """
    rows = with_bounds(claims[(claims["as_of"] != "") & (claims["qualifier"] != "vague")])
    rows = rows.assign(last=rows["as_of"].map(lambda text: days(text)[1])).sort_values("last")
    time = rows["last"].map(lambda day: decimal_year(date.fromordinal(day).isoformat()))
    return pd.DataFrame({"time": time, "low": rows["low"].cummax()}).reset_index(drop=True)


def running_sentence(below: int, below_state: int) -> str:
    """What certain falls say, of all publishers and of the Cuban state's own statements."""
    if not below:
        return "No dated total is certainly lower than an earlier one."
    if not below_state:
        return (
            "Some totals are certainly lower than earlier ones, but only where different "
            "publishers are compared: the Cuban state’s own totals never fall."
        )
    return (
        "Some totals are certainly lower than earlier ones, and not only where different "
        "publishers are compared."
    )


def arrivals(claims: pd.DataFrame, gap: int = ARRIVAL_DAYS) -> pd.DataFrame:
    """Claims of team sizes gathered into arrivals: one row a country and date.

    `claims`: brigade_size_epidemic, and brigade_doctors_epidemic, which counts only where nobody
    gives a size. Statements dated by year alone are set aside where the country has a better
    dated one, because they may cover several arrivals. An open end is closed at the figure
    stated. Returns country_iso3, when (first partial date), ids (list), sources (how many),
    lowest, highest (people), agree (one number fits all statements).
    """
    rows = with_bounds(claims)
    rows["when"] = rows["date_start"].where(rows["date_start"] != "", rows["as_of"])
    rows = rows[rows["when"] != ""]
    rows["first"], rows["last"] = zip(*rows["when"].map(days), strict=True)
    yearly = rows["when"].str.len() == 4
    dated = set(rows.loc[~yearly, "country_iso3"])
    rows = rows[~(yearly & rows["country_iso3"].isin(dated))]
    found = []
    for country, group in rows.sort_values(["first", "last", "id"]).groupby("country_iso3"):
        reach, batch = -math.inf, []
        for row in group.itertuples():
            if row.first > reach + gap and batch:
                found.append(_arrival(country, pd.DataFrame(batch)))
                batch = []
            batch.append(row)
            reach = max(reach, row.last) if len(batch) > 1 else row.last
        found.append(_arrival(country, pd.DataFrame(batch)))
    return pd.DataFrame(found)


def _arrival(country: str, batch: pd.DataFrame) -> dict:
    sizes = batch[batch["measure"] == "brigade_size_epidemic"]
    counted = batch if sizes.empty else sizes
    best = counted.loc[counted["when"].str.len().idxmax()]
    high = counted["high"].where(counted["high"] < math.inf, counted["value"])
    return {
        "country_iso3": country,
        "when": best["when"],
        "ids": list(counted["id"]),
        "sources": counted["source_id"].nunique(),
        "lowest": counted["low"].min(),
        "highest": high.max(),
        "agree": bool(counted["low"].max() <= counted["high"].min()),
    }


def enough(teams: Interval, total: Interval) -> str:
    """Whether the teams that sources name can make up a stated total."""
    if teams[0] > total[1]:
        return "The teams that the ledger names come to more than the total, which is too low."
    if teams[1] < total[0]:
        return (
            "The teams that the ledger names come to less than the total. The rest went in teams "
            "that the ledger does not have, or the total counts more than these teams; which of "
            "the two is not known."
        )
    return "The teams that the ledger names can make up the total."


def room(residual: Interval, smaller: str) -> str:
    """Whether a total leaves room for a part, from total - part: a sentence on `smaller`."""
    if residual[1] < 0:
        return f"The two totals conflict: no room is left for {smaller}."
    return f"The two totals fit: room is left for {smaller}."


def team_verdict(value: float, others: list[float], clinical: bool) -> tuple[str, str]:
    """Verdict on the size of one team: `others` are what other sources say, one number each.

    `clinical` says whether all members were doctors or nurses, as the document has it. Raises
    ValueError where nobody else counts.
    """
    if not others:
        raise ValueError("no other source gives a size")
    same = sum(other == value for other in others)
    if not same:
        return "contradicted", "No other source that gives the size of the team has this number."
    if same < len(others) and clinical:
        return "supported with a caveat", "Most sources have the number, but not all of them."
    if same == len(others) and clinical:
        return "supported", "Every source that gives the size of the team has this number."
    tail = "" if same == len(others) else ", and some sources have another size"
    return "supported with a caveat", (
        "Other sources confirm the size of the team, but not all of its members were "
        f"doctors or nurses{tail}."
    )


def named(notes: list[str]) -> list[str]:
    """The vaccines that notes name, each once, in order of the alphabet."""
    return sorted({name for note in notes for name in VACCINE.findall(note)})


def schedule(note: str) -> str:
    """The vaccines of one figure in the order its note names them, or what the note begins with."""
    return ", ".join(dict.fromkeys(VACCINE.findall(note))) or note.split(".")[0]


def confidence_interval(note: str) -> Interval | None:
    """The confidence interval that a note states, in percent, or None."""
    found = CI.search(note)
    return (float(found[1]), float(found[2])) if found else None


def products_verdict(names: list[str], makers_only: bool) -> tuple[str, str]:
    """Verdict on "multiple" vaccines: how many the ledger names, and who measured them."""
    if len(names) < 2:
        return "not checkable", "The ledger does not name more than one vaccine."
    if makers_only:
        return "supported", (
            "More than one Cuban vaccine is named with trial figures, so “multiple” holds. How "
            "well they protect is another question: those figures come from their makers’ trials "
            "alone."
        )
    return "supported", (
        "More than one Cuban vaccine is named with trial figures, and not only by its makers."
    )


def coverage_title(ministry: int, count: int) -> str:
    """How many of the figures of coverage go back to one counter, as a title."""
    if ministry > count / 2:
        return "Vaccination: most figures name one counter"
    return "Vaccination: most figures name no common counter"


def excess(during: float, before: list[float]) -> Interval:
    """Deaths of one year above each of the years before: the lowest and the highest difference."""
    if not before:
        raise ValueError("no year to compare with")
    return during - max(before), during - min(before)


def deaths_sentence(multiple: Interval) -> str:
    """What the ratio of the rise in all deaths to the official COVID-19 deaths says."""
    if multiple[0] >= 2:
        return (
            "In 2021 deaths from all causes rose by several times the number that was officially "
            "put down to COVID-19. How much of that was COVID-19 is not known."
        )
    if multiple[1] < 1:
        return "In 2021 deaths from all causes rose by less than the official COVID-19 deaths."
    return "In 2021 deaths from all causes rose by about as much as the official COVID-19 deaths."


def beyond_official(
    claims: pd.DataFrame, before: float, official: float, since_start: float
) -> set[str]:
    """The claims (ids) by which more people died than was officially put down to COVID-19.

    All deaths of a year fit where they exceed those of the year `before` by more than that year's
    `official` deaths; a modelled excess where it may exceed the official toll `since_start`; a
    multiple of the official toll where it is above one. Raises KeyError for another measure.
    """
    least = {
        "all_cause_deaths": before + official,
        "excess_deaths": since_start,
        "covid_deaths_multiple": 1.0,
    }
    rows = with_bounds(claims)
    return {r.id for r in rows.itertuples() if r.high > least[r.measure]}


def ranks_sentence(official: int, fall: int, count: int) -> str:
    """Where Cuba stands among `count` countries: rank 1 is the highest toll or deepest fall."""
    low_toll, deep_fall = official > count / 2, fall <= count / 2
    if low_toll and deep_fall:
        return "Low official deaths, a deep fall in life expectancy"
    if not low_toll and deep_fall:
        return "High official deaths and a deep fall in life expectancy"
    if low_toll:
        return "Low official deaths and a small fall in life expectancy"
    return "High official deaths, a small fall in life expectancy"


def fall_in_life(life: pd.DataFrame) -> pd.Series:
    """The deepest fall in life expectancy from 2019, in years, by iso3.

    `life`: rows iso3, year, value. Countries without 2019 or without 2020 and 2021 are left out.
    """
    wide = life.pivot(index="iso3", columns="year", values="value")
    return (wide[2019] - wide[[2020, 2021]].min(axis=1, skipna=False)).dropna()


def totals_title(claims: pd.DataFrame) -> str:
    """What became of the counts at work, as a title: `claims` of the three measures at work."""
    rows = dated(claims)
    fell = [g["value"].iloc[-1] < g["value"].max() for _, g in rows.groupby("measure")]
    return (
        "The totals sent pile up, the counts at work fall"
        if all(fell)
        else "Sent in all, and at work on a day"
    )


def draw_totals(figure: plt.Figure, what: list[tuple[str, str, str]]) -> pd.DataFrame:
    """One panel a row of `what` (label, measure sent, measure active): sent, and at work.

    The line is the least that the total can be by what was stated before; statements certainly
    below it are crosses. The time axis breaks after June 2021. Statements dated by year alone are
    left out. Returns the plotted rows.
    """
    figure.clear()
    grid = figure.subplots(
        len(what), 2, sharex="col", sharey="row", squeeze=False, width_ratios=[4.4, 1]
    )
    parts = []
    for (label, sent, active), (left, right) in zip(what, grid, strict=True):
        moved, stay = (
            rows[rows["as_of"].str.len() > 4]
            for rows in (tables.claims(measure=m, scope="world") for m in (sent, active))
        )
        below = set(certain_falls(moved)["later"])
        line = floor(moved)
        for axes in (left, right):
            # the total stands until the next statement, beyond the last one too
            axes.step([*line["time"], 2024], [*line["low"], line["low"].iloc[-1]], where="post",
                      color=charts.BLUE, lw=1, alpha=0.5)  # fmt: skip
            for row in with_bounds(pd.concat([moved, stay])).itertuples():
                kind = "active" if row.measure == active else "below" if row.id in below else "sent"
                _mark(axes, row, kind)
            axes.set_ylim(0, moved["value"].max() * 1.2)
            axes.yaxis.set_major_formatter(FuncFormatter(lambda value, _: f"{value:,.0f}"))
        for axes, rows, text in ((right, moved, ""), (left, stay, " at work")):
            end = dated(rows).iloc[-1]
            plots.label(axes, end["time"], end["value"], words.number(end["value"]) + text,
                        -4 if axes is right else 7, -11 if axes is right else 0)  # fmt: skip
        left.set_title(label, loc="left", fontsize=10, fontweight=600)
        right.spines["left"].set_visible(False)
        right.tick_params(axis="y", length=0)
        parts += [moved.assign(certainly_below=moved["id"].isin(below)), stay]
    grid[-1][0].set_xlim(2020.18, 2021.48)
    grid[-1][0].set_xticks(
        [decimal_year(f"{d}-01") for d in ("2020-04", "2020-07", "2020-10", "2021-01", "2021-04")],
        ["Apr\n2020", "Jul", "Oct", "Jan\n2021", "Apr"],
    )
    grid[-1][1].set_xlim(2021.95, 2023.75)
    grid[-1][1].set_xticks([2022.5, 2023.5], ["2022", "2023"])
    return pd.concat(parts, ignore_index=True)


def _mark(axes: plt.Axes, row: tuple, kind: str) -> None:
    """One statement: a dot (sent), a cross (certainly below) or an open diamond (at work)."""
    first, last = (decimal_year(date.fromordinal(d).isoformat()) for d in days(row.as_of))
    style = {
        "sent": {"marker": "o", "color": charts.BLUE, "mec": "white", "ms": 4.5},
        "below": {"marker": "X", "color": charts.VERMILION, "mec": "white", "ms": 6.5},
        "active": {"marker": "D", "color": charts.GREY, "mfc": "white", "ms": 5},
    }[kind]
    time = (first + last) / 2
    if last > first:
        axes.hlines(row.value, first, last, style["color"], lw=0.8, alpha=0.5)
    axes.plot(time, row.value, ls="", zorder=4 if kind == "below" else 3, **style)
    if math.isinf(row.high):
        axes.annotate(
            "", (time, row.value), (0, 10), textcoords="offset points", annotation_clip=True,
            arrowprops={"arrowstyle": "<-", "color": style["color"], "lw": 0.8, "alpha": 0.7},
        )  # fmt: skip


def draw_stays(axes: plt.Axes, claims: pd.DataFrame, names: dict[str, str]) -> list[str]:
    """One line a place: filled marks for stays served, open ones for stays planned, in months.

    `claims`: brigade_stay_months and brigade_stay_planned_months; `names` gives the label of each
    place (column `place`). Returns the places from top to bottom.
    """
    order = claims.groupby("place")["value"].max().sort_values(kind="stable")
    stakes = tables.sources().set_index("source_id")["stake"]
    rows = claims.assign(group=claims["source_id"].map(stakes).map(plots.group_of))
    rows = rows.drop_duplicates(["place", "value", "measure", "group"])
    shared = rows.groupby(["place", "value"])
    rows["shift"] = (shared.cumcount() - (shared["id"].transform("size") - 1) / 2) * 0.42
    for row in rows.itertuples():
        height = order.index.get_loc(row.place) + row.shift
        colour, mark, _ = plots.GROUPS[row.group]
        planned = row.measure == "brigade_stay_planned_months"
        axes.plot(row.value, height, mark, color=colour, ms=6.5, mew=1, ls="",
                  mfc="white" if planned else colour, mec=colour if planned else "white",
                  zorder=4 if planned else 3)  # fmt: skip
        if row.qualifier == "more_than":
            axes.annotate(
                "", (row.value, height), (15, 0), textcoords="offset points",
                arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.9},
            )  # fmt: skip
    axes.set_yticks(range(len(order)), [names[place] for place in order.index])
    axes.set_ylim(len(order) - 0.4, -0.6)
    axes.grid(axis="x", visible=True)
    return list(order.index)


def served(claims: pd.DataFrame) -> Interval:
    """The shortest and the longest stay stated, in months; a hedge is not widened."""
    top = claims["value_high"].fillna(claims["value"])
    return claims["value"].min(), top.max()


def per_hundred_thousand(per_million: float) -> float:
    """A rate per million as a rate per 100,000."""
    return per_million / 10


def difference(more: str, less: str) -> Interval:
    """One claim less another (claim ids), as an interval."""
    return subtract(of(tables.claim(more)), of(tables.claim(less)))


def country_names() -> dict[str, str]:
    """Short country names by iso3: what stands before a bracket or a comma."""
    rows = tables.table("countries")
    short = rows["name"].str.split(r" \(|, | of America", regex=True).str[0]
    return dict(zip(rows["iso3"], short, strict=True))


def share_text(part: float, whole: float) -> str:
    """A share in words, rounded to a whole percent: "91 percent"."""
    return f"{words.number(round(part / whole * 100))} percent"
