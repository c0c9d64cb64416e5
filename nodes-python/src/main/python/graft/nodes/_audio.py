"""What the audio nodes share: reading an item, and mixing its channels.

Everything is computed in float64, in the order that both languages follow: sums go from the first
to the last, which ``np.cumsum`` does and ``np.sum`` does not.
"""

import numpy as np

_MOST_BYTES = 2**31 - 1
FLOATS = (np.dtype(np.float32), np.dtype(np.float64))


class Audio:
    """An item that is audio: ``(array, rate)`` or ``(array, rate, dict)``.

    ``array`` has two axes, channels and time, whatever the item had; ``metadata`` is none if the
    item had no dict.
    """

    __slots__ = ("array", "rate", "metadata")

    def __init__(self, item):
        if type(item) is not tuple or not 2 <= len(item) <= 3:
            raise _wrong("a tuple (array, rate) or (array, rate, dict)", item)
        array, rate = item[:2]
        if not isinstance(array, np.ndarray) or not 1 <= array.ndim <= 2:
            raise _wrong("an array of one or two axes", array)
        if type(rate) is not int:
            raise _wrong("an int as rate", rate)
        if len(item) == 3 and type(item[2]) is not dict:
            raise _wrong("a dict behind the rate", item[2])
        if rate < 1:
            raise ValueError(f"the rate of audio is 1 or more, not {rate}")
        self.array = array if array.ndim == 2 else array[np.newaxis, :]
        if self.array.shape[0] == 0:
            raise ValueError("audio has at least one channel; the shape is (channels, samples)")
        self.rate = rate
        self.metadata = item[2] if len(item) == 3 else None

    @property
    def channels(self):
        return self.array.shape[0]

    @property
    def length(self):
        return self.array.shape[1]

    def continues(self, other):
        """Whether it can go on where other samples end: the same channels and the same type."""
        return other.shape[0] == self.channels and other.dtype == self.array.dtype

    def with_samples(self, array, rate):
        """The item with other samples and its metadata, if it has any."""
        return (array, rate) if self.metadata is None else (array, rate, self.metadata)


def audio_of_floats(item):
    """Audio whose samples are float32 or float64."""
    audio = Audio(item)
    if audio.array.dtype.newbyteorder("=") not in FLOATS:
        raise TypeError(
            f"expected samples of float32 or float64, got {audio.array.dtype.str}; "
            "put an audio-format-converter with target_format f32 before this node"
        )
    return audio


def copied(array):
    """A new array with the same samples, row by row, in the same order of bytes."""
    return np.array(array, order="C")


def rounded(channels, dtype):
    """A new array of a float type, from rows of float64: each sample is rounded once."""
    with np.errstate(over="ignore"):
        return np.array(channels, dtype.newbyteorder("="), order="C")


def check_size(channels, length, dtype):
    """Refuses samples that could not cross, before they are made."""
    if channels * length > _MOST_BYTES // dtype.itemsize:
        raise OverflowError(
            f"{length} samples of {channels} channels have 2 GiB or more; send shorter items"
        )


def mean(channels):
    """The mean of rows of float64, the first added first."""
    total = np.zeros(channels.shape[1])
    with np.errstate(all="ignore"):
        for channel in channels:
            total += channel
        return total / len(channels)


def _wrong(wanted, got):
    return TypeError(f"expected audio with {wanted}, got {type(got).__name__}")
