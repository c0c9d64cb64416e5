"""What is wrong with a declaration: each with its place, and how to mend it."""

import ast


class Problem(Exception):
    """One mistake of an author, at one place."""

    def __init__(self, tree, code, message):
        super().__init__(message)
        self.line = getattr(tree, "lineno", 1)
        self.column = getattr(tree, "col_offset", 0) + 1
        self.code = code
        self.message = message

    def item(self):
        """The form in which ``describe`` reports it."""
        return {
            "error": {
                "line": self.line,
                "column": self.column,
                "code": self.code,
                "message": self.message,
            }
        }


class Unsupported(Problem):
    """The hint has no type in the contract."""

    def __init__(self, tree, why=None):
        hint = ast.unparse(tree)
        super().__init__(
            tree,
            "hint",
            f"the hint '{hint}' {why}"
            if why
            else f"the hint '{hint}' has no portable type; use bool, int, float, complex, "
            "graft.Number, str, bytes, list[…], tuple[…], set[…], frozenset[…], dict[…, …], "
            "Literal['…'], decimal.Decimal, datetime.date, time, datetime or timedelta, "
            "uuid.UUID, numpy.ndarray, a TypedDict of this file, a union of TypedDicts that a "
            "Literal field tells apart, '… | None', or object for any value",
        )
