package dev.graft.runtime.permission;

import java.nio.file.Path;

/** One thing that a node may do because its operator allowed it. Immutable. */
public sealed interface Permission {
  /** How it is written in a manifest and in a node's declaration. */
  String text();

  /** Whether this grant allows all that the other one asks for. */
  default boolean covers(Permission need) {
    return equals(need);
  }

  /**
   * To see and read what is at a path or below it.
   *
   * @param root absolute, normalized
   */
  record Read(Path root) implements Permission {
    @Override
    public String text() {
      return "read:" + root;
    }

    @Override
    public boolean covers(Permission need) {
      return need instanceof Read other && other.root.startsWith(root);
    }
  }

  /**
   * To create, change, rename and delete what is at a path or below it; not to read it.
   *
   * @param root absolute, normalized
   */
  record Write(Path root) implements Permission {
    @Override
    public String text() {
      return "write:" + root;
    }

    @Override
    public boolean covers(Permission need) {
      return need instanceof Write other && other.root.startsWith(root);
    }
  }

  /**
   * To know one variable of the environment.
   *
   * @param name its name
   */
  record Variable(String name) implements Permission {
    @Override
    public String text() {
      return "env:" + name;
    }
  }

  /** To know the whole environment. */
  record AllVariables() implements Permission {
    @Override
    public String text() {
      return "env:*";
    }

    @Override
    public boolean covers(Permission need) {
      return need instanceof Variable || equals(need);
    }
  }

  /** To connect to others, and to be connected to. */
  record Network() implements Permission {
    @Override
    public String text() {
      return "network";
    }
  }

  /** To start other programs, which no sandbox holds. */
  record Subprocess() implements Permission {
    @Override
    public String text() {
      return "subprocess";
    }
  }

  /** To start threads. */
  record Threads() implements Permission {
    @Override
    public String text() {
      return "threads";
    }
  }

  /**
   * To use the public members of a Java class.
   *
   * @param name its full name
   */
  record HostClass(String name) implements Permission {
    @Override
    public String text() {
      return "host:" + name;
    }
  }

  /**
   * To run Python code that comes with a node's parameters or its items, and not with its file. The
   * code may do what else was granted, and no more.
   */
  record Exec() implements Permission {
    @Override
    public String text() {
      return "exec";
    }
  }

  /** To run outside the sandbox, in a worker process with native code. */
  record Native() implements Permission {
    @Override
    public String text() {
      return "native";
    }
  }
}
