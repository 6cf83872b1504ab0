"""The book put together from its pages: each read alone, kept, written where it is new."""
