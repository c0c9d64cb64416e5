package dev.graft.processor.model;

/** What is known of dict keys and of items of sets before there are any. */
public final class Keys {
  private Keys() {}

  /** Whether values of a type can be keys: they never change, neither in Java nor in Python. */
  public static boolean mayBe(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return scalar.scalar().isKey();
    } else if (type instanceof TypeRef.RecordRef record && record.asTuple()) {
      return record.components().stream().map(Keys::inTuple).allMatch(Keys::mayBe);
    }
    return type instanceof TypeRef.EnumRef;
  }

  /** Whether values of a type that can be keys may differ in Java and be one key in Python. */
  public static boolean mayCollide(TypeRef type) {
    if (type instanceof TypeRef.ScalarRef scalar) {
      return scalar.scalar().mayCollide();
    }
    return type instanceof TypeRef.RecordRef record
        && record.components().stream().map(Keys::inTuple).anyMatch(Keys::mayCollide);
  }

  private static TypeRef inTuple(TypeRef.RecordRef.Component component) {
    return component.type() instanceof TypeRef.OptionalRef optional
        ? optional.inner()
        : component.type();
  }
}
