"""Cells and their outputs, from the chapter to the page: as Jupyter, or a sentence."""

import os
import re

import nbformat
import pytest
from nbformat import v4
from tinybook import NOTEBOOK, TOC, TinyBook


def cell(code, options=""):
    return f"```{{code-cell}}\n{options}{code}\n```\n"


def page(*parts):
    return f"{NOTEBOOK}\n# One\n\n" + "\n".join(parts)


@pytest.fixture
def tiny(tmp_path, monkeypatch, capsys):
    return TinyBook(tmp_path, monkeypatch, capsys)


def kept(tiny):
    path = tiny.folder / "work" / "kept" / "executed" / "chapters" / "one"
    return path.stat().st_ino, path.stat().st_mtime_ns


def saved(tiny, *cells, **metadata):
    """A chapter that JupyterLab has saved, in the place of the one in Markdown."""
    kernel = {"name": "python3", "display_name": "p", "language": "python"}
    notebook = v4.new_notebook(cells=list(cells), metadata={"kernelspec": kernel, **metadata})
    tiny.write("_toc.yml", TOC.replace("chapters/one", "chapters/nb"))
    nbformat.write(notebook, tiny.folder / "chapters" / "nb.ipynb")


CHAPTER = page("Some words.", cell("print(6 * 7)", ":tags: [bare]\n"))


def test_prose_is_read_again_and_code_is_executed_again(tiny):
    assert "42" in tiny.succeeds(CHAPTER)
    before = kept(tiny)
    assert "Other words" in tiny.succeeds(CHAPTER.replace("Some words", "Other words"))
    assert kept(tiny) == before
    assert "54" in tiny.succeeds(CHAPTER.replace("6 * 7", "6 * 9"))
    assert kept(tiny) != before


def test_a_changed_page_is_found_by_content_not_by_time(tiny):
    tiny.succeeds(CHAPTER)
    path = tiny.folder / "chapters" / "one.md"
    old = path.stat().st_mtime
    path.write_text(CHAPTER.replace("Some words", "Older words"))
    os.utime(path, (old - 9e6, old - 9e6))
    fault, printed = tiny.build()
    assert not fault, printed
    html = (tiny.folder / "html" / "chapters" / "one.html").read_text(encoding="utf-8")
    assert "Older words" in html


def test_a_chapter_with_no_cell_yet_is_a_page(tiny):
    assert "Some words" in tiny.succeeds(page("Some words."))
    assert "42" in tiny.succeeds(CHAPTER)
    assert not re.search(r"\b42\n", tiny.succeeds(page("Some words.")))


def test_tags_mean_what_they_mean_in_myst_nb(tiny):
    marks = {
        "skip-execution": "open('ran', 'w')",
        "raises-exception": "1 / 0",
        "remove-output": "print('unseen one')",
        "remove-input": "print('seen', 'one')",
        "remove-stderr": "import sys; print('unseen two', file=sys.stderr)",
        "hide-output": "print('folded', 'one')",
    }
    html = tiny.succeeds(page(*(cell(code, f":tags: [{tag}]\n") for tag, code in marks.items())))
    assert not (tiny.folder / "chapters" / "ran").exists()
    assert "ZeroDivisionError" in html
    assert "seen one" in html
    assert "folded one" in html
    assert not re.search("<pre>(<span></span>)?unseen", html)
    # a tag is part of what is executed
    tiny.succeeds(page(cell("open('ran', 'w').close()")))
    assert (tiny.folder / "chapters" / "ran").exists()


def settings(text):
    return page(cell("open('ran', 'w').close()")).replace("kernelspec", f"{text}\nkernelspec", 1)


def test_a_page_may_be_left_unexecuted(tiny):
    assert "ran" in tiny.succeeds(settings('mystnb:\n  execution_mode: "off"'))
    assert not (tiny.folder / "chapters" / "ran").exists()
    tiny.succeeds(settings('mystnb:\n  execution_mode: "force"'))
    assert (tiny.folder / "chapters" / "ran").exists()


@pytest.mark.parametrize("mode", ["inline", "cache"])
def test_a_way_to_execute_that_the_book_does_not_have_is_refused(tiny, mode):
    said = tiny.fails(settings(f"mystnb:\n  execution_mode: {mode}"))
    assert f"chapters/one: execution_mode '{mode}'" in said


def test_a_page_may_have_its_own_time(tiny):
    chapter = settings("mystnb:\n  execution_timeout: 1").replace("open('ran', 'w').close()", "")
    said = tiny.fails(chapter.replace("```{code-cell}\n", "```{code-cell}\nwhile True: pass"))
    assert "chapters/one, cell 1, line 17: the cell ran longer than 1 s" in said


@pytest.mark.parametrize("setting", ["no_such: 1", "execution_mode: sometimes"])
def test_a_setting_that_is_none_is_named(tiny, setting):
    assert "chapters/one cannot be read" in tiny.fails(settings(f"mystnb:\n  {setting}"))


@pytest.mark.parametrize("name", ["ir", "bash", "julia-1.10"])
def test_another_language_is_refused(tiny, name):
    chapter = CHAPTER.replace("language: python", "language: R").replace("python3", name)
    assert f"chapters/one: its kernel is '{name}'" in tiny.fails(chapter)


def test_a_head_need_not_name_the_language(tiny):
    assert "42" in tiny.succeeds(CHAPTER.replace("  language: python\n", ""))


def test_a_failed_cell_is_named(tiny):
    said = tiny.fails(page(cell("a = 1"), cell("a / 0")))
    assert "chapters/one, cell 2, line 19: " in said
    assert "ZeroDivisionError" in said


def test_a_failed_cell_of_a_saved_notebook_is_named(tiny):
    saved(tiny, v4.new_markdown_cell("# One"), v4.new_code_cell("1"), v4.new_code_cell("1 / 0"))
    fault, printed = tiny.build()
    assert fault
    assert "chapters/nb, cell 2: " in printed
    assert "ZeroDivisionError" in printed


def test_places_in_a_saved_notebook_are_cells(tiny):
    saved(tiny, v4.new_markdown_cell("# One"), v4.new_markdown_cell("{claim}`no-such`"))
    fault, printed = tiny.build()
    assert fault
    assert "chapters/nb, cell 2 from the top, line 1: no claim" in printed
    saved(tiny, v4.new_markdown_cell("# One\n\nWords.\n\n[](nowhere.md)"))
    fault, printed = tiny.build()
    assert fault
    assert "chapters/nb.ipynb, cell 1 from the top, line 5" in printed


def test_what_a_saved_notebook_shows_without_execution_stays(tiny):
    shown = v4.new_output("stream", name="stdout", text="kept from before\n")
    code = v4.new_code_cell("1 / 0", outputs=[shown], metadata={"tags": ["skip-execution"]})
    saved(
        tiny,
        v4.new_markdown_cell("# One"),
        v4.new_code_cell("print(6 * 7)", metadata={"tags": ["bare"]}),
        code,
    )
    fault, printed = tiny.build()
    assert not fault, printed
    html = (tiny.folder / "html" / "chapters" / "nb.html").read_text(encoding="utf-8")
    assert "kept from before" in html
    assert "42" in html


@pytest.mark.parametrize("content", ["", "{", "[]", "{}", '{"cells": 3, "nbformat": 4}'])
def test_a_broken_notebook_is_named(tiny, content):
    saved(tiny)
    tiny.write("chapters/nb.ipynb", content)
    fault, printed = tiny.build()
    assert fault
    assert "chapters/nb cannot be read as a chapter" in printed


def test_options_that_are_no_yaml_are_named(tiny):
    said = tiny.fails(page("```{code-cell}\n---\ntags: [\n---\n1\n```"))
    assert "chapters/one cannot be read as a chapter" in said
    assert "line 14 could not be read: Invalid options" in said


def test_a_process_that_dies_is_named(tiny):
    said = tiny.fails(page(cell("1"), cell("import os; os._exit(9)")))
    assert "chapters/one, cell 2, line 19: it ended its process (with status 9)" in said


def test_a_warning_on_stderr_stops_the_build(tiny):
    said = tiny.fails(page(cell("import warnings; warnings.warn('beware')")))
    assert "chapters/one, cell 1, line 15: it printed to stderr" in said
    assert "beware" in said


def test_a_chapter_runs_in_its_own_folder(tiny):
    (tiny.folder / "chapters" / "deep").mkdir()
    tiny.write("_toc.yml", TOC.replace("chapters/one", "chapters/deep/two"))
    tiny.write("chapters/deep/near.txt", "from near by")
    code = "import evidence, os; print(open('near.txt').read())"
    tiny.write("chapters/deep/two.md", page(cell(code)))
    fault, printed = tiny.build()
    assert not fault, printed
    html = (tiny.folder / "html" / "chapters" / "deep" / "two.html").read_text(encoding="utf-8")
    assert "from near by" in html


def test_a_line_of_megabytes_is_printed(tiny):
    html = tiny.succeeds(page(cell("print('some words ' * 200_000)")))
    assert html.count("some words some words") >= 99_000


def test_colours_of_a_terminal_are_no_signs_on_the_page(tiny):
    code = r"print('\x1b[31mred\x1b[0m plain')"
    html = tiny.succeeds(page(cell(code, ":tags: [remove-input]\n")))
    assert "\x1b" not in html
    assert "[31m" not in html
    assert "red" in html


PLOT = "import matplotlib.pyplot as plt\nplt.plot([1, 2])\nplt.show()"


def test_a_figure_needs_an_alt_text(tiny):
    said = tiny.fails(page(cell(PLOT)))
    assert "chapters/one, cell 1, line 15: its picture has no alt text" in said
    html = tiny.succeeds(page(cell(PLOT, "---\nmystnb:\n  image:\n    alt: A line goes up\n---\n")))
    assert re.search(r'<img alt="A line goes up"[^>]*src="\.\./_images/[0-9a-f]+\.svg"', html)
    assert "Figure size" not in html


@pytest.mark.parametrize("code", ["object()", "plt.plot([1])", "print([object()])"])
def test_an_address_is_not_printed(tiny, code):
    said = tiny.fails(page(cell(f"import matplotlib.pyplot as plt\n{code}")))
    assert re.search(r"chapters/one, cell 1, line 15: it prints <.* at 0x", said)


def test_a_form_that_no_page_shows_is_named(tiny):
    code = "from IPython.display import display\ndisplay({'application/x+json': {}}, raw=True)"
    said = tiny.fails(page(cell(code)))
    assert "chapters/one, cell 1, line 15: it shows application/x+json" in said
    html = tiny.succeeds(page(cell(code.replace("{}}", "{}, 'text/html': '<b>bold</b>'}"))))
    assert "<b>bold</b>" in html
