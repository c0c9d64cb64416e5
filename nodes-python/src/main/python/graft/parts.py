"""Values that are no plain data: what each is taken apart into, and how it is put together again.

This is the one table for every transport. A value is a code and a list of parts, which are
portable values themselves (``docs/worker-protocol.md`` has the codes). Classes are recognized
without importing their modules: where a module was never imported, no object of it can arrive.
"""

import sys

from graft import arrays, classes, opaque
from graft.errors import RefusedError

SET = 4
FROZENSET = 5
COMPLEX = 6
DECIMAL = 7
DATE = 8
TIME = 9
DATETIME = 10
TIMEDELTA = 11
UUID = 12
ENUM = 13
RECORD = 14
ARRAY = 15
SHARED_ARRAY = 16
SHARED_BYTES = 18
OPAQUE = 17

SETS = (SET, FROZENSET)


def take_apart(value):
    """The code and the parts of a value; raises ``RefusedError`` if it cannot cross."""
    cls = type(value)
    taker = _TAKERS.get(cls)
    if taker is None:
        taker = _learn(cls)
    return taker(value)


def put_together(code, parts):
    """The value of a code and its parts; raises ``RefusedError`` if there is none here."""
    maker = _MAKERS.get(code)
    if maker is None:
        raise RefusedError("INTERNAL", f"unknown code {code}")
    try:
        return maker(parts)
    except RefusedError:
        raise
    except Exception as error:  # also whatever the classes of a node's file raise
        if code in SETS:
            raise unhashable(_NAMES[code], error) from None
        raise RefusedError("INVALID", f"{_NAMES[code]} cannot be made: {error}") from None


EQUAL_KEYS = "two keys of a dict are equal here"


def unhashable(what, error):
    """The refusal of a dict or set whose keys could not be hashed or compared."""
    kind = "TYPE" if isinstance(error, TypeError) else "INVALID"
    return RefusedError(kind, f"{what} cannot be made: {error}")


def level_of(code):
    """How many levels of nesting a value of the code adds by itself."""
    return 1 if code in SETS else 0


def _take_set(value):
    return SET, _without_twins(value)


def _take_frozenset(value):
    return FROZENSET, _without_twins(value)


def _without_twins(items):
    """The items, of which at most one is NaN: the other side could not tell two apart."""
    items = list(items)
    if sum(item != item for item in items if type(item) is float) > 1:
        raise RefusedError("INVALID", "holds several NaNs, which are one value elsewhere")
    return items


def _make_set(parts):
    made = set(parts)
    if len(made) != len(parts):
        raise ValueError("two items are equal")
    return made


def _make_frozenset(parts):
    made = frozenset(parts)
    if len(made) != len(parts):
        raise ValueError("two items are equal")
    return made


def _take_complex(value):
    return COMPLEX, [value.real, value.imag]


def _make_complex(parts):
    real, imaginary = parts
    return complex(real, imaginary)


def _take_decimal(value):
    return DECIMAL, [str(value)]


def _make_decimal(parts):
    from decimal import Decimal

    return Decimal(parts[0])


def _take_date(value):
    return DATE, [value.year, value.month, value.day]


def _make_date(parts):
    import datetime

    return datetime.date(*parts)


def _take_time(value):
    return TIME, [
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
        value.fold,
        _take_zone(value.tzinfo),
    ]


def _make_time(parts):
    import datetime

    *clock, fold, zone = parts
    return datetime.time(*clock, tzinfo=_make_zone(zone), fold=fold)


def _take_datetime(value):
    return DATETIME, [
        value.year,
        value.month,
        value.day,
        value.hour,
        value.minute,
        value.second,
        value.microsecond,
        value.fold,
        _take_zone(value.tzinfo),
    ]


def _make_datetime(parts):
    import datetime

    *clock, fold, zone = parts
    return datetime.datetime(*clock, tzinfo=_make_zone(zone), fold=fold)


def _take_zone(zone):
    """None, an offset in microseconds, a tuple (offset, name), or a key."""
    if zone is None:
        return None
    cls = type(zone)
    if cls is sys.modules["datetime"].timezone:
        offset = zone.utcoffset(None)
        micros = (offset.days * 86400 + offset.seconds) * 1000000 + offset.microseconds
        said = zone.__getinitargs__()
        return micros if len(said) == 1 else (micros, said[1])
    zoneinfo = sys.modules.get("zoneinfo")
    if zoneinfo is not None and cls is zoneinfo.ZoneInfo:
        if zone.key is None:
            raise RefusedError("TYPE", "its zone has no key of the time zone database")
        return zone.key
    raise RefusedError(
        "TYPE",
        f"its tzinfo is of class {cls.__name__}; use datetime.timezone or zoneinfo.ZoneInfo",
    )


def _make_zone(zone):
    if zone is None:
        return None
    if type(zone) is str:
        return _named_zone(zone)
    from datetime import timedelta, timezone

    if type(zone) is tuple:
        return timezone(timedelta(microseconds=zone[0]), zone[1])
    return timezone(timedelta(microseconds=zone))


def _named_zone(key):
    from zoneinfo import ZoneInfo

    try:
        return ZoneInfo(key)
    except Exception:  # the database's readers raise many kinds, also for files they may not see
        raise RefusedError(
            "UNSUPPORTED",
            f"this Python has no time zone {key}; use a fixed offset, or a backend that has it",
        ) from None


def _take_timedelta(value):
    return TIMEDELTA, [value.days, value.seconds, value.microseconds]


def _make_timedelta(parts):
    import datetime

    return datetime.timedelta(*parts)


def _take_uuid(value):
    return UUID, [value.bytes]


def _make_uuid(parts):
    import uuid

    return uuid.UUID(bytes=parts[0])


def _take_member(value):
    cls = type(value)
    name = value.name
    if name is None or cls.__members__.get(name) is not value:
        raise RefusedError(
            "TYPE", f"{cls.__name__} is no single member; send its value, or a list of members"
        )
    # Another name of a member is no name of its own: the member says its first.
    return ENUM, [classes.name_of(cls), name]


def _make_member(parts):
    name, member = parts
    found = classes.find(name)
    enum = sys.modules.get("enum")
    if enum is None or not isinstance(found, enum.EnumMeta):
        raise RefusedError("TYPE", f"{name} is no enum here")
    try:
        return found[member]
    except KeyError:
        raise RefusedError("INVALID", f"{name} has no member {member}") from None


def _take_namedtuple(value):
    cls = type(value)
    return RECORD, [classes.name_of(cls), dict(zip(cls._fields, value))]


def _take_dataclass(value):
    cls = type(value)
    names = _field_names(cls)
    fields = {}
    for name in names:
        try:
            fields[name] = getattr(value, name)
        except AttributeError:
            raise RefusedError("INVALID", f"{cls.__name__} lacks its field '{name}'") from None
    for name in getattr(value, "__dict__", ()):
        if name not in fields:
            raise RefusedError(
                "TYPE", f"{cls.__name__} has an attribute '{name}' that is no field of it"
            )
    return RECORD, [classes.name_of(cls), fields]


def _make_record(parts):
    name, fields = parts
    cls = classes.find(name)
    if hasattr(cls, "__dataclass_fields__"):
        _check_fields(name, _field_names(cls), fields)
        made = object.__new__(cls)
        for field, value in fields.items():
            object.__setattr__(made, field, value)
        return made
    if _is_namedtuple(cls):
        _check_fields(name, cls._fields, fields)
        return tuple.__new__(cls, [fields[field] for field in cls._fields])
    raise RefusedError("TYPE", f"{name} is neither a dataclass nor a named tuple here")


def _check_fields(name, known, fields):
    for field in fields:
        if field not in known:
            raise RefusedError("INVALID", f"{name} has no field '{field}' here")
    for field in known:
        if field not in fields:
            raise RefusedError("INVALID", f"{name} lacks its field '{field}'")


def _field_names(cls):
    return [field.name for field in sys.modules["dataclasses"].fields(cls)]


def _is_namedtuple(cls):
    return issubclass(cls, tuple) and type(getattr(cls, "_fields", None)) is tuple


def _take_opaque(value):
    return OPAQUE, opaque.lend(value)


_NAMES = {
    SET: "a set",
    FROZENSET: "a frozenset",
    COMPLEX: "a complex",
    DECIMAL: "a Decimal",
    DATE: "a date",
    TIME: "a time",
    DATETIME: "a datetime",
    TIMEDELTA: "a timedelta",
    UUID: "a UUID",
    ENUM: "an enum member",
    RECORD: "a record",
    ARRAY: "an array",
    SHARED_ARRAY: "an array",
    SHARED_BYTES: "bytes",
    OPAQUE: "an opaque reference",
}

_MAKERS = {
    SET: _make_set,
    FROZENSET: _make_frozenset,
    COMPLEX: _make_complex,
    DECIMAL: _make_decimal,
    DATE: _make_date,
    TIME: _make_time,
    DATETIME: _make_datetime,
    TIMEDELTA: _make_timedelta,
    UUID: _make_uuid,
    ENUM: _make_member,
    RECORD: _make_record,
    ARRAY: lambda parts: arrays.put_together(ARRAY, parts),
    SHARED_ARRAY: lambda parts: arrays.put_together(SHARED_ARRAY, parts),
    SHARED_BYTES: arrays.resolve_bytes,
    OPAQUE: opaque.take_back,
}

# Grows as classes are met.
_TAKERS = {
    set: _take_set,
    frozenset: _take_frozenset,
    complex: _take_complex,
    opaque.Opaque: _take_opaque,
}

_BY_NAME = (
    ("datetime", "datetime", _take_datetime),
    ("datetime", "date", _take_date),
    ("datetime", "time", _take_time),
    ("datetime", "timedelta", _take_timedelta),
    ("decimal", "Decimal", _take_decimal),
    ("uuid", "UUID", _take_uuid),
)


def _learn(cls):
    taker = _taker_of(cls)
    _TAKERS[cls] = taker
    return taker


def _taker_of(cls):
    for module, name, taker in _BY_NAME:
        if getattr(sys.modules.get(module), name, None) is cls:
            return taker
    if arrays.kind_of(cls):
        return arrays.take_apart
    enum = sys.modules.get("enum")
    if enum is not None and isinstance(cls, enum.EnumMeta):
        return _take_member
    if _is_namedtuple(cls):
        return _take_namedtuple
    if "__dataclass_fields__" in cls.__dict__:
        return _take_dataclass
    raise RefusedError("TYPE", refusal(cls))


_PLAIN = (bool, int, float, str, bytes, list, tuple, dict, set, frozenset, complex)
_ADVICE = {
    "generator": "yield its values one by one, or make a list",
    "coroutine": "await it",
    "async_generator": "return it from process itself, or make a list",
    "range": "use list(...)",
    "map": "use list(...)",
    "filter": "use list(...)",
    "zip": "use list(...)",
    "deque": "use list(...)",
    "bytearray": "use bytes(...)",
    "memoryview": "use bytes(...)",
    "array": "use numpy or list(...)",
}


def refusal(cls):
    """Why an object of the class cannot cross, and what to do."""
    name = cls.__name__
    for base in _PLAIN:
        if issubclass(cls, base):
            return (
                f"{name} (a subclass of {base.__name__}) cannot cross; "
                f"convert it with {base.__name__}(...)"
            )
    advice = _ADVICE.get(name)
    if advice is None:
        advice = "return plain data, make the class a dataclass, or wrap it in graft.Opaque"
    return f"{name} cannot cross; {advice}"
