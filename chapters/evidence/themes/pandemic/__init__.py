"""What the chapter `pandemic` alone needs."""
