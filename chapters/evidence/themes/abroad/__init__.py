"""What the chapter `abroad` alone needs."""
