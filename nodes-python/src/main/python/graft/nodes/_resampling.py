"""The filter of the resamplers, and how it is applied; the Java twin has the same bits.

The filter is a Kaiser window over a sinc, computed by additions, multiplications, divisions and
roots alone, which all languages round alike; sines of libraries differ in the last bit. An output
is a sum over its samples from the earliest to the latest: ``np.cumsum`` adds in that order.
"""

import math

import numpy as np

# Zero crossings on each side, shape of the window, cutoff as a part of the lower Nyquist frequency.
QUALITIES = {
    "low": (16, 5.65, 0.885),
    "medium": (32, 7.86, 0.92),
    "high": (64, 10.06, 0.95),
}
# A filter for more would have half a million taps and more.
_MOST_DOWN = 4096
# 64 MiB of weights: phases of filters with more are made anew each time.
_MOST_KEPT = 1 << 23
# Products that are made at once: they stay in the second cache.
_BLOCK = 1 << 15
# The last power of the series of the sine: on half a period the rest is below half an ulp.
_LAST_POWER = 21


class Filter:
    """The weights for one ratio of rates: a row for each phase that an output may have."""

    def __init__(self, source, target, quality):
        if source > target * _MOST_DOWN:
            raise OverflowError(
                f"a rate of {source} is more than {_MOST_DOWN} times the target rate of {target}; "
                "resample in two steps"
            )
        common = math.gcd(source, target)
        self.up = target // common
        self.down = source // common
        zero_crossings, self._beta, rolloff = QUALITIES[quality]
        self._cutoff = rolloff * min(1.0, self.up / self.down)
        self._width = zero_crossings / self._cutoff
        self.half = math.ceil(self._width)
        self.taps = 2 * self.half
        self._is_kept = self.up * self.taps <= _MOST_KEPT
        self._rows = np.empty((self.up, self.taps)) if self._is_kept else None
        self._made = np.zeros(self.up if self._is_kept else 0, bool)

    def rows(self, phases):
        """The weights of phases, those of the earliest samples first; each row adds up to 1."""
        if not self._is_kept:
            return self._weights(phases)
        missing = np.unique(phases[~self._made[phases]])
        if missing.size:
            self._rows[missing] = self._weights(missing)
            self._made[missing] = True
        return self._rows[phases]

    def _weights(self, phases):
        places = (phases / self.up)[:, np.newaxis]
        distances = places - np.arange(1 - self.half, self.half + 1)
        inside = np.abs(distances) < self._width
        parts = np.where(inside, distances, 0.0) / self._width
        weights = _sinc(self._cutoff * distances) * _bessel(
            self._beta * np.sqrt(1 - parts * parts)
        )
        weights[~inside] = 0.0
        return weights / np.cumsum(weights, axis=1)[:, -1:]


def _sinc(u):
    """``sin(πu)/(πu)``."""
    nearest = np.rint(u)
    x = math.pi * (u - nearest)
    square = x * x
    total = np.ones_like(x)
    for power in range(_LAST_POWER, 1, -2):
        total = 1 - square / (power * (power - 1)) * total
    sine = x * total
    np.negative(sine, out=sine, where=nearest % 2 != 0)
    return np.divide(sine, math.pi * u, out=np.ones_like(u), where=u != 0)


def _bessel(x):
    """The modified Bessel function of order 0, by its series until a term changes nothing."""
    quarter = x / 2 * (x / 2)
    term = np.ones_like(x)
    total = np.ones_like(x)
    k = 0.0
    while True:
        k += 1
        term = term * quarter / (k * k)
        grown = total + term
        if (grown == total).all():
            return total
        total = grown


class Step:
    """What can be made of a stretch of a signal.

    A stretch begins with the first sample that the next output is made of, so what is left after it
    is the beginning of the next stretch.
    """

    def __init__(self, filter, length, phase):
        self._filter = filter
        self._phase = phase
        places = length - filter.taps + 1
        # The outputs that have all the samples that they are made of.
        self.outputs = -((phase - places * filter.up) // filter.down) if places > 0 else 0
        # The samples that are needed no more after them, and the phase of the output after them.
        self.consumed, self.next_phase = divmod(
            phase + self.outputs * filter.down, filter.up
        )

    def apply(self, stretch):
        """The outputs of all channels, in float64."""
        filter = self._filter
        outputs = np.zeros((stretch.shape[0], self.outputs))
        if not self.outputs:
            return outputs
        windows = np.lib.stride_tricks.sliding_window_view(stretch, filter.taps, axis=1)
        block = max(1, _BLOCK // filter.taps)
        with np.errstate(all="ignore"):
            for start in range(0, self.outputs, block):
                numbers = np.arange(start, min(start + block, self.outputs), dtype=np.int64)
                places, phases = np.divmod(self._phase + numbers * filter.down, filter.up)
                rows = filter.rows(phases)
                for channel, all_windows in enumerate(windows):
                    products = all_windows[places] * rows
                    np.cumsum(products, axis=1, out=products)
                    # A sum begins with 0, which makes a zero positive.
                    outputs[channel, numbers] = products[:, -1] + 0.0
        return outputs


def outputs_of(filter, length):
    """How many outputs a whole signal alone makes."""
    return Step(filter, length + filter.taps - 1, 0).outputs


def whole(filter, channels):
    """Rows of float64 as signals of their own: nothing before them and nothing after them."""
    length = channels.shape[1]
    stretch = np.zeros((channels.shape[0], length + filter.taps - 1))
    stretch[:, filter.half - 1 : filter.half - 1 + length] = channels
    return Step(filter, stretch.shape[1], 0).apply(stretch)


class Filters:
    """The filter for the rate that comes, kept as long as that rate comes."""

    def __init__(self, target, quality):
        self._target = target
        self._quality = quality
        self._source = None
        self._last = None

    def of(self, source):
        if source != self._source:
            self._last = Filter(source, self._target, self._quality)
            self._source = source
        return self._last
