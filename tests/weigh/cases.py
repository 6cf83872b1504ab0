"""What the weighing chooses, each outcome once at least."""

from weighed import weighed

from evidence.weigh import verdict

CASES = [
    (verdict.stands, "nothing", weighed(0, 0)),
    (verdict.stands, "none", weighed(3, 0)),
    (verdict.stands, "fewer", weighed(5, 2)),
    (verdict.stands, "most", weighed(4, 2)),
    (verdict.stands, "all", weighed(1, 1)),
]
