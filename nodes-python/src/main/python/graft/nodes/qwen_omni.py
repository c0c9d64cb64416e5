"""The node ``qwen-omni``."""

from __future__ import annotations

import graft

from . import _models
from ._portable import portable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator, Literal, TypedDict

    class Answer(TypedDict):
        text: list[str]
        audio: graft.NdArray | None


@graft.node(
    id="qwen-omni",
    version="1.0",
    summary="Answers pieces of video and audio with text and speech.",
    category="models",
    state={"frames": list, "sound": graft.NdArray},
    packages=["numpy"],
    packages_unless={"loader": ["transformers", "torch", "soundfile", "av", "qwen-omni-utils"]},
    limitations=["Weights that are not there are downloaded when the node is opened."],
    examples=[
        graft.Example(
            title="A stand-in for the model says how much it was shown; it hums for each frame.",
            params={"device": "cpu", "loader": "graft.rehearsal:qwen_omni"},
            items=[
                {
                    "video": graft.array([[[255, 255, 255]]], "uint8"),
                    "audio": (graft.array([0.0, 0.5], "float32"), 16000),
                }
            ],
            outputs=[
                {
                    "text": ["1 frames, 2 samples in the video, own voice"],
                    "audio": graft.array([0.0], "float32"),
                }
            ],
        )
    ],
)
class QwenOmniNode:
    """Collects frames and audio, and puts them to the model when the buffer is full.

    ``frames`` and ``sound`` are what waits. What the model fails at is not tried again.
    """

    def __init__(
        self,
        model_id: Annotated[str, graft.Param(doc="The model.")] = "Qwen/Qwen2.5-Omni-3B",
        device: Annotated[
            str | None, graft.Param(doc="Where it computes; the first of cuda, mps and cpu if absent.")
        ] = None,
        torch_dtype: Annotated[
            Literal["auto", "float32", "float64", "float16", "bfloat16"],
            graft.Param(doc="The type of its numbers; half types are float32 on the cpu."),
        ] = "auto",
        attn_implementation: Annotated[
            str | None, graft.Param(doc="How attention is computed, for example flash_attention_2.")
        ] = None,
        conversation_template: Annotated[
            list[dict], graft.Param(doc="What is said before the video and the audio.")
        ] = [],
        buffer_duration_s: Annotated[
            int | float, graft.Param(doc="How much video makes one question.", min=0, unit="s")
        ] = 5.0,
        video_fps: Annotated[
            int | float, graft.Param(doc="How many frames a second has.", min=0.1)
        ] = 10,
        audio_sample_rate: Annotated[
            int, graft.Param(doc="How many samples a second has.", min=1, unit="Hz")
        ] = 16000,
        speaker: Annotated[
            str | None, graft.Param(doc="The voice of the answer; the model's own if absent.")
        ] = None,
        use_audio_in_video: Annotated[
            bool, graft.Param(doc="Whether the audio belongs to the video, or stands beside it.")
        ] = True,
        loader: Annotated[
            str | None,
            graft.Param(doc="module:attribute of what loads it instead.", pattern="[^:]+:[^:]+"),
        ] = None,
    ):
        self._arguments = {"model": model_id, "attn_implementation": attn_implementation}
        self._device = device
        self._dtype = torch_dtype
        self._before = conversation_template
        self._full = max(1, round(buffer_duration_s * video_fps))
        self._fps = video_fps
        self._rate = audio_sample_rate
        self._speaker = {} if speaker is None else {"speaker": speaker}
        self._joined = use_audio_in_video
        self._loader = loader
        self._loaded = None
        self.frames = []
        self.sound = None

    def initialize(self):
        import numpy

        device = _models.device_of(self._device)
        self._loaded = _models.shared(
            self._loader,
            _load,
            **self._arguments,
            device=device,
            torch_dtype=_models.dtype_of(self._dtype, device),
        )
        self.sound = numpy.zeros(0, numpy.float32)

    def process(self, item: dict[str, object]) -> Iterator[Answer]:
        import numpy

        frame, sound = self._read(item)
        if sound is not None:
            self.sound = numpy.concatenate((self.sound, sound))
        if frame is not None:
            self.frames = [*self.frames, frame]
        if len(self.frames) >= self._full:
            yield self._answered()

    def flush(self) -> Iterator[Answer]:
        if self.frames or len(self.sound):
            yield self._answered()

    def _read(self, item):
        """The frame and the samples of an item; either may be none."""
        from . import _speech

        if not isinstance(item, dict):
            raise TypeError(f"expected a dict, got {type(item).__name__}")
        if "video" not in item and "audio" not in item:
            raise KeyError("the item has neither 'video' nor 'audio'")
        frame = sound = None
        if "video" in item:
            frame = _frame(item["video"])
            if self.frames and self.frames[0].shape != frame.shape:
                raise ValueError(
                    f"the frames of one question must have one size: {self.frames[0].shape}, "
                    f"then {frame.shape}"
                )
        if "audio" in item:
            samples, rate, _ = _speech.parts_of(item["audio"])
            sound = _speech.mono(samples, rate, self._rate)
        return frame, sound

    def _answered(self):
        import numpy

        frames, sound = self.frames, self.sound
        self.frames, self.sound = [], numpy.zeros(0, numpy.float32)
        video = [{"type": "video", "video": frames, "fps": self._fps}] if frames else []
        audio = [{"type": "audio", "audio": sound}] if len(sound) else []
        joined = self._joined and bool(video and audio)
        return self._generated(
            # The place of audio that belongs to a video is that of the video.
            self._said(video if joined else video + audio),
            self._said(video + audio),
            joined,
        )

    def _said(self, content):
        return [*self._before, {"role": "user", "content": content}]

    def _generated(self, written, shown, joined):
        model, processor, media_of = self._loaded
        text = processor.apply_chat_template(written, add_generation_prompt=True, tokenize=False)
        audios, images, videos = media_of(shown)
        inputs = processor(
            text=text,
            audio=audios,
            images=images,
            videos=videos,
            return_tensors="pt",
            padding=True,
            use_audio_in_video=joined,
            fps=self._fps,
        )
        inputs = inputs.to(model.device).to(model.dtype)
        found = model.generate(**inputs, use_audio_in_video=joined, **self._speaker)
        # A model without a voice gives the tokens alone.
        tokens, speech = found if isinstance(found, tuple) else (found, None)
        answer = processor.batch_decode(
            tokens, skip_special_tokens=True, clean_up_tokenization_spaces=False
        )
        return {
            "text": list(answer),
            "audio": None if speech is None else portable(speech).reshape(-1),
        }


def _frame(frame):
    import numpy

    if not isinstance(frame, numpy.ndarray):
        raise TypeError(f"a frame must be an array, got {type(frame).__name__}")
    if frame.dtype != numpy.uint8 or frame.ndim != 3 or frame.shape[2] != 3:
        raise TypeError(
            f"a frame must be (height, width, 3) of uint8, got {frame.shape} of {frame.dtype}"
        )
    return frame


def _load(model, attn_implementation, device, torch_dtype):
    import transformers
    from PIL import Image
    from qwen_omni_utils import process_mm_info

    chosen = {} if attn_implementation is None else {"attn_implementation": attn_implementation}
    network = transformers.Qwen2_5OmniForConditionalGeneration.from_pretrained(
        model, torch_dtype=_models.torch_dtype(torch_dtype), device_map=device, **chosen
    )
    processor = transformers.Qwen2_5OmniProcessor.from_pretrained(model)

    def pictures(content):
        if not isinstance(content, list):
            return content
        return [
            {**part, "video": [Image.fromarray(frame) for frame in part["video"]]}
            if isinstance(part, dict) and isinstance(part.get("video"), list)
            else part
            for part in content
        ]

    def media_of(conversation):
        shown = [{**turn, "content": pictures(turn["content"])} for turn in conversation]
        # Audio that belongs to a video is given beside it: there is no file to take it from.
        return process_mm_info(shown, use_audio_in_video=False)

    return network, processor, media_of
