"""The work of three audio nodes, done by hand with NumPy and SciPy: what Graft's Java nodes are compared with.

Reads one JSON object per line and answers each with one. Of Graft only the weights of the resampler
are used, so that both apply the very same filter. Sums are sequential where the contract says so.
"""

import json
import sys
import time

import numpy as np

RATE = 48_000
FRAME = RATE * 30 // 1000


def resampling():
    """48 to 16 kHz, a polyphase filter in C: ``scipy.signal.upfirdn``."""
    from graft.nodes._resampling import Filter
    from scipy.signal import upfirdn

    made = Filter(RATE, 16_000, "high")
    weights = made.rows(np.zeros(1, np.int64))[0]
    # Output m is the convolution at 3·m + half; the zeros in front make that a multiple of 3.
    ahead = -made.half % made.down
    taps = np.concatenate([np.zeros(ahead), weights[::-1]])
    skipped = (made.half + ahead) // made.down

    def work(samples):
        count = -(-samples.shape[1] // made.down)
        outputs = upfirdn(taps, samples.astype(np.float64), 1, made.down)
        return outputs[:, skipped : skipped + count].astype(np.float32)

    return work


def conversion():
    """float32 to int16; scaling by a power of two is exact in float32."""

    def work(samples):
        scaled = samples * np.float32(32768)
        np.rint(scaled, out=scaled)
        np.clip(scaled, -32768, 32767, out=scaled)
        unknown = np.isnan(scaled)
        if unknown.any():
            scaled[unknown] = 0
        return scaled.astype(np.int16)

    return work


def detection():
    """Frames of 30 ms louder than a threshold, and a copy of the samples, as the node emits them."""

    def work(samples):
        mono = np.zeros(samples.shape[1])
        for channel in samples:
            mono += channel
        mono /= len(samples)
        count = len(mono) // FRAME
        frames = mono[: count * FRAME].reshape(count, FRAME)
        energies = np.sqrt(np.cumsum(frames * frames, axis=1)[:, -1] / FRAME)
        ratio = np.count_nonzero(energies > 0.02) / count
        average = np.cumsum(energies)[-1] / count
        return samples.copy(), np.array([ratio, average])

    return work


WORKS = {"resample": resampling, "convert": conversion, "detect": detection}


def main():
    work = samples = None
    for line in sys.stdin:
        request = json.loads(line)
        if "roots" in request:
            sys.path[:0] = request["roots"]
            work = WORKS[request["work"]]()
            samples = np.fromfile(request["input"], "<f4").reshape(request["channels"], -1)
        start = time.perf_counter_ns()
        for _ in range(request["count"]):
            outputs = work(samples)
        nanos = time.perf_counter_ns() - start
        if "output" in request:
            parts = outputs if type(outputs) is tuple else (outputs,)
            with open(request["output"], "wb") as file:
                for part in parts:
                    file.write(part.tobytes())
        print(json.dumps({"nanos": nanos}), flush=True)


main()
