"""Finds in the source of an integration which of its credentials it reads.

Where the credentials go further than their names can be followed, all of them count as read from there, and that place is told.
"""
import ast

_BY_KEY = frozenset(["get", "pop", "setdefault", "__getitem__", "__contains__"])
_WHOLE = frozenset(["items", "keys", "values", "popitem", "__iter__"])
_WRITING = frozenset(["update", "clear", "__setitem__", "__delitem__", "__len__"])
# Functions that look at a dictionary and at none of its keys.
_HARMLESS = frozenset(["isinstance", "type", "bool", "len", "id", "callable"])
# Functions and methods that do nothing with an object but look at what it is, or show it.
_SHOWING = _HARMLESS | frozenset(["super", "print", "repr", "str", "hasattr", "getattr", "setattr", "delattr", "issubclass", "hash"])
_LOGGING = frozenset(["debug", "info", "warning", "error", "exception", "critical", "log"])


def find_reads(names):
    """What the code does with the credentials: tuples of a kind, the name of a key or None, the file and the line, in the order of lines.

    `key` is read, `stored` is set by the code, `computed` is read by a name that the source does not show; from a place that is `whole` all
    may be read; where the integration is `passed` on, others may read what they like. `names`: the `Names` of the source.
    """
    return sorted(set(_reads(names)), key=lambda read: (read[2], read[3], read[0], read[1] or ""))


def _reads(names):
    for node in list(names.scopes):
        scope = names.scopes[node]
        if isinstance(node, ast.expr) and isinstance(getattr(node, "ctx", ast.Load()), ast.Load):
            if _is_passed_on(names, node, scope):
                yield "passed", None, names.files[node], node.lineno
            if names.is_credentials(node, scope):
                for kind, name, line in _use(names, node):
                    yield kind, name, names.files[node], line


def _is_passed_on(names, node, scope):
    """Whether it is the integration, given to a function that is not seen here."""
    if not isinstance(node, (ast.Name, ast.Attribute)) or not names.is_integration(node, scope):
        return False
    parent = names.parents[node]
    call = names.parents[parent] if isinstance(parent, ast.keyword) else parent
    if not isinstance(call, ast.Call) or call.func is node:
        return False
    func = call.func
    is_shown = func.id in _SHOWING if isinstance(func, ast.Name) else isinstance(func, ast.Attribute) and func.attr in _LOGGING
    return not is_shown and node not in names.followed(call, scope)


def _use(names, node):
    parent = names.parents[node]
    scope = names.scopes[node]
    whole = [("whole", None, node.lineno)]
    if names.parents.get(parent) is not None and _goes_on(names, node, parent, scope):
        return []
    if isinstance(parent, ast.Attribute):
        return _use_attribute(names, parent, scope)
    if isinstance(parent, ast.Subscript) and parent.value is node:
        if isinstance(parent.ctx, ast.Del):
            return []
        is_stored = isinstance(parent.ctx, ast.Store) and not isinstance(names.parents[parent], ast.AugAssign)
        return _keys(names, _index(parent), scope, node, "stored" if is_stored else "key")
    if isinstance(parent, ast.Compare):
        at = parent.comparators.index(node) if node in parent.comparators else -1
        operator = parent.ops[max(at, 0)]
        if isinstance(operator, (ast.In, ast.NotIn)) and at >= 0:
            return _keys(names, parent.left if at == 0 else parent.comparators[at - 1], scope, node)
        return [] if isinstance(operator, (ast.Is, ast.IsNot)) else whole
    if isinstance(parent, ast.Call) and node in parent.args and isinstance(parent.func, ast.Name) and parent.func.id in _HARMLESS:
        return []
    if type(parent).__name__ == "Match":
        return _use_match(names, parent, whole)
    if isinstance(parent, ast.Return) and getattr(names.function_of(parent), "name", None) == "credentials":
        return []  # a property of that name
    is_test = isinstance(parent, (ast.If, ast.While, ast.Assert, ast.IfExp)) and parent.test is node
    is_negated = isinstance(parent, ast.UnaryOp) and isinstance(parent.op, ast.Not)
    return [] if is_test or is_negated or isinstance(parent, ast.Expr) else whole


def _goes_on(names, node, parent, scope):
    """Whether it is followed further: as a part of what is the credentials too, or by a name."""
    if isinstance(parent, ast.expr) and not isinstance(parent, ast.Attribute) and names.is_credentials(parent, names.scopes[parent]):
        return not (isinstance(parent, ast.IfExp) and parent.test is node)
    if isinstance(parent, ast.Assign):
        return all(_is_followed(names, target, scope) for target in parent.targets)
    if isinstance(parent, ast.AnnAssign):
        return _is_followed(names, parent.target, scope)
    if isinstance(parent, (ast.Tuple, ast.List)) and isinstance(names.parents[parent], ast.Assign):
        places = [target.elts[parent.elts.index(node)] for target in names.parents[parent].targets if _is_like(target, parent)]
        return bool(places) and all(_is_followed(names, place, scope) for place in places)
    call = names.parents[parent] if isinstance(parent, ast.keyword) and parent.arg is not None else parent
    if not isinstance(call, ast.Call):
        return False
    if _is_construction(names, call, scope):
        return True
    return node in names.followed(call, scope)


def _is_construction(names, call, scope):
    """`super().__init__(credentials)`: what is done with them there is seen there, or is the SDK's."""
    func = call.func
    if not isinstance(func, ast.Attribute) or func.attr != "__init__":
        return False
    owner = scope.owner
    is_super = isinstance(func.value, ast.Call) and getattr(func.value.func, "id", None) == "super"
    return is_super and owner is not None and owner.name in names.classes


def _is_followed(names, target, scope):
    return isinstance(target, (ast.Name, ast.Attribute)) and names.is_credentials(target, scope)


def _use_attribute(names, attribute, scope):
    call = names.parents[attribute]
    is_called = isinstance(call, ast.Call) and call.func is attribute
    name = attribute.attr
    if name in _BY_KEY:
        if is_called and call.args and not isinstance(call.args[0], ast.Starred):
            return _keys(names, call.args[0], scope, attribute)
        return [("computed", None, attribute.lineno)]
    if name in _WHOLE:
        return [("whole", None, attribute.lineno)]
    if name == "update" and is_called:
        stored = [("stored", keyword.arg, attribute.lineno) for keyword in call.keywords if keyword.arg is not None]
        keys = [key for given in call.args if isinstance(given, ast.Dict) for key in given.keys if key is not None]
        return stored + [read for key in keys for read in _keys(names, key, scope, attribute, "stored")]
    if name in _WRITING or name == "copy" or name.startswith("__"):
        return [] if is_called else [("whole", None, attribute.lineno)]
    return [("key", name, attribute.lineno)]  # of an object that is no dictionary


def _use_match(names, match, whole):
    reads = []
    for case in match.cases:
        kind = type(case.pattern).__name__
        if kind == "MatchAs" and case.pattern.name is None:
            continue  # case _
        if kind != "MatchMapping" or case.pattern.rest:
            return whole
        for key in case.pattern.keys:
            reads += _keys(names, key, names.scopes[key], key)
    return reads


def _keys(names, node, scope, at, kind="key"):
    keys = names.texts(node, scope)
    if keys is None:
        return [] if kind == "stored" else [("computed", None, at.lineno)]
    return [(kind, key, at.lineno) for key in sorted(keys)]


def _is_like(target, values):
    return isinstance(target, (ast.Tuple, ast.List)) and len(target.elts) == len(values.elts)


def _index(subscript):
    index = subscript.slice
    return index.value if type(index).__name__ == "Index" else index  # before 3.9
