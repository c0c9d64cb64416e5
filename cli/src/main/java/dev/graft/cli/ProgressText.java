package dev.graft.cli;

import dev.graft.runtime.run.RunProgress;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * How far a run is, in words.
 *
 * @param progress what was done until now
 * @param bytes how many bytes of the input were read until now
 * @param size how many it has, if that is known
 */
record ProgressText(Supplier<RunProgress> progress, LongSupplier bytes, OptionalLong size) {
  private static final double SECOND = 1e9;
  private static final int MINUTE = 60;
  private static final int HOUR = 3600;
  private static final int PERCENT = 100;

  /** The words, so long after the start. */
  String after(long nanos) {
    RunProgress done = progress.get();
    double seconds = Math.max(nanos, 1) / SECOND;
    StringBuilder text = new StringBuilder();
    text.append(
        String.format(
            Locale.ROOT,
            "%,d in, %,d out, %,.0f/s",
            done.items(),
            done.outputs(),
            done.items() / seconds));
    if (done.waiting() > 0) {
      text.append(String.format(Locale.ROOT, ", %,d waiting", done.waiting()));
    }
    if (done.rejected() > 0) {
      text.append(String.format(Locale.ROOT, ", %,d rejected", done.rejected()));
    }
    long read = bytes.getAsLong();
    if (size.isPresent() && size.getAsLong() > 0 && read > 0) {
      double part = Math.min(1, (double) read / size.getAsLong());
      text.append(String.format(Locale.ROOT, ", %.0f %%", PERCENT * part));
      if (part < 1) {
        text.append(", ").append(duration(seconds / part - seconds)).append(" left");
      }
    }
    return text.toString();
  }

  private static String duration(double seconds) {
    long whole = Math.round(seconds);
    if (whole < MINUTE) {
      return whole + " s";
    }
    return whole < HOUR
        ? "%d:%02d min".formatted(whole / MINUTE, whole % MINUTE)
        : "%d:%02d h".formatted(whole / HOUR, whole % HOUR / MINUTE);
  }
}
