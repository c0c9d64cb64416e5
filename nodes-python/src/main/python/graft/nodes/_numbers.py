"""The number rules that both languages follow (``num`` rules of the node catalogue).

A number is a bool, an int or a float; a bool counts as the int 0 or 1. A class made of one of them
is none: NumPy's float64 is a value of its own. Where Python's own operator follows the rule it is
used as it is; each function below says where it does not.
"""

SIZE_CAP_BITS = 1_000_000
_TEXT_BITS = 12_000


def is_number(value):
    """Whether it is one."""
    return type(value) in (bool, int, float)


def number(value):
    """The value itself if it is a number; a bool as an int."""
    if value is True:
        return 1
    if value is False:
        return 0
    if is_number(value):
        return value
    raise TypeError(f"expected a number (bool, int or float), got {type(value).__name__}")


def each(item, operation):
    """The operation on a number, or on every number of a list, as a new list."""
    if type(item) is list:
        return [operation(number(one)) for one in item]
    return operation(number(item))


def divide(dividend, divisor):
    """True division. A zero divisor is the error, whatever the dividend is."""
    if divisor == 0:
        raise ZeroDivisionError("division by zero")
    if dividend == 0 and type(dividend) is int and type(divisor) is int:
        # Some interpreters lose the sign where the divisor is beyond 64 bits.
        return -0.0 if divisor < 0 else 0.0
    return dividend / divisor


def modulo(dividend, divisor):
    """Floored remainder, with the sign of the divisor."""
    if divisor == 0:
        raise ZeroDivisionError("modulo by zero")
    return dividend % divisor


def power(base, exponent):
    """Exact for ints with an exponent from 0 on, else the power of floats."""
    if isinstance(base, int) and isinstance(exponent, int):
        if exponent >= 0:
            return _int_power(base, exponent)
    return _float_power(float(base), float(exponent))


def square(value):
    """``x*x``: the power 2 of a float differs in its last bit."""
    if isinstance(value, int):
        return _int_power(value, 2)
    result = value * value
    if result in _INFINITIES and value not in _INFINITIES:
        raise OverflowError("the square is too large for a float")
    return result


_INFINITIES = (float("inf"), float("-inf"))


def _int_power(base, exponent):
    # Tested before computing: the result could fill the memory.
    if abs(base) >= 2 and (abs(base).bit_length() - 1) * exponent >= SIZE_CAP_BITS:
        raise OverflowError(f"the result has more than {SIZE_CAP_BITS} bits")
    if abs(base) < 2:
        # Any exponent is allowed, and some interpreters would count it down.
        if exponent == 0 or base == 1:
            return 1
        return base if base == 0 or exponent & 1 else 1
    result = base**exponent
    if result.bit_length() > SIZE_CAP_BITS:
        raise OverflowError(f"the result has more than {SIZE_CAP_BITS} bits")
    return result


def _float_power(base, exponent):
    if exponent == 0.0 or base == 1.0:
        return 1.0
    finite = exponent == exponent and exponent not in _INFINITIES
    if base == 0.0 and finite and exponent < 0:
        raise ZeroDivisionError("zero cannot be raised to a negative power")
    if base < 0 and base not in _INFINITIES and finite and exponent != exponent // 1:
        raise OverflowError("the result is complex")
    if base == -1.0 and exponent in _INFINITIES:
        return 1.0
    result = base**exponent
    if result in _INFINITIES and finite and base not in _INFINITIES:
        raise OverflowError("the power is too large for a float")
    return result


def text(value):
    """``str`` of a bool, an int of any size, or a float."""
    if isinstance(value, int) and value.bit_length() > _TEXT_BITS:
        # CPython refuses long ints (a guard against slow conversions), other runtimes do not.
        return "-" + _digits(-value) if value < 0 else _digits(value)
    shown = str(value)
    if shown[-5:-3] == "e-" and len(shown.partition("e")[0].lstrip("-")) == 3:
        # GraalPy never writes fewer than two digits (4.9e-324), though one may be enough.
        shorter = format(value, ".0e")
        return shorter if float(shorter) == value else shown
    return shown


def _digits(value, width=0):
    if value.bit_length() <= _TEXT_BITS:
        return str(value).rjust(width, "0")
    half = value.bit_length() * 30103 // 200000
    high, low = divmod(value, 10**half)
    return _digits(high, max(width - half, 0)) + _digits(low, half)
