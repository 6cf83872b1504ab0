"""What the pages need besides their text: fonts are made whatever the system lacks."""

from press.site import theme


def test_fonts_are_made_where_the_system_has_no_semaphores(monkeypatch):
    def refused(*_, **__):
        raise OSError(38, "Function not implemented")

    monkeypatch.setattr(theme, "ProcessPoolExecutor", refused)
    with theme.font_pool() as pool:
        assert pool.submit(abs, -1).result() == 1
