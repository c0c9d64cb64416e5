"""The node ``extract-audio-data``."""

from __future__ import annotations

import numpy as np

import graft

from . import _audio


@graft.node(
    id="extract-audio-data",
    version="1.0",
    summary="Emits the samples of audio as one row, the channels one after the other.",
    pure=True,
    packages=["numpy"],
)
class ExtractAudioDataNode:
    """Emits the samples of audio as one row, the channels one after the other."""

    def process(self, item: object) -> np.ndarray:
        return _audio.copied(_audio.Audio(item).array).reshape(-1)
