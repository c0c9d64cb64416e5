"""The node ``ultravox``, around a tiny model."""

import datetime
import json
import unittest
from unittest import mock

import graft
import tiny_models
from made_up import Recorded, library, torch
from speech import RATE, ModelCase, audio, needs_numpy

START = datetime.datetime(2024, 1, 1, tzinfo=datetime.timezone.utc)
WEATHER = {"type": "function", "function": {"name": "weather", "parameters": {}}}


@needs_numpy
class UltravoxTest(ModelCase):
    file = "ultravox"
    symbol = "UltravoxNode"

    def setUp(self):
        super().setUp()
        self.minutes = 0
        time = lambda node: START + datetime.timedelta(minutes=self.minutes)
        patch = mock.patch.object(graft, "now", time, create=True)
        patch.start()
        self.addCleanup(patch.stop)

    def turns(self, call=-1):
        return [(turn["role"], turn["content"]) for turn in tiny_models.seen[call][0][0]["turns"]]

    def test_an_answer(self):
        node = self.node(" Hello. ", max_new_tokens=7)
        self.assertEqual(
            node.step(audio(0.5)), [{"response": "Hello.", "conversation_length": 2}]
        )
        given, named = tiny_models.seen[0]
        self.assertEqual(len(given[0]["audio"]), RATE // 2)
        self.assertEqual(given[0]["sampling_rate"], RATE)
        self.assertEqual(named, {"max_new_tokens": 7})
        self.assertEqual(self.turns(), [("user", "<|audio|>")])
        self.assertEqual(
            tiny_models.calls,
            [
                {
                    "model": "fixie-ai/ultravox-v0_5-llama-3_2-1b",
                    "device": "cpu",
                    "torch_dtype": "float32",
                }
            ],
        )

    def test_it_remembers_what_was_said(self):
        node = self.node("One.", "Two.", system_prompt="Be short.")
        node.step(audio(1, {"user_text": "Count."}))
        self.assertEqual(node.step(audio(1))[0]["conversation_length"], 4)
        self.assertEqual(
            self.turns(),
            [
                ("system", "Be short."),
                ("user", "Count."),
                ("assistant", "One."),
                ("user", "<|audio|>"),
            ],
        )
        self.assertEqual(self.turns(0)[-1], ("user", "Count. <|audio|>"))

    def test_each_session_has_its_own_history_and_all_have_one_model(self):
        node = self.node("a", "b", "c")
        node.step(audio(1, {"session_id": 1}))
        (b,) = node.step(audio(1, {"session_id": 2}))
        (c,) = node.step(audio(1, {"session_id": 1}))
        self.assertEqual((b["conversation_length"], c["conversation_length"]), (2, 4))
        self.assertEqual(len(tiny_models.calls), 1)

    def test_old_exchanges_are_forgotten(self):
        node = self.node("a", "b", "c", "d", conversation_history_minutes=10)
        lengths = []
        for self.minutes in (0, 6, 10, 17):
            lengths.append(node.step(audio(1))[0]["conversation_length"])
        # At 10 the first is just 10 minutes old; at 17 it is gone, and so is the second.
        self.assertEqual(lengths, [2, 4, 6, 4])

    def test_without_history(self):
        node = self.node("a", "b", enable_conversation_history=False)
        node.step(audio(1))
        self.assertEqual(node.step(audio(1)), [{"response": "b", "conversation_length": 0}])
        self.assertEqual(self.turns(), [("user", "<|audio|>")])

    def test_history_is_cleared_with_speech_and_without(self):
        node = self.node("a", "b", "c")
        node.step(audio(1))
        (b,) = node.step(audio(1, {"clear_history": True}))
        self.assertEqual(b["conversation_length"], 2)
        self.assertEqual(node.step(audio(0, {"clear_history": True})), [])
        (c,) = node.step(audio(1, {"clear_history": False}))
        self.assertEqual(c["conversation_length"], 2)
        self.assertEqual(len(tiny_models.seen), 3)

    def test_an_empty_answer_is_no_output_and_no_exchange(self):
        node = self.node("  ", "b")
        self.assertEqual(node.step(audio(1)), [])
        self.assertEqual(node.step(audio(1))[0]["conversation_length"], 2)

    def test_calls_of_functions_are_emitted_and_not_made(self):
        asked = '{"name": "weather", "parameters": {"city": "Rome"}}'
        node = self.node(asked, f"[{asked}, {asked}]", "It rains.", tools=[WEATHER])
        call = {"tool_call": {"name": "weather", "arguments": {"city": "Rome"}}}
        self.assertEqual(node.step(audio(1)), [call])
        self.assertEqual(node.step(audio(1)), [call, call])
        self.assertEqual(node.step(audio(1))[0]["response"], "It rains.")
        self.assertIn(json.dumps(WEATHER), self.turns(0)[0][1])
        self.assertIn(("assistant", asked), self.turns())

    def test_what_is_no_call_is_an_answer(self):
        for answer in (
            '{"name": "other", "parameters": {}}',
            '{"name": "weather", "parameters": [1]}',
            '{"temperature": 3}',
            "[1]",
            "3",
            "{weather}",
        ):
            node = self.node(answer, tools=[WEATHER])
            self.assertEqual(node.step(audio(1))[0].get("response"), answer)
        node = self.node('{"name": "weather"}')
        self.assertIn("response", node.step(audio(1))[0])

    def test_refusals(self):
        node = self.node()
        self.assertEqual(self.kind(node, audio(1, {"user_text": 3})), "TYPE")
        failure = node.fails(audio(1, rate=8000))
        self.assertEqual(failure["kind"], "INVALID")
        self.assertIn("audio-resampler", failure["message"])
        self.assertEqual(tiny_models.seen, [])

    def test_tools_without_a_name_are_refused_when_it_is_opened(self):
        for tool in ({"type": "function"}, {"function": {"name": ""}}, {"function": 3}):
            with self.assertRaises(Exception) as caught:
                self.node(tools=[WEATHER, tool])
            self.assertEqual(caught.exception.data["kind"], "INVALID")
            self.assertIn("tools[1]", caught.exception.data["message"])

    def test_the_real_call(self):
        calls = []
        with torch(mps=True), library("transformers", pipeline=Recorded(calls, "pipeline")):
            self.node(loader=None, device=None, model_id="m")
        named = {
            "model": "m",
            "device": "mps",
            "torch_dtype": "torch.bfloat16",
            "trust_remote_code": True,
        }
        self.assertEqual(calls, [("pipeline", (), named)])

    def test_state_moves(self):
        node = self.node("a")
        node.step(audio(1, {"user_text": "x"}))
        states = node.snapshot()
        self.assertEqual(states, [[None, {"history": [(START, "x", "a")]}]])
        other = self.node("b")
        other.restore(states)
        self.assertEqual(other.step(audio(1))[0]["conversation_length"], 4)


if __name__ == "__main__":
    unittest.main()
