"""The modules that a file imports, and whether it can do without them."""

import ast

_CAUGHT = {"ImportError", "ModuleNotFoundError", "Exception", "BaseException"}


def imports_of(module):
    """All imports in order of line; those under TYPE_CHECKING never run and are left out."""
    found = []
    _visit(module, False, found)
    return sorted(found, key=lambda item: (item["line"], item["module"]))


def _visit(tree, guarded, found):
    if isinstance(tree, ast.Import):
        for alias in tree.names:
            found.append(_item(alias.name, tree, guarded))
    elif isinstance(tree, ast.ImportFrom):
        name = "." * tree.level + (tree.module or "")
        found.append(_item(name, tree, guarded))
    elif isinstance(tree, ast.Try):
        inside = guarded or any(_catches(handler) for handler in tree.handlers)
        for child in tree.body:
            _visit(child, inside, found)
        for child in [*tree.handlers, *tree.orelse, *tree.finalbody]:
            _visit(child, guarded, found)
    elif isinstance(tree, ast.If) and _is_type_checking(tree.test):
        for child in tree.orelse:
            _visit(child, guarded, found)
    else:
        for child in ast.iter_child_nodes(tree):
            _visit(child, guarded, found)


def _item(module, tree, guarded):
    return {"module": module, "line": tree.lineno, "guarded": guarded}


def _catches(handler):
    kinds = handler.type
    if kinds is None:
        return True
    names = kinds.elts if isinstance(kinds, ast.Tuple) else [kinds]
    return any(getattr(name, "id", getattr(name, "attr", None)) in _CAUGHT for name in names)


def _is_type_checking(test):
    return getattr(test, "id", getattr(test, "attr", None)) == "TYPE_CHECKING"
