"""Shared by the tests: loading sources into a host, and collecting what nodes emit."""

import itertools
import os
import textwrap
import unittest

from graft.failure import Failure
from graft.host import Host

MAIN = os.path.abspath(os.path.join(os.path.dirname(__file__), "..", "..", "main", "python"))
NODES = os.path.join(MAIN, "graft", "nodes")

_names = itertools.count()


def unit(source, **more):
    name = f"unit_{next(_names)}"
    return {"module": name, "path": f"/memory/{name}.py", "source": source, **more}


def sdk_unit(name):
    path = os.path.join(NODES, name + ".py")
    with open(path, encoding="utf-8") as text:
        return unit(text.read(), path=path, package="graft.nodes")


def bench(source, symbol="N", params=None, **more):
    """The node of an indented source text."""
    return Bench(unit(textwrap.dedent(source)), symbol, params, **more)


class Bench:
    """One node in a host of its own."""

    def __init__(self, loaded, symbol, params=None, keyed=False, small_loop=True, alarm=None, **spec):
        self.host = Host(small_loop=small_loop)
        self.host.alarm = alarm
        self.host.load(loaded)
        self.handle = self.host.open(
            {
                "module": loaded["module"],
                "symbol": symbol,
                "node_id": "n",
                "params": params or {},
                "keyed": keyed,
                **spec,
            }
        )
        self.out = []
        unittest.addModuleCleanup(self.host.close_all)

    def step(self, *items, key=None, wanted=None):
        """Gives items in; returns what comes out, at most ``wanted`` outputs."""
        self.out = []
        self.host.process(
            self.handle,
            [[i, key, item] for i, item in enumerate(items)],
            self._emit(wanted),
            lambda: None,
        )
        return self.out

    def flush(self):
        self.out = []
        self.host.flush(self.handle, self._emit(None))
        return self.out

    def fails(self, *items, key=None):
        """The failure of a step."""
        try:
            self.step(*items, key=key)
        except Failure as failure:
            return failure.data
        raise AssertionError(f"no failure but {self.out}")

    def snapshot(self):
        return self.host.snapshot(self.handle)

    def restore(self, states):
        self.host.restore(self.handle, states)

    def close(self):
        self.host.close(self.handle)

    def _emit(self, wanted):
        def emit(value, waits):
            self.out.append(value)
            return wanted is None or len(self.out) < wanted

        return emit


def failure_of(action, *arguments):
    try:
        action(*arguments)
    except Failure as failure:
        return failure.data
    raise AssertionError("no failure")
