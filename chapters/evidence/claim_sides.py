"""Accusations and defences with a number, held to one rule: what they rest on."""

import pandas as pd

from .grades import with_grades

# Which side a measure speaks for, and what kind of number it is. A number belongs to the side
# whose argument it is, whoever published it. An assumption: change it here and rerun.
SIDES = {
    "share_of_pay_kept_by_state": ("accusation", "share"),
    "share_of_pay_received_by_worker": ("accusation", "share"),
    "state_share_of_host_payment": ("accusation", "share"),
    "worker_share_of_host_payment": ("accusation", "share"),
    "reported_weekly_hours": ("accusation", "report"),
    "testimonies_collected": ("accusation", "count"),
    "testimonies_submitted": ("accusation", "count"),
    "prison_term_for_leaving": ("accusation", "rule of law"),
    "return_ban": ("accusation", "rule of law"),
    "families_separated": ("accusation", "estimate"),
    "parents_separated": ("accusation", "estimate"),
    "tip_tier": ("accusation", "rating"),
    "tip_years_on_tier_3": ("accusation", "rating"),
    "tip_years_on_watch_list": ("accusation", "rating"),
    "ngo_doctors_defected": ("accusation", "estimate"),
    "ngo_doctors_in_us": ("accusation", "estimate"),
    "ngo_medics_in_us": ("accusation", "estimate"),
    "ngo_parole_attempts": ("accusation", "estimate"),
    "ngo_people_in_transit": ("accusation", "estimate"),
    "ngo_people_left_missions": ("accusation", "estimate"),
    "ngo_arrivals_in_us": ("accusation", "estimate"),
    "patients_attended": ("defence", "count"),
    "consultations_given": ("defence", "count"),
    "operations_performed": ("defence", "count"),
    "births_attended": ("defence", "count"),
    "eye_operations": ("defence", "count"),
    "vaccine_doses_given": ("defence", "count"),
    "medical_services_given": ("defence", "count"),
    "lives_saved": ("defence", "estimate"),
    "population_served": ("defence", "estimate"),
    "vacant_posts": ("defence", "count"),
    "user_satisfaction": ("defence", "survey"),
    "primary_care_quality_score": ("defence", "survey"),
    "share_paid_to_worker_account": ("defence", "share"),
}

# Kinds that somebody can count or has sampled; the others are judgements, rules or shares.
COUNTABLE = ("count", "survey")

# Who the numbers are attributed to. A party campaigns, sues or rates, or it runs, hosts, works in
# or is paid for the programme, whichever way it speaks; the others stand outside.
PARTIES = {
    "Solidaridad Sin Fronteras", "Solidaridad Sin Fronteras (J. C. Alfonso)", "OCLEP",
    "Prisoners Defenders", "Cuba Archive", "plaintiffs, Matos v. PAHO",
    "US State Department", "MINSAP", "Cuban health ministry", "Jorge Delgado Bustillo (UCCM)",
    "Roberto Morales", "Cuban Embassy in Italy", "Calabria health department",
    "Cuban penal code, art. 135.1",
}  # fmt: skip

OUTSIDE = {
    "UN Special Rapporteurs", "UN Special Rapporteurs, via Prisoners Defenders",
    "UN Special Rapporteurs, via the Inter-American Commission", "European Parliament resolution",
    "UFMG survey, via Carta Maior",
}  # fmt: skip

# Publishers whose own copy is the only one read: what they relay is not read outside the dispute.
PARTY_STAKES = {"cuba_critical", "us_government", "cuban_state", "cuba_allied"}

# What "several" is taken to mean at least: a convention of this report.
SEVERAL = 3

# Totals of people harmed, and of lives saved.
PEOPLE = ("families_separated", "parents_separated", "lives_saved")


def origin(attributed_to: str, stake: str) -> str:
    """Who stands behind a number: a party, somebody outside (perhaps read at a party's), nobody.

    Raises KeyError for a name that is in neither list.
    """
    if not attributed_to or attributed_to.startswith("unnamed"):
        return "nobody named"
    if attributed_to in PARTIES:
        return "a party"
    if attributed_to not in OUTSIDE:
        raise KeyError(f"neither a party nor outside: {attributed_to!r}")
    return "outside, read at a party’s" if stake in PARTY_STAKES else "outside"


def numbered(claims: pd.DataFrame, sources: pd.DataFrame, repeats: pd.DataFrame) -> pd.DataFrame:
    """The accusations and defences that carry a number, by one rule.

    Adds side, kind, points, grade, publisher, stake, origin and `repeats` (the claim that this
    one restates, or nothing) to the claims whose measure is in SIDES.
    """
    rows = claims[claims["measure"].isin(SIDES) & (claims["qualifier"] != "vague")]
    # a rating is the rater's, and a party's, whoever passes it on
    rows = with_grades(rows, sources).join(
        sources.set_index("source_id")[["publisher", "stake"]], on="source_id"
    )
    parent = repeats.drop_duplicates("claim").set_index("claim")["repeats"]
    return rows.assign(
        side=rows["measure"].map(lambda m: SIDES[m][0]),
        kind=rows["measure"].map(lambda m: SIDES[m][1]),
        origin=[
            "a party" if SIDES[r.measure][1] == "rating" else origin(r.attributed_to, r.stake)
            for r in rows.itertuples()
        ],
        repeats=rows["id"].map(parent).fillna(""),
    ).reset_index(drop=True)


def people_counted(rows: pd.DataFrame) -> str:
    """Whether anybody outside the dispute gives a total of people harmed or of lives saved."""
    if (rows["measure"].isin(PEOPLE) & (rows["origin"] == "outside")).any():
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
        "A count or survey, grade A or B": graded & rows["kind"].isin(COUNTABLE),
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
    counts = rows[rows["measure"].str.startswith("testimonies_") & (rows["value"] >= SEVERAL)]
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
