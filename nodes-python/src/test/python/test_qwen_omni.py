"""The node ``qwen-omni``, around a tiny model."""

import unittest
import unittest.mock

import tiny_models
from graft.nodes import _models
from made_up import Recorded, library, torch
from speech import RATE, ModelCase, audio, needs_numpy


def frame(value=0, shape=(2, 4, 3)):
    import numpy

    return {"video": numpy.full(shape, value, "uint8")}


class Tiny:
    """Model, processor and media in one; keeps what it was asked."""

    device, dtype = "cuda:0", "torch.float16"

    def __init__(self, voice=True):
        self.voice = voice
        self.log = []

    def apply_chat_template(self, conversation, **how):
        self.log.append(("written", conversation, how))
        return "text"

    def media_of(self, conversation):
        self.log.append(("shown", conversation))
        return ["audios"], None, ["videos"]

    def __call__(self, **given):
        self.log.append(("processed", given))
        return Inputs(self.log)

    def generate(self, **given):
        import numpy

        self.log.append(("generated", given))
        return ("tokens", numpy.zeros((1, 1, 5), "float32")) if self.voice else "tokens"

    def batch_decode(self, tokens, **how):
        self.log.append(("decoded", tokens, how))
        return ["an answer"]


class Inputs(dict):
    def __init__(self, log):
        super().__init__(ids=1)
        self.log = log

    def to(self, place):
        self.log.append(("to", place))
        return self


@needs_numpy
class QwenOmniTest(ModelCase):
    file = "qwen_omni"
    symbol = "QwenOmniNode"

    def tiny(self, tiny=None, **params):
        self.model = tiny or Tiny()
        params.setdefault("buffer_duration_s", 1)
        params.setdefault("video_fps", 2)
        with unittest.mock.patch.object(
            tiny_models,
            "loads",
            lambda **given: tiny_models.calls.append(given)
            or (self.model, self.model, self.model.media_of),
        ):
            return self.node(**params)

    def logged(self, what):
        return [entry[1] for entry in self.model.log if entry[0] == what]

    def test_a_full_buffer_is_answered(self):
        node = self.tiny(speaker="Ethan")
        self.assertEqual(node.step(frame(1)), [])
        self.assertEqual(node.step({"audio": audio(0.5)}), [])
        (found,) = node.step(frame(2))
        self.assertEqual(list(found), ["text", "audio"])
        self.assertEqual(found["text"], ["an answer"])
        self.assertEqual(found["audio"].shape, (5,))
        (shown,) = self.logged("shown")
        video, sound = shown[-1]["content"]
        self.assertEqual([int(each[0, 0, 0]) for each in video["video"]], [1, 2])
        self.assertEqual(video["fps"], 2)
        self.assertEqual((len(sound["audio"]), sound["audio"].dtype), (RATE // 2, "float32"))
        (processed,) = self.logged("processed")
        self.assertEqual((processed["audio"], processed["videos"]), (["audios"], ["videos"]))
        self.assertEqual((processed["text"], processed["fps"]), ("text", 2))
        self.assertEqual(self.logged("to"), ["cuda:0", "torch.float16"])
        self.assertEqual(
            self.logged("generated"), [{"ids": 1, "use_audio_in_video": True, "speaker": "Ethan"}]
        )
        self.assertEqual(node.flush(), [])

    def test_audio_that_belongs_to_the_video_has_no_place_of_its_own(self):
        for joined in (True, False):
            node = self.tiny(use_audio_in_video=joined)
            node.step({"audio": audio(0.1)}, frame(), frame())
            (written,) = self.logged("written")
            kinds = [part["type"] for part in written[-1]["content"]]
            self.assertEqual(kinds, ["video"] if joined else ["video", "audio"])
            self.assertEqual(self.logged("processed")[0]["use_audio_in_video"], joined)

    def test_the_rest_is_answered_at_the_end(self):
        node = self.tiny()
        node.step(frame(), frame(), frame())
        self.assertEqual(len(node.flush()), 1)
        self.assertEqual(len(self.logged("shown")[1][-1]["content"][0]["video"]), 1)
        node = self.tiny()
        node.step({"audio": audio(1)})
        (found,) = node.flush()
        self.assertEqual([part["type"] for part in self.logged("written")[0][-1]["content"]], ["audio"])
        self.assertIs(self.logged("generated")[0]["use_audio_in_video"], False)
        self.assertEqual(self.tiny().flush(), [])

    def test_a_model_without_a_voice(self):
        node = self.tiny(Tiny(voice=False))
        node.step(frame())
        self.assertEqual(node.flush(), [{"text": ["an answer"], "audio": None}])
        self.assertNotIn("speaker", self.logged("generated")[0])

    def test_what_is_said_before(self):
        before = [{"role": "system", "content": [{"type": "text", "text": "You see."}]}]
        node = self.tiny(conversation_template=before)
        node.step(frame(), frame())
        (written,) = self.logged("written")
        self.assertEqual(written[0], before[0])
        self.assertEqual(written[1]["role"], "user")

    def test_frame_and_audio_in_one_item(self):
        node = self.tiny()
        node.step({**frame(), "audio": audio(0.25)})
        ((_, state),) = node.snapshot()
        self.assertEqual((len(state["frames"]), len(state["sound"])), (1, RATE // 4))

    def test_sessions_have_their_own_buffers(self):
        node = self.tiny()
        node.step({**frame(), "session_id": "a"}, {**frame(), "session_id": "b"})
        self.assertEqual(len(node.step({**frame(), "session_id": "a"})), 1)
        self.assertEqual(len(node.flush()), 1)
        self.assertEqual(len(tiny_models.calls), 1)

    def test_how_it_is_loaded(self):
        self.tiny(torch_dtype="float16", attn_implementation="sdpa")
        self.assertEqual(
            tiny_models.calls,
            [
                {
                    "model": "Qwen/Qwen2.5-Omni-3B",
                    "attn_implementation": "sdpa",
                    "device": "cpu",
                    "torch_dtype": "float32",
                }
            ],
        )

    def test_the_real_calls(self):
        calls = []
        real = Recorded(calls, "t")
        members = {
            name: getattr(real, name)
            for name in ("Qwen2_5OmniForConditionalGeneration", "Qwen2_5OmniProcessor")
        }
        media = []

        def process_mm_info(conversation, use_audio_in_video):
            media.append((conversation, use_audio_in_video))
            return None, None, ["videos"]

        class Image:
            fromarray = staticmethod(lambda frame: ("picture", frame.shape))

        with torch(cuda=True), library("transformers", **members), library(
            "qwen_omni_utils", process_mm_info=process_mm_info
        ), library("PIL", Image=Image):
            node = self.node(
                loader=None, device=None, model_id="m", attn_implementation="sdpa",
                conversation_template=[{"role": "system", "content": "You see."}],
            )
            network, processor, media_of = next(iter(_models._loaded.values()))
            shown = [
                {"role": "system", "content": "You see."},
                {
                    "role": "user",
                    "content": [
                        {"type": "video", "video": [frame()["video"]], "fps": 2},
                        {"type": "audio", "audio": "samples"},
                    ],
                },
            ]
            self.assertEqual(media_of(shown), (None, None, ["videos"]))
        self.assertEqual(
            calls,
            [
                (
                    "t.Qwen2_5OmniForConditionalGeneration.from_pretrained",
                    ("m",),
                    {"torch_dtype": "auto", "device_map": "cuda", "attn_implementation": "sdpa"},
                ),
                ("t.Qwen2_5OmniProcessor.from_pretrained", ("m",), {}),
            ],
        )
        ((conversation, joined),) = media
        self.assertIs(joined, False)
        self.assertEqual(conversation[0], shown[0])
        self.assertEqual(conversation[1]["content"][0]["video"], [("picture", (2, 4, 3))])
        self.assertEqual(conversation[1]["content"][1], shown[1]["content"][1])
        node.close()

    def test_refusals_leave_the_buffer(self):
        import numpy

        node = self.tiny()
        node.step(frame())
        for item, kind in (
            ([1], "TYPE"),
            ({}, "NOT_FOUND"),
            ({"text": 1}, "NOT_FOUND"),
            ({"video": [[[0]]]}, "TYPE"),
            ({"video": numpy.zeros((2, 4, 3))}, "TYPE"),
            ({"video": numpy.zeros((2, 4), "uint8")}, "TYPE"),
            ({"video": numpy.zeros((2, 4, 4), "uint8")}, "TYPE"),
            (frame(shape=(4, 4, 3)), "INVALID"),
            ({"audio": numpy.zeros(3)}, "TYPE"),
            ({"audio": audio(1, rate=8000)}, "INVALID"),
            ({**frame(), "audio": audio(1, rate=8000)}, "INVALID"),
        ):
            self.assertEqual(self.kind(node, item), kind, item)
        self.assertIn("audio-resampler", node.fails({"audio": audio(1, rate=8000)})["message"])
        self.assertEqual(len(node.step(frame())), 1)


if __name__ == "__main__":
    unittest.main()
