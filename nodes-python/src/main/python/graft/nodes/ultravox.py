"""The node ``ultravox``."""

from __future__ import annotations

import graft

from . import _functions, _models

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator, Literal

_RATE = 16000
_AUDIO = "<|audio|>"
_SPOKEN = "(spoken)"


@graft.node(
    id="ultravox",
    version="1.0",
    summary="Answers speech with text, and remembers the talk of each session.",
    category="models",
    state={"history": list},
    packages=["numpy"],
    packages_unless={"loader": ["transformers", "torch", "peft"]},
    limitations=[
        "Weights that are not there are downloaded when the node is opened.",
        "The model brings code of its own, which runs in the worker: name none that you do not trust.",
        "Of what was said before the model sees the answers and user_text, not the speech.",
    ],
    examples=[
        graft.Example(
            title="A stand-in for the model says how much it heard; the second answer has a past.",
            params={"device": "cpu", "loader": "graft.rehearsal:ultravox"},
            items=[
                (graft.array([0.0, 0.5], "float32"), 16000),
                (graft.array([0.5], "float32"), 16000, {"user_text": "And now?"}),
            ],
            outputs=[
                {"response": "2 samples, 1 turns", "conversation_length": 2},
                {"response": "1 samples, 3 turns", "conversation_length": 4},
            ],
        )
    ],
)
class UltravoxNode:
    """Puts each piece of speech to the model, after what was said before in the session.

    ``history`` holds ``(time, asked, answered)`` for each exchange, oldest first. The metadata of an
    item may have ``user_text``, which is put beside the speech, and ``clear_history``.
    """

    def __init__(
        self,
        model_id: Annotated[
            str, graft.Param(doc="The model.")
        ] = "fixie-ai/ultravox-v0_5-llama-3_2-1b",
        device: Annotated[
            str | None, graft.Param(doc="Where it computes; the first of cuda, mps and cpu if absent.")
        ] = None,
        torch_dtype: Annotated[
            Literal["auto", "float32", "float64", "float16", "bfloat16"],
            graft.Param(doc="The type of its numbers; half types are float32 on the cpu."),
        ] = "bfloat16",
        max_new_tokens: Annotated[
            int, graft.Param(doc="How long an answer may become.", min=1)
        ] = 1024,
        system_prompt: Annotated[
            str | None, graft.Param(doc="What the model is told before all else.")
        ] = None,
        enable_conversation_history: Annotated[
            bool, graft.Param(doc="Whether it remembers what was said.")
        ] = True,
        conversation_history_minutes: Annotated[
            int | float, graft.Param(doc="For how long it remembers it.", min=0, unit="min")
        ] = 10.0,
        tools: Annotated[
            list[dict], graft.Param(doc="Functions that it may ask for, as JSON describes them.")
        ] = [],
        loader: Annotated[
            str | None,
            graft.Param(doc="module:attribute of what loads it instead.", pattern="[^:]+:[^:]+"),
        ] = None,
    ):
        self._model_id = model_id
        self._device = device
        self._dtype = torch_dtype
        self._max_new_tokens = max_new_tokens
        self._remembers = enable_conversation_history
        self._seconds = conversation_history_minutes * 60
        self._tools = _functions.names_of(tools)
        told = ([system_prompt] if system_prompt else []) + ([_functions.told(tools)] if tools else [])
        self._told = "\n\n".join(told)
        self._loader = loader
        self._answer = None
        self.history = []

    def initialize(self):
        device = _models.device_of(self._device)
        self._answer = _models.shared(
            self._loader,
            _load,
            model=self._model_id,
            device=device,
            torch_dtype=_models.dtype_of(self._dtype, device),
        )

    def process(self, item: object) -> Iterator[dict]:
        from . import _speech

        samples, rate, metadata = _speech.parts_of(item)
        samples = _speech.mono(samples, rate, _RATE)
        said = _said_in(metadata)
        now = graft.now(self)
        self._forget(now, metadata.get("clear_history", False))
        if not len(samples):
            return  # for example only to clear the history
        answer = self._answer(
            {"audio": samples, "turns": self._turns(said), "sampling_rate": _RATE},
            max_new_tokens=self._max_new_tokens,
        ).strip()
        if not answer:
            return
        if self._remembers:
            self.history = [*self.history, (now, said or _SPOKEN, answer)]
        calls = _functions.calls_in(answer, self._tools)
        for call in calls:
            yield {"tool_call": call}
        if not calls:
            yield {"response": answer, "conversation_length": 2 * len(self.history)}

    def _forget(self, now, everything):
        self.history = [
            exchange
            for exchange in self.history
            if not everything and (now - exchange[0]).total_seconds() <= self._seconds
        ]

    def _turns(self, said):
        """What is said before the answer, and by whom."""
        turns = [{"role": "system", "content": self._told}] if self._told else []
        for _, asked, answered in self.history:
            turns.append({"role": "user", "content": asked})
            turns.append({"role": "assistant", "content": answered})
        turns.append({"role": "user", "content": f"{said} {_AUDIO}" if said else _AUDIO})
        return turns


def _said_in(metadata):
    said = metadata.get("user_text")
    if said is not None and not isinstance(said, str):
        raise TypeError(f"user_text must be a str, got {type(said).__name__}")
    return said


def _load(model, device, torch_dtype):
    import transformers

    return transformers.pipeline(
        model=model,
        device=device,
        torch_dtype=_models.torch_dtype(torch_dtype),
        trust_remote_code=True,
    )
