"""What the pages need besides their text: fonts are made whatever the system lacks."""

from press import pages


def test_fonts_are_made_where_the_system_has_no_semaphores(monkeypatch):
    def refused(*_, **__):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(pages, "ProcessPoolExecutor", refused)
    with pages.font_pool() as pool:
        assert pool.submit(abs, -1).result() == 1
