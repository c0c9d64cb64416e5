package dev.graft.processor.report;

/**
 * Everything that can be wrong with a node. A template states what was found and then what to
 * write; {@code docs/problems.md} has an entry for each code.
 */
public enum Problem {
  NODE_KIND("NodeKind", "it is no class. Make it a final class."),
  NODE_FINAL("NodeFinal", "the class is %s. Declare it \"final\" and not \"abstract\"."),
  NODE_NESTED("NodeNested", "it is an inner class. Declare it \"static\", or move it out."),
  NODE_ACCESS(
      "NodeAccess", "%s is private, out of the generated factory's reach. Remove \"private\"."),
  NODE_GENERIC("NodeGeneric", "the class has type parameters. Name the port types instead."),
  NODE_SHAPE("NodeShape", "it implements %s. Implement exactly one of Source, Transform and Sink."),
  NODE_PORTS(
      "NodePorts", "it implements %s without type arguments. Name the port types, as in %s."),
  NODE_CONSTRUCTOR(
      "NodeConstructor",
      "no constructor within reach takes %1$s. Write one that takes %1$s and is not private."),
  NODE_THROWS("ConstructorThrows", "its constructor throws %s. Do in open(...) whatever may fail."),
  NODE_PARAMS(
      "NodeParams", "its nested type Params is no record. Write \"record Params(...) {}\"."),
  NODE_ID("NodeId", "id \"%s\" is not in kebab-case. Write one such as \"%s\"."),
  NODE_CATEGORY(
      "NodeCategory", "category \"%s\" is not in kebab-case. Write one such as \"audio\"."),
  NODE_VERSION("NodeVersion", "version \"%s\" is not major.minor. Write one such as \"1.0\"."),
  NODE_REPLACED("NodeReplaced", "replacedBy \"%s\" %s."),
  NODE_DUPLICATE("NodeDuplicate", "%s and %s have the same id. Rename one of them."),
  DOC_MISSING("DocMissing", "its %s is empty. Write one sentence that ends with a full stop."),
  DOC_STOP("DocStop", "its %s does not end with a full stop. Write \"%s.\"."),
  TYPE_UNSUPPORTED("TypeUnsupported", "%s is no portable type. %s"),
  TYPE_ARGUMENTS("TypeArguments", "%s has no type arguments. Write them, as in %s."),
  TYPE_GENERIC(
      "TypeGeneric",
      "the sealed interface %s has type parameters. Name the types in its records instead."),
  TYPE_RECURSIVE(
      "TypeRecursive", "%s contains itself: %s. Write Object there, for any portable value."),
  TYPE_ACCESS("TypeAccess", "%s is out of the generated factory's reach. Make it %s."),
  TYPE_ENUM("TypeEnum", "the enum %s %s. Give it constants whose names differ in lower case."),
  TYPE_WILDCARD("TypeWildcard", "%s is a wildcard. Write the type that is meant, \"%s\"."),
  TYPE_UNION("TypeUnion", "the sealed interface %s %s. %s"),
  TYPE_KEY(
      "TypeKey",
      "%s cannot be %s. Use String, a number, boolean, Bytes, a date or time, UUID, an enum, or a"
          + " record of such with @AsTuple."),
  TYPE_OPTIONAL("TypeOptional", "Optional contains %s, which may be none itself. Use one level."),
  NAME_CLASH("NameClash", "\"%s\" has the same name in snake_case, \"%s\". Rename one of them."),
  PARAM_MISSING("ParamMissing", "it has no @Param. Write @Param(doc = \"...\") before its type."),
  PARAM_DEFAULT("NodeDefault", "default %s is not %s. %s"),
  PARAM_DEFAULT_TYPE(
      "DefaultType", "%s cannot have a default. Use Optional, or let manifests give the value."),
  PARAM_DEFAULT_OPTIONAL(
      "DefaultOptional", "an Optional is none by default. Remove the default, or the Optional."),
  PARAM_DEFAULT_LIMIT("DefaultLimit", "default %s is %s %s. Change one of the two."),
  PARAM_DEFAULT_PATTERN(
      "DefaultPattern", "default %s does not match the pattern %s. Change one of the two."),
  PARAM_LIMIT("ParamLimit", "%s \"%s\" is not a number. Write a number such as \"2\" or \"2.0\"."),
  PARAM_LIMIT_TYPE("LimitType", "%s is for numbers, the type is %s. Remove it."),
  PARAM_ITEMS_TYPE("ItemsType", "minItems is for lists, the type is %s. Remove it."),
  PARAM_LIMIT_ORDER("LimitOrder", "min %s is above max %s. Exchange them."),
  PARAM_AT_MOST("ParamAtMost", "atMost \"%s\" %s. %s"),
  PARAM_PATTERN("ParamPattern", "pattern \"%s\" is no regular expression: %s. Correct it."),
  PARAM_PATTERN_TYPE("PatternType", "pattern is for texts, the type is %s. Remove it."),
  EXAMPLE_JSON("ExampleJson", "%s: %s is no JSON %s: %s. Correct it."),
  EXAMPLE_PARAM("ExampleParam", "it gives \"%s\", and there is no such parameter. %s"),
  STATE_FINAL("StateFinal", "the field is final and could not be restored. Remove \"final\"."),
  STATE_STATIC("StateStatic", "the field is static, shared by all nodes. Remove \"static\"."),
  STATE_FORGOTTEN(
      "StateForgotten",
      "its field \"%s\" changes and is no state: a node that is stopped or moved forgets it. Give it"
          + " @State, or say @SuppressWarnings(\"graft-state\") and why."),
  STRAY("StrayAnnotation", "it has no effect here: it belongs %s. Move or remove it."),
  MODULE_NAME("ModuleName", "%s. Pass -Agraft.module=com.acme.Audio for com.acme.AudioModule."),
  MODULE_PROVIDES(
      "ModuleProvides", "module-info.java does not announce its nodes. Add: provides %s with %s;"),
  TYPE_MISSING(
      "TypeMissing",
      "the type %s does not exist, and no other processor created it. Check its name and import."),
  UNEXPECTED(
      "Unexpected", "the processor failed, which is a defect of Graft. Please report this:%n%s");

  private final String code;
  private final String template;

  Problem(String code, String template) {
    this.code = code;
    this.template = template;
  }

  /** The name by which the problem is looked up. */
  public String code() {
    return code;
  }

  /** The message about one subject. */
  String message(String subject, Object... facts) {
    return "[" + code + "] " + subject + ": " + template.formatted(facts);
  }
}
