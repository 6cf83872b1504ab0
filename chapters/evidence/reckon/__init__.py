"""Intervals, stocks and flows: numbers in, numbers out, no words."""
