"""What the chapter `home` alone needs."""
