"""Encoders for outputs whose type is declared: a record leaves as its bare fields.

The other side knows the names and types already, so there is nothing to tag and nothing to look up.
A value that is not exactly what was declared, its order of keys included, leaves as any other value
does: a declaration is a promise of speed, never a change of what arrives.
"""

from graft import flat

RECORD_OF = 16

_TYPES = ("bool", "int", "float", "str")


def giver(emit, fields):
    """A function that calls ``emit`` with the fields of a record, or with the flat value.

    ``fields`` is ``[[name, type], …]``; a type is ``bool``, ``int``, ``float``, ``str``, ``any``,
    or a list of fields.
    """
    scope = {"emit": emit, "general": flat.give}
    exec(compile(_source(fields), "<graft.shaped>", "exec"), scope)
    return scope["give"]


def _source(fields):
    writer = _Writer()
    writer.record("value", fields)
    lines = ["def give(value):", *writer.lines, '    return general(emit, value, "out")']
    return "\n".join(lines)


class _Writer:
    """Writes one test inside the other; what passes all of them is handed over."""

    def __init__(self):
        self.lines = []
        self._depth = 1
        self._names = 0
        self._arguments = [str(RECORD_OF)]

    def record(self, value, fields):
        conditions = self._fields(value, fields)
        if conditions:
            self._test(" and ".join(conditions))
        self._line(f"return emit({', '.join(self._arguments)})")

    def _fields(self, value, fields):
        """Unpacks a record; returns what is still to be tested of its fields."""
        self._test(f"type({value}) is dict and len({value}) == {len(fields)}")
        keys = [self._name() for _ in fields]
        values = [self._name() for _ in fields]
        # Two walks without a look-up: a third of the time that a look-up for each key takes.
        self._line(f"{', '.join(keys)}, = {value}")
        # The type first: a subclass may say that it equals anything.
        named = [f"type({k}) is str and {k} == {n!r}" for k, (n, _) in zip(keys, fields)]
        self._test(" and ".join(named))
        self._line(f"{', '.join(values)}, = {value}.values()")
        conditions = []
        for held, (_, kind) in zip(values, fields):
            conditions += self._field(held, kind)
        return conditions

    def _field(self, held, kind):
        if type(kind) is list:
            return self._fields(held, kind)
        if kind in _TYPES:
            self._arguments.append(held)
            return [f"type({held}) is {kind}"]
        cls, tag = self._name(), self._name()
        self._line(f"{cls} = type({held})")
        self._line(
            f"{tag} = {flat.INT} if {cls} is int else {flat.STR} if {cls} is str"
            f" else {flat.FLOAT} if {cls} is float else -1"
        )
        self._arguments += (tag, held)
        return [f"{tag} >= 0"]

    def _test(self, condition):
        self._line(f"if {condition}:")
        self._depth += 1

    def _line(self, text):
        self.lines.append("    " * self._depth + text)

    def _name(self):
        self._names += 1
        return f"v{self._names}"
