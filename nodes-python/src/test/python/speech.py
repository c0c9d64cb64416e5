"""Audio for tests, and the benches of the nodes that take it."""

import importlib.util
import unittest

import tiny_models
from graft.nodes import _models
from support import Bench, sdk_unit

needs_numpy = unittest.skipUnless(
    importlib.util.find_spec("numpy"), "not run: this Python has no numpy"
)
RATE = 16000


def audio(seconds, metadata=None, rate=RATE, value=0.5, channels=1, dtype="float32"):
    import numpy

    samples = numpy.full((channels, round(seconds * rate)), value, dtype)
    return (samples, rate) if metadata is None else (samples, rate, metadata)


class ModelCase(unittest.TestCase):
    """Tests of a node whose model is tiny."""

    file = symbol = None

    def setUp(self):
        _models._loaded.clear()
        tiny_models.forget()

    def node(self, *answers, **params):
        tiny_models.answers.extend(answers)
        params.setdefault("loader", "tiny_models:loads")
        params.setdefault("device", "cpu")
        return Bench(sdk_unit(self.file), self.symbol, params, keyed=True)

    def kind(self, node, item):
        return node.fails(item)["kind"]
