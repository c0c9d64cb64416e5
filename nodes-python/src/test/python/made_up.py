"""Libraries that are made up for a test: they keep how they were called."""

import sys
import types
from unittest import mock


def library(name, **members):
    """Puts a module in place of the real one while the patch lasts."""
    found = types.ModuleType(name)
    for member, value in members.items():
        setattr(found, member, value)
    return mock.patch.dict(sys.modules, {name: found})


def torch(cuda=False, mps=False):
    """The few names of torch that decide."""

    def available(there):
        return types.SimpleNamespace(is_available=lambda: there)

    return library(
        "torch",
        cuda=available(cuda),
        backends=types.SimpleNamespace(mps=available(mps)),
        float16="torch.float16",
        bfloat16="torch.bfloat16",
    )


class Recorded:
    """Anything that is made by calls: each call and each attribute is written down."""

    def __init__(self, calls, name):
        self._calls = calls
        self._name = name

    def __getattr__(self, name):
        if name.startswith("__"):
            raise AttributeError(name)
        return Recorded(self._calls, f"{self._name}.{name}")

    def __call__(self, *given, **named):
        self._calls.append((self._name, given, named))
        return Recorded(self._calls, f"{self._name}()")

    def __repr__(self):
        return self._name

    def __eq__(self, other):
        return repr(self) == repr(other)

    __hash__ = None
