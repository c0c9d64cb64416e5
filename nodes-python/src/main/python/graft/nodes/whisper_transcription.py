"""The node ``whisper-transcription``."""

from __future__ import annotations

import graft

from . import _models

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator, Literal, TypedDict

    class Word(TypedDict):
        word: str
        start: float
        end: float

    class Transcript(TypedDict):
        text: str
        start: float
        end: float
        words: list[Word]
        is_final: bool


_RATE = 16000


@graft.node(
    id="whisper-transcription",
    version="1.0",
    summary="Transcribes speech in windows of fixed length, with the time of each word.",
    category="models",
    state={"pending": graft.NdArray, "heard": int},
    packages=["numpy"],
    packages_unless={"loader": ["transformers", "torch"]},
    limitations=[
        "Weights that are not there are downloaded when the node is opened.",
        "A word that lies across the end of a window may be cut.",
    ],
    examples=[
        graft.Example(
            title="A stand-in for the model hears a word in what is not silent.",
            params={"device": "cpu", "loader": "graft.rehearsal:whisper"},
            items=[(graft.array([0.0, 0.5, -0.5, 0.0], "float32"), 16000)],
            outputs=[
                {
                    "text": "word0",
                    "start": 0.0,
                    "end": 0.00025,
                    "words": [{"word": "word0", "start": 0.0, "end": 0.00025}],
                    "is_final": True,
                }
            ],
        )
    ],
)
class WhisperTranscriptionNode:
    """Collects audio of 16 kHz and transcribes each full window; the end of the stream the rest.

    ``pending`` are the samples that wait, ``heard`` is how many came before them in the session. A
    window at which the model fails is not tried again.
    """

    def __init__(
        self,
        model_id: Annotated[
            str, graft.Param(doc="The model.")
        ] = "openai/whisper-large-v3-turbo",
        device: Annotated[
            str | None, graft.Param(doc="Where it computes; the first of cuda, mps and cpu if absent.")
        ] = None,
        torch_dtype: Annotated[
            Literal["auto", "float32", "float64", "float16", "bfloat16"],
            graft.Param(doc="The type of its numbers; half types are float32 on the cpu."),
        ] = "float16",
        window_s: Annotated[
            int | float, graft.Param(doc="How much is transcribed at once.", min=0.1, unit="s")
        ] = 15,
        loader: Annotated[
            str | None,
            graft.Param(doc="module:attribute of what loads it instead.", pattern="[^:]+:[^:]+"),
        ] = None,
    ):
        self._model_id = model_id
        self._device = device
        self._dtype = torch_dtype
        self._window = round(window_s * _RATE)
        self._loader = loader
        self._recognize = None
        self.pending = None
        self.heard = 0

    def initialize(self):
        import numpy

        device = _models.device_of(self._device)
        self._recognize = _models.shared(
            self._loader,
            _load,
            model=self._model_id,
            device=device,
            torch_dtype=_models.dtype_of(self._dtype, device),
        )
        self.pending = numpy.zeros(0, numpy.float32)

    def process(self, item: object) -> Iterator[Transcript]:
        import numpy

        from . import _speech

        samples, rate, _ = _speech.parts_of(item)
        samples = _speech.mono(samples, rate, _RATE)
        self.pending = numpy.concatenate((self.pending, samples))
        while len(self.pending) >= self._window:
            yield self._transcribed(self._window)

    def flush(self) -> Iterator[Transcript]:
        if len(self.pending):
            yield self._transcribed(len(self.pending))

    def _transcribed(self, length):
        """The transcript of the first samples that wait; none if nothing is said."""
        samples = self.pending[:length].copy()
        start, end = self.heard / _RATE, (self.heard + length) / _RATE
        self.pending = self.pending[length:].copy()
        self.heard += length
        found = self._recognize(
            {"raw": samples, "sampling_rate": _RATE}, return_timestamps="word"
        )
        text = found["text"].strip()
        if not text:
            return None
        words = [_word(chunk, start, end) for chunk in found.get("chunks", ())]
        return {"text": text, "start": start, "end": end, "words": words, "is_final": True}


def _word(chunk, start, end):
    """A word with the times of the session; where the model knows none the window's own."""
    first, last = chunk["timestamp"]
    return {
        "word": chunk["text"].strip(),
        "start": start if first is None else start + first,
        "end": end if last is None else start + last,
    }


def _load(model, device, torch_dtype):
    import transformers

    dtype = _models.torch_dtype(torch_dtype)
    network = transformers.AutoModelForSpeechSeq2Seq.from_pretrained(
        model, torch_dtype=dtype, low_cpu_mem_usage=True, use_safetensors=True
    ).to(device)
    processor = transformers.AutoProcessor.from_pretrained(model)
    return transformers.pipeline(
        "automatic-speech-recognition",
        model=network,
        tokenizer=processor.tokenizer,
        feature_extractor=processor.feature_extractor,
        torch_dtype=dtype,
        device=device,
    )
