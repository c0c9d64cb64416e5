"""Reads the examples of a declaration: calls of ``graft.Example`` with literals."""

import ast

from graft.syntax import literals

_NAMES = ("graft.Example", "graft.declaration.Example")
_KEYWORDS = ("title", "params", "items", "outputs")


def examples_of(tree, scope):
    """The examples in a list, and what is wrong with it: pairs of a place and a sentence."""
    if not isinstance(tree, (ast.List, ast.Tuple)):
        return [], [(tree, "examples= must be a list of graft.Example(items=[…], outputs=[…])")]
    found = []
    wrong = []
    for item in tree.elts:
        if isinstance(item, ast.Call) and scope.qualified(item.func) in _NAMES and not item.args:
            example = _example(item, scope, wrong)
            if example is not None:
                found.append(example)
        else:
            wrong.append(
                (item, "examples= must hold graft.Example(items=[…], outputs=[…]), keywords only")
            )
    return found, wrong


def _example(call, scope, wrong):
    said = {"title": "", "params": {}}
    known = len(wrong)
    for keyword in call.keywords:
        name = keyword.arg
        if name not in _KEYWORDS:
            wrong.append(
                (keyword.value, f"graft.Example does not know {name}=; it takes {', '.join(_KEYWORDS)}")
            )
            continue
        try:
            said[name] = literals.value_of(keyword.value, scope)
        except literals.NotLiteral:
            wrong.append(
                (
                    keyword.value,
                    f"an example: {name}= must be a literal, because the file is read without "
                    "being run",
                )
            )
            said[name] = None
            continue
        complaint = _complaint(name, said[name])
        if complaint:
            wrong.append((keyword.value, f"an example: {name}= {complaint}, not {said[name]!r}"))
    for name in ("items", "outputs"):
        if name not in said:
            wrong.append((call, f"an example lacks {name}=; write {name}=[…]"))
    return said if len(wrong) == known else None


def _complaint(name, value):
    """Why a value is wrong, or none."""
    if name == "title":
        good = type(value) is str and (not value or value.endswith("."))
        return None if good else "must be a sentence that ends with a full stop"
    if name == "params":
        good = type(value) is dict and all(type(key) is str for key in value)
        return None if good else "must be a dict of parameters"
    return None if type(value) is list else "must be a list"
