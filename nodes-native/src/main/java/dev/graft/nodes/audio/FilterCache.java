package dev.graft.nodes.audio;

import org.jspecify.annotations.Nullable;

/**
 * The filter for the rate that comes, kept as long as that rate comes. Each node has its own: a
 * filter of common rates is made in a few milliseconds, and needs no lock.
 */
final class FilterCache {
  private final int target;
  private final ResamplerQuality quality;
  private @Nullable PolyphaseFilter last;

  FilterCache(int target, ResamplerQuality quality) {
    this.target = target;
    this.quality = quality;
  }

  /**
   * The filter from a rate to the target rate.
   *
   * @throws dev.graft.node.NodeException of kind RANGE if the rate is too far above the target rate
   */
  PolyphaseFilter of(Number rate) {
    RateRatio ratio = RateRatio.of(rate, target);
    PolyphaseFilter filter = last;
    if (filter == null || !filter.ratio().equals(ratio)) {
      filter = new PolyphaseFilter(ratio, quality);
      last = filter;
    }
    return filter;
  }
}
