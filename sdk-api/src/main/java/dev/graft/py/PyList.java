package dev.graft.py;

import dev.graft.node.ErrorKind;
import dev.graft.node.NodeException;
import dev.graft.value.Decode;
import dev.graft.value.Numbers;
import dev.graft.value.Values;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Python's operations on a list where Java's {@link List} has none that is the same. */
public final class PyList {
  private PyList() {}

  /** {@code [a, b, …]}. */
  @SafeVarargs
  public static <T extends @Nullable Object> List<T> of(T... items) {
    List<T> list = new ArrayList<>(items.length);
    for (T item : items) {
      list.add(item);
    }
    return list;
  }

  /** {@code a + b}: a new list. */
  public static List<@Nullable Object> concat(Collection<?> a, Collection<?> b) {
    List<@Nullable Object> all = new ArrayList<>(a.size() + b.size());
    all.addAll(a);
    all.addAll(b);
    return all;
  }

  /**
   * {@code list[index]}, from the end if it is negative.
   *
   * @throws NodeException RANGE if there is none
   */
  public static <T extends @Nullable Object> T item(List<T> list, Number index) {
    return list.get(position(list, index));
  }

  /** {@code list[index] = value}. */
  public static <T extends @Nullable Object> void set(List<T> list, Number index, T value) {
    list.set(position(list, index), value);
  }

  /** {@code list.pop(index)}. */
  public static <T extends @Nullable Object> T pop(List<T> list, Number index) {
    return list.remove(position(list, index));
  }

  /** {@code list.pop()}. */
  public static <T extends @Nullable Object> T pop(List<T> list) {
    return pop(list, -1L);
  }

  /** {@code list.insert(index, value)}: before the item of that index. */
  public static <T extends @Nullable Object> void insert(List<T> list, Number index, T value) {
    list.add(bound(index, list.size(), 0), value);
  }

  /**
   * {@code list.remove(value)}: the first that is equal.
   *
   * @throws NodeException INVALID if there is none
   */
  public static void remove(List<?> list, @Nullable Object value) {
    list.remove(index(list, value));
  }

  /** {@code list.index(value)}. */
  private static int index(List<?> list, @Nullable Object value) {
    for (int i = 0; i < list.size(); i++) {
      if (Equality.isSame(list.get(i), value)) {
        return i;
      }
    }
    throw new NodeException(ErrorKind.INVALID, Values.describe(value) + " is not in the list");
  }

  /** {@code list[start:end]}, a new list; null stands for a bound that is left out. */
  public static <T extends @Nullable Object> List<T> slice(
      List<T> list, @Nullable Number start, @Nullable Number end) {
    int first = bound(start, list.size(), 0);
    int last = bound(end, list.size(), list.size());
    return first < last ? new ArrayList<>(list.subList(first, last)) : new ArrayList<>();
  }

  /** {@code list[::-1]}, a new list. */
  public static <T extends @Nullable Object> List<T> reversed(List<T> list) {
    List<T> reversed = new ArrayList<>(list);
    Collections.reverse(reversed);
    return reversed;
  }

  /** {@code sorted(list)}, a new list; what is equal keeps its order. */
  public static <T extends @Nullable Object> List<T> sorted(Collection<? extends T> list) {
    List<T> sorted = new ArrayList<>(list);
    if (sorted.stream().anyMatch(Equality::isNaN)) {
      throw PyValue.unsupported("sorted() of NaN");
    }
    sorted.sort((a, b) -> PyValue.isLess(a, b) ? -1 : PyValue.isLess(b, a) ? 1 : 0);
    return sorted;
  }

  /** {@code value in list}. */
  public static boolean contains(Collection<?> list, @Nullable Object value) {
    for (Object each : list) {
      if (Equality.isSame(each, value)) {
        return true;
      }
    }
    return false;
  }

  /**
   * {@code sum(list)}: ints exactly, floats from left to right with what each addition rounds off
   * carried along, as CPython does from 3.12 on ({@code builtin_sum_impl}).
   */
  public static Number sum(Collection<?> list) {
    Number total = 0L;
    double rest = 0;
    for (Object item : list) {
      Number next = number(item);
      if (total instanceof Double sum && next instanceof Double each) {
        double moved = sum + each;
        rest += Math.abs(sum) >= Math.abs(each) ? sum - moved + each : each - moved + sum;
        total = moved;
      } else {
        total = PyArithmetic.add(total, next);
      }
    }
    boolean counts = rest != 0 && Double.isFinite(rest);
    return counts && total instanceof Double sum ? (Number) (sum + rest) : total;
  }

  private static Number number(@Nullable Object item) {
    if (!Numbers.isNumber(item)) {
      throw PyValue.operands("+", 0L, item);
    }
    return Decode.number(item);
  }

  private static int position(List<?> list, Number index) {
    BigInteger at = Values.toBigInteger(index);
    BigInteger size = BigInteger.valueOf(list.size());
    BigInteger found = at.signum() < 0 ? at.add(size) : at;
    if (found.signum() < 0 || found.compareTo(size) >= 0) {
      throw new NodeException(
          ErrorKind.RANGE, "there is no item %s of %s".formatted(index, list.size()));
    }
    return found.intValue();
  }

  /** Where a bound of a slice is among so many items. */
  static int bound(@Nullable Number bound, int size, int otherwise) {
    if (bound == null) {
      return otherwise;
    }
    BigInteger at = Values.toBigInteger(bound);
    BigInteger all = BigInteger.valueOf(size);
    BigInteger found = at.signum() < 0 ? at.add(all) : at;
    return found.max(BigInteger.ZERO).min(all).intValue();
  }
}
