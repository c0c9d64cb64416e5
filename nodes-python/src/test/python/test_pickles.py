"""Pickles with a header: what is refused before anything is unpickled, and what comes back.

All of this needs no cloudpickle: what is pickled here is plain data, or names what can be imported.
"""

import hashlib
import itertools
import json
import os
import pickle
import sys
import tempfile
import unittest
from unittest import mock

from graft import errors, kinds, payloads, pickles
from graft.host import Host
from support import failure_of, sdk_unit


_names = itertools.count()


class Bomb:
    """Says when it is unpickled."""

    went_off = 0

    def __reduce__(self):
        return (_set_off, ())


def _set_off():
    Bomb.went_off += 1


class Echo:
    def __init__(self, word="plain"):
        self.word = word
        self.count = 0

    def process(self, item):
        self.count += 1
        return [self.word, item, self.count]


def written(value, **changes):
    """What ``pickled`` would make of plain data, with some of the header changed."""
    body = pickle.dumps(value)
    header = {
        "runtime": pickles.runtime(),
        "python": "%d.%d" % sys.version_info[:2],
        "sha256": hashlib.sha256(body).hexdigest(),
        **changes,
    }
    return pickles.MARK + json.dumps(header).encode() + b"\n" + body


class PicklesTest(unittest.TestCase):
    def refusal(self, data):
        Bomb.went_off = 0
        with self.assertRaises(errors.IncompatiblePickleError) as caught:
            pickles.unpickled(data)
        self.assertEqual(kinds.kind_of(caught.exception), "INVALID")
        self.assertEqual(Bomb.went_off, 0)
        return str(caught.exception)

    def test_comes_back(self):
        self.assertEqual(pickles.unpickled(written({"a": (1, 2.0)})), {"a": (1, 2.0)})
        pickles.unpickled(written(Bomb()))
        self.assertGreater(Bomb.went_off, 0)

    def test_another_runtime(self):
        self.assertEqual(
            self.refusal(written(Bomb(), runtime="cpython-307", python="3.7")),
            f"it was made by cpython-307, this is {pickles.runtime()}: bytecode does not cross "
            "versions of Python; run it in an environment with Python 3.7, or make it anew",
        )

    def test_no_header(self):
        self.assertEqual(
            self.refusal(pickle.dumps(Bomb())), "it has no header that says which Python made it"
        )

    def test_damage(self):
        whole = written(Bomb())
        self.assertIn("another SHA-256", self.refusal(whole[:-1] + b"!"))
        self.assertIn("another SHA-256", self.refusal(whole[:-3]))
        self.assertEqual(self.refusal(pickles.MARK + b"[]\nx"), "its header is damaged")
        self.assertEqual(self.refusal(pickles.MARK + b"{\nx"), "its header is damaged")
        self.assertEqual(self.refusal(pickles.MARK + b"{}"), "its header is damaged")
        self.assertEqual(self.refusal(pickles.MARK + b"\xff\nx"), "its header is damaged")
        self.assertEqual(
            self.refusal(pickles.MARK + b" " * 5000 + b"\nx"), "its header is damaged"
        )

    def test_what_cannot_be_unpickled(self):
        body = b"cno_such_module\nNothing\n."
        data = pickles.MARK + json.dumps(
            {"runtime": pickles.runtime(), "sha256": hashlib.sha256(body).hexdigest()}
        ).encode() + b"\n" + body
        self.assertEqual(
            self.refusal(data),
            "it cannot be unpickled: ModuleNotFoundError: No module named 'no_such_module'",
        )
        with self.assertRaises(errors.IncompatiblePickleError):
            pickles.revived(b"nonsense")

    def test_only_on_cpython(self):
        with mock.patch.object(sys.implementation, "name", "graalpy"):
            for refused in (pickles.pickled, pickles.revived, pickles.bare):
                with self.assertRaises(errors.UnsupportedError) as caught:
                    refused(b"")
                self.assertIn("work on CPython only, this is graalpy", str(caught.exception))

    def test_without_cloudpickle(self):
        with mock.patch.dict(sys.modules, {"cloudpickle": None}):
            with self.assertRaises(errors.MissingPackageError) as caught:
                pickles.pickled(1)
            self.assertEqual(caught.exception.missing, "cloudpickle")
            failure = failure_of(Host().load, sdk_unit("serialized_class_executor"))
        self.assertEqual((failure["kind"], failure["missing"]), ("UNSUPPORTED", "cloudpickle"))
        self.assertIn("missing package: cloudpickle", failure["message"])


class PayloadsTest(unittest.TestCase):
    def setUp(self):
        handle, self.path = tempfile.mkstemp()
        os.close(handle)
        self.addCleanup(os.unlink, self.path)

    def unit(self, data):
        with open(self.path, "wb") as file:
            file.write(data)
        return {
            "module": f"graft_payload_{next(_names)}",
            "path": self.path,
            "source": "",
            "payload": {"path": self.path, "sha256": hashlib.sha256(data).hexdigest()},
        }

    def outputs(self, data, items, **params):
        host = Host()
        unit = self.unit(data)
        host.load(unit)
        handle = host.open(
            {"module": unit["module"], "symbol": payloads.SYMBOL, "node_id": "n", "params": params}
        )
        found = []
        for index, item in enumerate(items):
            host.step(handle, index, None, item, lambda value, waits: found.append(value) or True)
        host.close_all()
        return found

    def test_a_class(self):
        self.assertEqual(
            self.outputs(written(Echo), [1, 2], word="hi"), [["hi", 1, 1], ["hi", 2, 2]]
        )

    def test_an_object_that_was_made_already(self):
        data = written(Echo("made"))
        self.assertEqual(self.outputs(data, [1, 2]), [["made", 1, 1], ["made", 2, 2]])
        self.assertEqual(self.outputs(data, [1]), [["made", 1, 1]])
        failure = failure_of(lambda: self.outputs(data, [1], word="late"))
        self.assertEqual((failure["kind"], failure["phase"]), ("INVALID", "open"))
        self.assertIn("takes no params, got word", failure["message"])

    def test_refusals(self):
        failure = failure_of(Host().load, self.unit(written(Echo, runtime="cpython-307")))
        self.assertEqual((failure["kind"], failure["phase"]), ("INVALID", "load"))
        self.assertIn(f"payload {self.path}: it was made by cpython-307", failure["message"])
        unit = self.unit(written(Bomb()))
        with open(self.path, "ab") as file:
            file.write(b"more")
        Bomb.went_off = 0
        failure = failure_of(Host().load, unit)
        self.assertIn("is another file than when the run was planned", failure["message"])
        self.assertEqual(Bomb.went_off, 0)
        self.assertIsNone(sys.modules.get(unit["module"]))
