"""A module of loaders that lacks something itself."""

import no_such_package  # noqa: F401


def loads(**arguments):
    return None
