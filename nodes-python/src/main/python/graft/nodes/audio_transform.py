"""The node ``audio-transform``."""

from __future__ import annotations

import numpy as np

import graft

from . import _audio, _resampling

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated


@graft.node(
    id="audio-transform",
    version="1.0",
    summary="Gives every item of audio the same rate and number of channels.",
    pure=True,
    packages=["numpy"],
)
class AudioTransformNode:
    """Gives every item the same rate and number of channels; each is a signal of its own."""

    def __init__(
        self,
        output_sample_rate: Annotated[
            int, graft.Param(doc="The rate of the outputs.", min=1, max=768000, unit="Hz")
        ] = 44100,
        output_channels: Annotated[
            int,
            graft.Param(
                doc="The number of channels of the outputs.", min=1, max=64, unit="channels"
            ),
        ] = 2,
    ):
        self._rate = output_sample_rate
        self._channels = output_channels
        self._filters = _resampling.Filters(output_sample_rate, "high")

    def process(self, item: object) -> object:
        audio = _audio.audio_of_floats(item)
        wanted = self._channels
        if 1 < audio.channels < wanted:
            raise ValueError(
                f"{audio.channels} channels cannot become {wanted}; "
                f"set output_channels to 1 … {audio.channels}"
            )
        # The mean needs all channels, anything else no more than are wanted.
        needed = audio.array if wanted == 1 else audio.array[:wanted]
        channels = needed.astype(np.float64)
        if audio.rate == self._rate:
            _audio.check_size(wanted, audio.length, audio.array.dtype)
        else:
            filter = self._filters.of(audio.rate)
            outputs = _resampling.outputs_of(filter, audio.length)
            _audio.check_size(wanted, outputs, audio.array.dtype)
            channels = _resampling.whole(filter, channels)
        if wanted == 1 < audio.channels:
            channels = _audio.mean(channels)[np.newaxis, :]
        elif audio.channels == 1 < wanted:
            channels = np.repeat(channels, wanted, axis=0)
        return audio.with_samples(_audio.rounded(channels, audio.array.dtype), self._rate)
