"""Writes arithmetic.txt: what CPython makes of each operation on each pair of awkward numbers.

    python3 arithmetic.py > arithmetic.txt

A line is: operation, left, right, result or kind of error. Floats are in hexadecimal, so no bit is
lost. Where the contract is stricter than Python (powers beyond a million bits, complex results, the
square of a float), the rule of the node's contract is applied here.
"""

import math

INF, NAN = math.inf, math.nan
VALUES = [
    0, 1, -1, 2, -2, 3, -7, 10,
    2**53, 2**53 + 1, -(2**53) - 1, 2**63 - 1, -(2**63), 2**63, 10**30 + 7, -(10**30), 10**309,
    0.0, -0.0, 0.5, -0.5, 1.0, -1.0, 3.0, -7.5, 0.1, 1e16, 2.0**53,
    1.7976931348623157e308, -1.7976931348623157e308, 5e-324, 2.2250738585072014e-308,
    INF, -INF, NAN,
]
DIVISIONS = [
    (10**400, 10**399), (10**400, 3 * 10**399), (10**400, 1), (1, 10**400), (-1, 10**400),
    (2**1024 - 2**970, 1), (2**1024 - 2**970 - 1, 1), (2**1074 - 1, 2**2148), (1, 2**1074),
    (1, 2**1075), (3, 2**1076), (1, 2**1075 - 1), (-3, 2**1075), (2**53 + 1, 2), (2**54 + 1, 2),
    (2**54 + 3, 2), (2**64 + 2**11, 1), (2**64 + 2**11 + 1, 1), (7**400, 3**700), (3**700, 7**400),
    (9007199254740993, 3), (-9223372036854775808, -1), (123456789012345678901, 987654321),
]
POWERS = [
    (2, 999_999), (2, 1_000_000), (3, 630_929), (3, 630_930), (-2, 63), (-2, 64), (0, 10**30),
    (1, 10**30), (-1, 10**30), (-1, 10**30 + 1), (10**400, 0), (10**400, -1), (2, -1074),
    (2, -1075), (2, -10**400), (2, 10**30), (2.0, 0.5), (2.0, 1023), (2.0, 1024), (-8, 1 / 3),
    (-8.0, 3), (0, -1), (0.0, -0.5), (0, -INF), (-0.0, -INF), (10**400, 0.0),
]


def kind_of(error):
    return "ARITHMETIC" if isinstance(error, ZeroDivisionError) else "RANGE"


def over(operation):
    """A zero divisor is an error of its own, even where CPython fails to convert the dividend."""

    def checked(a, b):
        if b == 0:
            raise ZeroDivisionError
        return operation(a, b)

    return checked


def power(a, b):
    if isinstance(a, int) and isinstance(b, int) and b >= 0 and abs(a) >= 2:
        if (a.bit_length() - 1) * b >= 1_000_000:
            raise OverflowError
        result = a**b
        if result.bit_length() > 1_000_000:
            raise OverflowError
        return result
    result = a**b
    if isinstance(result, complex):
        raise OverflowError
    return result


def square(a, _):
    if isinstance(a, int):
        return power(a, 2)
    result = a * a
    if math.isinf(result) and not math.isinf(a):
        raise OverflowError
    return result


OPERATIONS = {
    "add": lambda a, b: a + b,
    "subtract": lambda a, b: a - b,
    "multiply": lambda a, b: a * b,
    "divide": over(lambda a, b: a / b),
    "modulo": over(lambda a, b: a % b),
    "power": power,
    "square": square,
}


def text(value):
    if value == 10**309:
        return "10^309"
    return value.hex() if isinstance(value, float) else str(value)


def line(name, a, b):
    try:
        result = OPERATIONS[name](a, b)
        shown = text(result) if isinstance(result, float) or result.bit_length() < 300 else None
        if shown is None:  # too long for a file: its size and its remainder stand for it
            shown = f"bits:{result.bit_length()}:{abs(result) % (2**61 - 1)}"
    except ArithmeticError as error:
        shown = kind_of(error)
    print(name, text(a), text(b), shown)


for name in OPERATIONS:
    for a in VALUES:
        for b in VALUES if name != "square" else [0]:
            line(name, a, b)
for a, b in DIVISIONS:
    line("divide", a, b)
    line("modulo", a, b)
for a, b in POWERS:
    line("power", a, b)
for a in [1e154, 1.4e154, -1.4e154]:
    line("square", a, 0)
