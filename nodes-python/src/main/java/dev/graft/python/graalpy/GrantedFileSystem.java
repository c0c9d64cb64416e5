package dev.graft.python.graalpy;

import dev.graft.python.graalpy.Denials.Access;
import dev.graft.runtime.permission.Grants;
import dev.graft.runtime.permission.Permission;
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
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.graalvm.polyglot.io.FileSystem;

/**
 * A file system in which only what lies below granted roots can be opened or seen. Every path is
 * first led through all its links to where it really points; that place is checked, and used, so
 * that no name, link or {@code ..} leads out. Safe for use by several threads.
 *
 * <p>Of everything else one sees nothing: to ask whether it is there says no, and to open it is
 * denied. The engine's own file system for this purpose throws what Python code cannot catch.
 */
final class GrantedFileSystem implements FileSystem {
  private static final Set<StandardOpenOption> WRITING =
      Set.of(
          StandardOpenOption.WRITE,
          StandardOpenOption.APPEND,
          StandardOpenOption.CREATE,
          StandardOpenOption.CREATE_NEW,
          StandardOpenOption.TRUNCATE_EXISTING,
          StandardOpenOption.DELETE_ON_CLOSE);

  private final FileSystem files = FileSystem.newDefaultFileSystem();
  private final Denials denials = new Denials();
  private final Path directory;
  private final List<Path> readable;
  private final List<Path> writable;

  /** Whoever starts programs sees by them which there are; without it none could be found. */
  private final boolean programs;

  /**
   * The files that were granted.
   *
   * @throws IOException if a root cannot be resolved
   */
  GrantedFileSystem(Grants grants) throws IOException {
    directory = grants.directory();
    programs = grants.has(Permission.Subprocess.class);
    readable = real(grants.all(Permission.Read.class).stream().map(Permission.Read::root).toList());
    writable =
        real(grants.all(Permission.Write.class).stream().map(Permission.Write::root).toList());
  }

  private static List<Path> real(List<Path> roots) throws IOException {
    Set<Path> real = new LinkedHashSet<>();
    for (Path root : roots) {
      real.add(RealPath.of(root, true));
    }
    return List.copyOf(real);
  }

  /** What was denied. */
  Denials denials() {
    return denials;
  }

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
    return directory.resolve(path);
  }

  @Override
  public Path toRealPath(Path path, LinkOption... options) throws IOException {
    Path real = real(path, follows(options));
    return isVisible(real) ? real : toAbsolutePath(path).normalize();
  }

  @Override
  public void checkAccess(Path path, Set<? extends AccessMode> modes, LinkOption... options)
      throws IOException {
    Path real = real(path, follows(options));
    if (programs && !modes.contains(AccessMode.READ) && !modes.contains(AccessMode.WRITE)) {
      files.checkAccess(real, modes, options);
      return;
    }
    if (modes.contains(AccessMode.READ) && !isBelow(readable, real)) {
      throw denied(Access.READ, path);
    }
    if (modes.contains(AccessMode.WRITE) && !isBelow(writable, real)) {
      throw denied(Access.WRITE, path);
    }
    files.checkAccess(visible(real, path), modes, options);
  }

  @Override
  public void createDirectory(Path path, FileAttribute<?>... attributes) throws IOException {
    files.createDirectory(writable(path, false), attributes);
  }

  @Override
  public void delete(Path path) throws IOException {
    files.delete(entry(path));
  }

  @Override
  public SeekableByteChannel newByteChannel(
      Path path, Set<? extends OpenOption> options, FileAttribute<?>... attributes)
      throws IOException {
    boolean writes = WRITING.stream().anyMatch(options::contains);
    boolean reads = options.contains(StandardOpenOption.READ) || !writes;
    boolean follow =
        !options.contains(LinkOption.NOFOLLOW_LINKS)
            && !options.contains(StandardOpenOption.CREATE_NEW);
    Path real = real(path, follow);
    if (writes && !isBelow(writable, real)) {
      throw denied(Access.WRITE, path);
    }
    if (reads && !isBelow(readable, real)) {
      throw denied(Access.READ, path);
    }
    Set<OpenOption> straight = new LinkedHashSet<>(options);
    straight.add(LinkOption.NOFOLLOW_LINKS); // all links were followed; a new one is somebody's try
    return files.newByteChannel(real, straight, attributes);
  }

  @Override
  public DirectoryStream<Path> newDirectoryStream(
      Path path, DirectoryStream.Filter<? super Path> filter) throws IOException {
    Path real = real(path, true);
    if (!isBelow(readable, real)) {
      throw denied(Access.LIST, path);
    }
    return files.newDirectoryStream(real, filter);
  }

  @Override
  public Map<String, Object> readAttributes(Path path, String attributes, LinkOption... options)
      throws IOException {
    Path real = visible(real(path, follows(options)), path);
    return files.readAttributes(real, attributes, options);
  }

  @Override
  public void createLink(Path link, Path existing) throws IOException {
    Path to = writable(link, false);
    Path from = writable(existing, true);
    checkNothingIsRevealed(from, to, existing);
    files.createLink(to, from);
  }

  /** The target is kept in full: a relative one would point elsewhere as soon as it is moved. */
  @Override
  public void createSymbolicLink(Path link, Path target, FileAttribute<?>... attributes)
      throws IOException {
    Path place = writable(link, false);
    Path parent = place.getParent();
    Path to = RealPath.of(parent == null ? target : parent.resolve(target), true);
    if (!isVisible(to)) {
      throw denied(Access.READ, to);
    }
    files.createSymbolicLink(place, to, attributes);
  }

  @Override
  public Path readSymbolicLink(Path link) throws IOException {
    return files.readSymbolicLink(visible(real(link, false), link));
  }

  @Override
  public void copy(Path source, Path target, CopyOption... options) throws IOException {
    boolean follow = !Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS);
    files.copy(readable(source, follow), writable(target, false), options);
  }

  @Override
  public void move(Path source, Path target, CopyOption... options) throws IOException {
    Path from = entry(source);
    Path to = entry(target);
    checkNothingIsRevealed(from, to, source);
    files.move(from, to, options);
  }

  @Override
  public void setAttribute(Path path, String attribute, Object value, LinkOption... options)
      throws IOException {
    files.setAttribute(writable(path, follows(options)), attribute, value, options);
  }

  private static boolean follows(LinkOption... options) {
    return !Arrays.asList(options).contains(LinkOption.NOFOLLOW_LINKS);
  }

  /** Where a path really points; without roots nobody needs to know. */
  private Path real(Path path, boolean follow) throws IOException {
    Path absolute = toAbsolutePath(path);
    return readable.isEmpty() && writable.isEmpty() && !programs
        ? absolute
        : RealPath.of(absolute, follow);
  }

  private static boolean isBelow(List<Path> roots, Path real) {
    return roots.stream().anyMatch(real::startsWith);
  }

  private boolean isVisible(Path real) {
    return isBelow(readable, real) || isBelow(writable, real);
  }

  private Path readable(Path path, boolean follow) throws IOException {
    Path real = real(path, follow);
    if (!isBelow(readable, real)) {
      throw denied(Access.READ, path);
    }
    return real;
  }

  private Path writable(Path path, boolean follow) throws IOException {
    Path real = real(path, follow);
    if (!isBelow(writable, real)) {
      throw denied(Access.WRITE, path);
    }
    return real;
  }

  /** Something in a writable folder, and not a root itself, which others rely on. */
  private Path entry(Path path) throws IOException {
    Path real = writable(path, false);
    if (writable.contains(real) || readable.contains(real)) {
      throw denied(Access.WRITE, path);
    }
    return real;
  }

  /** What may only be written does not become readable by another name. */
  private void checkNothingIsRevealed(Path from, Path to, Path given) throws IOException {
    if (isBelow(readable, to) && !isBelow(readable, from)) {
      throw denied(Access.READ, given);
    }
  }

  /** A file that cannot be seen is not there: what looks for one on a path goes on looking. */
  private Path visible(Path real, Path given) throws IOException {
    if (!isVisible(real)) {
      denials.add(Access.READ, toAbsolutePath(given));
      throw new NoSuchFileException(given.toString());
    }
    return real;
  }

  private AccessDeniedException denied(Access access, Path given) {
    denials.add(access, toAbsolutePath(given));
    return new AccessDeniedException(given.toString());
  }
}
