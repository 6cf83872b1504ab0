"""What chooses sentences without knowing a chapter, each outcome once at least."""

from evidence.reckon import hosts, totals

NAN = float("nan")
CASES = [
    (hosts.against_total, "enough", 164, 164),
    (hosts.against_total, "fewer", 163, 164),
    (totals.judge, "no rise", (NAN, NAN)),
    (totals.judge, "too short", (0.2, 0.99)),
    (totals.judge, "possible", (0.2, 1.0)),
    (totals.judge, "possible", (3.0, 9.0)),
    (totals.judge, "too long", (3.01, 9.0)),
]
