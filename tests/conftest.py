"""Property tests draw the same examples in every run."""

from hypothesis import settings

settings.register_profile("book", derandomize=True, database=None, deadline=None)
settings.load_profile("book")
