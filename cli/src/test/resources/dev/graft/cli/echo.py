"""A node that gives back what it takes, and the classes that values may name."""

import collections
import dataclasses
import enum
import http  # noqa: F401  (its enum is one that values name)


class Color(enum.Enum):
    RED = "red"
    GREEN = ("green", 2)


class Level(enum.IntEnum):
    LOW = 1
    HIGH = 2


Point = collections.namedtuple("Point", "x y")


@dataclasses.dataclass
class Track:
    name: object
    points: object = None

    def __post_init__(self):
        raise AssertionError("an object that crosses is not made anew")


@dataclasses.dataclass(frozen=True)
class Frozen:
    of: object


class EchoNode:
    def process(self, item):
        return [item]
