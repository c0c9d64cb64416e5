"""Compiles code so that it sees a few builtins only.

Not every Python looks names up in a namespace's own ``__builtins__``. So the names of all other
builtins are made names that nobody defines: reading one is a ``NameError`` when it comes to it.
What the code defines itself it may call as it likes.
"""

import ast
import builtins

OFFERED = "builtins on offer"
_MISSING = "{} (no builtin here)"
_BINDING = ("name", "asname", "rest", "arg")


def compiled(code, place, offered):
    """The code object of a text. ``offered`` are names; ``__builtins__`` is the variable OFFERED."""
    tree = ast.parse(code, place)
    read = []
    bound = set()
    for node in ast.walk(tree):
        if isinstance(node, ast.Name):
            if isinstance(node.ctx, ast.Load):
                read.append(node)
            else:
                bound.add(node.id)
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            bound.update(node.names)
        elif not isinstance(node, ast.keyword):
            bound.update(getattr(node, field, None) for field in _BINDING)
    for node in read:
        if node.id in bound or node.id in offered:
            continue
        if node.id == "__builtins__":
            node.id = OFFERED
        elif hasattr(builtins, node.id):
            node.id = _MISSING.format(node.id)
    return compile(tree, place, "exec", dont_inherit=True)
