"""What chooses the sentences that several chapters use, each outcome once at least."""

import pandas as pd

from evidence.reckon.doctors import NOT_BELOW
from evidence.show import confidence, doctor_words


def how(evidence="medium", agreement="medium", fitting=2, claims=3, proof="", split=0):
    found = {"evidence": evidence, "agreement": agreement, "fitting": fitting, "claims": claims}
    return pd.Series(found | {"proof": proof, "split": split})


def found(*findings):
    return pd.DataFrame({"finding": findings})


def share(own_total):
    columns = {"year": [2012], "share_low": [6.7], "share_high": [50.0], "own_total": [own_total]}
    return pd.DataFrame(columns)


FEW, MANY = ["A", "B", "C", "D"], ["A", "B", "C", "D", "E"]
CASES = [
    (confidence.sureness, "holds", how(claims=0, proof="holds")),
    (confidence.sureness, "fails", how(claims=0, proof="fails")),
    (confidence.sureness, "nothing to test it", how(claims=0, fitting=0)),
    (confidence.sureness, "against", how(fitting=0)),
    (confidence.sureness, "graded", how(fitting=0, split=1)),
    (confidence.sureness, "little known", how(evidence="limited")),
    (confidence.sureness, "graded", how()),
    (confidence.sureness, "graded", how(evidence="limited", agreement="high")),
    (confidence.fit, "one statement", 1, 1, 0),
    (confidence.fit, "statements", 1, 2, 0),
    (confidence.fit, "some split", 0, 1, 1),
    (confidence.behind, "no origin", [], []),
    (confidence.behind, "one origin", ["A"], ["A"]),
    (confidence.behind, "one, not near", ["A"], []),
    (confidence.behind, "all near", FEW[:2], FEW[:2]),
    (confidence.behind, "all near", MANY, MANY),
    (confidence.behind, "named, none near", FEW, []),
    (confidence.behind, "named, some near", FEW, FEW[:2]),
    (confidence.behind, "many, none near", MANY, []),
    (confidence.behind, "many, some near", MANY, FEW[:2]),
    (doctor_words.doctor_findings, "none", found("", "")),
    (doctor_words.doctor_findings, "some", found("", NOT_BELOW)),
    (doctor_words.doctor_findings, "most", found(NOT_BELOW, NOT_BELOW, "")),
    (doctor_words.doctor_shares, "own totals", share(True)),
    (doctor_words.doctor_shares, "totals beside", share(False)),
]
