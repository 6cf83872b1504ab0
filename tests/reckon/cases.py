"""What chooses sentences without knowing a chapter, each outcome once at least."""

from evidence.reckon import totals

NAN = float("nan")
CASES = [
    (totals.judge, "no rise", (NAN, NAN)),
    (totals.judge, "too short", (0.2, 0.99)),
    (totals.judge, "possible", (0.2, 1.0)),
    (totals.judge, "possible", (3.0, 9.0)),
    (totals.judge, "too long", (3.01, 9.0)),
]
