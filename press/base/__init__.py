"""What a build stands on: folders, processes, settings, notes of what is read."""
