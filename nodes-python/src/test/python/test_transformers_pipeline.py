"""The node ``transformers-pipeline``, around a tiny model and a made-up library."""

import unittest

import tiny_models
from graft.nodes import _models
from speech import ModelCase
from support import Bench, failure_of, sdk_unit
from made_up import library, torch
from test_models import Tensor


class TransformersPipelineTest(ModelCase):
    file = "transformers_pipeline"
    symbol = "TransformersPipelineNode"

    def test_each_item_goes_through_the_pipeline(self):
        node = self.node([{"label": "GOOD", "score": 0.5}], None, task="text-classification")
        self.assertEqual(node.step("fine"), [[{"label": "GOOD", "score": 0.5}]])
        self.assertEqual(node.step({"a": 1}), [])
        self.assertEqual([given for given, _ in tiny_models.seen], [("fine",), ({"a": 1},)])

    def test_tensors_become_arrays(self):
        node = self.node({"logits": Tensor("torch.float32", [])}, task="x")
        self.assertEqual(node.step(1), [{"logits": "array"}])

    def test_how_it_is_loaded(self):
        self.node(task="x", model="m", torch_dtype="float16", model_kwargs={"a": 1})
        self.assertEqual(
            tiny_models.calls,
            [
                {
                    "task": "x",
                    "model": "m",
                    "model_kwargs": {"a": 1},
                    "device": "cpu",
                    "torch_dtype": "float32",
                }
            ],
        )

    def test_a_loader_that_fails_is_an_error_and_not_tried_again(self):
        failure = failure_of(lambda: self.node(task="x", loader="tiny_models:fails"))
        self.assertEqual((failure["phase"], failure["type"]), ("open", "MemoryError"))
        self.assertEqual(len(tiny_models.calls), 1)

    def test_the_real_call(self):
        given = []
        pipeline = lambda **named: given.append(named) or (lambda item: [item])
        with torch(cuda=True), library("transformers", pipeline=pipeline):
            _models._loaded.clear()
            node = Bench(
                sdk_unit(self.file), self.symbol, {"task": "x", "torch_dtype": "float16"}
            )
            self.assertEqual(node.step(1), [[1]])
        self.assertEqual(
            given,
            [
                {
                    "task": "x",
                    "model": None,
                    "device": "cuda",
                    "torch_dtype": "torch.float16",
                    "model_kwargs": {},
                }
            ],
        )


if __name__ == "__main__":
    unittest.main()
