"""Importing this reads the tables: `_config.yml` names it for what chapters are forked from."""

from evidence.ledger import tables

tables.read_early()
