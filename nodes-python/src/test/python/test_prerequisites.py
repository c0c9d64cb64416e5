"""Packages that a node declares are looked for before it is loaded."""

import sys
import types
import unittest

from graft import prerequisites
from graft.errors import MissingPackageError
from support import failure_of, unit
from graft.host import Host


class PrerequisitesTest(unittest.TestCase):
    def missing(self, *packages):
        try:
            prerequisites.check([[name, name.replace("-", "_")] for name in packages])
        except MissingPackageError as error:
            return str(error)
        return None

    def test_all_that_are_missing_are_in_one_reason(self):
        self.assertEqual(self.missing("torchx", "json", "atorchx"), "missing: atorchx, torchx")
        self.assertIsNone(self.missing("json", "email"))
        self.assertIsNone(self.missing())

    def test_nothing_is_imported(self):
        sys.modules.pop("colorsys", None)
        self.assertIsNone(self.missing("colorsys"))
        self.assertNotIn("colorsys", sys.modules)

    def test_a_module_that_is_imported_already_is_there(self):
        sys.modules["made_up_here"] = types.ModuleType("made_up_here")
        self.addCleanup(sys.modules.pop, "made_up_here")
        self.assertIsNone(self.missing("made_up_here"))

    def test_a_distribution_may_be_called_otherwise(self):
        from importlib import metadata
        from unittest import mock

        with mock.patch.object(metadata, "distribution", lambda name: object()):
            self.assertIsNone(self.missing("no-such-module"))

    def test_the_host_refuses_before_the_file_runs(self):
        loaded = unit("import sys\nsys.ran_all_the_same = True", packages=[["nosuch", "nosuch"]])
        failure = failure_of(lambda: Host().load(loaded))
        self.assertEqual((failure["phase"], failure["kind"]), ("load", "UNSUPPORTED"))
        self.assertEqual((failure["message"], failure["missing"]), ("missing: nosuch", "nosuch"))
        self.assertFalse(hasattr(sys, "ran_all_the_same"))


if __name__ == "__main__":
    unittest.main()
