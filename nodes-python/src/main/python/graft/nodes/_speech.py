"""Audio as speech models take it: one channel of float32 at one rate."""

import numpy


def parts_of(item):
    """``(samples, rate, metadata)`` of an audio item."""
    if not isinstance(item, tuple) or not 2 <= len(item) <= 3:
        raise TypeError(f"expected audio, a tuple (array, rate), got {_shown(item)}")
    samples, rate = item[:2]
    metadata = item[2] if len(item) == 3 else {}
    if not isinstance(samples, numpy.ndarray):
        raise TypeError(f"the samples must be an array, got {type(samples).__name__}")
    if type(rate) is not int:
        raise TypeError(f"the rate must be an int, got {type(rate).__name__}")
    if not isinstance(metadata, dict):
        raise TypeError(f"the metadata must be a dict, got {type(metadata).__name__}")
    return samples, rate, metadata


def mono(samples, rate, wanted):
    """The mean of the channels."""
    if samples.dtype.kind != "f" or samples.ndim not in (1, 2):
        raise TypeError(
            f"expected 1-D or (channels, samples) of floats, got {samples.ndim}-D of "
            f"{samples.dtype}; the node audio-format-converter makes floats of ints"
        )
    if rate != wanted:
        raise ValueError(
            f"expected {wanted} samples a second, got {rate}; put the node audio-resampler with "
            f"target_sample_rate {wanted} before this one"
        )
    channels = (samples if samples.ndim == 2 else samples[None, :]).astype(numpy.float64)
    if not len(channels):
        raise TypeError("the audio has no channel")
    return (channels.sum(axis=0) / len(channels)).astype(numpy.float32)


def _shown(item):
    kind = type(item).__name__
    return f"{kind} of {len(item)}" if isinstance(item, (list, tuple)) else kind
