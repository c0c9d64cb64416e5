"""The values that stand in the source as literals, or as module constants that are literals."""

import ast


class NotLiteral(Exception):
    """The expression cannot be read without running it."""


_FLOATS = {"inf", "+inf", "-inf", "nan", "infinity", "-infinity"}
# What has no literal of its own is written as a call with literals.
_CALLS = (
    "set",
    "frozenset",
    "decimal.Decimal",
    "datetime.date",
    "datetime.time",
    "datetime.datetime",
    "datetime.timedelta",
    "uuid.UUID",
    "graft.array",
)


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
        if type(value) not in (int, float, complex):
            raise NotLiteral
        return -value if isinstance(tree.op, ast.USub) else value
    if isinstance(tree, ast.BinOp):
        return _complex(tree, scope, depth)
    if isinstance(tree, ast.List):
        return [_value(item, scope, depth + 1) for item in tree.elts]
    if isinstance(tree, ast.Tuple):
        return tuple(_value(item, scope, depth + 1) for item in tree.elts)
    if isinstance(tree, ast.Dict):
        return _dict(tree, scope, depth)
    if isinstance(tree, ast.Set):
        return _made(set, ([_value(item, scope, depth + 1) for item in tree.elts],), {})
    if isinstance(tree, ast.Call) and _is_float_text(tree):
        return float(tree.args[0].value)
    if isinstance(tree, ast.Call):
        return _call(tree, scope, depth)
    raise NotLiteral


def _complex(tree, scope, depth):
    """``1 + 2j``, the only sum that stands for a literal."""
    real = _value(tree.left, scope, depth + 1)
    imaginary = _value(tree.right, scope, depth + 1)
    if type(real) not in (int, float) or type(imaginary) is not complex:
        raise NotLiteral
    if isinstance(tree.op, ast.Add):
        return real + imaginary
    if isinstance(tree.op, ast.Sub):
        return real - imaginary
    raise NotLiteral


def _call(tree, scope, depth):
    name = scope.qualified(tree.func)
    if name not in _CALLS or any(keyword.arg is None for keyword in tree.keywords):
        raise NotLiteral
    arguments = [_value(item, scope, depth + 1) for item in tree.args]
    keywords = {item.arg: _value(item.value, scope, depth + 1) for item in tree.keywords}
    return _made(_named(name), arguments, keywords)


def _named(name):
    """The class itself. Its module is imported only now: most files never need it."""
    if name == "set":
        return set
    if name == "frozenset":
        return frozenset
    module, _, last = name.rpartition(".")
    return getattr(__import__(module), last)


def _made(cls, arguments, keywords):
    try:
        return cls(*arguments, **keywords)
    except (TypeError, ValueError, ArithmeticError):
        raise NotLiteral from None


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
