"""The decorator and the parameter marker: they record what the author says, and do nothing.

The descriptor of a node is read from the syntax tree (``graft.describe``); at run time only the
names of the state fields matter, because they are what a snapshot holds.
"""

try:
    Number = int | float
except TypeError:  # Python 3.9 has no union operator on classes
    from typing import Union

    Number = Union[int, float]


class Param:
    """Marks a parameter: ``size: Annotated[int, graft.Param(doc="…", min=1)] = 10``."""

    __slots__ = ("doc", "min", "max", "min_items", "pattern", "unit", "at_most", "sensitive")

    def __init__(
        self,
        doc=None,
        *,
        min=None,
        max=None,
        min_items=None,
        pattern=None,
        unit=None,
        at_most=None,
        sensitive=False,
    ):
        self.doc = doc
        self.min = min
        self.max = max
        self.min_items = min_items
        self.pattern = pattern
        self.unit = unit
        self.at_most = at_most
        self.sensitive = sensitive


class Example:
    """What a node makes of some items: ``graft.Example(items=[1, 2, 3], outputs=[[1, 2], [3]])``.

    ``params`` are those that differ from their defaults; the end of the input comes after the last
    item. The node's page shows it, and the compatibility matrix runs it on every backend.
    """

    __slots__ = ("title", "params", "items", "outputs")

    def __init__(self, *, items, outputs, params=None, title=""):
        self.title = title
        self.params = params or {}
        self.items = items
        self.outputs = outputs


class Declaration:
    """What ``graft.node`` was told, kept on the class as ``__graft__``."""

    __slots__ = (
        "id",
        "version",
        "summary",
        "pure",
        "effects",
        "state",
        "state_scope",
        "packages",
        "packages_unless",
        "permissions",
        "limitations",
        "isolated",
        "category",
        "examples",
        "deprecated",
        "replaced_by",
    )

    def __init__(self, **said):
        for name, value in said.items():
            setattr(self, name, value)


def node(
    *,
    id,
    version,
    summary,
    pure=False,
    effects=False,
    state=None,
    state_scope="keyed",
    packages=(),
    packages_unless=None,
    permissions=(),
    limitations=(),
    isolated=False,
    category="",
    examples=(),
    deprecated="",
    replaced_by="",
):
    """Declares a class to be a node. Returns the class unchanged but for ``__graft__``.

    ``packages`` must be there, those of ``packages_unless`` unless the parameter that stands before
    them is given: ``{"loader": ["torch"]}``. ``deprecated`` says why the node should not be used any
    more, ``replaced_by`` which other node to use; it still runs.
    """
    declaration = Declaration(
        id=id,
        version=version,
        summary=summary,
        pure=pure,
        effects=effects,
        state=dict(state or {}),
        state_scope=state_scope,
        packages=tuple(packages),
        packages_unless=dict(packages_unless or {}),
        permissions=tuple(permissions),
        limitations=tuple(limitations),
        isolated=isolated,
        category=category,
        examples=tuple(examples),
        deprecated=deprecated,
        replaced_by=replaced_by,
    )

    def declare(cls):
        cls.__graft__ = declaration
        return cls

    return declare
