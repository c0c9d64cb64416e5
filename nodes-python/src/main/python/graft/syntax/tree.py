"""The syntax tree of a file as plain values, for who reads it in another language.

A part is a dict: its class under ``_``, its fields by name, and where it stands. What a literal
says is kept as it is, but for the few literals that are no portable values.
"""

import ast


def tree_of(unit):
    """The tree of a unit's text."""
    return _plain(ast.parse(unit["source"], unit["path"]))


def _plain(part):
    if isinstance(part, ast.AST):
        plain = {"_": type(part).__name__}
        for name, value in ast.iter_fields(part):
            plain[name] = _plain(value)
        if hasattr(part, "lineno"):
            plain["line"] = part.lineno
            plain["end_line"] = part.end_lineno
            plain["column"] = part.col_offset
        if isinstance(part, ast.expr):
            plain["text"] = ast.unparse(part)
        return plain
    if isinstance(part, list):
        return [_plain(item) for item in part]
    return None if part is Ellipsis else part
