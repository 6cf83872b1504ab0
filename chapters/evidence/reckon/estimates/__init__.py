"""Estimates: results that need priors, drawn many times over, with what they rest on."""
