"""Loading `data/`: a small package that is sound, and copies of it with one cell broken each."""

import json

import pytest

from evidence import tables
from evidence.checks import DataError

CLAIMS = """\
id,topic,measure,value,value_high,unit,qualifier,scope,country_iso3,date_start,date_end,as_of,\
source_id,attributed_to,locator,note,checked,checked_on,checked_at
c1,stock,doctors,100,,people,exact,world,,2018,,2019-03,s1,,para 1,,page,2026-11-28,
c2,stock,doctors,200,250,people,about,country,BRA,,,2018,s1,,,"Said ""many"", twice",,,
c3,stock,doctors,100,,people,exact,world,,,,2019,s1,,,,,,
"""
SMALL = {
    "sources.csv": "source_id,title,author,publisher,original_publisher,published,url,doi,kind,"
    "publisher_kind,stake,publisher_why,nearness,read_as,read_on,licence\n"
    "s1,A page,,A paper,An agency,2019-05-07,,10.1000/1,news,press,press,No line.,reporter,full,"
    "2026-11,\n",
    "publisher_kinds.csv": "kind,label,side,rule\npress,Press,press,A paper.\n",
    "measures.csv": "measure,unit,label,definition\ndoctors,people,doctors abroad,At one time.\n",
    "claims.csv": CLAIMS,
    "corrections.csv": "claim,action,column,old,new,reason\n"
    "c2,set,value,200,210,Misprint.\nc3,drop,,,,Same as c1.\n",
    "passages.csv": "claim,passage\nc2,some 200 of them\nc3,100\n",
    "judgements.csv": "set,part,kind,item,why\nsame-number,,claim,c1,Another date.\n",
    "numerals.csv": "source_id,paragraph,numeral,occurrence,claim,reason\ns1,1,100,2,c1,\n",
    "repeats.csv": "claim,repeats,basis\nc2,c1,named\n",
    "votes.csv": "session_year,date,resolution,yes,no,abstain,no_countries,abstain_countries,"
    "source_id\n1992,1992-11-24,A/RES/47/19,59,3,71,A;B;C,,s1\n",
    "countries.csv": "iso3,iso2,name,short,un_member,un_region,un_subregion,source_id\n"
    "BRA,BR,Brazil,Brazil,1,Americas,South America,s1\n",
    "series.csv": "indicator,label,unit\nPOP,people,people\n",
    "builds.csv": "case,tool,seconds,megabytes,runs,machine\ncold,this build,1.5,300,3,a machine\n",
    "results.csv": "kind,name,page,title,text,alt,inputs,data\nresult,a,one,,40,,c1,\n",
    "indicators.csv": "iso3,indicator,year,value,source_id\nBRA,POP,2018,2.5,s1\n",
}


@pytest.fixture
def folder(tmp_path):
    descriptor = tables.package()
    for resource in descriptor["resources"]:
        resource["rows"] = SMALL[resource["path"]].count("\n") - 1
    for name, text in {**SMALL, "datapackage.json": json.dumps(descriptor, indent=1)}.items():
        (tmp_path / name).write_text(text, encoding="utf-8", newline="\n")
    return tmp_path


def replace(path, old, new):
    """Put `new` for the one place where `old` stands."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, new), encoding="utf-8", newline="\n")


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
    ("claims", "c2,", "c1,", 'row 3, column "id"', "duplicate"),
    ("claims", "2019-03", "2019-13", 'row 2, column "as_of"', "not a possible date"),
    ("sources", "2019-05-07", "2019-02-30", 'row 2, column "published"', "not a possible date"),
    ("sources", "press,press", "press,academic", 'row 2, column "stake"', "whose stake is press"),
    ("sources", "press,press", "paper,press", 'row 2, column "publisher_kind"', "unknown in"),
    ("sources", "10.1000/1", "doi:10.1000/1", 'row 2, column "doi"', "does not have the form"),
    ("sources", "An agency", "A paper", 'row 2, column "original_publisher"', "publisher itself"),
    ("sources", "2026-11", "2019-04", 'row 2, column "read_on"', "before its publication"),
    ("claims", "250", "150", 'row 3, column "value"', "above value_high"),
    ("claims", "page,2026-11-28", "page,", 'row 2, column "checked_on"', "has a date"),
    ("passages", "c2,", "c9,", 'row 2, column "claim"', "unknown in claims"),
    ("passages", "c2,", "c3,", 'row 3, column "claim"', "duplicate"),
    ("judgements", "claim,c1", "claim,c3", 'row 2, column "item"', "unknown in claims"),
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


@pytest.mark.parametrize(("old", "new", "rows"), [
    (CLAIMS[CLAIMS.index("c3,") :], "", 2),  # cut between two rows
    (CLAIMS[CLAIMS.index("c1,") :], "", 0),
    ("\nc3,", "\nc4,stock,doctors,9,,people,exact,world,,,,2019,s1,,,,,,\nc3,", 4),
])  # fmt: skip
def test_a_lost_or_added_row_is_noticed(folder, old, new, rows):
    replace(folder / "claims.csv", old, new)
    assert faults(folder) == [
        f'data/claims.csv: {rows} rows where datapackage.json says 3 (truncated? or update "rows")'
    ]


def test_a_table_whose_rows_nobody_counted_is_refused(folder):
    replace(folder / "datapackage.json", '"rows": 3', '"lines": 3')
    fault, _ = faults(folder)
    assert fault == "data/datapackage.json, key resources[3]: the key 'rows' is missing"


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
