"""Where a model computes, as what type, and who loads it."""

import sys
import unittest
from unittest import mock

import tiny_models
from graft.errors import ConfigurationError
from graft.nodes import _models, _portable
from made_up import torch

LOADER = "tiny_models:loads"


class ModelsTest(unittest.TestCase):
    def setUp(self):
        _models._loaded.clear()
        tiny_models.forget()

    def test_device(self):
        for cuda, mps, expected in (
            (True, True, "cuda"),
            (False, True, "mps"),
            (False, False, "cpu"),
        ):
            with torch(cuda, mps):
                self.assertEqual(_models.device_of(None), expected)
                self.assertEqual(_models.device_of("cuda:1"), "cuda:1")
        with mock.patch.dict(sys.modules, {"torch": None}):
            self.assertEqual(_models.device_of(None), "cpu")

    def test_half_types_fall_back_on_the_cpu_only(self):
        for name, device, expected in (
            ("float16", "cpu", "float32"),
            ("bfloat16", "cpu:0", "float32"),
            ("float16", "cuda", "float16"),
            ("bfloat16", "mps", "bfloat16"),
            ("float64", "cpu", "float64"),
            ("auto", "cpu", "auto"),
            (None, "cpu", None),
        ):
            self.assertEqual(_models.dtype_of(name, device), expected, (name, device))

    def test_names_become_types_of_torch(self):
        with torch():
            self.assertEqual(_models.torch_dtype("float16"), "torch.float16")
        self.assertEqual(_models.torch_dtype("auto"), "auto")
        self.assertIsNone(_models.torch_dtype(None))

    def load(self, loader=LOADER, **arguments):
        return _models.shared(loader, lambda **given: self.fail("not the real one"), **arguments)

    def test_equal_models_are_loaded_once(self):
        load = lambda **given: self.fail("not the real one")
        first = _models.shared(LOADER, load, model="a", device="cpu", torch_dtype=None)
        self.assertIs(_models.shared(LOADER, load, model="a", device="cpu", torch_dtype=None), first)
        for other in ({"model": "b"}, {"device": "cuda"}, {"torch_dtype": "auto"}):
            arguments = {"model": "a", "device": "cpu", "torch_dtype": None, **other}
            self.assertIsNot(_models.shared(LOADER, load, **arguments), first)
        self.assertEqual(len(tiny_models.calls), 4)
        self.assertEqual(tiny_models.calls[0], {"model": "a", "device": "cpu", "torch_dtype": None})

    def test_without_a_loader_the_real_one_loads(self):
        self.assertEqual(_models.shared(None, lambda model: [model], model="a"), ["a"])

    def test_a_loader_that_fails_is_tried_once_and_its_error_is_the_error(self):
        with self.assertRaisesRegex(MemoryError, "no room"):
            self.load("tiny_models:fails", model="a")
        self.assertEqual(len(tiny_models.calls), 1)

    def test_loaders(self):
        self.load("tiny_models:Holder.inner", model="a")
        for loader, words in (
            ("no_such_loaders:a", "no module 'no_such_loaders'; install it .* python.roots"),
            ("no_such.loaders:a", "no module 'no_such.loaders'"),
            ("tiny_models:none", "'tiny_models' has no 'none'"),
            ("tiny_models:Holder.none", "has no 'Holder.none'"),
            ("tiny_models:not_callable", "cannot be called"),
        ):
            with self.assertRaisesRegex(ConfigurationError, words):
                self.load(loader, model="a")

    def test_what_a_loader_lacks_itself_is_a_missing_package(self):
        for loader in ("tiny_models:lacks", "lacking_models:loads"):
            with self.assertRaisesRegex(ModuleNotFoundError, "no_such_package"):
                self.load(loader, model="a")


class Tensor:
    def __init__(self, dtype, log):
        self.dtype = dtype
        self.log = log

    def detach(self):
        self.log.append("detach")
        return self

    def cpu(self):
        self.log.append("cpu")
        return self

    def float(self):
        self.log.append("float")
        return self

    def numpy(self):
        return "array"


class PortableTest(unittest.TestCase):
    def test_tensors_become_arrays_wherever_they_are(self):
        log = []
        value = {"a": [Tensor("torch.float32", log)], "b": (1, "x", None)}
        self.assertEqual(_portable.portable(value), {"a": ["array"], "b": (1, "x", None)})
        self.assertEqual(log, ["detach", "cpu"])

    def test_what_no_array_can_hold_is_widened(self):
        log = []
        _portable.portable(Tensor("torch.bfloat16", log))
        self.assertEqual(log, ["detach", "cpu", "float"])

    def test_subclasses_become_plain(self):
        from collections import OrderedDict

        found = _portable.portable(OrderedDict(a=1))
        self.assertIs(type(found), dict)


if __name__ == "__main__":
    unittest.main()
