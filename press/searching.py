"""What each page gives to the search: kept with the page, and put together anew in every build.

Sphinx would mend the index of the book before, in which words stay that no page has any more.
"""

from collections import defaultdict

from sphinx.search import IndexBuilder


def _by_page(index: IndexBuilder) -> tuple[dict, ...]:
    return index._titles, index._filenames, index._all_titles, index._index_entries


def _by_word(index: IndexBuilder) -> tuple[dict, ...]:
    return index._mapping, index._title_mapping


def shares(index: IndexBuilder) -> dict[str, list]:
    """What each page that the index was fed with has given to it."""
    words = defaultdict(lambda: ([], []))
    for place, pages_of in enumerate(_by_word(index)):
        for word, pages in pages_of.items():
            for page in pages:
                words[page][place].append(word)
    return {
        page: [*(table[page] for table in _by_page(index)), *words[page]] for page in index._titles
    }


def fill(index: IndexBuilder, given: dict[str, list]) -> None:
    """Make an index of shares, in the order they come in, and of nothing else."""
    for table in (*_by_page(index), *_by_word(index)):
        table.clear()
    for page, (*values, words, title_words) in given.items():
        for table, value in zip(_by_page(index), values, strict=True):
            table[page] = value
        for table, found in zip(_by_word(index), (words, title_words), strict=True):
            for word in found:
                table.setdefault(word, set()).add(page)
