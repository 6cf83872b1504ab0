"""Accusations and defences with a number, held to one rule: what they rest on.

A number belongs to the side whose argument it is, whoever published it: `measures.csv` says which
(`argument`) and what kind of number it is (`figure_kind`). Who is a party to the dispute stands in
`voices.csv`.
"""

import pandas as pd

from evidence import assumptions
from evidence.ledger import tables
from evidence.weigh.grades import with_grades


def origin(attributed_to: str, stake: str) -> str:
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


def people_counted(rows: pd.DataFrame) -> str:
    """Whether anybody outside the dispute gives a total of people harmed or of lives saved."""
    if (
        rows["measure"].isin(tables.measures_in("people-affected")) & (rows["origin"] == "outside")
    ).any():
        return "Somebody outside the dispute gives a total of people harmed or of lives saved."
    return (
        "Nobody outside the dispute gives a total of people harmed or of lives saved, so which of "
        "the parties’ totals are right is not known."
    )


def criteria(rows: pd.DataFrame) -> pd.DataFrame:
    """Three ways to ask which side stands nearer to a count, repeats left out.

    `rows` as from `numbered`. Returns criterion, accusation, defence (claims that meet it),
    accusations, defences (claims in all) and lead: "accusations", "defences" or "neither".
    """
    rows = rows[rows["repeats"] == ""]
    graded = rows["grade"].isin(["A", "B"])
    tests = {
        "Grade A or B": graded,
        "A count or survey, grade A or B": graded
        & rows["measure"].isin(tables.measures_in("countable")),
        "Rests on somebody outside": rows["origin"] == "outside",
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


def lead(a: int, of_a: int, d: int, of_d: int) -> str:
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


def nearer(leads: list[str]) -> tuple[str, str]:
    """(side, sentence) on which side stands nearer to a count, from the leads of `criteria`."""
    found = set(leads) - {"neither"}
    if len(found) == 1:
        (side,) = found
        return side, f"As a whole, the {side} stand nearer to a count, by every test that tells."
    if found:
        return "neither", (
            "Neither side as a whole stands nearer to a count: one test favours the accusations, "
            "another the defences."
        )
    return "neither", "Neither side as a whole stands nearer to a count: no test tells them apart."


def several(rows: pd.DataFrame) -> tuple[str, str]:
    """Verdict on “several” doctors alleging slavery, from the counts of testimonies in `rows`."""
    counts = rows[
        rows["measure"].isin(tables.measures_in("testimonies"))
        & (rows["value"] >= assumptions.several)
    ]
    if counts.empty:
        return "not checkable", "No source that was read counts those who make the accusation."
    if (counts["origin"] == "outside").any():
        return "supported", "Somebody outside the dispute has counted those who accuse."
    return "supported with a caveat", (
        "Several accusers there are, by every count of testimonies; but only the groups that "
        "collect them have counted, not all who testified are doctors, and the count is of "
        "accusations, not of what happened."
    )


def grade_title(tests: pd.DataFrame) -> str:
    """The title of the chart of grades, from `criteria`."""
    graded, counted = tests["lead"].iloc[0], tests["lead"].iloc[1]
    if graded == "neither":
        return "Neither side has clearly better grades"
    if graded == counted:
        return f"The {graded} have better grades, and more of them are counts"
    if counted == "neither":
        return f"The {graded} have better grades, but not clearly more counts"
    return f"The {graded} have better grades, the {counted} more counts"


def voice(side: str, origin: str) -> str:
    """Who a number is attributed to: "accuser", "defender" or "other" (outside or nobody)."""
    if origin not in ("a party", "outside, read at a party’s"):
        return "other"
    return "accuser" if side == "accusation" else "defender"
