"""The tables of accusations and defences, with what each number rests on."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.show import say, words
from evidence.themes.critics import tellings
from evidence.themes.critics.claim_sides import people_counted, rows

said = say.of("critics")
WATCH, LOWEST = (
    "tip-years-on-watch-list.cuba.2017.us-state-department",
    "tip-years-on-tier-3.cuba.2015-07.newsmax",
)  # years on the Watch List, and in the lowest tier


def new() -> pd.DataFrame:
    """The accusations and defences that restate no other: a number said again is no second one."""
    return rows().query("repeats == ''")


def out_of(part: int, whole: int) -> str:
    """A part of a count in words: "2 of 14"."""
    return said("out of", part=f"{part}", whole=f"{whole}")


def tell_outside() -> None:
    """Show how many numbers of each side rest on somebody outside the dispute."""
    every = new()
    for side in ("accusation", "defence"):
        some = every[every["side"] == side]
        outside = some[some["origin"] == "outside"]
        text = out_of(len(outside), len(some))
        show.result(f"critics-outside-{side}s", text, list(outside["id"]))
    people = every[every["measure"].isin(tables.measures_in("people-affected"))]
    text = said("people_counted", people_counted(people))
    show.result("critics-totals", text, list(people["id"]))


def rests_on(row: pd.Series) -> str:
    """On what kind of number and on whom a row rests, or which claim it repeats."""
    if row.repeats:
        return show.Markup(said("repeats", claim=show.claim(row.repeats)))
    return said("rests on", kind=row.kind, origin=said("origin", row.origin))


def listed(some: pd.DataFrame) -> pd.DataFrame:
    """Rows (numbered) for readers, with the columns of tab-critics-pay."""
    when = some["as_of"].where(some["as_of"] != "", some["date_start"])
    some = some.assign(when=when).sort_values(["measure", "when"], kind="stable")
    labels = tables.measures().set_index("measure")["label"]
    publishers = zip(some["publisher"], some["stake"].map(words.STAKES), strict=True)
    return some.assign(
        figure=some["id"].map(show.claim),
        of_what=tellings.told(some, labels),
        published_by=[said("published by", publisher=p, stake=stake) for p, stake in publishers],
        voice=some["attributed_to"].replace("", said("nobody")),
        where_when=tellings.where_and_when(some, tables.country_names()),
        rests_on=[rests_on(row) for row in some.itertuples()],
    )


def show_accusations(name: str, kinds: list[str]) -> None:
    """Show the accusations whose numbers are of some kinds (figure_kind), as the table `name`."""
    some = rows()
    some = some[some["side"].eq("accusation") & some["kind"].isin(kinds)]
    show.worded(listed(some), "critics", name)


def show_defences() -> None:
    """Show the defences."""
    show.worded(listed(rows().query("side == 'defence'")), "critics", "tab-critics-defences")


def tell_tiers() -> None:
    """Show since when Cuba stood on the Watch List, and which years have no tier."""
    _, gaps = tellings.tier_years(rows().query("measure == 'tip_tier'"))
    last = tables.claim(WATCH)
    start = int(last["date_end"]) - int(last["value"]) + 1
    outcome = tellings.tier_agrees(start, tables.claim(LOWEST)["as_of"])
    show.result("critics-watch-start", f"{start}", [WATCH])
    show.result("critics-tier-agrees", said("tier_agrees", outcome), [WATCH, LOWEST])
    show.result("critics-tier-gaps", words.listed([str(year) for year in gaps]))
