"""What the chapter `critics` alone needs."""
