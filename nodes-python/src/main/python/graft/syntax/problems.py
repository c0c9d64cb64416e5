"""What is wrong with a declaration: each with its place, and how to mend it."""


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
