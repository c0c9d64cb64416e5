package audio.shared;

public enum Language {
  EN,
  OLD_ENGLISH,
  deAlt
}
