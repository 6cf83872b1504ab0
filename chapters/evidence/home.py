"""Care at home: facilities, doctors at home, rank among countries, and what nobody counts.

All intervals are (low, high) pairs or columns. Densities are per 1,000 inhabitants.
"""

import pandas as pd

from . import bounds
from .bounds import Interval
from .flows import dated, stock_envelope

# Fewest countries that a year must have for a rank among them to be worth stating.
LEAST_COUNTRIES = 100
# Change from its peak, in percent, within which a number of facilities counts as held.
HELD = 10.0
# Share of all doctors, in percent, from which this report calls the number abroad high. The
# documents give no threshold, so this is an assumption; change it here and rerun.
HIGH_SHARE = 10.0
# Words in `attributed_to` by which Cuban officials are known as the origin of a statement.
OFFICIALS = "MINSAP|health minist|BioCubaFarma|Cuban officials|ONEI"
DOCTORS, WORKERS = "doctors counted", "health workers only"


def originals(claims: pd.DataFrame, repeats: pd.DataFrame) -> pd.DataFrame:
    """The claims that are not known to repeat another one (`repeats` has claim)."""
    return claims[~claims["id"].isin(repeats["claim"])].reset_index(drop=True)


def doctors_only(doctors: pd.DataFrame, workers: pd.DataFrame) -> pd.DataFrame:
    """Dated claims of doctors abroad, with `year` and a `finding` on whether they can be doctors.

    A number of doctors that is not below every number of all health workers abroad in its year
    counts something else: "as many as all health workers". "no count to compare" where the year
    has none; else "kept". `workers` is a flows.stock_envelope.
    """
    rows = dated(doctors[doctors["qualifier"] != "vague"])
    rows = rows.assign(year=rows["time"].astype(int))
    least = rows["year"].map(workers.set_index("year")["low"])
    stated = rows["value_high"].fillna(rows["value"])
    finding = pd.Series("kept", index=rows.index)
    finding[stated >= least] = "as many as all health workers"
    finding[least.isna()] = "no count to compare"
    return rows.assign(finding=finding)


def inhabitants(claims: pd.DataFrame, series: pd.DataFrame) -> pd.DataFrame:
    """Population by year over all who state one: year, low, high. `series` has year, value."""
    stated = stock_envelope(claims)[["year", "low", "high"]]
    return _hull(stated, series.assign(low=series["value"], high=series["value"]))


def totals(claims: pd.DataFrame, density: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Doctors in the national count: year, low, high, over all who state one.

    `density` (year, value per 1,000) and `people` (year, value) are of one publisher, so that
    their product is the publisher's headcount; `claims` are headcounts.
    """
    heads = density.merge(people, on="year", suffixes=("", "_people"))
    heads = heads.assign(low=heads["value"] * heads["value_people"] / 1000)
    return _hull(stock_envelope(claims), heads.assign(high=heads["low"]))


def _hull(*parts: pd.DataFrame) -> pd.DataFrame:
    """The lowest low and the highest high of each year."""
    both = pd.concat([part[["year", "low", "high"]].astype(float) for part in parts])
    both["year"] = both["year"].astype(int)
    return both.groupby("year", as_index=False).agg({"low": "min", "high": "max"})


def abroad(
    counts: pd.DataFrame,
    worker_shares: pd.DataFrame,
    doctor_shares: pd.DataFrame,
    workers: pd.DataFrame,
    totals: pd.DataFrame,
) -> pd.DataFrame:
    """Doctors abroad as an interval for each year: year, low, high, basis.

    Known from counts of doctors (of doctors_only, those kept), from their share of the health
    workers abroad (`worker_shares`, percent) and from the share of all doctors that is abroad
    (`doctor_shares`, percent). An open end is closed at the number of health workers abroad, for
    doctors are part of them. A year that has nothing but that number gets 0 to that number.
    """
    ceiling = workers.set_index("year")
    every = totals.set_index("year")
    found = []
    for row in counts[counts["finding"] == "kept"].to_dict("records"):
        low, high = bounds.of(row)
        found.append((row["year"], low, min(high, ceiling.loc[row["year"], "high"])))
    for shares, base in ((worker_shares, ceiling), (doctor_shares, every)):
        for row in dated(shares).to_dict("records"):
            year = int(row["time"])
            if year in base.index:
                low, high = bounds.scale(bounds.of(row), 0.01)
                found.append((year, low * base.loc[year, "low"], high * base.loc[year, "high"]))
    table = pd.DataFrame(found, columns=["year", "low", "high"])
    table = table.groupby("year", as_index=False).agg({"low": "min", "high": "max"})
    table["basis"] = DOCTORS
    rest = workers[~workers["year"].isin(table["year"])]
    rest = rest.assign(low=0.0, basis=WORKERS)[["year", "low", "high", "basis"]]
    return pd.concat([table, rest]).sort_values("year").reset_index(drop=True)


def at_home(totals: pd.DataFrame, abroad: pd.DataFrame, people: pd.DataFrame) -> pd.DataFrame:
    """Doctors at home per 1,000 inhabitants, where the count of doctors includes those abroad.

    All three have year, low, high. Returns year, low, high, basis, total_low, total_high (per
    1,000, those abroad included), share_low, share_high (percent of all doctors abroad).
    """
    found = []
    for row in abroad.itertuples():
        total, persons = (t[t["year"] == row.year] for t in (totals, people))
        if total.empty or persons.empty:
            continue
        heads, inhabitants = ((t["low"].item(), t["high"].item()) for t in (total, persons))
        left = bounds.subtract(heads, (row.low, row.high))
        left = tuple(max(end, 0.0) for end in left)
        home = bounds.scale(bounds.divide(left, inhabitants), 1000)
        stated = bounds.scale(bounds.divide(heads, inhabitants), 1000)
        share = bounds.scale(bounds.divide((row.low, row.high), heads), 100)
        found.append((row.year, *home, row.basis, *stated, *share))
    columns = "year low high basis total_low total_high share_low share_high"
    return pd.DataFrame(found, columns=columns.split())


def trend(before: Interval, after: Interval) -> str:
    """ "fell" or "rose" where no member of the intervals contradicts it, else "not decided"."""
    if after[1] < before[0]:
        return "fell"
    return "rose" if after[0] > before[1] else "not decided"


def latest_year(rows: pd.DataFrame, iso3: str, least: int = LEAST_COUNTRIES) -> int:
    """The latest year in which `iso3` and at least `least` countries have a value.

    Raises ValueError where there is none.
    """
    counts = rows.groupby("year")["iso3"].nunique()
    years = set(rows.loc[rows["iso3"] == iso3, "year"]) & set(counts.index[counts >= least])
    if not years:
        raise ValueError(f"no year has {iso3} and {least} countries")
    return int(max(years))


def rank(others: pd.Series, figure: Interval) -> tuple[int, int]:
    """Best and worst place that a figure can take among the values of the other countries."""
    return 1 + int((others > figure[1]).sum()), 1 + int((others > figure[0]).sum())


def places(ends: tuple[int, int]) -> str:
    """A rank in words: "first", "between first and eighth", "in place 12"."""
    names = dict(
        enumerate("first second third fourth fifth sixth seventh eighth ninth tenth".split(), 1)
    )
    best, worst = (names.get(place, f"place {place}") for place in ends)
    return best if best == worst else f"between {best} and {worst}"


def since_peak(claims: pd.DataFrame) -> pd.Series:
    """The highest and the latest dated count, by id, and the change between them in percent.

    Raises ValueError where no claim is dated.
    """
    rows = dated(claims[claims["qualifier"] != "vague"])
    if rows.empty:
        raise ValueError("no dated count")
    top, last = rows.loc[rows["value"].idxmax()], rows.iloc[-1]
    change = (last["value"] / top["value"] - 1) * 100
    return pd.Series({"peak": top["id"], "latest": last["id"], "change": change})


def moved(change: float, held: float = HELD) -> str:
    """ "fell" where a number stands more than `held` percent below its peak, else "held"."""
    return "fell" if change < -held else "held"


def layers_title(moves: dict[str, str]) -> str:
    """The message of the facilities chart, from `moved` for each layer, by name."""
    groups = {how: [n for n, m in moves.items() if m == how] for how in ("fell", "held")}
    fell, held = (" and ".join(names) for names in groups.values())
    parts = [f"{fell} fell from their peak" if fell else "", f"{held} held" if held else ""]
    text = "; ".join(part for part in parts if part)
    return text[0].upper() + text[1:]


def home_title(late: str, first: int, last: int, later: int) -> str:
    """The message of the chart of doctors at home, from the trend between two years.

    `later` is the number of years after `last` in which the doctors abroad were not counted.
    """
    text = {
        "rose": f"More doctors at home in {last} than in {first}",
        "fell": f"Fewer doctors at home in {last} than in {first}",
        "not decided": f"Doctors at home, {first} to {last}: direction not decided",
    }[late]
    return text + ("; since then, not known" if later else "")


BECAME = {
    "fell": "became fewer",
    "rose": "became more",
    "not decided": "cannot be said to have become fewer or more",
}


def turned(values: pd.Series) -> tuple[int, str]:
    """The last year of the lowest value and whether the end stands above it: "rose" or "low".

    `values` is indexed by year, in order.
    """
    lowest = int(values.index[values == values.min()][-1])
    return lowest, "rose" if values.iloc[-1] > values.min() else "low"


def infant_title(lowest: int, direction: str) -> str:
    """The message of the infant mortality chart."""
    if direction == "rose":
        return f"Infant mortality in Cuba rose again after {lowest}"
    return "Infant mortality in Cuba has not risen again"


def infant_gap(stated: pd.Series, series: pd.Series) -> pd.DataFrame:
    """Stated rates beside a series of the same years: year, stated, series, gap.

    Both are indexed by year; a year may be stated more than once.
    """
    rows = stated.rename("stated").rename_axis("year").reset_index()
    rows = rows[rows["year"].isin(series.index)]
    rows["series"] = rows["year"].map(series)
    return rows.assign(gap=rows["stated"] - rows["series"]).reset_index(drop=True)


def gap_words(gaps: pd.Series) -> list[str]:
    """The widest gap on either side: ["up to 1.3 below", "up to 2.0 above"]; none, ["nothing"]."""
    sides = {"below": -gaps.min(), "above": gaps.max()}
    return [f"up to {gap:.1f} {side}" for side, gap in sides.items() if gap > 0] or ["nothing"]


def under(limit: float) -> str:
    """An upper limit on heads, rounded down to hundreds: "under 13,400"."""
    return f"under {limit // 100 * 100:,.0f}" if limit >= 100 else "none"


def beside(figure: Interval, other: float) -> str:
    """Where a figure stands against another: "below", "above" or "on both sides of"."""
    if figure[1] < other:
        return "below"
    return "above" if figure[0] > other else "on both sides of"


def loss_against_abroad(loss: float, abroad: Interval) -> str:
    """A fall in the count of doctors beside the number of all health workers abroad."""
    if loss > abroad[1]:
        return "is larger than the number of all health workers abroad at its end"
    if loss < abroad[0]:
        return "is smaller than the number of all health workers abroad at its end"
    return "is of the size of the number of all health workers abroad at its end"


def verdict_layers(sources: dict[str, int], moves: dict[str, str]) -> tuple[str, str]:
    """Verdict on the described layers of care: sources that count each layer, and its `moved`."""
    if min(sources.values()) < 2:
        return "not checkable", (
            "At least one layer that the page describes is counted by fewer than two sources."
        )
    if "fell" in moves.values():
        return "supported with a caveat", (
            "Every layer that the page describes is counted by several sources. But the counts "
            "say how many places there are, not how many are staffed and supplied, and not every "
            "layer has kept its size."
        )
    return "supported", (
        "Every layer that the page describes is counted by several sources, and none has shrunk."
    )


def verdict_abroad(share: Interval) -> tuple[str, str]:
    """Verdict on "high numbers" of doctors abroad, from their share of all doctors, percent."""
    if share[0] >= HIGH_SHARE:
        return "supported with a caveat", (
            "In every year with a usable count the share of doctors abroad is above a threshold "
            "that this report set; the article gives no number and nothing to compare with."
        )
    if share[1] < HIGH_SHARE:
        return "contradicted", (
            "In every year with a usable count the share of doctors abroad is below this report’s "
            "threshold for high; the article gives no number."
        )
    return "not checkable", "The counts do not decide whether the share abroad is high."


def verdict_thinner(
    share: Interval, early: str, late: str, whole: str, years: tuple[int, int, int]
) -> tuple[str, str]:
    """Verdict on "lower numbers" at home: against no missions (share) and against before.

    `share`: percent of doctors abroad. `early`, `late`, `whole`: trend of doctors at home between
    the first and second, second and third, first and third of `years`; the first has no count of
    doctors abroad, only an assumption.
    """
    first, second, third = years
    past = (
        f"From {first} to {second} doctors at home {BECAME[early]} for the population, on an "
        f"assumption about {first}; from {second} to {third} they {BECAME[late]}, and from "
        f"{first} to {third} they {BECAME[whole]}, by the official count."
    )
    if share[0] <= 0:
        return "not checkable", f"Whether doctors are missing at home is not known. {past}"
    start = (
        "Whether there would be more doctors at home without the missions is not known: what "
        "those abroad would do otherwise cannot be counted. Against earlier years: "
    )
    if early == late == whole == "rose":
        return "contradicted", start + past
    if "fell" in (late, whole):
        return "supported with a caveat", start + past
    return "not checkable", start + past


def verdict_unmeasured(national: int, accounts: int, subject: str) -> tuple[str, str]:
    """Verdict on a statement about access: `national` statistics and others' single accounts."""
    if national:
        return "supported with a caveat", (
            f"The ledger has a national count of {subject}, which says more than the author’s word."
        )
    rest = (
        "The ledger has single accounts by others, which do not agree and measure nothing."
        if accounts
        else "The ledger has nobody else’s account."
    )
    return "not checkable", (
        f"The author reports what she saw or was told. No national count of {subject} was found. "
        + rest
    )


def verdict_hardship(official: int, others: int) -> tuple[str, str]:
    """Verdict on hardships laid to the embargo, from who states shortages of care."""
    if official and others:
        return "supported with a caveat", (
            "That care is short of much is stated by Cuban officials and by critics alike. That "
            "the embargo is the cause is the page’s word; nothing in this chapter tests it."
        )
    return "not checkable", "Shortages are stated by one side only."
