"""The hosts that can be named one by one: how many, where, and by which claim."""

import pandas as pd

from evidence import show
from evidence.ledger import tables
from evidence.reckon import hosts
from evidence.show import charts, say, words
from evidence.themes.countries import tiles

said = say.of("countries")


def named() -> pd.DataFrame:
    """Every host that the ledger can name: hosts.named_countries."""
    return hosts.named_countries(tables.claims(), tables.table("countries"))


def tell(found: pd.DataFrame) -> None:
    """Show how many hosts are named and how many the documented total lacks; `found` as named."""
    world = tiles.tiles(found, tables.table("countries"))
    regions = tiles.by_region(world)
    total = tables.claim("pb-countries")["value"]
    show.result("named-all", words.number(len(found)))
    show.result("named-members", words.number(regions["members_named"].sum()))
    show.result("named-others", words.number(regions["others_named"].sum()))
    show.result("named-of", words.number(regions["members"].sum()))
    missing = words.number(max(total - len(found), 0))
    show.result("named-missing", missing, ["pb-countries"])
    show.result("named-listed", words.number((world["known"] == tiles.LISTED).sum()))
    show.result("named-regions", tiles.place_words(regions))
    enough = say.text("shared", "against_total", hosts.against_total(len(found), total))
    show.result("named-sentence", enough, ["pb-countries"])


def draw(found: pd.DataFrame) -> None:
    """Show the map of squares; `found` as named."""
    world = tiles.tiles(found, tables.table("countries"))
    regions = tiles.by_region(world)
    figure, axes = charts.new(height=8.1)
    tiles.draw(axes, world)
    first = found[["iso3", "first_year", "first_claim"]]
    drawn = world.merge(first, on="iso3", how="left")
    claims = tables.claims()
    inputs = claims[claims["id"].isin(found["first_claim"])]
    share = regions.set_index("un_region").eval("members_named / members")
    charts.worded(
        figure, "countries", "fig-world", drawn, inputs,
        most=share.idxmax(), least=share.idxmin(), regions=tiles.place_words(regions),
    )  # fmt: skip


def show_table(found: pd.DataFrame) -> None:
    """Show every host with the first dated claim that speaks of it; `found` as named."""
    rows = hosts.first_claims(found, tables.claims(), tables.measures())

    def entry(what: str, claim_id: str) -> str:
        if not claim_id:
            return said("none dated")
        text = said("first claim", what=show.escape(what), claim=show.measured(claim_id))
        return show.Markup(text)

    table = rows.assign(claim=[entry(r.what, r.first_claim) for r in rows.itertuples()])
    show.worded(table, "countries", "tab-hosts")
