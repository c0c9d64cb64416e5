"""The node ``audio-buffer``."""

from __future__ import annotations

import numpy as np

import graft

from . import _audio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator


@graft.node(
    id="audio-buffer",
    version="1.0",
    summary="Cuts audio anew, into items of a fixed number of samples.",
    pure=True,
    state={"samples": np.ndarray, "rate": int},
    packages=["numpy"],
)
class AudioBufferNode:
    """Cuts audio anew; the end of the stream emits the rest."""

    def __init__(
        self,
        buffer_size_samples: Annotated[
            int,
            graft.Param(
                doc="How many samples of each channel make one item.", min=1, unit="samples"
            ),
        ],
    ):
        self._size = buffer_size_samples
        self.samples = np.empty((0, 0))
        self.rate = 0

    @property
    def samples(self):
        """What is held, in one array."""
        if len(self._pieces) > 1:
            self._pieces = [_joined(self._pieces)]
        return self._pieces[0] if self._pieces else np.empty((0, 0))

    @samples.setter
    def samples(self, held):
        self._pieces = [held] if held.size else []
        self._held = held.shape[1]

    def process(self, item: object) -> Iterator[tuple[np.ndarray, int]]:
        audio = _audio.Audio(item)
        if audio.length == 0:
            return
        if self._held and not (audio.continues(self._pieces[0]) and audio.rate == self.rate):
            yield self._release()
        taken = 0
        while taken < audio.length:
            end = min(audio.length, taken + self._size - self._held)
            self._pieces.append(_audio.copied(audio.array[:, taken:end]))
            self._held += end - taken
            self.rate = audio.rate
            taken = end
            if self._held == self._size:
                yield self._release()

    def flush(self) -> tuple[np.ndarray, int]:
        return self._release() if self._held else None

    def _release(self):
        chunk = (_audio.copied(self.samples), self.rate)
        self.samples = np.empty((0, 0))
        self.rate = 0
        return chunk


def _joined(pieces):
    """The pieces one after the other, in their own order of bytes."""
    length = sum(piece.shape[1] for piece in pieces)
    joined = np.empty((pieces[0].shape[0], length), pieces[0].dtype)
    np.concatenate(pieces, axis=1, out=joined)
    return joined
