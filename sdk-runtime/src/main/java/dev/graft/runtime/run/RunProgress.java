package dev.graft.runtime.run;

/**
 * How far a run is.
 *
 * @param items the number of items read
 * @param outputs the number of outputs delivered
 * @param rejected the number of items that error policies dropped or set aside
 * @param waiting how many values wait between nodes, because those that take them are slower
 */
public record RunProgress(long items, long outputs, long rejected, int waiting) {}
