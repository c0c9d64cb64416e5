"""A peer: a node behind Py4J. One line on standard input says what to open; one on standard output,
which port is open. What Py4J hands over as references into the JVM becomes plain Python first, and what
the node gives Java's again: a node that knows nothing of Py4J has dicts and lists."""

import importlib
import inspect
import json
import sys


def plain(value):
    if isinstance(value, JavaMap):
        return {key: plain(each) for key, each in value.items()}
    if isinstance(value, JavaList):
        return [plain(each) for each in value]
    return value


def java(value):
    if isinstance(value, dict):
        return MapConverter().convert(value, server._gateway_client)
    if isinstance(value, list):
        return ListConverter().convert(value, server._gateway_client)
    return value


class Calls:
    def __init__(self, process):
        self._process = process
        self._many = inspect.isgeneratorfunction(process)

    def givesMany(self):  # noqa: N802 - as Java has it
        return self._many

    def process(self, item):
        output = self._process(plain(item))
        return java(list(output) if self._many else output)

    class Java:
        implements = ["dev.graft.bench.Py4j$Calls"]


request = json.loads(sys.stdin.readline())
sys.path[:0] = [request["py4j"]] + request["roots"]
from py4j.clientserver import ClientServer, JavaParameters, PythonParameters  # noqa: E402
from py4j.java_collections import JavaList, JavaMap, ListConverter, MapConverter  # noqa: E402

spec = request["node"]
node = getattr(importlib.import_module(spec["module"]), spec["class"])(**spec["params"])
server = ClientServer(
    java_parameters=JavaParameters(port=request["java"], auto_convert=True),
    python_parameters=PythonParameters(port=0),
    python_server_entry_point=Calls(node.process),
)
print(server.get_callback_server().get_listening_port(), flush=True)
sys.stdin.read()
server.shutdown()
