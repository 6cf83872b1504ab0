"""What chooses the sentences of the chapters on the book itself, each outcome once at least."""

import pandas as pd

from evidence.themes.book import documents, held, sensitivity


def figures(measure, value):
    columns = {"measure": ["m", measure], "value": [1, value], "document": ["one", "other"]}
    return pd.DataFrame(columns)


def near(*percent):
    return pd.Series(percent, index=["A", "B"])


def moved(*verdicts):
    names = ["held", "tour_low", "tour_high"][: len(verdicts)]
    return pd.DataFrame({"assumption": names, "verdict": list(verdicts)})


CASES = [
    (sensitivity.deciding, "none", moved("", "")),
    (sensitivity.deciding, "one", moved("", "supported")),
    (sensitivity.deciding, "several", moved("", "supported", "contradicted")),
    (documents.shared, "some", figures("m", 1), "document"),
    (documents.shared, "none", figures("m", 2), "document"),
    (documents.shared, "none", figures("n", 1), "document"),
    (documents.were_read, "in full", pd.Series(["full", "file"])),
    (documents.were_read, "not in full", pd.Series(["full", "excerpt"])),
    (documents.put, "exact", "exact"),
    (documents.put, "vague", "vague"),
    (documents.put, "hedged", "more_than"),
    (held.fig_grades_title, "far everywhere", near(49.9, 20)),
    (held.fig_grades_title, "near everywhere", near(60, 50)),
    (held.fig_grades_title, "far for some", near(50, 49.9)),
]
