"""What one chapter alone needs, a folder a chapter."""
