"""Calls node classes directly, in a plain interpreter: the baseline that Graft is compared with.

Reads one JSON object per line and answers each with one. No part of Graft's host is used: a node
class is plain Python.
"""

import importlib
import inspect
import json
import sys
import time


def open_node(spec):
    node = getattr(importlib.import_module(spec["module"]), spec["class"])(**spec["params"])
    initialize = getattr(node, "initialize", None)
    if initialize is not None:
        initialize()
    return node.process


def looped(processes, item):
    """A function that makes so many calls, collecting the outputs of each in a list."""
    if len(processes) == 3:
        first, second, third = processes

        def run(count):
            start = time.perf_counter_ns()
            for _ in range(count):
                outputs = [third(second(first(item)))]
            return time.perf_counter_ns() - start, outputs

    elif inspect.isgeneratorfunction(processes[0]):
        (process,) = processes

        def run(count):
            start = time.perf_counter_ns()
            for _ in range(count):
                outputs = list(process(item))
            return time.perf_counter_ns() - start, outputs

    else:
        (process,) = processes

        def run(count):
            start = time.perf_counter_ns()
            for _ in range(count):
                outputs = [process(item)]
            return time.perf_counter_ns() - start, outputs

    return run


def main():
    run = None
    for line in sys.stdin:
        request = json.loads(line)
        if "roots" in request:
            sys.path[:0] = request["roots"]
            run = looped([open_node(spec) for spec in request["nodes"]], request["item"])
        nanos, outputs = run(request["count"])
        print(json.dumps({"nanos": nanos, "outputs": outputs}), flush=True)


main()
