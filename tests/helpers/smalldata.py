"""A data package of a few rows that is sound: to be broken, or added to."""

from pathlib import Path

from evidence.ledger import counts, tables

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
    "measures.csv": "measure,unit,label,definition,argument,figure_kind,mission_kind,groups\n"
    "doctors,people,doctors abroad,At one time.,,,unspecified,team-size;cash\n",
    "voices.csv": "voice,origin,side,party,why\na ministry,Cuban state,cuban_state,party,It is.\n"
    "unnamed critics,,,,Nobody.\n",
    "judgements.csv": "set,part,kind,item,why\nsome,a,claim,c1,It fits.\nsome,b,claim,c2,It fits.\n"
    "others,,country,BRA,It is.\nothers,,source,s1,It is.\nothers,,side,press,It is.\n",
    "trials.csv": "claim,vaccines,interval_low,interval_high\nc1,One;Two,1.5,2\n",
    "assumptions.csv": "name,label,value,low,high,unit,why\n"
    "about,what about allows,0.05,0,0.1,share,A choice.\n",
    "moves.csv": "assumption,value,page,kind,name,claim,verdict\nabout,0.1,one,result,a,,\n",
    "claims.csv": CLAIMS,
    "aliases.csv": "old,claim\nold1,c1\n",
    "corrections.csv": "claim,action,column,old,new,reason\n"
    "c2,set,value,200,210,Misprint.\nc3,drop,,,,Same as c1.\n",
    "passages.csv": "claim,passage\nc2,some 200 of them\nc3,100\n",
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


def write(folder: Path) -> Path:
    """Put the package into a folder, with the descriptor of the real one."""
    described = tables.package()
    for resource in described["resources"]:
        resource["rows"] = SMALL[resource["path"]].count("\n") - 1
    for name, text in {**SMALL, "datapackage.json": counts.as_json(described)}.items():
        (folder / name).write_text(text, encoding="utf-8", newline="\n")
    return folder


def content(folder: Path) -> dict[str, bytes]:
    """Every file of a folder."""
    return {path.name: path.read_bytes() for path in folder.iterdir()}


def replace(path, old, new):
    """Put `new` for the one place where `old` stands."""
    content = path.read_text(encoding="utf-8")
    assert content.count(old) == 1
    path.write_text(content.replace(old, new), encoding="utf-8", newline="\n")
