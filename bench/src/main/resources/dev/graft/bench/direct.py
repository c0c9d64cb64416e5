"""The same classes, called directly inside CPython: what a call costs without any SDK.

Prints one JSON object: microseconds per call by group, the median of several rounds.
"""

import json
import sys
from time import perf_counter_ns

ROUNDS = 7
ROUND_NS = 60_000_000


def groups():
    from graft.nodes.add_ten import AddTenNode
    from graft.nodes.counter import CounterNode
    from graft.nodes.double import DoubleNode
    from graft.nodes.format import FormatNode
    from graft.nodes.pass_through import PassThroughNode
    from graft.nodes.repeat import RepeatNode
    from nodes import TransformNode

    nested = {"data": {"nested": {"value": 42}}, "array": [1, 2, 3], "string": "test"}
    transformed = {"value1": 10, "value2": 20, "name": "test", "nested": {"count": 5}}
    double, add_ten, show = DoubleNode(), AddTenNode(), FormatNode()
    repeat = RepeatNode(5)
    same = PassThroughNode().process
    yield "2", CounterNode(0).process, 42, lambda out: out["value"] == 42
    for name, value in (
        ("3a", 42),
        ("3b", "hello world"),
        ("3c", [1, 2, 3, 4, 5]),
        ("3d", list(range(100))),
        ("3e", {"key": "value", "number": 42}),
        ("3f", nested),
    ):
        yield name, same, value, lambda out, value=value: out == value
    yield (
        "5",
        TransformNode(multiplier=3, recursive=False).process,
        transformed,
        lambda out: (out["value1"], out["value2"]) == (30, 60),
    )
    yield (
        "6",
        lambda item: list(repeat.process(item)),
        10,
        lambda out: out == [{"index": i, "value": 10 * i} for i in range(5)],
    )
    yield (
        "7",
        lambda item: show.process(add_ten.process(double.process(item))),
        5,
        lambda out: out == {"result": 20, "formatted": "Result: 20"},
    )
    yield "8", double.process, 42, lambda out: out == 84


def micros(call, value):
    count = 1
    while True:
        start = perf_counter_ns()
        for _ in range(count):
            call(value)
        spent = perf_counter_ns() - start
        if spent >= ROUND_NS:
            return spent / count / 1000
        count = max(count * 2, int(count * ROUND_NS / max(spent, 1)))


def main():
    sys.path[:0] = sys.argv[1:]
    result = {}
    for name, call, value, right in groups():
        if not right(call(value)):
            raise SystemExit(f"group {name}: wrong output {call(value)!r}")
        rounds = sorted(micros(call, value) for _ in range(ROUNDS))
        result[name] = rounds[ROUNDS // 2]
    print(json.dumps(result))


main()
