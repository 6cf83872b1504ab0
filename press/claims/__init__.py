"""Numbers that can be followed: claims, results, their tables, and the check that none is bare."""
