package dev.graft.compat.run;

import dev.graft.compat.report.Evidence;
import java.nio.file.Path;

/** A report speaks of other code than there is, or not of the node that was asked for. */
public final class OutdatedReportException extends Exception {
  private static final long serialVersionUID = 1L;

  OutdatedReportException(Path report, String fact, String node) {
    super(
        "%s %s. Renew it: graft matrix --node %s --random %d%s"
            .formatted(report, fact, node, Evidence.ENOUGH, folder(report)));
  }

  private static String folder(Path report) {
    Path folder = report.getParent();
    return folder == null || folder.equals(CompatOptions.defaults().output())
        ? ""
        : " -o " + folder;
  }
}
