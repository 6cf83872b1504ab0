"""Who pays and who is paid: money by year, shares that reach the worker, sentences by rule.

Amounts stay in the currency that the source states; nothing here converts one.
"""

import math

import matplotlib.pyplot as plt
import pandas as pd
from matplotlib.ticker import MaxNLocator

from . import charts, show, words
from .bounds import Interval, add, divide, hull, overlap, scale, subtract, with_bounds

# Who is speaking, by the origin a claim names. A press story can carry a minister's figure and a
# critic's site a ministry's, so the origin decides; where none is named, the publisher does.
OFFICIALS = {
    "Angolan presidential decree",
    "Arthur Chioro",  # Brazil's health minister
    "Auditoria Superior de la Federacion",  # Mexico's federal auditor
    "Calabria health department",
    "Despacho Presidencial 144/25",  # Angola
    "Diario Oficial da Uniao",  # Brazil's gazette
    "Brazilian Ministry of Health",
    "Algerian official gazette",
    "Kenya Salaries and Remuneration Commission",
    "Mmamoloko Kubayi-Ngubane",  # South Africa's acting health minister
    "Gilberto Castano Martinez",  # head of a Cuban polyclinic
    "Granma",  # paper of Cuba's ruling party
    "Roberto Occhiuto",  # president of Calabria
    "Silvia Lutucuta",  # Angola's health minister
    "Zoe Robledo (IMSS)",  # head of Mexico's social security institute
}
CRITICS = {
    "Cuba Archive",
    "CubaNet interviewee",
    "CubaNet investigation",
    "J. C. Alfonso, Solidaridad Sin Fronteras",
    "Sen. Julen Rementeria (PAN)",
    "UN Special Rapporteurs, via Prisoners Defenders",
    "plaintiffs, Matos v. PAHO",
}
SIDES = {
    "Officials": (charts.BLUE, "o"),
    "Critics": (charts.VERMILION, "s"),
    "Others": (charts.GREY, "^"),
}
BY_STAKE = {
    "cuban_state": "Officials",
    "host_government": "Officials",
    "cuba_critical": "Critics",
    "us_government": "Critics",
}

# Measures that state a share. Turned: what the worker gets is the rest of what is stated.
SHARES = {
    "worker_share_of_host_payment": "worker’s share as stated",
    "share_of_pay_received_by_worker": "worker’s share as stated",
    "share_paid_to_worker_account": "paid into the worker’s account",
}
TURNED = {"state_share_of_host_payment", "share_of_pay_kept_by_state"}
REST = "what the state’s stated share leaves"
PAID_IN = SHARES["share_paid_to_worker_account"]
# Measures that give both ends of one payment, by currency and month.
HOST_PAYS = ("host_pays_per_worker_usd", "host_pays_per_worker_brl", "host_pays_per_worker_eur",
             "host_pays_per_worker_planned_usd")  # fmt: skip
WORKER_GETS = ("worker_receives_usd", "worker_receives_brl", "worker_receives_eur",
               "worker_receives_planned_usd")  # fmt: skip
STATE_KEEPS = {
    "worker_receives_usd": "state_keeps_per_worker_usd",
    "worker_receives_eur": "state_keeps_per_worker_eur",
}
WHOLE: Interval = (0.0, 100.0)
HALF = 50.0
SHARE_COLUMNS = "country_iso3 year basis low high said_by inputs".split()


def side(origin: str, stake: str) -> str:
    """Who is speaking: Officials (of Cuba or a host), Critics (or the US government), Others."""
    if origin in OFFICIALS:
        return "Officials"
    if origin in CRITICS:
        return "Critics"
    unnamed = origin == "" or origin.startswith("unnamed")
    return BY_STAKE.get(stake, "Others") if unnamed else "Others"


def year_of(claim: pd.Series) -> str:
    """The year a sum of money is of: where its period starts or ends, else its date; or ""."""
    return (claim["date_start"] or claim["date_end"] or claim["as_of"])[:4]


def with_sides(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """The claims with `low`, `high` (in their own unit), `said_by` (a side) and `year`."""
    stakes = claims["source_id"].map(sources.set_index("source_id")["stake"])
    said_by = [side(o, s) for o, s in zip(claims["attributed_to"], stakes, strict=True)]
    years = [year_of(row) for _, row in claims.iterrows()]
    return with_bounds(claims).assign(said_by=said_by, year=years)


def _clipped(share: Interval) -> Interval:
    """A share held between 0 and 100 percent."""
    return max(share[0], WHOLE[0]), min(share[1], WHOLE[1])


def part_of(part: Interval, whole: Interval) -> Interval:
    """The part in percent of the whole, between 0 and 100: every value the two ends allow.

    Raises ValueError where the part is certainly more than the whole.
    """
    share = scale(divide(part, whole), 100)
    if share[0] > WHOLE[1]:
        raise ValueError(f"a part of {part} is more than the whole of {whole}")
    return _clipped(share)


def part_beside(part: Interval, rest: Interval) -> Interval:
    """The part in percent of part and rest together: every value the two ends allow."""
    low = divide((part[0], part[0]), add((part[0], part[0]), rest))[0]
    high = math.inf if math.isinf(part[1]) else part[1] / (part[1] + rest[0])
    return _clipped((low * 100, high * 100))


def stated_shares(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """What reaches the worker, in percent of the payment, for each claim that states a share.

    Returns country_iso3 ("" for the programme as a whole), year, basis, low, high (percent),
    said_by, inputs (claim ids).
    """
    rows = with_sides(claims[claims["measure"].isin([*SHARES, *TURNED])], sources)
    found = []
    for row in rows.itertuples():
        share = (row.low, row.high)
        if row.measure in TURNED:
            share = subtract((100.0, 100.0), share)  # an open end leaves minus infinity, clipped
        basis = SHARES.get(row.measure, REST)
        found.append((row.country_iso3, row.year, basis, *_clipped(share), row.said_by, [row.id]))
    return pd.DataFrame(found, columns=SHARE_COLUMNS)


def _joined(one: pd.DataFrame, other: pd.DataFrame, join: object, basis: str) -> list[tuple]:
    """A share for each country and year that has both ends; undated rows join in one source."""
    found = []
    keys = ["country_iso3", "year"]
    for (country, year), some in one.groupby(keys):
        rest = other[(other["country_iso3"] == country) & (other["year"] == year)]
        if year:
            groups = [(some, rest)]
        else:
            groups = [(s, rest[rest["source_id"] == i]) for i, s in some.groupby("source_id")]
        for mine, theirs in groups:
            if theirs.empty:
                continue
            ends = [hull(list(zip(x["low"], x["high"], strict=True))) for x in (mine, theirs)]
            used = pd.concat([mine, theirs])
            speakers = set(used["said_by"])
            speaker = speakers.pop() if len(speakers) == 1 else "Others"
            found.append((country, year, basis, *join(*ends), speaker, list(used["id"])))
    return found


def computed_shares(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """What reaches the worker in percent, where both ends of a payment are stated.

    Both ends must be of one country, one currency and one year (undated: one source). All that
    is stated for an end makes its interval. `said_by` is Others where the ends come from more
    than one side. Columns as in stated_shares.
    """
    rows = with_sides(claims, sources)

    def of(measure: str) -> pd.DataFrame:
        return rows[rows["measure"] == measure]

    found = []
    for host, worker in zip(HOST_PAYS, WORKER_GETS, strict=True):
        basis = "plan" if "planned" in host else f"computed from both ends ({host[-3:]})"
        found += _joined(of(worker), of(host), part_of, basis)
    for worker, state in STATE_KEEPS.items():
        basis = f"computed from both parts ({worker[-3:]})"
        found += _joined(of(worker), of(state), part_beside, basis)
    return pd.DataFrame(found, columns=SHARE_COLUMNS)


def worker_shares(claims: pd.DataFrame, sources: pd.DataFrame) -> pd.DataFrame:
    """Stated and computed shares, by country and year, the programme as a whole last."""
    both = [stated_shares(claims, sources), computed_shares(claims, sources)]
    rows = pd.concat(both, ignore_index=True)
    rows = rows.assign(whole=rows["country_iso3"] == "")
    order = ["whole", "country_iso3", "year", "said_by", "low"]
    return rows.sort_values(order, kind="stable").drop(columns="whole").reset_index(drop=True)


def by_input(shares: pd.DataFrame, claims: pd.DataFrame) -> pd.DataFrame:
    """The shares, one row an input claim, with that claim's id and source_id (for a chart)."""
    rows = shares.assign(line=range(len(shares))).explode("inputs").rename(columns={"inputs": "id"})
    return rows.merge(claims[["id", "source_id"]], on="id", validate="many_to_one")


def above_half(shares: pd.DataFrame) -> pd.DataFrame:
    """The rows whose whole interval lies above half."""
    return shares[shares["low"] > HALF]


def facing(shares: pd.DataFrame) -> pd.DataFrame:
    """Pairs of an officials' and a critics' share of one country: country_iso3, meet, same_basis.

    `meet` says whether one number could lie in both; years may differ, as the sides rarely speak
    of the same one. `same_basis` is False where one is money paid in and the other money kept.
    """
    found = []
    for country, rows in shares[shares["country_iso3"] != ""].groupby("country_iso3"):
        for a in rows[rows["said_by"] == "Officials"].itertuples():
            for b in rows[rows["said_by"] == "Critics"].itertuples():
                same = (a.basis == PAID_IN) == (b.basis == PAID_IN)
                found.append((country, overlap((a.low, a.high), (b.low, b.high)), same))
    return pd.DataFrame(found, columns=["country_iso3", "meet", "same_basis"])


def above_half_sentence(shares: pd.DataFrame) -> str:
    """Does any stated or computed share of the worker lie wholly above half?"""
    high = above_half(shares)
    if high.empty:
        return "None of them lies wholly above one half."
    outright = high[high["basis"] != PAID_IN]
    if outright.empty:
        return (
            "The only figures wholly above one half are of pay that goes into the worker’s own "
            "account, which says nothing of what is handed on later."
        )
    if (outright["country_iso3"] == "").all():
        return (
            "For no country does a figure for what the worker keeps lie wholly above one half; "
            "the figures that do are of money paid into an account or of the programme as a whole."
        )
    return "Some shares that the worker keeps lie wholly above one half."


def facing_sentence(pairs: pd.DataFrame, names: pd.Series) -> str:
    """Do officials' and critics' shares of a country meet? `names` maps iso3 to a name."""
    if pairs.empty:
        return "For no country have both officials and critics given a share."
    countries = words.listed([names[i] for i in dict.fromkeys(pairs["country_iso3"])])
    opening = f"Officials’ and critics’ shares can be set side by side for {countries} only"
    if pairs["meet"].all():
        return f"{opening}; the intervals overlap."
    if pairs["meet"].any():
        return f"{opening}; some of the intervals overlap and some do not."
    if not pairs["same_basis"].any():
        return (
            f"{opening}; the intervals do not overlap, but one side speaks of what is paid in and "
            "the other of what is kept, so both can be true."
        )
    return f"{opening}; the intervals do not overlap."


def yearly(claims: pd.DataFrame) -> pd.DataFrame:
    """Yearly sums that can be placed in time, with `low`, `high`, `time` and `year_stated`.

    `time` is the year that the money is of; where the source gives none, that of the statement.
    """
    rows = with_bounds(claims)
    years = [year_of(row) for _, row in rows.iterrows()]
    rows = rows.assign(time=pd.to_numeric(pd.Series(years, index=rows.index), errors="coerce"))
    rows["year_stated"] = rows["date_start"] != ""
    rows = rows[rows["time"].notna()]
    return rows.sort_values(["time", "id"], kind="stable").reset_index(drop=True)


def span(rows: pd.DataFrame) -> Interval:
    """From the lowest to the highest sum of rows with `low` and `high`."""
    return rows["low"].min(), rows["high"].max()


def plan_sentence(plan: pd.DataFrame, recorded: pd.DataFrame) -> str:
    """Was a planned sum reached? Rows of `yearly`; recorded years may not include the plan's."""
    wanted = plan["low"].min()
    same = recorded[recorded["time"].isin(set(plan["time"]))]
    if not same.empty:
        reached = (same["high"] >= wanted).any()
        return "The plan was reached." if reached else "The recorded result fell short of the plan."
    opening = (
        "No recorded result for the year of the plan was found, so nothing shows if it was met"
    )
    if (recorded["high"] >= wanted).any():
        return f"{opening}; a later recorded year reached the sum."
    return f"{opening}; no recorded year reaches the sum."


def later_sentence(later: Interval, last: Interval) -> str:
    """A sum stated after a series has ended, against the last recorded sum."""
    if overlap(later, last):
        return "It agrees with the last recorded year."
    return f"It is {'higher' if later[0] > last[1] else 'lower'} than the last recorded year."


def payment_verdict(cash: int, goods: int, free: int) -> tuple[str, str]:
    """Verdict on "Cuba is paid in cash or in goods": claims of cash, of goods, of free hosts."""
    if not cash and not goods:
        return "not checkable", "No claim in the ledger says how a host pays."
    if not (cash and goods):
        kind = "cash" if cash else "goods"
        return "supported with a caveat", f"The ledger has hosts that pay in {kind} only."
    if free:
        return "supported with a caveat", (
            "Hosts are recorded as paying in money and in oil, as the article says; but others "
            "are counted that pay nothing."
        )
    return "supported", "Hosts are recorded as paying in money and in goods."


def balance(claims: pd.DataFrame) -> pd.DataFrame:
    """Paying and free hosts by year: year, paying, free, together, hosts, ids.

    Each is an interval over what is stated for the year; `hosts` are the stated counts of all
    hosts. Years without both paying and free hosts are left out.
    """
    rows = with_bounds(claims)
    rows = rows.assign(year=rows["as_of"].str[:4])
    found = []
    for year, some in rows[rows["year"] != ""].groupby("year"):
        by = {m: list(zip(g["low"], g["high"], strict=True)) for m, g in some.groupby("measure")}
        if not {"paying_countries", "free_service_countries"} <= set(by):
            continue
        paying, free = hull(by["paying_countries"]), hull(by["free_service_countries"])
        hosts = [h for h in by.get("host_countries", []) if math.isfinite(h[1])]
        ids = list(some.loc[some["measure"] != "host_countries", "id"])
        found.append((year, paying, free, add(paying, free), hosts, ids))
    return pd.DataFrame(found, columns="year paying free together hosts ids".split())


def balance_sentence(rows: pd.DataFrame) -> str:
    """Which were more, hosts that pay or hosts that do not, over the years of `balance`?"""
    more = [r.paying[0] > r.free[1] for r in rows.itertuples()]
    fewer = [r.paying[1] < r.free[0] for r in rows.itertuples()]
    if all(more):
        return "More hosts paid than did not."
    if all(fewer):
        return "Fewer hosts paid than did not."
    if fewer[0] and more[-1]:
        return "At first fewer hosts paid than did not, later more."
    return "Neither kind of host was clearly the larger in all years."


def draw_shares(axes: plt.Axes, shares: pd.DataFrame, names: list[str]) -> None:
    """One line a share, in percent: a bar for an interval, a mark for a single number.

    `names` label the lines. The number stands beside each. Where a source sets one end only the
    bar is pale and the mark stands at that end. Pay into an account is drawn hollow.
    """
    for place, row in enumerate(shares.itertuples()):
        colour, mark = SIDES[row.said_by]
        text, stated = tell_share(row.low, row.high), (row.low + row.high) / 2
        if text.startswith("up to"):
            stated = row.high
        elif text.startswith("at least"):
            stated = row.low
        open_end = text.startswith(("up to", "at least"))
        axes.plot([row.low, row.high], [place] * 2, color=colour, lw=5.5,
                  alpha=0.3 if open_end else 0.75, solid_capstyle="butt")  # fmt: skip
        axes.plot(stated, place, mark, mfc="white" if row.basis == PAID_IN else colour,
                  mec=colour, ms=6.5, mew=1.2)  # fmt: skip
        if text.startswith("at least"):
            where, offset, side_of_text = row.low, (0, 9), "left"
        elif row.high <= 70 and not (
            row.high < HALF < row.high + 6 + 2.2 * len(text) and row.low > 20
        ):
            where, offset, side_of_text = row.high, (8, 0), "left"
        else:
            where, offset, side_of_text = row.low, (-8, 0), "right"
        axes.annotate(text, (where, place), offset, textcoords="offset points", va="center",
                      ha=side_of_text, fontsize=8.5,
                      bbox={"fc": "white", "ec": "none", "pad": 0.4})  # fmt: skip
    axes.set_yticks(range(len(shares)), names, fontsize=8.5)
    axes.set_ylim(len(shares) - 0.4, -0.9)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)
    axes.axvline(HALF, color=charts.GREY, lw=0.9, ls=(0, (4, 3)), zorder=0)


SHORT = {REST: "state’s part stated", PAID_IN: "paid into account", "plan": "plan"}


def share_names(shares: pd.DataFrame, names: pd.Series) -> list[str]:
    """A label for each share: country, year and what kind of figure; `names` maps iso3 to name."""
    found = []
    for row in shares.itertuples():
        kind = SHORT.get(row.basis, "computed" if row.basis.startswith("comp") else "stated")
        where = short_name(names[row.country_iso3]) if row.country_iso3 else "Whole programme"
        found.append(f"{where} {row.year or 'undated'}, {kind}")
    return found


def short_name(name: str) -> str:
    """A country's name without what follows the comma."""
    return name.split(",")[0]


def tell_share(low: float, high: float) -> str:
    """A share in words: "20", "9 to 24", "up to 29", "at least 10"."""
    if low <= 0 < high:
        return f"up to {high:.0f}"
    if high >= 100 and low < 100:
        return f"at least {math.floor(low + 1e-9):.0f}"
    return words.spread((low, high))


def draw_pay(axes: plt.Axes, claims: pd.DataFrame, lines: list[str], unit: str = "worker") -> None:
    """Marks of one kind of pay on one line a country: shape and colour for who says.

    `claims` are rows of with_sides with a column `line`; `lines` the names from the top. Filled
    marks where `unit` is "host", hollow ones otherwise; a bar for a range, an arrow for "more
    than" and "up to".
    """
    for row in claims.itertuples():
        colour, mark = SIDES[row.said_by]
        place = lines.index(row.line) + (-0.16 if unit == "host" else 0.16)
        top = row.value if math.isnan(row.value_high) else row.value_high
        axes.plot([row.value, top], [place] * 2, color=colour, lw=1.6, zorder=2)
        axes.plot([row.value, top], [place] * 2, mark, ms=5.5, mec=colour, mew=1.1, ls="",
                  mfc=colour if unit == "host" else "white", zorder=3)  # fmt: skip
        if row.qualifier in ("more_than", "at_least", "up_to", "fewer_than"):
            away = 14 if row.qualifier in ("more_than", "at_least") else -14
            axes.annotate("", (row.value, place), (away, 0), textcoords="offset points",
                          arrowprops={"arrowstyle": "<-", "color": colour, "lw": 0.9})  # fmt: skip
    axes.set_yticks(range(len(lines)), lines)
    axes.set_ylim(len(lines) - 0.5, -0.6)
    axes.grid(axis="y", visible=False)
    axes.grid(axis="x", visible=True)


def side_key(axes: plt.Axes, where: str, **more: object) -> None:
    """Name the sides by their marks, without a box."""
    handles = [
        axes.plot([], [], mark, color=colour, ms=5.5, ls="", label=name)[0]
        for name, (colour, mark) in SIDES.items()
    ]
    axes.legend(handles=handles, loc=where, frameon=False, fontsize=8.5, handletextpad=0.2,
                borderaxespad=0.2, **more)  # fmt: skip


# The kinds of yearly sum, told apart by colour and shape: measure -> (name, colour, mark, filled).
KINDS = {
    "health_services_exports": ("health, recorded", charts.BLUE, "o", True),
    "health_services_income_planned_usd": ("health, planned", charts.VERMILION, "X", True),
    "health_services_income": ("health, as stated", charts.VERMILION, "s", False),
    "professional_services_income": ("all professional services", charts.GREY, "D", False),
    "total_services_exports": ("all services, recorded", charts.GREY, "^", True),
}
# The kinds that are said of health without being a record of it.
TOLD = ("health_services_income_planned_usd", "health_services_income")
# A sum that stands in one source and may be of something else: no result rests on it.
DOUBTED = ("ec073",)
# years to the side, so that marks of one year do not hide each other
DODGE = {"health_services_income_planned_usd": -0.17, "health_services_income": 0.17}


def draw_income(axes: plt.Axes, rows: pd.DataFrame, unit: float) -> None:
    """Yearly sums by kind over time (rows of `yearly`), with their hedges; recorded ones joined."""
    for measure, (name, colour, mark, filled) in KINDS.items():
        some = rows[rows["measure"] == measure]
        some = some.assign(time=some["time"] + DODGE.get(measure, 0.0))
        axes.plot(some["time"], some["value"] / unit, mark, color=colour, ms=5.5, label=name,
                  mfc=colour if filled else "white", mew=1.0, zorder=3)  # fmt: skip
        if name.endswith("recorded"):
            middle = some.groupby("time")["value"].mean() / unit
            axes.plot(middle.index, middle, color=colour, lw=1.1, zorder=2)
        for row in some.itertuples():
            top = row.value if math.isnan(row.value_high) else row.value_high
            if top > row.value:
                axes.vlines(row.time, row.value / unit, top / unit, colour, lw=1.4)
                axes.plot(row.time, top / unit, mark, color=colour, ms=5.5, mfc="white", mew=1.0)
            if math.isinf(row.high) or row.qualifier in ("up_to", "fewer_than"):
                away = 13 if math.isinf(row.high) else -13
                arrow = {"arrowstyle": "<-", "color": colour, "lw": 0.9}
                axes.annotate("", (row.time, row.value / unit), (0, away),
                              textcoords="offset points", arrowprops=arrow)  # fmt: skip
    axes.xaxis.set_major_locator(MaxNLocator(integer=True, steps=[1, 2, 5, 10]))


def tell_sum(claim: pd.Series, unit: float) -> str:
    """A yearly sum as a direct label: "about 6.4 in 2018"."""
    return f"{words.HEDGES[claim['qualifier']]}{claim['value'] / unit:.1f} in {year_of(claim)}"


CURRENCIES = {"usd": "US dollars", "eur": "euros", "brl": "reais", "mxn": "Mexican pesos",
              "zar": "rand", "kes": "Kenyan shillings", "cup": "Cuban pesos",
              "cuc": "convertible pesos"}  # fmt: skip


def unit_words(unit: str) -> str:
    """A unit of money in words: usd_per_month is "US dollars a month"."""
    currency, _, period = unit.partition("_per_")
    article = "an" if period == "hour" else "a"
    return CURRENCIES[currency] + (f" {article} {period}" if period else "")


def _listed_claims(rows: pd.DataFrame) -> show.Markup:
    """Claims as links, each with who says it."""
    parts = [f"{show.claim(r.id)} ({r.said_by.lower()})" for r in rows.itertuples()]
    return show.Markup("; ".join(parts))


def pay_table(claims: pd.DataFrame, names: pd.Series) -> pd.DataFrame:
    """What hosts pay and workers receive, one row a country, year and unit, claims as links.

    `claims` are rows of with_sides that carry a country and whose measures begin with
    "host_pays" or "worker_receives"; `names` maps iso3 to a name.
    """
    found = []
    for (country, year, unit), some in claims.groupby(["country_iso3", "year", "unit"]):
        host = some["measure"].str.startswith("host_pays")
        cells = _listed_claims(some[host]), _listed_claims(some[~host])
        found.append((short_name(names[country]), year or "undated", unit_words(unit), *cells))
    columns = ["Country", "Year", "Currency", "Host pays", "Worker receives"]
    return pd.DataFrame(found, columns=columns).sort_values(["Country", "Year"], kind="stable")


def agree_words(together: Interval, hosts: list[Interval]) -> str:
    """Whether paying and free hosts together make one of the stated counts of all hosts."""
    if not hosts:
        return "with no stated count of all hosts to compare"
    if not any(overlap(together, host) for host in hosts):
        return "which is none of the counts of all hosts for that year"
    if all(overlap(together, host) for host in hosts):
        return "which is what the counts of all hosts for that year say"
    return "which is one of the counts of all hosts for that year, though others differ"


def pay_title(pay: pd.DataFrame) -> str:
    """What the chart of pay shows: does every worker's pay lie between home pay and the host's?"""
    kind = pay["measure"].str.split("_").str[0]
    home, worker = pay.loc[kind == "home"], pay.loc[kind == "worker"]
    host = pay.loc[kind == "host"]
    above = worker["low"].min() > home[["low", "high"]].max().max()
    most = worker["value_high"].fillna(worker["value"]).groupby(worker["line"]).max()
    least = host.groupby("line")["value"].min()
    both = most.index.intersection(least.index)
    less = (most[both] < least[both]).all()
    if above and less:
        return "Workers are paid less than hosts pay,\nand more than at home"
    if less:
        return "Workers are paid less than hosts pay"
    return "What hosts pay and what workers receive"


def share_title(shares: pd.DataFrame) -> str:
    """What the chart of shares shows: how many lie wholly in the lower half."""
    below = (shares["high"] <= HALF).sum()
    return f"{below} of {len(shares)} figures give the worker at most half"


def impact_sentence(fell: list[str], labels: pd.Series) -> str:
    """Whether any running total of services given has fallen; `labels` by measure."""
    if not fell:
        return "No dated total is certainly lower than an earlier one."
    return f"A total that cannot fall did so for {words.listed([labels[m] for m in fell])}."


def income_title(income: pd.DataFrame, echoes: set[str]) -> str:
    """How many plans and statements on health lie above every recorded year (rows of yearly).

    `echoes` are the ids of claims that repeat another, which add no evidence.
    """
    recorded = income[income["measure"] == "health_services_exports"]
    said = income[
        income["measure"].isin(["health_services_income_planned_usd", "health_services_income"])
    ]
    said = said[~said["id"].isin(echoes)]
    above = (said["low"] > recorded["high"].max()).sum()
    return f"{above} of {len(said)} plans and statements exceed every recorded year"


# The countries that the 2022 page names as served (see the note of the claim ge-africa).
NAMED_BY_PAGE = ("BRA", "VEN", "BOL")


def named_hosts_sentence(payers: set[str], names: pd.Series) -> str:
    """Which of the countries that the 2022 page names are recorded as paying."""
    paying = [short_name(names[i]) for i in NAMED_BY_PAGE if i in payers]
    if not paying:
        return "None of the countries that the page names is recorded as paying."
    if len(paying) == len(NAMED_BY_PAGE):
        return "Every country that the page names is recorded as paying."
    verb = "is" if len(paying) == 1 else "are"
    return (
        f"Of the countries that the page names, {words.listed(paying)} {verb} recorded as paying."
    )
