package dev.graft.bench.codec;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Orders, as the record and as the portable value that stands for it. */
final class Orders {
  private static final List<Order.Status> STATUSES = List.of(Order.Status.values());

  private Orders() {}

  /** One order. */
  static Order order() {
    return order(3);
  }

  /** The n-th order: with one line or more, with and without a note. */
  static Order order(int n) {
    List<Order.Line> lines = new ArrayList<>();
    Map<String, Long> stock = new LinkedHashMap<>();
    for (int i = 0; i <= n % 5; i++) {
      lines.add(new Order.Line("article " + i, i + 1, 2.5 * i));
      stock.put("store " + i, 100L * i);
    }
    return new Order(
        1000 + n,
        99.5 + n,
        "customer " + n,
        new Order.Address("street " + n, "city", 10_000 + n),
        lines,
        n % 2 == 0 ? Optional.empty() : Optional.of("note " + n),
        STATUSES.get(n % STATUSES.size()),
        stock);
  }

  /** The dict of an order, as a Python node would send it. */
  static Map<String, @Nullable Object> dict(Order order) {
    List<Object> lines = new ArrayList<>();
    for (Order.Line line : order.lines()) {
      lines.add(
          dictOf("article", line.article(), "pieces", (long) line.pieces(), "price", line.price()));
    }
    Order.Address address = order.address();
    return dictOf(
        "number",
        (long) order.number(),
        "total",
        order.total(),
        "customer",
        order.customer(),
        "address",
        dictOf(
            "street",
            address.street(),
            "city",
            address.city(),
            "zip_code",
            (long) address.zipCode()),
        "lines",
        lines,
        "note",
        order.note().orElse(null),
        "status",
        order.status().name().toLowerCase(Locale.ROOT),
        "stock",
        new LinkedHashMap<>(order.stock()));
  }

  /** A dict whose keys are equal to the names in the code, but not the same objects. */
  private static Map<String, @Nullable Object> dictOf(@Nullable Object... keysAndValues) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>();
    for (int i = 0; i < keysAndValues.length; i += 2) {
      String key = String.valueOf(keysAndValues[i]);
      dict.put(String.valueOf(key.toCharArray()), keysAndValues[i + 1]);
    }
    return dict;
  }
}
