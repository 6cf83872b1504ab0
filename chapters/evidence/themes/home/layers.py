"""Layers of care as counted: what is printed and drawn of them, and who sits in the offices."""

import pandas as pd

from evidence import assumptions, show
from evidence.ledger import tables
from evidence.show import charts, marks, say, words
from evidence.themes.home import facilities, home_charts, series

said = say.of("home")
FIG = "fig-home-layers"
# the measure of each layer that is drawn
LAYERS = {
    "offices": "family_doctor_offices",
    "polyclinics": "polyclinics",
    "hospitals": "hospitals",
}


def peaks() -> dict[str, pd.Series]:
    """Each layer's highest and latest count: facilities.since_peak."""
    return {n: facilities.since_peak(tables.claims(measure=m)) for n, m in LAYERS.items()}


def moves() -> dict[str, str]:
    """Whether each layer held: facilities.moved."""
    return {name: facilities.moved(peak["change"]) for name, peak in peaks().items()}


def tell() -> None:
    """Show by how much each layer changed since its peak, and what counts as held."""
    for name, peak in peaks().items():
        change = f"{peak['change']:+.0f}%".replace("-", "−")
        show.result(f"home-{name}-change", change, [peak["peak"], peak["latest"]])
    show.result("home-held", f"{assumptions.held:.0f}%")


def told_layer(name: str, peak: pd.Series) -> str:
    """A layer's highest and latest count, in words, for the text in place of the chart."""
    ends = {end: marks.tell(tables.claim(peak[end])) for end in ("peak", "latest")}
    return said(FIG, "layer", ends, name=said(FIG, "names", name))


def draw() -> None:
    """Show the chart of every dated count, a panel a layer."""
    found = peaks()
    figure, _ = charts.new(height=4.6)
    drawn = home_charts.draw_layers(figure, LAYERS, found)
    title, fills = facilities.fig_home_layers_title(moves())
    fills["layers"] = "; ".join(told_layer(name, peak) for name, peak in found.items())
    charts.worded(figure, "home", FIG, drawn, title=title, panels=f"{len(LAYERS)}", **fills)


def tell_family_doctors() -> None:
    """Show how many people there were for each family doctor, and their share of all doctors."""
    people = series.people()
    for year, (claim_id,) in tables.judged_parts("family-doctors").items():
        each = people[int(year)] / tables.claim(claim_id)["value"]
        show.result(f"home-people-{year}", words.number(round(each)), [claim_id])
    share = (
        100
        * tables.claim("family-doctors-total.cuba.2017.diario-cuba")["value"]
        / tables.claim("doctors-total.cuba.2017.who-gho")["value"]
    )
    show.result(
        "home-family-share",
        f"{share:.0f}%",
        ["family-doctors-total.cuba.2017.diario-cuba", "doctors-total.cuba.2017.who-gho"],
    )
