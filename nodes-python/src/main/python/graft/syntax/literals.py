"""The values that stand in the source as literals, or as module constants that are literals."""

import ast


class NotLiteral(Exception):
    """The expression cannot be read without running it."""


_FLOATS = {"inf", "+inf", "-inf", "nan", "infinity", "-infinity"}


def value_of(tree, scope):
    """The value of an expression, looking module constants up in ``scope``."""
    return _value(tree, scope, 0)


def _value(tree, scope, depth):
    if depth > 20:
        raise NotLiteral
    if isinstance(tree, ast.Name):
        constant = scope.constant(tree.id)
        if constant is None:
            raise NotLiteral
        return _value(constant, scope, depth + 1)
    if isinstance(tree, ast.Constant):
        if tree.value is Ellipsis:
            raise NotLiteral
        return tree.value
    if isinstance(tree, ast.UnaryOp) and isinstance(tree.op, (ast.USub, ast.UAdd)):
        value = _value(tree.operand, scope, depth + 1)
        if type(value) not in (int, float):
            raise NotLiteral
        return -value if isinstance(tree.op, ast.USub) else value
    if isinstance(tree, ast.List):
        return [_value(item, scope, depth + 1) for item in tree.elts]
    if isinstance(tree, ast.Tuple):
        return tuple(_value(item, scope, depth + 1) for item in tree.elts)
    if isinstance(tree, ast.Dict):
        return _dict(tree, scope, depth)
    if isinstance(tree, ast.Call) and _is_float_text(tree):
        return float(tree.args[0].value)
    raise NotLiteral


def _dict(tree, scope, depth):
    result = {}
    for key, item in zip(tree.keys, tree.values):
        if key is None:
            raise NotLiteral
        try:
            result[_value(key, scope, depth + 1)] = _value(item, scope, depth + 1)
        except TypeError:
            raise NotLiteral from None
    return result


def _is_float_text(tree):
    """``float("inf")`` and its like have no literal of their own."""
    return (
        isinstance(tree.func, ast.Name)
        and tree.func.id == "float"
        and len(tree.args) == 1
        and not tree.keywords
        and isinstance(tree.args[0], ast.Constant)
        and isinstance(tree.args[0].value, str)
        and tree.args[0].value.lower() in _FLOATS
    )
