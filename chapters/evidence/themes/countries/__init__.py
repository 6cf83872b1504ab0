"""What the chapter `countries` alone needs."""
