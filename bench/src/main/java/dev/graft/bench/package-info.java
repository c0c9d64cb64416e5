/**
 * Graft's benchmarks: the eight groups that the older system published, run through the SDK's
 * public path on every backend that hosts the node. A {@link dev.graft.bench.BenchCase} is data:
 * nodes, an item, the outputs that must come. Three JMH classes time them: {@link
 * dev.graft.bench.CallBenchmark} calls an open node again and again, {@link
 * dev.graft.bench.ChainBenchmark} runs a pipeline, {@link dev.graft.bench.ColdBenchmark} opens
 * everything anew. Each checks the outputs, type and value, before, between and after the timing,
 * and lets plain CPython do the same work after every iteration, so that a figure of Graft always
 * has its neighbour. {@link dev.graft.bench.Bench} runs them and writes the report.
 */
@NullMarked
package dev.graft.bench;

import org.jspecify.annotations.NullMarked;
