package dev.graft.python.graalpy;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.NoSuchFileException;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * A file system in which nothing can be opened or seen. The engine's own one for this purpose
 * throws what Python code cannot catch, even when it is only asked for the current directory.
 */
final class DeniedFileSystem implements FileSystem {
  private static final Path ROOT = Path.of("/");

  @Override
  public Path parsePath(URI uri) {
    return Path.of(uri);
  }

  @Override
  public Path parsePath(String path) {
    return Path.of(path);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return ROOT.resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) {
    return ROOT.resolve(path).normalize();
  }

  @Override
  public void setCurrentWorkingDirectory(Path directory) {
    // There is no directory to go to; the next file operation says so.
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    throw denied(path);
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
    throw denied(directory);
  }

  @Override
  public void delete(Path path) throws IOException {
    throw denied(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    throw denied(path);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    throw denied(directory);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    // A file that cannot be seen is not there: what looks for one on a path goes on looking.
    throw new NoSuchFileException(path.toString());
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    throw denied(link);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    throw denied(link);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    throw denied(link);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    throw denied(source);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    throw denied(source);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    throw denied(path);
  }

  private static AccessDeniedException denied(Path path) {
    return new AccessDeniedException(path.toString());
  }
}
