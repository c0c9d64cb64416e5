"""The classes of a file that are nodes, and their methods."""

import ast

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef)
_FLAGS = ("is_streaming", "is_source", "is_sink", "is_remote")


def member(tree, name, scope):
    """What a class has under a name, from itself or its bases in the file; or none."""
    for item in scope.chain(tree):
        found = None
        for line in item.body:
            if isinstance(line, _FUNCTIONS) and line.name == name:
                found = line
            elif isinstance(line, ast.Assign) and any(
                isinstance(target, ast.Name) and target.id == name for target in line.targets
            ):
                found = line
        if found is not None:
            return found
    return None


def is_function(tree):
    """Whether a member is a function definition."""
    return isinstance(tree, _FUNCTIONS)


def is_abstract(tree, scope):
    """Whether a method is left abstract."""
    names = set()
    for item in scope.chain(tree):
        for line in item.body:
            if is_function(line) and _has_decorator(line, "abstractmethod", scope):
                names.add(line.name)
    for name in names:
        found = member(tree, name, scope)
        if is_function(found) and _has_decorator(found, "abstractmethod", scope):
            return True
    return False


def parameters(function, scope):
    """The parameters of a method after ``self``, as (argument, default or none)."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    defaults = [None] * (len(positional) - len(arguments.defaults)) + list(arguments.defaults)
    pairs = list(zip(positional, defaults))
    if not _has_decorator(function, "staticmethod", scope):
        pairs = pairs[1:]
    return pairs + list(zip(arguments.kwonlyargs, arguments.kw_defaults))


def input_of(function, scope):
    """The parameter that takes the item, or none."""
    arguments = function.args
    positional = [*arguments.posonlyargs, *arguments.args]
    if not _has_decorator(function, "staticmethod", scope):
        positional = positional[1:]
    return positional[0] if positional else arguments.vararg


def flags(tree, scope):
    """The flags that a class sets to a literal, in its body or on ``self`` in ``__init__``."""
    found = {}
    for item in reversed(scope.chain(tree)):
        for line in item.body:
            if isinstance(line, (ast.Assign, ast.AnnAssign)):
                _note_flags(line, found, lambda target: getattr(target, "id", None))
            elif is_function(line) and line.name == "__init__":
                for part in ast.walk(line):
                    if isinstance(part, (ast.Assign, ast.AnnAssign)):
                        _note_flags(part, found, _self_attribute)
    return found


def _note_flags(line, found, name_of):
    targets = line.targets if isinstance(line, ast.Assign) else [line.target]
    for target in targets:
        name = name_of(target)
        if name in _FLAGS and isinstance(line.value, ast.Constant):
            if isinstance(line.value.value, bool):
                found[name] = line.value.value


def _self_attribute(target):
    if isinstance(target, ast.Attribute) and getattr(target.value, "id", None) == "self":
        return target.attr
    return None


def _has_decorator(function, name, scope):
    for decorator in function.decorator_list:
        qualified = scope.qualified(decorator)
        if qualified and qualified.rpartition(".")[2] == name:
            return True
    return False
