"""Chapters run in processes of their own; their outputs reach the page, their faults the reader."""

from concurrent.futures import ProcessPoolExecutor

import pytest
from tinybook import NOTEBOOK, TinyBook

from press.forks import fork_server
from press.kernel import run


def cell(code):
    return f"```{{code-cell}}\n{code}\n```\n"


@pytest.fixture(scope="module")
def pool():
    with ProcessPoolExecutor(2, mp_context=fork_server(), max_tasks_per_child=1) as processes:
        yield processes


def test_outputs_are_those_of_a_notebook(pool, tmp_path):
    cells = ["print('a'); print('b')", "1 + 1", "from IPython.display import display\ndisplay(3)"]
    given = pool.submit(run, cells, str(tmp_path), 60).result()
    kinds = [[output["output_type"] for output in outputs] for outputs in given["outputs"]]
    assert kinds == [["stream"], ["execute_result"], ["display_data"]]
    assert given["outputs"][0][0]["text"] == "a\nb\n"
    assert given["outputs"][1][0]["data"]["text/plain"] == "2"


def test_what_was_used_is_told(pool, tmp_path):
    code = "from evidence import words, tables\nt = tables.table('sources')"
    given = pool.submit(run, [code], str(tmp_path), 60).result()
    assert {"evidence.words", "evidence.tables"} <= set(given["modules"])
    assert "evidence.plots" not in given["modules"]
    assert given["tables"] == ["sources"]


def test_chapters_share_nothing(pool, tmp_path):
    first = "import evidence.words as w, os; w.left = 1; os.environ['LEFT'] = '1'; left = 1; w.left"
    then = (
        "import evidence.words as w, os\n"
        "(hasattr(w, 'left'), 'LEFT' in os.environ, 'left' in globals())"
    )
    for _ in range(3):
        pool.submit(run, [first], str(tmp_path), 60).result()
        given = pool.submit(run, [then], str(tmp_path), 60).result()
        assert given["outputs"][0][0]["data"]["text/plain"] == "(False, False, False)"


def test_a_fault_names_its_cell_and_ends_the_chapter(pool, tmp_path):
    given = pool.submit(run, ["a = 1", "a / 0", "print('on')"], str(tmp_path), 60).result()
    assert given["failed"] == 1
    assert "ZeroDivisionError" in given["error"]
    assert len(given["outputs"]) == 2


def test_a_cell_that_runs_too_long_is_stopped(pool, tmp_path):
    given = pool.submit(run, ["import time", "time.sleep(30)"], str(tmp_path), 0.3).result()
    assert given["failed"] == 1
    assert "the cell ran longer than 0.3 s" in given["error"]


def test_an_exit_does_not_pass_for_success(pool, tmp_path):
    given = pool.submit(run, ["raise SystemExit(3)"], str(tmp_path), 60).result()
    assert given["failed"] == 0


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def executed(tiny):
    path = tiny.folder / "work" / "executed" / "chapters" / "one.json"
    return path.stat().st_ino, path.stat().st_mtime_ns


CHAPTER = f"{NOTEBOOK}\n# One\n\nSome words.\n\n{cell(':tags: [bare]' + chr(10) + 'print(6 * 7)')}"


def test_prose_is_read_again_and_code_is_executed_again(tiny):
    assert "42" in tiny.succeeds(CHAPTER)
    before = executed(tiny)
    assert "Other words" in tiny.succeeds(CHAPTER.replace("Some words", "Other words"))
    assert executed(tiny) == before
    assert "54" in tiny.succeeds(CHAPTER.replace("6 * 7", "6 * 9"))
    assert executed(tiny) != before


def test_a_changed_page_is_found_by_content_not_by_time(tiny):
    import os

    tiny.succeeds(CHAPTER)
    path = tiny.folder / "chapters" / "one.md"
    old = path.stat().st_mtime
    path.write_text(CHAPTER.replace("Some words", "Older words"))
    os.utime(path, (old - 9e6, old - 9e6))
    fault, printed = tiny.build()
    assert not fault, printed
    html = (tiny.folder / "html" / "chapters" / "one.html").read_text(encoding="utf-8")
    assert "Older words" in html


def test_a_failed_cell_is_named(tiny):
    said = tiny.fails(f"{NOTEBOOK}\n# One\n\n{cell('a = 1')}\n{cell('a / 0')}")
    assert "chapters/one, cell 2, line " in said
    assert "ZeroDivisionError" in said


def test_a_process_that_dies_is_named(tiny):
    said = tiny.fails(f"{NOTEBOOK}\n# One\n\n{cell('import os; os._exit(9)')}")
    assert "chapters/one: its process died" in said


def test_a_warning_on_stderr_stops_the_build(tiny):
    said = tiny.fails(f"{NOTEBOOK}\n# One\n\n{cell('import sys; print(1, file=sys.stderr)')}")
    assert "chapters/one" in said
    assert "stderr" in said
