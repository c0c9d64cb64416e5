package dev.graft.value;

import dev.graft.node.ErrorKind;
import org.jspecify.annotations.Nullable;

/**
 * A value that is not what was declared, or that cannot cross a border. Its path is built while the
 * exception passes outwards through the containers, so that a good value pays nothing for it.
 */
public final class ValueException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String kind;
  private final String path;
  private final String fact;

  private ValueException(ErrorKind kind, String path, String fact) {
    super(path.isEmpty() ? fact : path + ": " + fact, null, false, false);
    this.kind = kind.text();
    this.path = path;
    this.fact = fact;
  }

  /** A value of the wrong type. */
  public static ValueException expected(String type, @Nullable Object received) {
    return new ValueException(
        ErrorKind.TYPE, "", "expected " + type + ", got " + Values.describe(received));
  }

  /** A value that fails in another way. */
  public static ValueException of(ErrorKind kind, String fact) {
    return new ValueException(kind, "", fact);
  }

  /** The same, one step further out: inside the item at an index. */
  public ValueException atItem(long index) {
    return new ValueException(new ErrorKind(kind), "[" + index + "]" + path, fact);
  }

  /** The same, one step further out: inside an entry or a field. */
  public ValueException atKey(@Nullable Object key) {
    boolean plain = key instanceof String name && !name.isEmpty() && isIdentifier(name);
    String step = plain ? "." + key : "[" + Values.quote(key) + "]";
    return new ValueException(new ErrorKind(kind), step + path, fact);
  }

  /** The same, at the outermost step: {@code in}, {@code out}, {@code params} or {@code state}. */
  public ValueException in(String root) {
    return new ValueException(new ErrorKind(kind), root + path, fact);
  }

  /** The kind of error. */
  public ErrorKind kind() {
    return new ErrorKind(kind);
  }

  /** Where the value is, for example {@code in.items[3].name}. */
  public String path() {
    return path;
  }

  /** What is wrong with it, without the path. */
  public String fact() {
    return fact;
  }

  private static boolean isIdentifier(String name) {
    return Character.isJavaIdentifierStart(name.charAt(0))
        && name.chars().allMatch(Character::isJavaIdentifierPart);
  }
}
