"""What the end of the missions explains of the fall from 2017 to March 2020."""

from evidence import show
from evidence.ledger import tables
from evidence.reckon import bounds, doctors, flows
from evidence.reckon.bounds import Interval
from evidence.show import charts, marks, say, words
from evidence.themes.abroad import abroad, falls, stock

said = say.of("abroad")
START, EVE = "2017", "2020-03"
MISSIONS = ("Brazil", "Bolivia", "Ecuador", "Venezuela")
COLOURS = {
    "fall": charts.BLUE,
    **dict.fromkeys(("brazil", "small", "venezuela"), charts.VERMILION),
    "left": charts.GREY,
    "lower": "#9DB7C9",
}


def stated(*ids: str) -> Interval:
    """Lowest to highest that these claims state."""
    return abroad.span(tables.claims(id=list(ids)))


def cuban(year: str) -> Interval:
    """Lowest to highest that the Cuban statements of a year state."""
    rows = stock.of(abroad.CUBAN_STATE)
    return abroad.span(rows[rows["as_of"].str.startswith(year)])


def eve() -> Interval:
    """Lowest to highest that Cuban statements of the month before the pandemic brigades state."""
    rows = stock.of(abroad.CUBAN_STATE)
    return abroad.span(rows[rows["as_of"] == EVE])


def pieces() -> dict[str, Interval]:
    """The fall by Cuban statements and what missions took of it: by the keys of COLOURS.

    `left` is what none of them explains, `lower` the fall from the lower number of 2017.
    """
    parts, end = tables.judged_parts("fall-abroad"), eve()
    fall, brazil = bounds.subtract(cuban(START), end), stated(*parts["Brazil"])
    small = bounds.add(stated(*parts["Bolivia"]), stated(*parts["Ecuador"]))
    most = stated(*parts["Venezuela before"])[1] - stated(*parts["Venezuela after"])[0]
    venezuela = (0.0, most)  # its last number has an open end
    return {
        "fall": fall,
        "brazil": brazil,
        "small": small,
        "venezuela": venezuela,
        "left": falls.remainder(fall, [brazil, small, venezuela]),
        "lower": bounds.subtract(stated(*parts["lower start"]), end),
    }


def weight(found: dict[str, Interval]) -> str:
    """How much of the fall the mission in Brazil was; `found` as pieces."""
    return said("weight", *falls.weight(doctors.percent(found["brazil"], found["fall"])))


def tell(found: dict[str, Interval]) -> None:
    """Show the fall and how much of it each mission was; `found` as pieces."""
    parts = tables.judged_parts("fall-abroad")
    brazil, small = parts["Brazil"], [*parts["Bolivia"], *parts["Ecuador"]]
    fall, lower = parts["by Cuban statements"], parts["lower start"]
    venezuela = [*parts["Venezuela before"], *parts["Venezuela after"]]
    years = list(flows.stock_envelope(stock.of(abroad.CUBAN_STATE))["year"])
    show.result("abroad-onset", said("onset", *falls.onset(years, int(START), int(EVE[:4]))))

    def share(piece: str, whole: str) -> str:
        return percent(doctors.percent(found[piece], found[whole]))

    other = [*lower, *fall[1:]]
    show.result("abroad-fall", words.spread(found["fall"]), fall)
    show.result("abroad-fall-other", words.spread(found["lower"]), other)
    show.result("abroad-brazil", words.spread(found["brazil"]), brazil)
    show.result("abroad-brazil-share", share("brazil", "fall"), [*brazil, *fall])
    show.result("abroad-brazil-weight", weight(found), [*brazil, *fall])
    show.result("abroad-brazil-other", share("brazil", "lower"), [*lower, *brazil, *fall[1:]])
    show.result("abroad-small", words.spread(found["small"]), small)
    show.result("abroad-small-share", share("small", "fall"), [*small, *fall])
    show.result("abroad-venezuela", words.number(found["venezuela"][1]), venezuela)
    left, everything = found["left"], [*fall, *brazil, *small, venezuela[0], venezuela[-1]]
    remaining = said("remaining", *falls.remaining(left, len(MISSIONS)))
    show.result("abroad-left-sentence", remaining, everything)


def percent(share: Interval) -> str:
    """A share in percent, in words."""
    return said("percent", share=words.spread(share))


def draw(found: dict[str, Interval]) -> None:
    """Show the chart of the fall and of its pieces; `found` as pieces."""
    names = {name: said("fig-abroad-fall", name) for name in COLOURS}
    bars = {name: tuple(end / 1000 for end in found[name]) for name in COLOURS}
    figure, axes = charts.new(height=3.1)
    axes.set(xlim=(0, 34), xlabel=said("fig-abroad-fall", "x"))
    lows, highs = zip(*bars.values(), strict=True)
    marks.ranges(axes, list(names.values()), lows, highs, list(COLOURS.values()))
    for place, (low, high) in enumerate(bars.values()):
        up_to = said("fig-abroad-fall", "up to", most=f"{high:.1f}")
        label = up_to if low == 0 else words.spread((low, high), 1)
        axes.text(high + 0.5, place, label, va="center", fontsize=8.5)
    told = [
        said("fig-abroad-fall", "range", name=" ".join(name.split()), range=words.spread(bar, 1))
        for name, bar in zip(names.values(), bars.values(), strict=True)
    ]
    used = tables.claims(id=tables.judged("fall-abroad"))
    charts.worded(
        figure, "abroad", "fig-abroad-fall", used, weight=weight(found), ranges="; ".join(told)
    )
