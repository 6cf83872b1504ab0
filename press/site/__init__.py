"""The book on a screen: theme, faces, tables of its making, downloads."""
