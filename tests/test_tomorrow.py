"""The book of tomorrow differs from the book in what jupyter-book holds back, and in no word."""

import pytest

from press import ROOT
from tools import tomorrow

HELD_BACK = {"sphinx", "docutils", "myst-parser"}
# what comes with jupyter-book, and is named where there is none
BROUGHT = {"sphinx-copybutton", "sphinx-design", "sphinx-external-toc"}


def named(path):
    lines = (line.partition("#")[0].strip() for line in path.read_text().splitlines())
    return {line.partition("==")[0]: line for line in lines if line}


def test_all_else_is_as_in_the_lock():
    now, then = (named(ROOT / n) for n in ("requirements.in", "requirements/tomorrow.in"))
    assert then.keys() - now.keys() == HELD_BACK | BROUGHT
    assert now.keys() - then.keys() == {"jupyter-book", "uv"}
    assert {name: then[name] for name in now.keys() & then.keys()} == {
        name: now[name] for name in now.keys() & then.keys()
    }


def test_the_settings_are_the_books_and_ask_for_nothing_of_jupyter_book():
    found = tomorrow.settings()
    assert found["extensions"][-1] == "sphinx_multitoc_numbering"
    assert {"press", "myst_nb", "sphinx_external_toc"} <= set(found["extensions"])
    assert not tomorrow.OWN & set(found["extensions"])
    assert not tomorrow.SETTINGS & found.keys()
    assert (found["html_theme"], found["nb_execution_timeout"]) == ("furo", 300)


@pytest.fixture
def books(tmp_path):
    pages = {
        "one/a.html": "<body><p>Some <b>words</b>.</p><script>x</script>{}</body>",
        "other/a.html": "<body><div><p>Some <b>words</b>.</p></div>{}</body>",
    }
    rows = "<table><tr><td>sphinx</td><td>{}</td></tr></table>"
    for number, (name, text) in enumerate(pages.items()):
        (tmp_path / name).parent.mkdir()
        (tmp_path / name).write_text(text.format(rows.format(number)))
    return tmp_path / "one", tmp_path / "other"


def test_the_same_words(books):
    assert tomorrow.differences(*books) == []


def test_another_word_and_a_missing_page_are_found(books):
    path = books[1] / "a.html"
    path.write_text(path.read_text().replace("Some", "Other"))
    (books[0] / "b.html").write_text("<body>more</body>")
    found = tomorrow.differences(*books)
    assert {"-Some", "+Other", "-more"} <= set(found)
