"""Loading `data/`: a small package that is sound, and copies of it with one cell broken each."""

import pytest
import smalldata
from smalldata import CLAIMS, SMALL, replace

from evidence.ledger import tables
from evidence.ledger.checks import DataError


@pytest.fixture
def folder(tmp_path):
    return smalldata.write(tmp_path)


def faults(folder):
    with pytest.raises(DataError) as error:
        tables.load(folder=folder)
    return str(error.value).split("\n")


def test_a_sound_package_is_corrected_and_typed(folder):
    loaded = tables.load(folder=folder)
    claims = loaded["claims"]
    assert list(claims["id"]) == ["c1", "c2"]  # c3 is dropped
    assert list(claims["value"]) == [100.0, 210.0]  # 200 is corrected
    assert list(claims["value_high"].fillna(-1)) == [-1, 250.0]
    assert list(claims["note"]) == ["", 'Said "many", twice']
    assert list(claims["date_start"]) == ["2018", ""]
    assert list(loaded["numerals"].loc[0]) == ["s1", 1, "100", 2, "c1", ""]
    assert list(loaded["indicators"].loc[0]) == ["BRA", "POP", 2018, 2.5, "s1"]


def test_a_correction_that_breaks_a_rule_is_told_where_it_lands(folder):
    replace(folder / "corrections.csv", "210", "x")
    assert faults(folder) == ["data/claims.csv, row 3, column \"value\": 'x' is not a number"]


@pytest.mark.parametrize(("file", "old", "new", "place", "told"), [
    ("claims", "doctors,200", "doctors,2oo", 'row 3, column "value"', "not a number"),
    ("claims", "100,,people,exact,world,,2018", "１00,,people,exact,world,,2018",
     'row 2, column "value"', "not a number"),
    ("claims", "doctors,200", "nurses,200", 'row 3, column "measure"', "unknown in measures"),
    ("claims", "2018,s1", "2018,s9", 'row 3, column "source_id"', "unknown in sources"),
    ("numerals", "2,c1", "2,c9", 'row 2, column "claim"', "unknown in claims"),
    ("numerals", "2,c1", "2,c3", 'row 2, column "claim"', "unknown in claims"),  # c3 is dropped
    ("claims", "s1,,para 1", "s1,a friend,para 1", 'row 2, column "attributed_to": \'a friend\'',
     "unknown in voices: mend it, or add a row for it"),
    ("voices", "cuban_state", "press", 'row 2, column "side"', "cuban_state goes with"),
    ("judgements", "claim,c2", "claim,c9", 'row 3, column "item"', "no claim of claims.csv"),
    ("judgements", "claim,c2", "claim,c3", 'row 3, column "item"', "as corrected"),  # c3 is dropped
    ("judgements", "BRA", "CUB", 'row 4, column "item"', "no country of countries.csv"),
    ("judgements", "source,s1", "source,s2", 'row 5, column "item"', "no source of sources.csv"),
    ("judgements", "side,press", "side,un_body", 'row 6, column "item"', "no side of sources.csv"),
    ("judgements", "some,b,claim,c2", "some,a,claim,c1", 'row 3, column "set"', "duplicate"),
    ("judgements", "claim,c2", "people,c2", 'row 3, column "kind"', "not one of"),
    ("trials", "c1,", "c3,", 'row 2, column "claim"', "unknown in claims"),
    ("measures", "team-size;cash", "team-size,cash", "row 2", "fields where the header has"),
    ("measures", "team-size;cash", "team-size; cash", 'row 2, column "groups"', "the form"),
    ("claims", "c2,", "c1,", 'row 3, column "id"', "duplicate"),
    ("claims", "2019-03", "2019-13", 'row 2, column "as_of"', "not a possible date"),
    ("sources", "2019-05-07", "2019-02-30", 'row 2, column "published"', "not a possible date"),
    ("sources", "press,press", "paper,press", 'row 2, column "publisher_kind"', "unknown in"),
    ("sources", "10.1000/1", "doi:10.1000/1", 'row 2, column "doi"', "does not have the form"),
    ("sources", "An agency", "A paper", 'row 2, column "original_publisher"', "publisher itself"),
    ("sources", "2026-11", "2019-04", 'row 2, column "read_on"', "before its publication"),
    ("claims", "page,2026-11-28", "page,", 'row 2, column "checked_on"', "has a date"),
    ("passages", "c2,", "c9,", 'row 2, column "claim"', "unknown in claims"),
    ("passages", "c2,", "c3,", 'row 3, column "claim"', "duplicate"),
    ("claims", "250", "150", 'row 3, column "value"', "above value_high"),
    ("claims", "250,people", "250,doctors", 'row 3, column "unit"', "counted in people"),
    ("claims", "about", "around", 'row 3, column "qualifier"', "not one of"),
    ("claims", "twice", "twi\x07ce", 'row 3, column "note"', "control characters"),
    ("claims", "twice", "twi\x7fce", 'row 3, column "note"', "control characters"),
    ("claims", '"Said', '"=Said', 'row 3, column "note"', "begins like a formula"),
    ("corrections", "200", "199", 'row 2, column "old"', "stale"),
    ("corrections", "c2,", "c9,", 'row 2, column "claim"', "unknown in claims"),
    ("corrections", "value", "valve", 'row 2, column "column"', "cannot be corrected"),
])  # fmt: skip
def test_one_broken_cell(folder, file, old, new, place, told):
    replace(folder / f"{file}.csv", old, new)
    (fault,) = faults(folder)
    assert fault.startswith(f"data/{file}.csv, {place}")
    assert told in fault


def test_the_stake_of_a_source_is_that_of_its_kind_of_publisher(folder):
    replace(folder / "publisher_kinds.csv", "press,Press,press", "press,Press,academic")
    (fault,) = faults(folder)
    assert fault.startswith('data/sources.csv, row 2, column "stake"')
    assert "whose stake is academic" in fault


@pytest.mark.parametrize(("old", "new", "place"), [  # such a fault is in no one column
    ("para 1,", "para 1,,", "data/claims.csv, row 2: 20 fields"),
    ("2018,s1,,,", "2018,s1,,", "data/claims.csv, row 3: 18 fields"),
    (",s1,,,,,,\n", "\n", "data/claims.csv, row 4: 12 fields"),
    (",s1,,,,,,\n", "", "data/claims.csv, row 4: the file ends inside a row"),
    (CLAIMS[CLAIMS.index(', twice"') :], "", "data/claims.csv, row 3: the file ends inside a row"),
    (CLAIMS[CLAIMS.index(', twice"') :], "\n", "data/claims.csv, row 3"),  # ... in a quoted cell
    ("id,topic", "\ufeffid,topic", "data/claims.csv, row 1: begins with a byte-order mark"),
    ("topic,measure", "topic,measures", "data/claims.csv, row 1: columns are"),
])  # fmt: skip
def test_a_broken_row_is_named(folder, old, new, place):
    replace(folder / "claims.csv", old, new)
    (fault,) = faults(folder)
    assert fault.startswith(place)


@pytest.mark.parametrize(("old", "new", "rows", "told"), [
    (CLAIMS[CLAIMS.index("c3,") :], "", 2, "cut off?"),  # cut between two rows
    (CLAIMS[CLAIMS.index("c1,") :], "", 0, "cut off?"),
    ("\nc3,", "\nc4,stock,doctors,9,,people,exact,world,,,,2019,s1,,,,,,\nc3,", 4, "`make check`"),
])  # fmt: skip
def test_a_lost_or_added_row_is_noticed(folder, old, new, rows, told):
    replace(folder / "claims.csv", old, new)
    (fault,) = faults(folder)
    assert fault.startswith(f"data/claims.csv: {rows} rows where datapackage.json says 3 ({told}")


def test_a_table_whose_rows_nobody_counted_is_refused(folder):
    replace(folder / "datapackage.json", '"rows": 3', '"lines": 3')
    fault, _ = faults(folder)
    assert fault == "data/datapackage.json, key resources[4]: the key 'rows' is missing"


def test_every_fault_is_told_at_once(folder):
    replace(folder / "claims.csv", "doctors,200", "doctors,2oo")
    replace(folder / "sources.csv", "news", "gossip")
    assert [fault[:12] for fault in faults(folder)] == ["data/sources", "data/claims."]


def test_a_row_that_is_not_utf_8_is_named(folder):
    # 3000 rows of 4 bytes: more than is decoded at a time
    (folder / "measures.csv").write_bytes(b"a,b\n" + b"1,2\n" * 3000 + b"caf\xe9,2\n")
    (fault,) = faults(folder)
    assert fault.startswith("data/measures.csv, row 3002")
    assert "UTF-8" in fault


@pytest.mark.parametrize("name", [*SMALL, "datapackage.json"])
def test_a_missing_file(folder, name):
    (folder / name).unlink()
    assert faults(folder) == [f"data/{name}: the file is missing"]


def test_an_empty_file(folder):
    (folder / "measures.csv").write_text("")
    assert faults(folder) == ["data/measures.csv: the file is empty"]


def test_a_broken_descriptor_names_the_line(folder):
    replace(folder / "datapackage.json", '"name": "counting-cubas-doctors",', '"name": ,')
    (fault,) = faults(folder)
    assert fault.startswith("data/datapackage.json, line 3: ")


def test_claims_are_narrowed_by_value_or_list():
    assert list(tables.claims(id=["pb-duration", "pb-italy-team"])["value"]) == [52, 60]
    both = tables.claims(id=["pb-duration", "pb-italy-team"], qualifier="nearly")
    assert both["id"].to_dict() == {0: "pb-duration"}
    assert tables.claim("pb-italy-team")["value"] == 52
    with pytest.raises(KeyError, match="no-such-claim"):
        tables.claim("no-such-claim")


def test_judgements_come_in_their_order_and_by_part():
    assert tables.judged("total-pairs", "2021") == [
        "cumulative-workers.2021-02.prensa-latina",
        "cumulative-workers.2022-05-23.prensa-latina-a",
    ]
    assert list(tables.judged_parts("total-pairs")) == ["2008", "2014", "2021"]
    assert tables.judged("total-pairs") == [
        "cumulative-workers.2008.association-study-cuban",
        "cumulative-workers.2018.adelante",
        "cumulative-workers.2014-05.radio-habana-cuba",
        "cumulative-workers.2018.adelante",
        "cumulative-workers.2021-02.prensa-latina",
        "cumulative-workers.2022-05-23.prensa-latina-a",
    ]
    with pytest.raises(DataError, match=r"judgements\.csv has no row for the set 'no-such-set'"):
        tables.judged("no-such-set")
    with pytest.raises(DataError, match="part '1066'"):
        tables.judged("total-pairs", "1066")


def test_groups_of_measures_are_whole_words():
    assert tables.measures_in("wait") == [
        "hospital_bed_wait", "patients_waiting_for_surgery", "polyclinic_wait", "waiting_time"
    ]  # fmt: skip
    assert "essential_medicines_available_share" in tables.measures_in("shortage")
    with pytest.raises(DataError, match="no measure is in 'short'"):
        tables.measures_in("short")


def test_a_row_is_found_by_its_key():
    assert tables.measure("tip_tier")["argument"] == "accusation"
    assert tables.voice("MINSAP")["origin"] == "Cuban state"
    with pytest.raises(KeyError, match=r"no voice 'a friend' in data/voices\.csv"):
        tables.voice("a friend")


@pytest.mark.parametrize("read", [tables.claims, tables.sources, tables.measures, tables.numerals])
def test_a_chapter_cannot_spoil_a_table_for_others(read):
    first = read()
    first.iloc[:, 0] = "spoilt"
    assert "spoilt" not in set(read().iloc[:, 0])


def test_every_country_has_one_name_that_the_report_prints():
    names = tables.country_names()
    assert names.is_unique
    assert names.index.is_unique
    assert (names != "").all()
    assert list(names[["IMN", "GBR", "USA", "PRK", "KOR", "VEN", "COD"]]) == [
        "Isle of Man", "United Kingdom", "United States", "North Korea", "South Korea",
        "Venezuela", "DR Congo",
    ]  # fmt: skip
    assert not names.str.contains(",").drop(["BES"]).any()


def test_a_claim_is_found_by_every_name_that_it_had():
    aliases = tables.table("aliases")
    for alias in aliases.sample(50, random_state=1).itertuples():
        assert tables.claim(alias.old)["id"] == alias.claim
        assert tables.name_now(alias.claim) == alias.claim
    both = tables.claims(id=list(aliases["old"][:2]))
    assert set(both["id"]) == set(aliases["claim"][:2])
