"""What a failure says of a denial."""

import unittest

import support  # noqa: F401
from graft import denial
from graft.failure import failure_of


class DenialTest(unittest.TestCase):
    def setUp(self):
        denial.explain_with({"secret": "denied: reading secret"}.get)

    def tearDown(self):
        denial.explain_with(None)

    def message(self, error):
        return failure_of(error, "step", 0).data["message"]

    def test_a_denied_path_is_explained(self):
        error = PermissionError(13, "Permission denied", "secret")
        self.assertEqual(
            self.message(error),
            "[Errno 13] Permission denied: 'secret' (denied: reading secret)",
        )
        other = PermissionError(13, "Permission denied", "a", None, "secret")
        self.assertTrue(self.message(other).endswith("(denied: reading secret)"))

    def test_what_was_not_denied_stays_as_it_is(self):
        for error in (
            FileNotFoundError(2, "No such file", "other"),
            FileNotFoundError(2, "No such file", b"secret"),
            PermissionError("secret"),
            ValueError("secret"),
        ):
            self.assertEqual(self.message(error), str(error))

    def test_without_a_sandbox_nothing_is_explained(self):
        denial.explain_with(None)
        error = PermissionError(13, "Permission denied", "secret")
        self.assertEqual(self.message(error), "[Errno 13] Permission denied: 'secret'")

    def test_an_error_that_breaks_when_asked_is_still_told(self):
        class Broken(OSError):
            @property
            def filename(self):
                raise RuntimeError("no")

        self.assertEqual(self.message(Broken("told")), "told")


if __name__ == "__main__":
    unittest.main()
