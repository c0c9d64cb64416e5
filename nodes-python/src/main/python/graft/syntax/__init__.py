"""Reads nodes from the syntax tree of a file, without running any of it."""
