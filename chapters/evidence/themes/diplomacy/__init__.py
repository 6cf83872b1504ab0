"""What the chapter `diplomacy` alone needs."""
