"""What the chapter `money` alone needs."""
