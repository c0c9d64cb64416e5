package dev.graft.python.host;

import static com.google.common.truth.Truth.assertWithMessage;

import java.util.List;
import org.junit.jupiter.api.Test;

final class ImportsAheadTest {
  private static final String NODE = "\nclass N:\n    def process(self, x): return x\n";

  private static String environment(String imports) throws Exception {
    return ImportsAhead.of(Nodes.of(imports + NODE));
  }

  @Test
  void whatANodeImportsForSureIsImportedAhead() throws Exception {
    for (String text :
        List.of(
            "import numpy",
            "import numpy as np",
            "import os, numpy",
            "from numpy.linalg import inv",
            "import scipy.signal",
            "import graft\nimport pandas")) {
      assertWithMessage(text).that(environment(text)).isEqualTo(HostKey.NUMPY);
    }
  }

  @Test
  void whatItMayDoWithoutIsNot() throws Exception {
    for (String text :
        List.of(
            "import os",
            "import numpyish",
            "from mine import numpy",
            "import os  # , numpy",
            "try:\n    import numpy\nexcept ImportError:\n    numpy = None",
            "def later():\n    import numpy")) {
      assertWithMessage(text).that(environment(text)).isEqualTo(HostKey.NOTHING);
    }
  }

  @Test
  void whatItDeclaresIs() throws Exception {
    String text =
        "import graft\n@graft.node(id='n', version='1.0', summary='N.', packages=['numpy>=1.20'])";
    assertWithMessage(text).that(environment(text)).isEqualTo(HostKey.NUMPY);
  }
}
