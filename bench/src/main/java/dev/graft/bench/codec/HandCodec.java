package dev.graft.bench.codec;

import dev.graft.node.ErrorKind;
import dev.graft.value.ValueException;
import java.math.BigInteger;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * What a person would write who knows the record, wants it fast, and must refuse with the same
 * words what the contract refuses.
 */
final class HandCodec {
  private static final String STATUS = "one of open, packed, sent_out";

  private static final String LINES = "list[" + HandKeys.LINE.text() + "]";
  private static final String STOCK = "dict[str, int]";

  private HandCodec() {}

  static Order decode(@Nullable Object value) {
    Map<?, ?> dict = HandKeys.ORDER.dict(value);
    HandEntries entries = new HandEntries(dict);
    String at = "number";
    try {
      int number = int32(entries.at(at));
      at = "total";
      double total = float64(entries.at(at));
      at = "customer";
      String customer = str(entries.at(at));
      at = "address";
      Order.Address address = address(entries.at(at));
      at = "lines";
      List<Order.Line> lines = lines(entries.at(at));
      at = "note";
      Object note = entries.at(at);
      Optional<String> decoded = note == null ? Optional.empty() : Optional.of(str(note));
      at = "status";
      Order.Status status = status(entries.at(at));
      at = "stock";
      Map<String, Long> stock = stock(entries.at(at));
      HandKeys.ORDER.checkCount(dict, note != null || dict.containsKey("note") ? 0 : 1);
      return new Order(number, total, customer, address, lines, decoded, status, stock);
    } catch (ValueException e) {
      throw HandKeys.ORDER.explain(e, at, dict);
    }
  }

  private static Order.Address address(@Nullable Object value) {
    Map<?, ?> dict = HandKeys.ADDRESS.dict(value);
    HandEntries entries = new HandEntries(dict);
    String at = "street";
    try {
      String street = str(entries.at(at));
      at = "city";
      String city = str(entries.at(at));
      at = "zip_code";
      int zipCode = int32(entries.at(at));
      HandKeys.ADDRESS.checkCount(dict, 0);
      return new Order.Address(street, city, zipCode);
    } catch (ValueException e) {
      throw HandKeys.ADDRESS.explain(e, at, dict);
    }
  }

  private static List<Order.Line> lines(@Nullable Object value) {
    if (!(value instanceof List<?> items)) {
      throw ValueException.expected(LINES, value);
    }
    List<Order.Line> lines = new ArrayList<>(items.size());
    try {
      for (Object item : items) {
        lines.add(line(item));
      }
    } catch (ValueException e) {
      throw e.atItem(lines.size());
    }
    return lines;
  }

  private static Order.Line line(@Nullable Object value) {
    Map<?, ?> dict = HandKeys.LINE.dict(value);
    HandEntries entries = new HandEntries(dict);
    String at = "article";
    try {
      String article = str(entries.at(at));
      at = "pieces";
      int pieces = int32(entries.at(at));
      at = "price";
      double price = float64(entries.at(at));
      HandKeys.LINE.checkCount(dict, 0);
      return new Order.Line(article, pieces, price);
    } catch (ValueException e) {
      throw HandKeys.LINE.explain(e, at, dict);
    }
  }

  private static Order.Status status(@Nullable Object value) {
    if (!(value instanceof String text)) {
      throw ValueException.expected(STATUS, value);
    }
    return switch (text) {
      case "open" -> Order.Status.OPEN;
      case "packed" -> Order.Status.PACKED;
      case "sent_out" -> Order.Status.SENT_OUT;
      default ->
          throw ValueException.of(ErrorKind.INVALID, ValueException.expected(STATUS, value).fact());
    };
  }

  private static Map<String, Long> stock(@Nullable Object value) {
    if (!(value instanceof Map<?, ?> entries)) {
      throw ValueException.expected(STOCK, value);
    }
    Map<String, Long> stock = new LinkedHashMap<>(2 * entries.size());
    for (Map.Entry<?, ?> entry : entries.entrySet()) {
      try {
        stock.put(str(entry.getKey()), int64(entry.getValue()));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return stock;
  }

  private static Long int64(@Nullable Object value) {
    if (value instanceof Long number) {
      return number;
    }
    throw noInt(value, 64);
  }

  private static int int32(@Nullable Object value) {
    if (value instanceof Long number && number == number.intValue()) {
      return number.intValue();
    }
    throw noInt(value, 32);
  }

  private static ValueException noInt(@Nullable Object value, int bits) {
    if (value instanceof BigInteger) {
      return ValueException.of(ErrorKind.RANGE, "the int does not fit 64 bits");
    }
    return value instanceof Long
        ? ValueException.of(ErrorKind.RANGE, "the int does not fit " + bits + " bits")
        : ValueException.expected("int", value);
  }

  private static double float64(@Nullable Object value) {
    if (value instanceof Double number) {
      return number;
    }
    throw ValueException.expected("float", value);
  }

  private static String str(@Nullable Object value) {
    if (value instanceof String text) {
      return text;
    }
    throw ValueException.expected("str", value);
  }

  static Map<String, @Nullable Object> encode(Order order) {
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(16);
    String at = "number";
    try {
      dict.put(at, (long) order.number());
      at = "total";
      dict.put(at, order.total());
      at = "customer";
      dict.put(at, present(order.customer(), "str"));
      at = "address";
      dict.put(at, encode(order.address()));
      at = "lines";
      dict.put(at, encode(order.lines()));
      at = "note";
      dict.put(at, order.note().orElse(null));
      at = "status";
      dict.put(at, encode(order.status()));
      at = "stock";
      dict.put(at, encode(order.stock()));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    return dict;
  }

  private static Object encode(Order.@Nullable Address address) {
    if (address == null) {
      throw ValueException.expected(HandKeys.ADDRESS.text(), null);
    }
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    String at = "street";
    try {
      dict.put(at, present(address.street(), "str"));
      at = "city";
      dict.put(at, present(address.city(), "str"));
    } catch (ValueException e) {
      throw e.atKey(at);
    }
    dict.put("zip_code", (long) address.zipCode());
    return dict;
  }

  private static Object encode(@Nullable List<Order.Line> lines) {
    if (lines == null) {
      throw ValueException.expected(LINES, null);
    }
    List<@Nullable Object> items = new ArrayList<>(lines.size());
    try {
      for (Order.Line line : lines) {
        items.add(encode(line));
      }
    } catch (ValueException e) {
      throw e.atItem(items.size());
    }
    return items;
  }

  private static Object encode(Order.@Nullable Line line) {
    if (line == null) {
      throw ValueException.expected(HandKeys.LINE.text(), null);
    }
    Map<String, @Nullable Object> dict = new LinkedHashMap<>(4);
    try {
      dict.put("article", present(line.article(), "str"));
    } catch (ValueException e) {
      throw e.atKey("article");
    }
    dict.put("pieces", (long) line.pieces());
    dict.put("price", line.price());
    return dict;
  }

  private static Object encode(Order.@Nullable Status status) {
    if (status == null) {
      throw ValueException.expected(STATUS, null);
    }
    return switch (status) {
      case OPEN -> "open";
      case PACKED -> "packed";
      case SENT_OUT -> "sent_out";
    };
  }

  private static Object encode(@Nullable Map<String, Long> stock) {
    if (stock == null) {
      throw ValueException.expected(STOCK, null);
    }
    Map<@Nullable Object, @Nullable Object> dict = new LinkedHashMap<>(2 * stock.size());
    for (Map.Entry<String, Long> entry : stock.entrySet()) {
      try {
        dict.put(present(entry.getKey(), "str"), present(entry.getValue(), "int"));
      } catch (ValueException e) {
        throw e.atKey(entry.getKey());
      }
    }
    return dict;
  }

  private static Object present(@Nullable Object value, String type) {
    if (value == null) {
      throw ValueException.expected(type, null);
    }
    return value;
  }
}
