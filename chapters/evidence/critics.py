"""Accusations and defences with a number, held to one rule: what they rest on, how they move."""

import pandas as pd

from . import words
from .bounds import Interval, divide, hull, of, overlap, subtract, with_bounds
from .flows import dated, decimal_year, worker_years
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
# Totals that run on and can therefore only rise.
RUNNING = ("patients_attended", "operations_performed", "lives_saved", "testimonies_submitted",
           "ngo_medics_in_us")  # fmt: skip
# Who the numbers are attributed to. A party campaigns, sues or rates (accusations), or runs,
# hosts or is paid for the programme (defences); the others stand outside.
PARTIES = {
    "Solidaridad Sin Fronteras", "Solidaridad Sin Fronteras (J. C. Alfonso)", "OCLEP",
    "Prisoners Defenders", "Cuba Archive", "CubaNet investigation", "plaintiffs, Matos v. PAHO",
    "US State Department", "MINSAP", "Cuban health ministry", "Jorge Delgado Bustillo (UCCM)",
    "Roberto Morales", "Cuban Embassy in Italy", "Radio Reloj", "Calabria health department",
    "PAHO synthesis",
}  # fmt: skip
OUTSIDE = {
    "UN Special Rapporteurs", "UN Special Rapporteurs, via Prisoners Defenders", "Reuters",
    "Cuban staff interviewed", "UFMG survey, via Carta Maior", "New York Times",
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


def when(row: pd.Series) -> str:
    """The month a claim speaks of, else its period by months, else "undated"."""
    if row["as_of"]:
        return words.when(row["as_of"][:7])
    return words.period(row["date_start"][:7], row["date_end"][:7]) or "undated"


def movements(rows: pd.DataFrame) -> pd.DataFrame:
    """Each running total from its first to its last dated statement.

    `rows` as from `numbered`; a total is one measure and one scope and country. Returns side,
    measure, earlier, later (ids) and finding: "rise" and "fall" hold whatever the hedges mean,
    "higher as stated" and "lower as stated" do not.
    """
    found = []
    some = with_bounds(dated(rows[rows["measure"].isin(RUNNING) & (rows["repeats"] == "")]))
    for (measure, _, _), group in some.groupby(["measure", "scope", "country_iso3"], sort=False):
        if len(group) < 2:
            continue
        a, b = group.iloc[0], group.iloc[-1]
        found.append((a["side"], measure, a["id"], b["id"], movement(a, b)))
    return pd.DataFrame(found, columns=["side", "measure", "earlier", "later", "finding"])


def movement(earlier: pd.Series, later: pd.Series) -> str:
    """How a later total stands to an earlier one, both with `low` and `high`."""
    if later["low"] > earlier["high"]:
        return "rise"
    if later["high"] < earlier["low"]:
        return "fall"
    if later["value"] == earlier["value"]:
        return "same as stated"
    return "lower as stated" if later["value"] < earlier["value"] else "higher as stated"


def movement_title(moves: pd.DataFrame, names: dict[str, str]) -> str:
    """What the totals of care do, as stated: the title of their chart."""
    up = [
        names[m] for m in moves.loc[moves["finding"].isin(["rise", "higher as stated"]), "measure"]
    ]
    down = [
        names[m] for m in moves.loc[moves["finding"].isin(["fall", "lower as stated"]), "measure"]
    ]
    parts = [f"{words.listed(up)} go up"] * bool(up) + [f"{words.listed(down)} go down"] * bool(
        down
    )
    return "As stated, " + " and ".join(parts) if parts else "The stated totals stand still"


def running_sentence(moves: pd.DataFrame, side: str) -> str:
    """Whether one side's running totals do what a total must, from `movements`."""
    found = set(moves.loc[moves["side"] == side, "finding"])
    if "fall" in found:
        return "At least one of them falls, which a running total cannot do."
    if "lower as stated" in found:
        return (
            "One of them is lower than before as stated; only its hedge, “more than”, keeps it "
            "from being a fall."
        )
    return "None of them falls."


def kept(claim: pd.Series) -> Interval:
    """The share that the state keeps, in percent, from either way of stating the split.

    Raises ValueError for a measure that is not a share.
    """
    low, high = of(claim)
    if claim["measure"] not in SIDES or SIDES[claim["measure"]][1] != "share":
        raise ValueError(f"not a share of pay: {claim['measure']!r}")
    if "worker" in claim["measure"]:
        low, high = 100 - high, 100 - low
    return max(low, 0.0), min(high, 100.0)


def readings(first: Interval, second: Interval, others: list[Interval]) -> tuple[str, str]:
    """(title, sentence) on two readings of one letter, and the shares stated elsewhere."""
    if overlap(first, second):
        return "One letter, two readings that agree", "The two readings could both be right."
    near = [sum(overlap(reading, other) for other in others) for reading in (first, second)]
    start = "The two readings have no number in common, so at most one of them is right. "
    if near[0] == near[1]:
        end = "The shares stated elsewhere do not favour either."
    else:
        name = "the complainant’s" if near[0] > near[1] else "the translator’s"
        end = (
            f"More of the shares stated elsewhere are compatible with {name} reading, but none "
            "of them is about the letter."
        )
    return "One letter, two readings that exclude each other", start + end


def rate_between(stock: pd.DataFrame, earlier: pd.Series, later: pd.Series, end: float) -> Interval:
    """Rise from one running total to another for each worker-year, however the stock ran.

    `stock`: a flows.stock_envelope; `earlier` sets the start, `end` (decimal years) the end.
    A rise that the hedges leave open below counts from zero.
    """
    start = decimal_year(earlier["as_of"])
    years = hull([worker_years(stock, start, end, how) for how in ("linear", "previous", "next")])
    low, high = subtract(of(later), of(earlier))
    return divide((max(low, 0.0), high), years)


def visits(world: Interval, one_programme: Interval) -> str:
    """What the rate of patients a worker looks like, beside a rate of consultations a doctor."""
    if overlap(world, one_programme):
        return (
            "The two rates overlap, as they would if the world total counts visits and not "
            "persons; the sources do not say which."
        )
    if world[0] > one_programme[1]:
        return "The world rate is above the rate of consultations in Brazil."
    return "The world rate is below the rate of consultations in Brazil."


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


def tier_years(rows: pd.DataFrame) -> tuple[list[int], list[int]]:
    """Years with a stated tier, and the years between the first and last that have none."""
    years = sorted({int(year) for year in rows["date_start"] if year})
    return years, [year for year in range(years[0], years[-1]) if year not in years]


def tier_agrees(watch_start: int, told: str) -> str:
    """Whether years on the Watch List begin where a story of the lowest tier (dated) ends."""
    if watch_start == int(told[:4]):
        return "The two statements agree."
    return "The two statements do not fit together."


def told(rows: pd.DataFrame, labels: pd.Series) -> list[str]:
    """What each claim is a number of; that it is an estimate is said elsewhere."""
    return [labels[measure].removesuffix(", by NGO estimate") for measure in rows["measure"]]


def where_and_when(rows: pd.DataFrame, places: pd.Series) -> list[str]:
    """Country (unless Cuba) and month or period: "Brazil, June 2020"; `places` by iso3."""
    return [
        ("" if iso3 in ("", "CUB") else f"{short_name(places[iso3])}, ") + when(row)
        for iso3, (_, row) in zip(rows["country_iso3"], rows.iterrows(), strict=True)
    ]


def short_name(country: str) -> str:
    """A country's name without what follows its comma or "of"."""
    return country.split(",")[0].split(" of ")[0]


def short(claim: pd.Series | dict) -> str:
    """A claim's hedge and number in millions, with one decimal: "nearly 16"."""
    return words.HEDGES[claim["qualifier"]] + words.number(round(claim["value"] / 1e6, 1))


def with_kept(rows: pd.DataFrame, places: pd.Series) -> pd.DataFrame:
    """Shares of pay with kept_low, kept_high (percent), `letter` (of the UN letter) and `name`."""
    ends = [kept(row) for _, row in rows.iterrows()]
    letter = rows["attributed_to"].str.startswith("UN Special Rapporteurs")
    names = [_share_name(row, places) for _, row in rows.iterrows()]
    rows = rows.assign(
        kept_low=[low for low, _ in ends],
        kept_high=[high for _, high in ends],
        letter=letter,
        name=names,
    )
    by = ["letter", "kept_low", "kept_high", "id"]
    return rows.sort_values(by, ascending=False, kind="stable").reset_index(drop=True)


def _share_name(claim: pd.Series, places: pd.Series) -> str:
    if claim["attributed_to"].startswith("UN Special Rapporteurs"):
        by_state = "kept_by" in claim["measure"]
        return "UN letter, as " + ("the\ncomplainant has it" if by_state else "translated")
    place = short_name(places.get(claim["country_iso3"], "All missions"))
    who = claim["attributed_to"] or "nobody named"
    return f"{place}, {words.when(claim['as_of'][:7])}:\n{who}"


def split_readings(shares: pd.DataFrame) -> tuple[Interval, Interval, list[Interval]]:
    """The complainant’s reading, the translator’s, and the other shares, as intervals."""
    ends = list(zip(shares["kept_low"], shares["kept_high"], strict=True))
    by_state = shares["measure"].str.contains("kept_by")
    (first,) = (e for e, o in zip(ends, shares["letter"] & by_state, strict=True) if o)
    (second,) = (e for e, o in zip(ends, shares["letter"] & ~by_state, strict=True) if o)
    return first, second, [e for e, o in zip(ends, shares["letter"], strict=True) if not o]


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


def times(above: pd.Series, below: pd.Series, digits: int = 1) -> str:
    """How many times the one claim the other is, in words."""
    return words.spread(divide(of(above), of(below)), digits)


def voice(side: str, origin: str) -> str:
    """Who a number is attributed to: "accuser", "defender" or "other" (outside or nobody)."""
    if origin not in ("a party", "outside, read at a party’s"):
        return "other"
    return "accuser" if side == "accusation" else "defender"
