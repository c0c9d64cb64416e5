package dev.graft.python.graalpy;

import java.io.IOException;
import java.net.URI;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessMode;
import java.nio.file.CopyOption;
import java.nio.file.DirectoryStream;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.FileAttribute;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * All that a context sees of files: the interpreter's own library, which it may read, what was
 * granted, and the way of its long bytes. The engine joins the two, but its joint cannot rename a
 * file, and lets a node change the working directory of all others in its context.
 */
final class ContextFileSystem implements FileSystem {
  private final GrantedFileSystem granted;
  private final FileSystem both;
  private final Exchange exchange;

  ContextFileSystem(GrantedFileSystem granted, Exchange exchange) {
    this.granted = granted;
    this.exchange = exchange;
    this.both = FileSystem.allowInternalResourceAccess(granted);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    granted.move(source, target, options);
  }

  @Override
  public void setCurrentWorkingDirectory(Path directory) {
    throw new SecurityException("the nodes of a context share its working directory");
  }

  @Override
  public Path parsePath(URI uri) {
    return both.parsePath(uri);
  }

  @Override
  public Path parsePath(String path) {
    return both.parsePath(path);
  }

  @Override
  public Path toAbsolutePath(Path path) {
    return both.toAbsolutePath(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    return both.toRealPath(path, options);
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    if (!path.equals(exchange.path())) {
      both.checkAccess(path, modes, options);
    }
  }

  @Override
  public void createDirectory(Path directory, FileAttribute<?>... attributes) throws IOException {
    both.createDirectory(directory, attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    both.delete(path);
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    return path.equals(exchange.path()) ? exchange : both.newByteChannel(path, options, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path directory, DirectoryStream.Filter<? super Path> filter) throws IOException {
    return both.newDirectoryStream(directory, filter);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    return both.readAttributes(path, attributes, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    both.setAttribute(path, attribute, value, options);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    both.createLink(link, existing);
  }

  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    both.createSymbolicLink(link, target, attributes);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return both.readSymbolicLink(link);
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    both.copy(source, target, options);
  }
}
