"""Who counted, how sure, which outcome."""
