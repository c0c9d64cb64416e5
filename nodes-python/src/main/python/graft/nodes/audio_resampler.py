"""The node ``audio-resampler``."""

from __future__ import annotations

import numpy as np

import graft

from . import _audio, _resampling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Iterator, Literal


@graft.node(
    id="audio-resampler",
    version="1.0",
    summary="Changes the rate of audio, as one signal over all items or each item alone.",
    pure=True,
    state={"rate": int, "tail": np.ndarray, "phase": int},
    packages=["numpy"],
)
class AudioResamplerNode:
    """Changes the rate of audio, with a filter that keeps out what the new rate cannot hold.

    ``rate`` is that of the signal that goes on, 0 if none does. ``tail`` is the signal from the
    first sample on that the next output is made of, and ``phase`` where between two samples that
    output is.
    """

    def __init__(
        self,
        target_sample_rate: Annotated[
            int, graft.Param(doc="The rate of the outputs.", min=1, max=768000, unit="Hz")
        ] = 44100,
        quality: Annotated[
            Literal["low", "medium", "high"],
            graft.Param(doc="How steep the filter is; a steeper one looks at more samples."),
        ] = "high",
        continuous: Annotated[
            bool,
            graft.Param(
                doc="Whether the items of a session are one signal; else each is one of its own."
            ),
        ] = True,
    ):
        self._target = target_sample_rate
        self._continuous = continuous
        self._filters = _resampling.Filters(target_sample_rate, quality)
        self._end()

    def process(self, item: object) -> Iterator[object]:
        audio = _audio.audio_of_floats(item)
        if audio.rate == self._target:
            yield from self.flush()
            yield item
        elif audio.length:
            filter = self._filters.of(audio.rate)
            if self._continuous:
                yield from self._go_on(audio, filter)
            else:
                yield self._alone(audio, filter)

    def flush(self) -> Iterator[object]:
        if self.rate:
            filter = self._filters.of(self.rate)
            channels, length = self.tail.shape
            stretch = np.zeros((channels, length + filter.half))
            stretch[:, :length] = self.tail
            step = _resampling.Step(filter, stretch.shape[1], self.phase)
            dtype = self.tail.dtype
            self._end()
            yield from self._made(step, stretch, dtype)

    def _end(self):
        self.rate = 0
        self.tail = np.empty((0, 0))
        self.phase = 0

    def _alone(self, audio, filter):
        dtype = audio.array.dtype
        outputs = _resampling.outputs_of(filter, audio.length)
        _audio.check_size(audio.channels, outputs, dtype)
        channels = _resampling.whole(filter, audio.array.astype(np.float64))
        return _audio.rounded(channels, dtype), self._target

    def _go_on(self, audio, filter):
        dtype = audio.array.dtype
        goes_on = audio.rate == self.rate and audio.continues(self.tail)
        before = self.tail.shape[1] if goes_on else filter.half - 1
        stretch = np.zeros((audio.channels, before + audio.length))
        step = _resampling.Step(filter, stretch.shape[1], self.phase if goes_on else 0)
        _audio.check_size(audio.channels, step.outputs, dtype)
        if goes_on:
            stretch[:, :before] = self.tail
        else:
            yield from self.flush()
        stretch[:, before:] = audio.array
        self.rate = audio.rate
        self.tail = _audio.rounded(stretch[:, step.consumed :], dtype)
        self.phase = step.next_phase
        yield from self._made(step, stretch, dtype)

    def _made(self, step, stretch, dtype):
        if step.outputs:
            yield _audio.rounded(step.apply(stretch), dtype), self._target
