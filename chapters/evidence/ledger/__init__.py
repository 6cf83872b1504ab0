"""Files to typed tables, checked and corrected: the only reader of `data/`."""
