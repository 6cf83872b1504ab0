"""Accusations and defences with a number, held to one rule: what they rest on.

A number belongs to the side whose argument it is, whoever published it: `measures.csv` says which
(`argument`) and what kind of number it is (`figure_kind`). Who is a party to the dispute stands in
`voices.csv`.
"""

from typing import Literal

import pandas as pd

from evidence.ledger import tables
from evidence.show import say
from evidence.weigh import wordless
from evidence.weigh.grades import with_grades
from evidence.weigh.verdict import stands

said = say.of("critics")


def origin(
    attributed_to: str, stake: str
) -> Literal["nobody named", "a party", "outside", "outside, read at a party’s"]:
    """Who stands behind a number: a party, somebody outside (perhaps read at a party's), nobody.

    What publishers with the stake of a party relay, in the only copy that was read, is not read
    outside the dispute. Raises KeyError for a voice that is not known or not decided upon.
    """
    if not attributed_to or not tables.voice(attributed_to)["origin"]:
        return "nobody named"
    party = tables.voice(attributed_to)["party"]
    if not party:
        raise KeyError(f"neither a party nor outside in data/voices.csv: {attributed_to!r}")
    if party == "party":
        return "a party"
    inside = stake in tables.judged("parties-by-stake")
    return "outside, read at a party’s" if inside else "outside"


def numbered(claims: pd.DataFrame, sources: pd.DataFrame, repeats: pd.DataFrame) -> pd.DataFrame:
    """The accusations and defences that carry a number, by one rule.

    Adds side, kind, points, grade, publisher, stake, origin and `repeats` (the claim that this
    one restates, or nothing) to the claims whose measure argues for a side.
    """
    measures = tables.measures().set_index("measure")
    argues = claims["measure"].map(measures["argument"]) != ""
    rows = claims[argues & (claims["qualifier"] != "vague")]
    # a rating is the rater's, and a party's, whoever passes it on
    rows = with_grades(rows, sources).join(
        sources.set_index("source_id")[["publisher", "stake"]], on="source_id"
    )
    parent = repeats.drop_duplicates("claim").set_index("claim")["repeats"]
    kinds = rows["measure"].map(measures["figure_kind"])
    return rows.assign(
        side=rows["measure"].map(measures["argument"]),
        kind=kinds,
        origin=[
            "a party" if kind == "rating" else origin(r.attributed_to, r.stake)
            for kind, r in zip(kinds, rows.itertuples(), strict=True)
        ],
        repeats=rows["id"].map(parent).fillna(""),
    ).reset_index(drop=True)


def people_counted(rows: pd.DataFrame) -> Literal["outside", "nobody outside"]:
    """Whether anybody outside the dispute gives a total of people harmed or of lives saved."""
    people = rows["measure"].isin(tables.measures_in("people-affected"))
    return "outside" if (people & (rows["origin"] == "outside")).any() else "nobody outside"


def criteria(rows: pd.DataFrame) -> pd.DataFrame:
    """Three ways to ask which side stands nearer to a count, repeats left out.

    `rows` as from `numbered`. Returns criterion (as tab-critics-near calls it), accusation, defence
    (claims that meet it), accusations, defences (claims in all) and lead
    (of `lead`).
    """
    rows = rows[rows["repeats"] == ""]
    graded = rows["grade"].isin(["A", "B"])
    tests = {
        "graded": graded,
        "counted": graded & rows["measure"].isin(tables.measures_in("countable")),
        "outside": rows["origin"] == "outside",
    }
    ours = rows["side"] == "accusation"
    found = [
        (name, int(met[ours].sum()), int(met[~ours].sum()), int(ours.sum()), int((~ours).sum()))
        for name, met in tests.items()
    ]
    columns = ["criterion", "accusation", "defence", "accusations", "defences"]
    table = pd.DataFrame(found, columns=columns)
    return table.assign(
        lead=[lead(r.accusation, r.accusations, r.defence, r.defences) for r in table.itertuples()]
    )


def lead(a: int, of_a: int, d: int, of_d: int) -> Literal["accusations", "defences", "neither"]:
    """Which side has the larger share, if it still has when one claim is taken from each side.

    Those taken are the ones that favour the leader most, so that no single claim decides.
    """
    if min(of_a, of_d) < 2:
        return "neither"
    if a and (a - 1) / (of_a - 1) > d / (of_d - 1):
        return "accusations"
    if d and (d - 1) / (of_d - 1) > a / (of_a - 1):
        return "defences"
    return "neither"


def nearer(leads: list[str]) -> tuple[Literal["one side", "split", "no test"], dict[str, str]]:
    """Which side stands nearer to a count, from the leads of `criteria`."""
    found = sorted(set(leads) - {"neither"})
    if len(found) == 1:
        return "one side", {"side": said("lead", *found)}
    return "split" if found else "no test", {}


def testimonies(rows: pd.DataFrame) -> pd.DataFrame:
    """The counts of testimonies among `rows` (numbered), with `enough`: whether of several."""
    counts = rows[rows["measure"].isin(tables.measures_in("testimonies"))]
    return counts.assign(enough=counts["value"] >= wordless.least("pb-slavery"))


def several(
    counts: pd.DataFrame, sure: pd.Series
) -> Literal["nobody counted", "few counted", "fewer", "outside", "parties only"]:
    """Who has counted “several” doctors that allege slavery: `counts` are testimonies, `sure` what
    calibrated.weigh gives of them."""
    outcome = {"nothing": "nobody counted", "none": "few counted", "fewer": "fewer"}
    if (found := stands(sure)) in outcome:
        return outcome[found]
    return "outside" if (counts.query("enough")["origin"] == "outside").any() else "parties only"


def fig_critics_grades_title(
    tests: pd.DataFrame,
) -> tuple[Literal["neither", "grades and counts", "grades alone", "split"], dict[str, str]]:
    """Which side has better grades and which more counts, from `criteria`."""
    leads = tests["lead"]
    graded, counted = leads.iloc[0], leads.iloc[1]
    fills = {"graded": said("lead", graded), "counted": said("lead", counted)}
    if graded == "neither":
        return "neither", fills
    if graded == counted:
        return "grades and counts", fills
    return "grades alone" if counted == "neither" else "split", fills


def voice(side: str, origin: str) -> str:
    """Who a number is attributed to: "accuser", "defender" or "other" (outside or nobody)."""
    if origin not in ("a party", "outside, read at a party’s"):
        return "other"
    return "accuser" if side == "accusation" else "defender"


def rows() -> pd.DataFrame:
    """The accusations and defences of the ledger (numbered)."""
    return numbered(tables.claims(), tables.sources(), tables.table("repeats"))
