package dev.graft.bench.report;

/** The results of one kind of benchmark. */
public interface Section {
  /** Its key in the JSON report. */
  String name();

  /** The results for a reader. */
  String markdown();

  /** The results with all samples: lists, maps, texts and numbers. */
  Object tree();
}
