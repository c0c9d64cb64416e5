package dev.graft.bench;

import java.util.Locale;

/** The audio work that Java nodes do, and NumPy and SciPy beside them. */
enum AudioWork {
  RESAMPLE(
      "resample 48 to 16 kHz, high quality",
      "scipy.signal.upfirdn, the same filter",
      "audio-resampler",
      "{\"target_sample_rate\": 16000, \"quality\": \"high\", \"continuous\": false}"),
  CONVERT(
      "convert float32 to int16",
      "NumPy, in float32",
      "audio-format-converter",
      "{\"target_format\": \"i16\"}"),
  DETECT(
      "detect speech in frames of 30 ms",
      "NumPy, sequential sums",
      "voice-activity-detector",
      "{}");

  private final String title;
  private final String peer;
  private final String type;
  private final String params;

  AudioWork(String title, String peer, String type, String params) {
    this.title = title;
    this.peer = peer;
    this.type = type;
    this.params = params;
  }

  String title() {
    return title;
  }

  /** What does it in Python. */
  String peer() {
    return peer;
  }

  /** Its name in {@code audio.py}. */
  String id() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** A pipeline of the Java node alone. */
  String manifest() {
    return """
        {"version": "1", "name": "audio",
         "nodes": [{"id": "a", "type": "%s", "params": %s, "backend": "java"}]}
        """
        .formatted(type, params);
  }
}
