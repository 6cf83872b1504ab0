"""When missions and teams began, drawn; and who dates the team in Algeria."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import hosts
from evidence.show import charts, marks, say, words
from evidence.themes.timeline import beginnings

said = say.of("timeline")
LANES = {"long-term": 0, "unspecified": 0, "disaster": 8, "epidemic": 14}
COLOURS = {"long-term": charts.BLUE, "disaster": charts.VERMILION, "epidemic": charts.GREY}
RISES = {"long-term": 2.6, "disaster": 1.8, "epidemic": 1.8}  # of a lane's name above its dots


def starts() -> pd.DataFrame:
    """Every stated start of a mission (beginnings.starts)."""
    return beginnings.starts(tables.claims(), tables.table("countries"))


def draw() -> None:
    """Show the chart of starts: a dot for each lasting mission and each year of a team."""
    events = beginnings.events(starts())
    shown = events.assign(lane=events["kind"].map(LANES))
    shown["place"] = shown["lane"] + beginnings.stack_places(shown, ["lane", "year"])
    figure, axes = charts.new(height=4.2)
    for kind in LANES:
        some = shown[shown["kind"] == kind]
        colour = COLOURS.get(kind, charts.BLUE)
        face = colour if kind in COLOURS else "white"
        axes.plot(some["year"], some["place"], "o", ms=4.2, color=colour, mfc=face, mew=0.8)
    for kind, rise in RISES.items():
        text = said("fig-starts", kind)
        axes.text(1958.6, LANES[kind] + rise, text, fontsize=9.5, va="center", weight=600)
    for row in shown.drop_duplicates("lane").itertuples():
        text = said("fig-starts", "dated", place=row.name, year=f"{row.year}")
        marks.label(axes, row.year, row.place, text, -4 if row.year > 2000 else 0, -10)
    axes.set(xlim=(1958, 2025), ylim=(-2.2, shown["place"].max() + 1), yticks=[])
    axes.grid(visible=False)
    title = beginnings.fig_starts_title(starts())
    lanes = f"{shown['lane'].nunique()}"
    kinds = "; ".join(told_kind(events, kind) for kind in hosts.KINDS)
    charts.worded(figure, "timeline", "fig-starts", shown, title=title, lanes=lanes, kinds=kinds)


def told_kind(events: pd.DataFrame, kind: str) -> str:
    """The dots of one kind of mission, in words, for the text in place of the chart."""
    years = events.loc[events["kind"] == kind, "year"]
    fills = {"number": f"{len(years)}", "first": f"{years.min()}", "last": f"{years.max()}"}
    return said("fig-starts", "dots", kind=kind, **fills)


def tell_algeria() -> None:
    """Show how many starts there are, and who besides the article dates the team in Algeria."""
    found = hosts.presences(tables.claims()).query("country_iso3 == 'DZA' and year == 1963")
    found = found[found["id"] != "pb-first-mission"]
    publishers = found.drop_duplicates("source_id")
    show.result("timeline-starts", words.number(len(starts())))
    number = words.number(len(publishers))
    show.result("timeline-algeria-sources", number, list(found["id"]))
    show.result("timeline-algeria-others", words.number(outside(publishers)))


def outside(publishers: pd.DataFrame) -> int:
    """How many of some rows, one a publisher, come from outside the Cuban state and its allies."""
    stakes = tables.sources().set_index("source_id")["stake"]
    own = tables.judged("cuban-account")
    return int((~publishers["source_id"].map(stakes).isin(own)).sum())
