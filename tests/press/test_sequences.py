"""What is published is that of the sources, whatever was built, edited and undone before.

`python tests/sequences.py 200` tries many more states, with kills and damage.
"""

import copy

import pytest
from sequences import Story, clean
from warm import Warm


@pytest.fixture(scope="module")
def warm():
    process = Warm()
    yield process
    process.close()


def test_edits_that_are_built_and_undone_leave_nothing(tmp_path, warm):
    book = tmp_path / "book"
    book.mkdir()
    story = Story(1, book)
    story.says["fault"] = ""
    begun = copy.deepcopy(story.says)

    def built(*what):
        status, said = warm.build(book, *what)
        assert status == 0, said
        return story.checkout.published()

    first = built()
    assert any(name.startswith("pdf/") for name in first)
    # one page alone, as an author edits it: the others keep their contents
    story.says["pages"]["ash"]["words"] = "otherwise"
    story.write()
    for _ in range(3):
        story.edit()
    story.says["fault"] = ""
    story.write()
    draft = built("html")
    assert draft != first
    assert draft == clean(story, warm, ["html"])
    story.says = begun
    story.write()
    assert built() == first
    assert "Nothing changed" in warm.build(book)[1]
