"""What the chapter `defections` alone needs."""
