"""The book on paper, set with Typst from the pages."""
