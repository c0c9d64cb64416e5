package dev.graft.cli;

import java.nio.file.Path;
import java.util.Optional;
import picocli.CommandLine.ITypeConverter;
import picocli.CommandLine.TypeConversionException;

/** The dash: standard input or output where one stream is meant. {@code ./-} is a file. */
final class Dash {
  private static final Path DASH = Path.of("-");

  private Dash() {}

  /** Whether it stands for a stream. */
  static boolean is(Path named) {
    return named.equals(DASH);
  }

  /** The file that was named, if one was. */
  static Optional<Path> file(Optional<Path> named) {
    return named.filter(path -> !is(path));
  }

  /** Reads the name of a folder: several files are no stream. */
  static final class Folder implements ITypeConverter<Path> {
    @Override
    public Path convert(String name) {
      Path folder = Path.of(name);
      if (is(folder)) {
        throw new TypeConversionException(
            "- is standard output, and here several files lie in a folder. Name it; ./- is a folder of that name.");
      }
      return folder;
    }
  }
}
