"""What a Python says of itself."""

import json
import os
import subprocess
import sys
import unittest

from support import MAIN

PROBE = os.path.join(MAIN, "graft", "probe.py")


class ProbeTest(unittest.TestCase):
    def test_the_last_line_tells_all(self):
        output = subprocess.run(
            [sys.executable, "-I", PROBE], stdout=subprocess.PIPE, check=True
        ).stdout
        found = json.loads(output.decode().splitlines()[-1])
        self.assertEqual(found["version"], list(sys.version_info[:3]))
        self.assertEqual(found["cache_tag"], sys.implementation.cache_tag)
        self.assertEqual(found["executable"], sys.executable)
        self.assertIn("json", found["modules"])
        self.assertIn("sys", found["modules"])
        self.assertNotIn("graft", found["modules"])

    def test_it_can_be_read_by_any_version(self):
        # One that is too old must be able to say so.
        with open(PROBE, encoding="utf-8") as file:
            text = file.read()
        for newer in ('f"', "f'", ":=", "async ", "nonlocal", "print("):
            self.assertNotIn(newer, text)
