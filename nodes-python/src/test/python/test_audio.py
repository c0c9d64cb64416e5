"""The audio nodes, where their twin in Java cannot stand in for them."""

import unittest

try:
    import numpy as np
except ImportError:
    np = None

from support import Bench, sdk_unit


@unittest.skipUnless(np, "needs NumPy")
class AudioTest(unittest.TestCase):
    def node(self, name, symbol, **params):
        return Bench(sdk_unit(name), symbol, params)

    def test_definition_of_the_resampler(self):
        from graft.nodes import _resampling

        for source, target in ((48_000, 16_000), (44_100, 48_000), (7, 3), (3, 7)):
            filter = _resampling.Filter(source, target, "low")
            signal = np.random.default_rng(1).standard_normal(200)
            outputs = _resampling.whole(filter, signal[np.newaxis])[0]
            self.assertEqual(len(outputs), -(-200 * target // source))
            for m, found in enumerate(outputs.tolist()):
                middle, phase = divmod(m * filter.down, filter.up)
                total = 0.0
                for tap, weight in enumerate(filter.rows(np.array([phase]))[0].tolist()):
                    k = middle - filter.half + 1 + tap
                    total += (float(signal[k]) if 0 <= k < 200 else 0.0) * weight
                self.assertEqual(found, total)

    def test_cutting_changes_no_bit(self):
        rng = np.random.default_rng(2)
        signal = rng.standard_normal((2, 3000)).astype(np.float32)
        for target in (16_000, 11_025):
            whole = self.node("audio_resampler", "AudioResamplerNode", target_sample_rate=target)
            expected = whole.step((signal, 48_000)) + whole.flush()
            cut = self.node("audio_resampler", "AudioResamplerNode", target_sample_rate=target)
            outputs = []
            for piece in np.split(signal, sorted(rng.integers(0, 3000, 30)), axis=1):
                outputs += cut.step((piece, 48_000))
            outputs += cut.flush()
            joined = [np.concatenate([out[0] for out in some], axis=1) for some in (expected, outputs)]
            self.assertEqual(joined[0].tobytes(), joined[1].tobytes())

    def test_outputs_and_state_are_plain(self):
        node = self.node("voice_activity_detector", "VoiceActivityDetectorNode")
        ((audio, found),) = node.step((np.full(960, 0.5, np.float32), 16_000))
        self.assertEqual(audio[0].shape, (1, 960))
        self.assertEqual([type(value) for value in found.values()], [bool, float, float, int])
        self.assertEqual(node.snapshot(), [[None, {"energies": [0.5, 0.5]}]])

    def test_what_is_held_is_not_what_came(self):
        given = np.zeros((1, 2), np.float32)
        node = self.node("audio_buffer", "AudioBufferNode", buffer_size_samples=3)
        node.step((given, 8000))
        given[:] = 7
        ((array, rate),) = node.flush()
        self.assertEqual((array.tolist(), rate), ([[0.0, 0.0]], 8000))

    def test_nothing_is_said_on_standard_error(self):
        import warnings

        bad = np.array([np.nan, np.inf, -np.inf, 1e300, 1e-320])
        with warnings.catch_warnings():
            warnings.simplefilter("error")
            self.node("audio_format_converter", "AudioFormatConverterNode").step((bad, 8000))
            self.node(
                "audio_format_converter", "AudioFormatConverterNode", target_format="i32"
            ).step((bad, 8000))
            self.node("audio_transform", "AudioTransformNode", output_channels=1).step(
                (np.stack([bad, bad]), 48_000)
            )
            self.node("voice_activity_detector", "VoiceActivityDetectorNode").step((bad, 1000))


if __name__ == "__main__":
    unittest.main()
