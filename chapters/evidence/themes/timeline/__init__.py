"""What the chapter `timeline` alone needs."""
