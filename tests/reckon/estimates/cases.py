"""What chooses the words of estimates, each outcome once at least."""

import numpy as np

from evidence.reckon.estimates import held_out
from evidence.show import estimates

MANY = np.arange(1001.0)
CASES = [
    (held_out.lies, "below", 49, MANY),
    (held_out.lies, "inside", 500, MANY),
    (held_out.lies, "above", 951, MANY),
    (held_out.can_count, "either", "inside", "inside"),
    (held_out.can_count, "people", "inside", "below"),
    (held_out.can_count, "postings", "above", "inside"),
    (held_out.can_count, "above both", "above", "above"),
    (held_out.can_count, "below both", "below", "below"),
    (held_out.can_count, "between", "above", "below"),
    (estimates.chance_of, "least", 0.0099),
    (estimates.chance_of, "middle", 0.01),
    (estimates.chance_of, "middle", 0.99),
    (estimates.chance_of, "most", 0.991),
    (estimates.how_likely, "exceptionally unlikely", 0.0099),
    (estimates.how_likely, "very unlikely", 0.01),
    (estimates.how_likely, "unlikely", 0.1),
    (estimates.how_likely, "about as likely as not", 0.33),
    (estimates.how_likely, "likely", 0.66),
    (estimates.how_likely, "very likely", 0.9),
    (estimates.how_likely, "virtually certain", 0.99),
]
