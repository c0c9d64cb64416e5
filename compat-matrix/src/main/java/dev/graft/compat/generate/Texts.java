package dev.graft.compat.generate;

import dev.graft.value.Bytes;
import java.util.Arrays;

/** Makes texts and bytes. */
final class Texts {
  private static final String[] ODD = {
    "\0",
    "\n",
    "\r",
    "\t",
    "\u001f",
    "\u007f",
    "\u0085",
    "\u00a0",
    "\u2028",
    "\u2029",
    "\ufeff",
    "\uffff",
    "\ufffe",
    "\"",
    "\\",
    "/",
    "$",
    "$f",
    "$lit",
    "\u00e9",
    "e\u0301",
    "\u212b",
    "\u00c5",
    "\u0130",
    "\u00df",
    "\u1e9e",
    "\u05d0",
    "\u200f",
    "\ud83d\ude00",
    "\ud83d\udc68\u200d\ud83d\udc69",
    "\ud800\udc00",
    "\udbff\udfff",
    "\ud800",
    "\udbff",
    "\udc00",
    "\udfff",
    "nan",
    "-0",
    "1"
  };

  private Texts() {}

  static String text(Choices choices, int average) {
    StringBuilder text = new StringBuilder();
    while (choices.more(average)) {
      switch (choices.below(8)) {
        case 0, 1, 2, 3, 4 -> text.append((char) ('a' + choices.below(26)));
        case 5 -> text.appendCodePoint(choices.below(0x300));
        case 6 -> text.append(ODD[choices.below(ODD.length)]);
        default -> text.appendCodePoint(choices.below(Character.MAX_CODE_POINT + 1));
      }
    }
    return text.toString();
  }

  static Bytes bytes(Choices choices, int average) {
    byte[] content = new byte[16];
    int size = 0;
    while (choices.more(average)) {
      if (size == content.length) {
        content = Arrays.copyOf(content, 2 * size);
      }
      content[size++] = (byte) choices.below(256);
    }
    return Bytes.copyOf(Arrays.copyOf(content, size));
  }
}
