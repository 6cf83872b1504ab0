"""The ledger: every claim with an anchor, its source, date, hedge, grade, lineage and uses.

On a screen it is one table that reads without JavaScript; styles/ledger.js adds search, filters
and sorting. In print it is the list of the claims that the text cites.
"""

from collections import defaultdict
from collections.abc import Callable

import pandas as pd
from sphinx.application import Sphinx
from sphinx.environment import BuildEnvironment

from evidence.ledger import tables
from evidence.show import scopes, words
from evidence.weigh import grades
from press.base.templates import render
from press.book.domain import book_of
from press.book.filled import add_block
from press.book.sheet import keep_part
from press.claims.roles import ENTRIES


def entries(uses: dict[str, list[tuple[str, str, str | None]]]) -> list[dict]:
    """What is printed of each claim, by topic, measure and date.

    `uses` gives the pages (address, title) that use a claim.
    """
    sources = tables.sources()
    claims = grades.with_grades(tables.claims(), sources)
    topics = tables.vocabulary("claims", "topic")
    claims["topic"] = pd.Categorical(claims["topic"], topics)
    claims = claims.sort_values(["topic", "measure", "as_of", "id"], kind="stable")
    source = sources.set_index("source_id")
    label = tables.measures().set_index("measure")["label"]
    countries = tables.country_names()
    echoes, origin = defaultdict(list), {}
    fixes, aliases = defaultdict(list), defaultdict(list)
    for link in tables.table("repeats").itertuples():
        echoes[link.repeats].append(link.claim)
        origin[link.claim] = (link.repeats, link.basis.replace("_", " "))
    for alias in tables.table("aliases").itertuples():
        aliases[alias.claim].append(alias.old)
    for fix in tables.table("corrections").to_dict("records"):
        fixes[fix["claim"]].append(fix)
    return [
        {
            "claim": claim,
            "source": source.loc[claim["source_id"]],
            "figure": words.figure(claim),
            "label": label[claim["measure"]],
            "unit": claim["unit"].replace("_", " "),
            "place": scopes.place(claim, countries),
            "when": words.dated(claim),
            "year": (claim["as_of"] or claim["date_end"] or claim["date_start"])[:4],
            "stake": words.STAKES[source.loc[claim["source_id"], "stake"]],
            "kind": source.loc[claim["source_id"], "kind"].replace("_", " "),
            "repeats": origin.get(claim["id"]),
            "echoes": echoes.get(claim["id"], []),
            "aliases": aliases.get(claim["id"], []),
            "corrections": fixes.get(claim["id"], []),
            "uses": uses.get(claim["id"], []),
        }
        for _, claim in claims.iterrows()
    ]


def pages_using(
    env: BuildEnvironment, uri: Callable[[str], str]
) -> dict[str, list[tuple[str, str, str | None]]]:
    """For each claim, address, title and number of every page that cites it, none twice, in the
    order of the book."""
    uses = defaultdict(list)
    number = {page: n.get("") or () for page, n in env.toc_secnumbers.items()}
    cites = {name: page.cites for name, page in book_of(env).pages.items()}
    for page in sorted(cites, key=lambda page: (number.get(page, ()), page)):
        shown = ".".join(map(str, number.get(page, ()))) or None
        for claim_id in dict.fromkeys(cites[page]):
            uses[claim_id].append((uri(page), env.titles[page].astext(), shown))
    return uses


def fill(app: Sphinx, page: str) -> str:
    """All claims for a screen; keeps the cited ones for print."""
    rows = entries(pages_using(app.env, lambda to: app.builder.get_relative_uri(page, to)))
    cited = [row for row in rows if row["uses"]]
    keep_part(app, "ledger", listed("ledger.print.html", cited))
    return listed("ledger.html", rows)


def listed(template: str, rows: list[dict]) -> str:
    """Entries as HTML; a link leads only to an entry that is shown."""
    return render(template, rows=rows, shown={row["claim"]["id"] for row in rows})


def setup(app: Sphinx) -> None:
    """Register the block."""
    add_block(app, ENTRIES, fill)
