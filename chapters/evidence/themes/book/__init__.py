"""What the chapter `book` alone needs."""
