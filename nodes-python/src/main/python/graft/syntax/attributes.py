"""Which attributes the objects of a class can have, as far as the text of its file tells."""

import ast

from graft.syntax import classes

_CLOSED_BASES = ("object", "abc.ABC", "typing.Generic", "typing.Protocol")
# With these an attribute can be set without its name in the text.
_DYNAMIC = ("setattr", "vars", "exec", "eval", "__dict__", "__setattr__")
_ASKED = ("__getattr__", "__getattribute__")


def is_never_set(tree, name, scope):
    """Whether nothing can set an attribute of a class; false where the text cannot tell."""
    return not (
        _sets_in_body(tree, name, scope)
        or any(_is_stored(part, name) for part in ast.walk(scope.module))
        or _is_open(tree, scope)
    )


def nearest(name, scope):
    """The attribute set in the file that a name was perhaps meant to be, or none."""
    import difflib

    stored = {part.attr for part in ast.walk(scope.module) if _is_stored(part)}
    found = difflib.get_close_matches(name, sorted(stored), 1)
    return found[0] if found else None


def _is_stored(part, name=None):
    return (
        isinstance(part, ast.Attribute)
        and isinstance(part.ctx, ast.Store)
        and name in (None, part.attr)
    )


def _sets_in_body(tree, name, scope):
    return classes.member(tree, name, scope) is not None or any(
        isinstance(line, ast.AnnAssign)
        and isinstance(line.target, ast.Name)
        and line.target.id == name
        and line.value is not None
        for item in scope.chain(tree)
        for line in item.body
    )


def _is_open(tree, scope):
    """Whether attributes may come from elsewhere: another file, or names made as it runs."""
    return any(
        _is_made_elsewhere(item, scope) or any(map(_hands_itself_on, item.body))
        for item in scope.chain(tree)
    ) or any(_is_dynamic(part) for part in ast.walk(scope.module))


def _is_made_elsewhere(tree, scope):
    foreign = any(
        scope.base_class(base) is None
        and scope.qualified(base.value if isinstance(base, ast.Subscript) else base)
        not in _CLOSED_BASES
        for base in tree.bases
    )
    return foreign or bool(tree.keywords) or len(tree.decorator_list) > 1


def _hands_itself_on(method):
    """Whether a method passes its object to a call, which may be one into another file."""
    if not classes.is_function(method):
        return not isinstance(
            method, (ast.Assign, ast.AnnAssign, ast.Expr, ast.Pass, ast.ClassDef)
        )
    own = [argument.arg for argument in (*method.args.posonlyargs, *method.args.args)][:1]
    for part in ast.walk(method):
        if isinstance(part, ast.Call) and getattr(part.func, "id", None) != "super":
            for given in (*part.args, *(keyword.value for keyword in part.keywords)):
                if isinstance(given, ast.Name) and given.id in own:
                    return True
    return False


def _is_dynamic(part):
    if isinstance(part, ast.Name):
        return part.id in _DYNAMIC
    if isinstance(part, ast.Attribute):
        return part.attr in _DYNAMIC
    return classes.is_function(part) and part.name in (*_DYNAMIC, *_ASKED)
