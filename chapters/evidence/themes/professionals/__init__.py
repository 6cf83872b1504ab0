"""What the chapter `professionals` alone needs."""
