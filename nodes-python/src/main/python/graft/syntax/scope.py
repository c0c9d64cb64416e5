"""The names that a file defines at its top level: imports, constants, classes."""

import ast


class Scope:
    """What a name of the file stands for, as far as its text tells."""

    def __init__(self, module):
        self.module = module
        self._constants = {}
        self._qualified = {}
        self.classes = {}
        self.node_classes = []
        self._read(module.body, guarded=False)

    def constant(self, name):
        """The expression that a name was assigned, or none."""
        return self._constants.get(name)

    def qualified(self, tree):
        """The dotted name behind an expression: ``typing.List`` for ``t.List`` or ``List``."""
        if isinstance(tree, ast.Attribute):
            base = self.qualified(tree.value)
            return f"{base}.{tree.attr}" if base else None
        if isinstance(tree, ast.Name):
            return self._qualified.get(tree.id, tree.id)
        return None

    def chain(self, tree):
        """The bases of a class inside the file, itself first, in the order of lookup."""
        seen = []

        def visit(item):
            if item in seen:
                return
            seen.append(item)
            for base in item.bases:
                found = self.base_class(base)
                if found is not None:
                    visit(found)

        visit(tree)
        return seen

    def base_class(self, tree):
        """The class of this file that a base expression names, or none."""
        if isinstance(tree, ast.Subscript):
            tree = tree.value
        return self.classes.get(tree.id) if isinstance(tree, ast.Name) else None

    def _read(self, body, guarded):
        for item in body:
            if isinstance(item, ast.ClassDef):
                self.classes[item.name] = item
                if not guarded:
                    self.node_classes.append(item)
            elif isinstance(item, (ast.Import, ast.ImportFrom)):
                self._read_import(item)
            elif isinstance(item, ast.Assign):
                for target in item.targets:
                    if isinstance(target, ast.Name):
                        self._constants[target.id] = item.value
            elif isinstance(item, ast.AnnAssign):
                if isinstance(item.target, ast.Name) and item.value is not None:
                    self._constants[item.target.id] = item.value
            elif isinstance(item, ast.If):
                self._read(item.body, guarded or self._is_type_checking(item.test))
                self._read(item.orelse, guarded)
            elif isinstance(item, ast.Try):
                for part in (item.body, item.orelse, item.finalbody):
                    self._read(part, guarded)
                for handler in item.handlers:
                    # What stands in for a failed import must not hide what it stands in for.
                    known = dict(self._constants)
                    self._read(handler.body, guarded)
                    self._constants.update(known)
            elif isinstance(item, ast.With):
                self._read(item.body, guarded)

    def _is_type_checking(self, test):
        name = self.qualified(test)
        return name is not None and name.rpartition(".")[2] == "TYPE_CHECKING"

    def _read_import(self, item):
        if isinstance(item, ast.Import):
            for alias in item.names:
                name = alias.asname or alias.name.partition(".")[0]
                self._qualified[name] = alias.name if alias.asname else name
            return
        module = "." * item.level + (item.module or "")
        for alias in item.names:
            self._qualified[alias.asname or alias.name] = f"{module}.{alias.name}"
