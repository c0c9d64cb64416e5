package dev.graft.compat.record;

import dev.graft.compat.corpus.Case;
import dev.graft.compat.corpus.CaseFormatException;
import dev.graft.compat.corpus.CaseReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Recorded cases as files, {@code <node>/recorded/<hash of what is done>.json}. */
public final class RecordedFiles {
  private static final String FOLDER = "recorded";

  private final Path cases;
  private final boolean overwrites;

  /**
   * In a folder of cases.
   *
   * @param overwrites whether a case is renewed that is there with another outcome
   */
  public RecordedFiles(Path cases, boolean overwrites) {
    this.cases = cases;
    this.overwrites = overwrites;
  }

  /** What was done with a case. */
  public enum Done {
    /** It is new. */
    WROTE,
    /** It was there, and says the same. */
    THERE,
    /** It was there and said something else. */
    REPLACED,
    /** It is there and says something else: nobody said that it may be overwritten. */
    KEPT
  }

  /**
   * Where and what.
   *
   * @param file the file of the case
   * @param done what was done with it
   */
  public record Written(Path file, Done done) {}

  /** Writes a case, unless it is there. */
  public Written write(MadeCase.Frozen frozen) throws IOException {
    String name = frozen.made().id().substring(FOLDER.length() + 1) + ".json";
    Path folder = cases.resolve(frozen.made().node()).resolve(FOLDER);
    Path file = folder.resolve(name);
    Done done = found(file, frozen.made());
    if (done == Done.WROTE || done == Done.REPLACED) {
      Files.createDirectories(folder);
      Files.writeString(file, frozen.text());
    }
    return new Written(file, done);
  }

  private Done found(Path file, Case made) throws IOException {
    if (!Files.exists(file)) {
      return Done.WROTE;
    } else if (says(Files.readString(file), made)) {
      return Done.THERE;
    }
    return overwrites ? Done.REPLACED : Done.KEPT;
  }

  /** Titles and dates may differ: they decide nothing. */
  private static boolean says(String text, Case made) {
    try {
      List<Case> there = CaseReader.read(text, "");
      return there.size() == 1 && there.getFirst().hash().equals(made.hash());
    } catch (CaseFormatException e) {
      return false;
    }
  }
}
