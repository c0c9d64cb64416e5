"""A peer: nodes behind lines of JSON. The first line says what to open, each further one is an item."""

import importlib
import inspect
import json
import sys


def main():
    request = json.loads(sys.stdin.readline())
    sys.path[:0] = request["roots"]
    spec = request["node"]
    node = getattr(importlib.import_module(spec["module"]), spec["class"])(**spec["params"])
    process = node.process
    many = inspect.isgeneratorfunction(process)
    for line in sys.stdin:
        output = process(json.loads(line))
        sys.stdout.write(json.dumps(list(output) if many else [output]) + "\n")
        sys.stdout.flush()


main()
