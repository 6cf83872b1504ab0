"""A claim is added whole, with what it needs, or not at all."""

import builtins

import pytest
import smalldata

from evidence.ledger import additions, tables
from tools import add_claim

CLAIM = {"topic": "stock", "measure": "doctors", "value": "120", "qualifier": "about",
         "scope": "world", "as_of": "2019-04", "source_id": "s1", "locator": "para 2"}  # fmt: skip
SOURCE = {"title": "A list, “new”", "publisher": "The Ministry (web)", "published": "2020",
          "kind": "government", "publisher_kind": "press", "stake": "press",
          "publisher_why": "A paper of its own.", "nearness": "counter",
          "read_as": "full"}  # fmt: skip
VOICE = {"origin": "a clinic", "side": "other", "why": "It treats people."}
ADDED = "doctors.2019-04.a-paper"


@pytest.fixture
def folder(tmp_path):
    return smalldata.write(tmp_path)


def arguments(**answers):
    return [f"--{name}={text}" for name, text in answers.items()]


def add(folder, capsys, **answers):
    add_claim.main(arguments(**answers), folder)
    return capsys.readouterr().out.splitlines()


def refused(folder, answers):
    """Why nothing is written; then every file is as it was."""
    before = smalldata.content(folder)
    with pytest.raises(SystemExit) as leaving:
        add_claim.main(answers, folder)
    assert smalldata.content(folder) == before
    first, *told = str(leaving.value).strip().splitlines()
    assert first.startswith("Nothing is written")
    return told


def added(folder, before, name):
    """The lines that a file has more, each with its number; no other line is changed."""
    lines, old = ((c[name]).splitlines() for c in (smalldata.content(folder), before))
    new = [n for n, line in enumerate(lines, start=1) if line not in old]
    assert [line for n, line in enumerate(lines, start=1) if n not in new] == old
    return [(n, lines[n - 1].decode()) for n in new]


def test_a_claim_of_a_known_source_is_one_line_more(folder, capsys):
    before = smalldata.content(folder)
    assert add(folder, capsys, **CLAIM) == [
        f"data/claims.csv, row 5: {ADDED}",
        f"A chapter prints it with {{claim}}`{ADDED}`.",
    ]
    line = f"{ADDED},stock,doctors,120,,people,about,world,,,,2019-04,s1,,para 2,,,,"
    assert added(folder, before, "claims.csv") == [(5, line)]
    assert added(folder, before, "sources.csv") == added(folder, before, "voices.csv") == []
    assert tables.load(folder)["claims"]["value"].iloc[-1] == 120


def test_a_new_source_and_a_new_voice_come_with_it(folder, capsys):
    before = smalldata.content(folder)
    new = CLAIM | {"source_id": "s2", "attributed_to": "a nurse"}
    told = add(folder, capsys, **new, **SOURCE, **VOICE)
    assert told[:-1] == [
        "data/sources.csv, row 3: s2",
        "data/voices.csv, row 3: a nurse",  # in its place in the alphabet
        "data/claims.csv, row 5: doctors.2019-04.ministry",
    ]
    assert added(folder, before, "sources.csv") == [
        (
            3,
            's2,"A list, “new”",,The Ministry (web),,2020,,,government,press,press,'
            "A paper of its own.,counter,full,,",
        )
    ]
    assert added(folder, before, "voices.csv") == [(3, "a nurse,a clinic,other,,It treats people.")]
    loaded = tables.load(folder)
    assert list(loaded["sources"]["title"]) == ["A page", "A list, “new”"]


def test_a_country_is_part_of_the_name(folder, capsys):
    told = add(folder, capsys, **CLAIM | {"scope": "country", "country_iso3": "BRA"})
    assert told[0].endswith(": doctors.brazil.2019-04.a-paper")


def test_the_same_again_gets_another_name(folder, capsys):
    ends = [add(folder, capsys, **CLAIM)[0].rpartition(": ")[2] for _ in range(3)]
    assert ends == [ADDED, f"{ADDED}-b", f"{ADDED}-c"]


@pytest.mark.parametrize(("change", "told"), [
    ({"qualifier": "roughly"}, 'data/claims.csv, row 5, column "qualifier": \'roughly\' is not'),
    ({"topic": ""}, 'data/claims.csv, row 5, column "topic": \'\' is empty but required'),
    ({"value": "many"}, 'data/claims.csv, row 5, column "value": \'many\' is not a number'),
    ({"value": ""}, 'data/claims.csv, row 5, column "value": \'\' a claim has a value'),
    ({"as_of": "2019-06"}, 'data/claims.csv, row 5, column "as_of": \'2019-06\' lies after'),
    ({"scope": "country"}, 'data/claims.csv, row 5, column "country_iso3": \'\' is empty though'),
    ({"locator": "=1+1"}, 'data/claims.csv, row 5, column "locator": \'=1+1\' begins like'),
    ({"measure": "nurses"}, "--measure: 'nurses' is unknown in measures.csv"),
    ({"country_iso3": "XYZ"}, "--country_iso3: 'XYZ' is unknown in countries.csv"),
    ({"measure": ""}, "--measure: a claim needs it"),
    ({"source_id": ""}, "--source_id: a claim needs it"),
    ({"source_id": "s2"}, 'data/sources.csv, row 3, column "kind": \'\' is empty but required'),
    ({"attributed_to": "a nurse"}, 'data/voices.csv, row 3, column "why": \'\' is empty but'),
    ({"title": "Another"}, "--title is of a new row of sources.csv, but 's1' is known in"),
    ({"attributed_to": "a ministry", "side": "press"}, "--side is of a new row of voices.csv, but"),
    ({"side": "press"}, "--side is of a new row of voices.csv, but there is no attributed_to"),
    ({"source_id": "s2", **SOURCE, "stake": "academic"},
     'data/sources.csv, row 3, column "stake": \'academic\' but the publisher is a press'),
    ({"attributed_to": "a nurse", **VOICE, "side": "cuban_state"},
     'data/voices.csv, row 3, column "side": \'cuban_state\' but origin is'),
])  # fmt: skip
def test_what_breaks_a_rule_is_refused(folder, change, told):
    found = refused(folder, arguments(**(CLAIM | change)))
    assert any(line.startswith(told) for line in found), found


def test_faults_that_are_there_already_are_told(folder):
    smalldata.replace(folder / "sources.csv", "news", "gossip")
    (fault,) = refused(folder, arguments(**CLAIM))
    assert fault.startswith('data/sources.csv, row 2, column "kind"')


def test_rows_that_nobody_counted_are_not_counted_by_the_way(folder):
    smalldata.replace(folder / "claims.csv", "c3,", "c4,stock,doctors,9,,people,exact,world,,,,"
                      "2019,s1,,,,,,\nc3,")  # fmt: skip
    (fault,) = refused(folder, arguments(**CLAIM))
    assert fault.startswith("data/claims.csv: 5 rows where datapackage.json says 4 (`make check`")


def test_nothing_is_written_where_a_file_cannot_be(folder, monkeypatch):
    whole = additions.Path.write_bytes

    def full(path, content):
        if path.name == "datapackage.json.new":
            raise OSError(28, "No space left on device")
        whole(path, content)

    monkeypatch.setattr(additions.Path, "write_bytes", full)
    assert refused(folder, arguments(**CLAIM)) == ["[Errno 28] No space left on device"]


@pytest.mark.parametrize("name", ["unit", "id", "vlaue"])
def test_what_is_found_or_unknown_is_no_argument(folder, name):
    with pytest.raises(SystemExit) as leaving:
        add_claim.main([f"--{name}=x"], folder)
    assert leaving.value.code == 2


def answering(monkeypatch, answers):
    """Answers to the questions, in order; whoever asks for more has reached the end of input."""
    left = iter(answers)

    def answer(_):
        try:
            return next(left)
        except StopIteration:
            raise EOFError from None

    monkeypatch.setattr(builtins, "input", answer)


def test_questions_show_what_may_stand_and_ask_again(folder, capsys, monkeypatch):
    answering(monkeypatch, [
        "gossip", "stock",  # no topic, then one
        "doc", "doctors", "", "", "vague", "world", "", "", "", "2019",
        "pa", "s2", "s2",  # part of a known one; a new one
        "A list", "", "A ministry", "", "2020", "", "", "government", "press", "press",
        "It prints.", "counter", "full", "", "",
        "minis", "a ministry", "", '"Many" of them.', "", "", "",
    ])  # fmt: skip
    add_claim.main([], folder)
    said = capsys.readouterr().out
    assert "'gossip' is not one of" in said or "is not one of: cumulative, stock" in said
    assert "  doctors  (doctors abroad)\n" in said
    assert "  s1  (A page)\n" in said
    assert "'s2' is not known: once more, and it is new." in said
    assert "This is new in sources.csv:" in said
    assert "  a ministry  (Cuban state)\n" in said
    (row,) = tables.load(folder)["claims"].tail(1).to_dict("records")
    assert (row["id"], row["attributed_to"]) == ("doctors.2019.a-ministry", "a ministry")


def test_a_word_that_cannot_be_new_is_asked_for_again(folder, capsys, monkeypatch):
    answering(monkeypatch, ["stock", "nurses", "nurses"])
    assert refused(folder, []) == []
    assert capsys.readouterr().out.count("'nurses' is not known.") == 2


def test_answers_that_break_a_rule_come_back_as_a_command(folder, monkeypatch):
    answering(monkeypatch, [
        "stock", "doctors", "10", "9", "exact", "world", "", "", "", "2019", "s1", "", "", "it's",
        "", "", "",
    ])  # fmt: skip
    fault, hint, command = refused(folder, [])
    assert fault.startswith("data/claims.csv, row 5, column \"value\": '10' is above value_high")
    assert hint == "Mend it and run:"
    assert command.startswith(".venv/bin/python tools/add_claim.py --topic=stock --measure=doctors")
    assert command.endswith("""'--note=it'"'"'s'""")


def test_who_stops_in_the_middle_has_written_nothing(folder, monkeypatch):
    answering(monkeypatch, ["stock", "doctors"])
    assert refused(folder, []) == []
