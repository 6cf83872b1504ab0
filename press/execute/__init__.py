"""The cells of the chapters, each chapter in a process of its own."""
