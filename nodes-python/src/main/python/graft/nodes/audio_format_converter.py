"""The node ``audio-format-converter``."""

from __future__ import annotations

import numpy as np

import graft

from . import _audio

# Never true at run time: ``typing`` is slow to import, and hints are read from the syntax tree.
TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated, Literal

_FULL = {"i2": 2.0**15, "i4": 2.0**31}
_TYPES = {"f32": np.dtype("f4"), "i16": np.dtype("i2"), "i32": np.dtype("i4")}
_KNOWN = ("f4", "f8", "i2", "i4")


@graft.node(
    id="audio-format-converter",
    version="1.0",
    summary="Converts the samples of audio between float and integer formats.",
    pure=True,
    packages=["numpy"],
)
class AudioFormatConverterNode:
    """Converts the samples of audio between float and integer formats."""

    def __init__(
        self,
        target_format: Annotated[
            Literal["f32", "i16", "i32"], graft.Param(doc="The format to convert to.")
        ] = "f32",
    ):
        if target_format not in _TYPES:
            raise ValueError(f"unknown format: {target_format}")
        self._target = _TYPES[target_format]

    def process(self, item: object) -> object:
        audio = _audio.Audio(item)
        source = audio.array.dtype.str[1:]
        if source == self._target.str[1:]:
            return item
        if source not in _KNOWN:
            raise TypeError(
                "expected samples of float32, float64, int16 or int32, "
                f"got {audio.array.dtype.str}"
            )
        return audio.with_samples(_converted(audio.array, self._target), audio.rate)


def _converted(array, target):
    """Doubles of full scale 1.0 hold every sample of every format exactly."""
    samples = np.array(array, np.float64, order="C")
    if array.dtype.kind == "i":
        samples /= _FULL[array.dtype.str[1:]]
    if target.kind == "f":
        return _audio.rounded(samples, target)
    full = _FULL[target.str[1:]]
    with np.errstate(all="ignore"):
        samples *= full
    np.rint(samples, out=samples)
    np.clip(samples, -full, full - 1, out=samples)
    if array.dtype.kind == "f":
        samples[np.isnan(samples)] = 0
    return samples.astype(target)
