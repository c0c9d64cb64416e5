"""The node ``transformers-pipeline``."""

from __future__ import annotations

import graft

from . import _models
from ._portable import portable

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Literal


@graft.node(
    id="transformers-pipeline",
    version="1.0",
    summary="Runs each item through a pipeline of the library transformers.",
    category="models",
    packages_unless={"loader": ["transformers", "torch"]},
    limitations=["Weights that are not there are downloaded when the node is opened."],
    examples=[
        graft.Example(
            title="A stand-in for the model says what the pipeline was made with.",
            params={
                "task": "text-classification",
                "device": "cpu",
                "loader": "graft.rehearsal:pipeline",
            },
            items=["How good this is."],
            outputs=[
                [
                    {
                        "label": "rehearsal",
                        "item": "How good this is.",
                        "task": "text-classification",
                        "model": None,
                        "model_kwargs": {},
                        "device": "cpu",
                        "torch_dtype": None,
                    }
                ]
            ],
        )
    ],
)
class TransformersPipelineNode:
    """Calls ``transformers.pipeline(task, …)`` with each item; its tensors come out as arrays."""

    def __init__(
        self,
        task: Annotated[str, graft.Param(doc="The task, for example text-classification.")],
        model: Annotated[
            str | None, graft.Param(doc="The model; the library's own choice for the task if absent.")
        ] = None,
        device: Annotated[
            str | None, graft.Param(doc="Where it computes; the first of cuda, mps and cpu if absent.")
        ] = None,
        model_kwargs: Annotated[dict, graft.Param(doc="What the model is loaded with besides.")] = {},
        torch_dtype: Annotated[
            Literal["auto", "float32", "float64", "float16", "bfloat16"] | None,
            graft.Param(doc="The type of its numbers; half types are float32 on the cpu."),
        ] = None,
        loader: Annotated[
            str | None,
            graft.Param(doc="module:attribute of what loads it instead.", pattern="[^:]+:[^:]+"),
        ] = None,
    ):
        self._arguments = {"task": task, "model": model, "model_kwargs": model_kwargs}
        self._device = device
        self._dtype = torch_dtype
        self._loader = loader
        self._pipe = None

    def initialize(self):
        device = _models.device_of(self._device)
        self._pipe = _models.shared(
            self._loader,
            _load,
            **self._arguments,
            device=device,
            torch_dtype=_models.dtype_of(self._dtype, device),
        )

    def process(self, item: object) -> object:
        return portable(self._pipe(item))


def _load(task, model, model_kwargs, device, torch_dtype):
    import transformers

    return transformers.pipeline(
        task=task,
        model=model,
        device=device,
        torch_dtype=_models.torch_dtype(torch_dtype),
        model_kwargs=model_kwargs,
    )
