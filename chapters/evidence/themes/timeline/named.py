"""The hosts that can be named one by one, against totals that come without names."""

from typing import Literal

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import hosts
from evidence.show import charts, marks, say, words
from evidence.themes.timeline import beginnings, openings

said = say.of("timeline")
TOTAL = "pb-countries"  # the article's total
NOW = 2025  # up to where the steps are drawn


def hosts_named() -> pd.DataFrame:
    """Every host that can be named (hosts.named_countries)."""
    return hosts.named_countries(tables.claims(), tables.table("countries"))


def first_starts() -> pd.Series:
    """For each country with a dated start its first year, by ISO 3166 code."""
    return openings.starts().groupby("iso3")["year"].min()


def tell() -> None:
    """Show how many hosts can be named, how, and how many are missing to the article's total."""
    named, claimed = hosts_named(), tables.claim(TOTAL)["value"]
    members = (named["un_member"] == 1).sum()
    others = hosts.others_name(named, tables.claims(), tables.sources()).sum()
    missing = max(claimed - len(named), 0)
    counts = {"named": len(named), "members": members, "territories": len(named) - members,
              "listed": (named["kinds"] == "listed").sum(), "others-name": others,
              "begun": len(first_starts())}  # fmt: skip
    for name, count in counts.items():
        show.result(f"timeline-{name}", words.number(count))
    show.result("timeline-missing", words.number(missing), [TOTAL])
    outcome = hosts.against_total(len(named), claimed)
    show.result("timeline-total-sentence", say.text("shared", "against_total", outcome), [TOTAL])


def fig_named_title(named: int, claimed: float) -> Literal["as many", "fewer"]:
    """Whether as many hosts can be named as are claimed."""
    return "as many" if named >= claimed else "fewer"


def counted() -> pd.DataFrame:
    """New hosts by period, counted and named (beginnings.counted_and_named)."""
    return beginnings.counted_and_named(tables.claims(), openings.starts())


def behind(closed: pd.DataFrame) -> pd.DataFrame:
    """The rows behind the chart: the named hosts, then the counts it draws beside them."""
    named, claims = hosts_named(), tables.claims().set_index("id")
    rows = named.assign(source_id=named["first_claim"].map(claims["source_id"]),
                        start=named["iso3"].map(first_starts()),
                        claims=named["claims"].map(" ".join))  # fmt: skip
    beside = tables.claims(id=[*closed["id"], TOTAL])
    columns = ["id", "value", "date_start", "date_end", "source_id"]
    return pd.concat([rows, beside[columns]])


def draw() -> None:
    """Show the chart of hosts named by year, with a start dated, and counted without names."""
    named, claimed, fig = hosts_named(), tables.claim(TOTAL)["value"], "fig-named"
    running, dated = hosts.running(named["first_year"]), hosts.running(first_starts())
    closed = counted().dropna(subset=["end"]).assign(total=lambda t: t["counted"].cumsum())
    figure, axes = charts.new(height=3.8)
    for line, width, colour in [(running, 2.2, charts.BLUE), (dated, 1.2, charts.GREY)]:
        years, totals = [*line["year"], NOW], [*line["total"], line["total"].iloc[-1]]
        axes.step(years, totals, where="post", color=colour, lw=width)
    ends = closed["end"].astype(int) + 1
    axes.plot(ends, closed["total"], "D", color=charts.VERMILION, ms=5, mec="white")
    axes.axhline(claimed, color=charts.VERMILION, lw=1, ls=(0, (4, 3)))
    top, low, last = running["total"].iloc[-1], dated["total"].iloc[-1], closed.iloc[-1]
    fills = {"total": f"{claimed:.0f}", "named": f"{top}", "dated": f"{low}",
             "year": f"{running['year'].max()}", "lasting": f"{last['total']}",
             "rise": f"{running.set_index('year')['new'].get(2020, 0)}"}  # fmt: skip
    for part, x, y, dx, dy in [
        ("the total", 1960, claimed, 2, 8), ("counted", last["end"] + 1, last["total"], -8, 8),
        ("named", NOW, top, -1, 10), ("dated", NOW, low, -1, -52),
    ]:  # fmt: skip
        marks.label(axes, x, y, said(fig, part, fills), dx, dy)
    axes.set(xlim=(1959, 2026), ylim=(0, claimed * 1.12), ylabel=said(fig, "y"))
    steps = (said(fig, "step", total=f"{r.total}", end=f"{r.end}") for r in closed.itertuples())
    title = fig_named_title(len(named), claimed)
    fills["steps"] = "; ".join(steps)
    charts.worded(figure, "timeline", fig, behind(closed), title=title, **fills)


def show_counts() -> None:
    """Show the table of periods, as counted without names and as dated one by one."""
    table = counted()
    outcome = beginnings.against_counts(table)
    show.result("timeline-counts-sentence", said("against_counts", outcome))
    rows = table.assign(
        period=[period(r.start, r.end) for r in table.itertuples()],
        counted=table["id"].map(show.claim),
        named=[said("not comparable") if n is pd.NA else words.number(n) for n in table["named"]],
    )
    show.worded(rows, "timeline", "tab-counted", right=("counted", "named"))


def period(start: int, end: int) -> str:
    """A period of years in words; `end` is NA where it goes on."""
    if end is pd.NA:
        return said("open period", start=f"{start}")
    return said("closed period", start=f"{start}", end=f"{end}")


def show_names() -> None:
    """Show the table of every host that can be named, by decade and region."""
    table = hosts.names_by_decade(hosts_named())
    table["number"] = table["number"].map(words.number)
    show.worded(table, "timeline", "tab-named", right=("number",))
