package dev.graft.py;

import org.jspecify.annotations.Nullable;

/**
 * What code points become in another case. Pages of 256 code points exist only where something
 * changes. Immutable once {@link UnicodeData} has filled it.
 */
final class CaseTable {
  private static final int PAGE = 256;

  private final @Nullable String[][] pages = new String[(Character.MAX_CODE_POINT + 1) / PAGE][];

  void put(int codePoint, String mapped) {
    int page = codePoint / PAGE;
    if (pages[page] == null) {
      pages[page] = new String[PAGE];
    }
    pages[page][codePoint % PAGE] = mapped;
  }

  /** What a code point becomes; null if it stays. */
  @Nullable String get(int codePoint) {
    @Nullable String @Nullable [] page = pages[codePoint / PAGE];
    return page == null ? null : page[codePoint % PAGE];
  }

  /** Appends what a code point becomes. */
  void append(int codePoint, StringBuilder out) {
    String mapped = get(codePoint);
    if (mapped == null) {
      out.appendCodePoint(codePoint);
    } else {
      out.append(mapped);
    }
  }
}
