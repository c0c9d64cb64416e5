"""The node ``voice-activity-detector``."""

from __future__ import annotations

import numpy as np

import graft

from . import _audio

TYPE_CHECKING = False
if TYPE_CHECKING:
    from typing import Annotated

_MOST_KEPT = 100


@graft.node(
    id="voice-activity-detector",
    version="1.0",
    summary="Says of each item of audio whether somebody speaks in it.",
    pure=True,
    state={"energies": list[float]},
    packages=["numpy"],
)
class VoiceActivityDetectorNode:
    """Says of each item whether somebody speaks in it; ``energies`` are those of the last frames."""

    def __init__(
        self,
        frame_duration_ms: Annotated[
            int,
            graft.Param(
                doc="How long a frame is; what remains at the end of an item is not looked at.",
                min=1,
                max=1000,
                unit="ms",
            ),
        ] = 30,
        energy_threshold: Annotated[
            int | float,
            graft.Param(
                doc="How loud a frame of speech is at the start, as root mean square."
            ),
        ] = 0.02,
        speech_threshold: Annotated[
            int | float, graft.Param(doc="Which part of the frames makes an item speech.")
        ] = 0.3,
        filter_mode: Annotated[
            bool, graft.Param(doc="Whether to emit only items with speech.")
        ] = False,
        include_metadata: Annotated[
            bool,
            graft.Param(
                doc="Whether to emit what was found beside the audio; not in filter mode."
            ),
        ] = True,
    ):
        self._frame_duration = frame_duration_ms
        self._energy_threshold = float(energy_threshold)
        self._speech_threshold = speech_threshold
        self._filter_mode = filter_mode
        self._include_metadata = include_metadata
        self.energies = []

    def process(self, item: object) -> object:
        audio = _audio.audio_of_floats(item)
        frames = self._energies_of(audio)
        threshold = self._threshold()
        count = max(len(frames), 1)
        ratio = sum(1 for energy in frames if energy > threshold) / count
        average = 0.0
        for energy in frames:
            average += energy
        average /= count
        self.energies = [*self.energies, *frames][-_MOST_KEPT:]
        is_speech = ratio >= self._speech_threshold
        if self._filter_mode and not is_speech:
            return None
        samples = _audio.copied(audio.array)
        if self._filter_mode or not self._include_metadata:
            return audio.with_samples(samples, audio.rate)
        found = {
            "is_speech": is_speech,
            "speech_ratio": ratio,
            "avg_energy": average,
            "frame_duration_ms": self._frame_duration,
        }
        return (samples, audio.rate), {**(audio.metadata or {}), **found}

    def _energies_of(self, audio):
        length = audio.rate * self._frame_duration // 1000
        if length == 0:
            raise ValueError(
                f"a frame of {self._frame_duration} ms has no sample at a rate of {audio.rate}; "
                "set frame_duration_ms higher"
            )
        count = audio.length // length
        if count == 0:
            return []
        samples = audio.array[:, : count * length].astype(np.float64)
        mono = samples[0] if audio.channels == 1 else _audio.mean(samples)
        frames = mono.reshape(count, length)
        with np.errstate(all="ignore"):
            sums = np.cumsum(frames * frames, axis=1)[:, -1]
            return np.sqrt(sums / length).tolist()

    def _threshold(self):
        if not self.energies:
            return self._energy_threshold
        # NumPy sorts NaN to the end, as Java does; Python's own sort leaves it anywhere.
        quiet = float(np.sort(self.energies)[int(len(self.energies) * 0.3)])
        return 0.7 * (2.5 * quiet) + 0.3 * self._energy_threshold
