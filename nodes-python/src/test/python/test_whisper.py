"""The node ``whisper-transcription``, around a tiny model."""

import unittest

import tiny_models
from made_up import Recorded, library, torch
from speech import RATE, ModelCase, audio, needs_numpy


def heard(text, *chunks):
    return {
        "text": text,
        "chunks": [{"text": word, "timestamp": times} for word, times in chunks],
    }


@needs_numpy
class WhisperTest(ModelCase):
    file = "whisper_transcription"
    symbol = "WhisperTranscriptionNode"

    def windows(self):
        return [given[0]["raw"] for given, _ in tiny_models.seen]

    def test_each_full_window_is_transcribed(self):
        node = self.node(
            heard(" a b", (" a", (0.0, 0.4)), (" b", (0.5, 0.9))), heard(" c", (" c", (0.25, 0.5))),
            window_s=1,
        )
        self.assertEqual(node.step(audio(0.75)), [])
        self.assertEqual(
            node.step(audio(1.5)),
            [
                {
                    "text": "a b",
                    "start": 0.0,
                    "end": 1.0,
                    "words": [
                        {"word": "a", "start": 0.0, "end": 0.4},
                        {"word": "b", "start": 0.5, "end": 0.9},
                    ],
                    "is_final": True,
                },
                {
                    "text": "c",
                    "start": 1.0,
                    "end": 2.0,
                    "words": [{"word": "c", "start": 1.25, "end": 1.5}],
                    "is_final": True,
                },
            ],
        )
        self.assertEqual([len(window) for window in self.windows()], [RATE, RATE])
        given, named = tiny_models.seen[0]
        self.assertEqual(given[0]["sampling_rate"], RATE)
        self.assertEqual(given[0]["raw"].dtype, "float32")
        self.assertEqual(given[0]["raw"].ndim, 1)
        self.assertEqual(named, {"return_timestamps": "word"})

    def test_the_end_of_the_stream_transcribes_the_rest(self):
        node = self.node(heard("a"), heard("b"), window_s=1)
        node.step(audio(1.5))
        (rest,) = node.flush()
        self.assertEqual((rest["text"], rest["start"], rest["end"]), ("b", 1.0, 1.5))
        self.assertEqual(len(self.windows()[1]), RATE // 2)
        self.assertEqual(node.flush(), [])

    def test_an_empty_text_is_no_output_but_time_goes_on(self):
        node = self.node(heard("  "), heard("b"), window_s=1)
        (found,) = node.step(audio(2))
        self.assertEqual((found["text"], found["start"]), ("b", 1.0))

    def test_how_it_is_cut_does_not_matter(self):
        import numpy

        samples = numpy.arange(3 * RATE, dtype="float32")
        node = self.node(*[heard("x")] * 3, window_s=1)
        for start in range(0, len(samples), 7001):
            node.step((samples[start : start + 7001], RATE))
        self.assertTrue(numpy.array_equal(numpy.concatenate(self.windows()), samples))

    def test_unknown_times_are_those_of_the_window(self):
        node = self.node(heard("a", ("a", (None, 0.5)), ("b", (0.5, None))), window_s=1)
        node.step(audio(0.5))
        (found,) = node.flush()
        self.assertEqual(
            found["words"],
            [{"word": "a", "start": 0.0, "end": 0.5}, {"word": "b", "start": 0.5, "end": 0.5}],
        )

    def test_sessions_have_their_own_time_and_one_model(self):
        node = self.node(*[heard("x")] * 3, window_s=1)
        node.step(audio(1, {"session_id": "a"}))
        (b,) = node.step(audio(1, {"session_id": "b"}))
        (a,) = node.step(audio(1, {"session_id": "a"}))
        self.assertEqual((a["start"], b["start"]), (1.0, 0.0))
        self.assertEqual(len(tiny_models.calls), 1)
        self.assertEqual(
            tiny_models.calls[0],
            {
                "model": "openai/whisper-large-v3-turbo",
                "device": "cpu",
                "torch_dtype": "float32",
            },
        )

    def test_channels_are_mixed(self):
        import numpy

        node = self.node(heard("x"), window_s=1)
        stereo = numpy.array([[1.0] * RATE, [0.5] * RATE])
        node.step((stereo, RATE))
        self.assertTrue((self.windows()[0] == 0.75).all())

    def test_refusals_leave_the_state(self):
        import numpy

        node = self.node(heard("x"), window_s=1)
        node.step(audio(0.5))
        failure = node.fails(audio(1, rate=44100))
        self.assertEqual(failure["kind"], "INVALID")
        self.assertIn("audio-resampler with target_sample_rate 16000", failure["message"])
        failure = node.fails((numpy.zeros(RATE, "int16"), RATE))
        self.assertEqual(failure["kind"], "TYPE")
        self.assertIn("audio-format-converter", failure["message"])
        for item in (
            [numpy.zeros(4), RATE],
            numpy.zeros(4),
            (numpy.zeros(4),),
            ([0.0], RATE),
            (numpy.zeros(4), float(RATE)),
            (numpy.zeros(4), True),
            (numpy.zeros(4), RATE, "x"),
            (numpy.zeros((1, 2, 2)), RATE),
            (numpy.zeros((0, 4)), RATE),
        ):
            self.assertEqual(self.kind(node, item), "TYPE")
        (found,) = node.step(audio(0.5))
        self.assertEqual(found["end"], 1.0)

    def test_a_window_at_which_the_model_fails_is_not_tried_again(self):
        node = self.node(ValueError("bad"), heard("b"), window_s=1)
        self.assertEqual(self.kind(node, audio(1)), "INVALID")
        (found,) = node.step(audio(1))
        self.assertEqual((found["text"], found["start"]), ("b", 1.0))

    def test_the_real_calls(self):
        calls = []
        real = Recorded(calls, "t")
        names = ("AutoModelForSpeechSeq2Seq", "AutoProcessor", "pipeline")
        members = {name: getattr(real, name) for name in names}
        with torch(cuda=True), library("transformers", **members):
            self.node(loader=None, device=None, model_id="m")
        self.assertEqual(
            calls,
            [
                (
                    "t.AutoModelForSpeechSeq2Seq.from_pretrained",
                    ("m",),
                    {
                        "torch_dtype": "torch.float16",
                        "low_cpu_mem_usage": True,
                        "use_safetensors": True,
                    },
                ),
                ("t.AutoModelForSpeechSeq2Seq.from_pretrained().to", ("cuda",), {}),
                ("t.AutoProcessor.from_pretrained", ("m",), {}),
                (
                    "t.pipeline",
                    ("automatic-speech-recognition",),
                    {
                        "model": Recorded([], "t.AutoModelForSpeechSeq2Seq.from_pretrained().to()"),
                        "tokenizer": Recorded([], "t.AutoProcessor.from_pretrained().tokenizer"),
                        "feature_extractor": Recorded(
                            [], "t.AutoProcessor.from_pretrained().feature_extractor"
                        ),
                        "torch_dtype": "torch.float16",
                        "device": "cuda",
                    },
                ),
            ],
        )

    def test_state_moves(self):
        node = self.node(heard("x"), window_s=1)
        node.step(audio(1.25, {"session_id": "a"}))
        ((key, state),) = node.snapshot()
        self.assertEqual((key, state["heard"], len(state["pending"])), ("a", RATE, RATE // 4))
        other = self.node(heard("y"), window_s=1)
        other.restore([[key, state]])
        (found,) = other.flush()
        self.assertEqual((found["start"], found["end"]), (1.0, 1.25))


if __name__ == "__main__":
    unittest.main()
