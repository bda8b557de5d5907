"""Follows names through the source of an integration, without running any of it: which hold its credentials, and which texts others hold.

A name is followed as far as the files of its classes show it: through assignments, copies, attributes of `self` and the parameters of the
functions that they define.
"""
import ast

_FUNCTIONS = (ast.FunctionDef, ast.AsyncFunctionDef, ast.Lambda)
_COMPREHENSIONS = (ast.ListComp, ast.SetComp, ast.DictComp, ast.GeneratorExp)
_COPYING = frozenset(["copy", "deepcopy"])
# Functions that give the things of what they are given.
_GATHERING = frozenset(["list", "tuple", "set", "frozenset", "sorted", "reversed"])
# What takes longer is too intricate.
_MOST_ROUNDS = 50
_MOST_LOOKS = 1000


class _Scope(object):
    """Names, and what each was bound to: tuples of a word and what belongs to it."""

    def __init__(self, parent, node, owner):
        self.parent, self.node, self.owner = parent, node, owner
        self.names = {}
        self.elsewhere = {}

    def bind(self, name, how, *what):
        scope = self.elsewhere.get(name, self)
        scope.names.setdefault(name, []).append((how,) + what)

    def variable(self, name):
        """The scope that a name belongs to, and the name; None where it is not bound in the file."""
        scope = self
        while scope is not None:
            is_seen = scope is self or not isinstance(scope.node, ast.ClassDef)
            if is_seen and name in scope.names:
                return scope, name
            scope = scope.parent
        return None

    def find(self, name):
        variable = self.variable(name)
        return () if variable is None else variable[0].names[name]


class Names(object):
    """The names of some files, and where each node of them stands: `parents`, `scopes` and `files` by node.

    `sources`: pairs of a file and its text or bytes. `classes`: names of the classes in them that are the integration. Raises SyntaxError
    where one is not the source of a program, and ValueError where it is too intricate.
    """

    def __init__(self, sources, classes):
        self.classes = frozenset(classes)
        self.files, self.class_scopes = {}, []
        self.parents, self.scopes = {}, {}
        self.attributes = []  # those of objects: the target, its scope and what is bound to it
        self.methods = {}  # of a class and a name: functions
        self.parameters = {}  # of a function: the scope of its body
        self.passed_around = set()  # names of functions that are not only called
        self.all_scopes = []
        self.objects = {}  # of a variable: the class whose object it is
        self.held = set()  # variables that are the credentials, and nothing else
        self.active, self.looks = set(), 0
        for file, source in sources:
            self._walk(file, ast.parse(source))
        self._follow_objects()
        self._follow_credentials()

    # What is bound where

    def _walk(self, file, tree):
        stack = [(tree, None, self._scope(None, tree, None))]
        while stack:
            node, parent, scope = stack.pop()
            self.parents[node], self.scopes[node], self.files[node] = parent, scope, file
            inner = scope
            if isinstance(node, _FUNCTIONS):
                inner = self._enter_function(node, scope)
            elif isinstance(node, ast.ClassDef):
                scope.bind(node.name, "class", node)
                inner = self._scope(scope, node, node)
                self.class_scopes.append(inner)
            elif isinstance(node, _COMPREHENSIONS):
                inner = self._scope(scope, node, scope.owner)
            else:
                self._bind(node, scope)
            outside = _outside(node)
            # The last comes first: what is global or nonlocal has to be known before it is bound.
            for child in sorted(ast.iter_child_nodes(node), key=lambda child: isinstance(child, (ast.Global, ast.Nonlocal))):
                stack.append((child, node, scope if child in outside else inner))

    def _scope(self, parent, node, owner):
        self.all_scopes.append(_Scope(parent, node, owner))
        return self.all_scopes[-1]

    def _enter_function(self, node, scope):
        inner = self._scope(scope, node, scope.owner)
        self.parameters[node] = inner
        owner = scope.node if isinstance(scope.node, ast.ClassDef) else None
        name = getattr(node, "name", None)
        if name is not None:
            scope.bind(name, "function", node)
            if owner is not None:
                self.methods.setdefault((self._pool(owner), name), []).append(node)
        names = _parameters(node)
        for i, parameter in enumerate(names):
            if i == 0 and owner is not None and name is not None and not _is_static(node):
                inner.bind(parameter, "self", owner)
            elif owner is not None and name == "__init__" and parameter == "credentials" and owner.name in self.classes:
                inner.bind(parameter, "credentials")
            else:
                inner.bind(parameter, "parameter", node, parameter)
        for rest in (node.args.vararg, node.args.kwarg):
            if rest is not None:
                inner.bind(rest.arg, "other")
        return inner

    def _bind(self, node, scope):
        if isinstance(node, ast.Assign):
            for target in node.targets:
                self._bind_target(target, node.value, scope)
        elif isinstance(node, ast.AnnAssign) and node.value is not None:
            self._bind_target(node.target, node.value, scope)
        elif isinstance(node, ast.NamedExpr):
            while isinstance(scope.node, _COMPREHENSIONS):
                scope = scope.parent
            self._bind_target(node.target, node.value, scope)
        elif isinstance(node, (ast.For, ast.AsyncFor, ast.comprehension)):
            if isinstance(node.target, ast.Name):
                scope.bind(node.target.id, "each", node.iter, scope)
            else:
                self._bind_target(node.target, None, scope)
        elif isinstance(node, ast.AugAssign):
            self._bind_target(node.target, None, scope)
        elif isinstance(node, ast.withitem) and node.optional_vars is not None:
            self._bind_target(node.optional_vars, None, scope)
        elif isinstance(node, (ast.Import, ast.ImportFrom)):
            for alias in node.names:
                scope.bind((alias.asname or alias.name).split(".")[0], "other")
        elif isinstance(node, ast.ExceptHandler) and node.name:
            scope.bind(node.name, "other")
        elif isinstance(node, (ast.Global, ast.Nonlocal)):
            for name in node.names:
                scope.elsewhere[name] = _scope_of(name, scope, isinstance(node, ast.Global))
        elif type(node).__name__ in ("MatchAs", "MatchStar") and node.name:
            scope.bind(node.name, "other")
        elif type(node).__name__ == "MatchMapping" and node.rest:
            scope.bind(node.rest, "other")

    def _bind_target(self, target, value, scope):
        if isinstance(target, (ast.Tuple, ast.List)):
            values = value.elts if isinstance(value, (ast.Tuple, ast.List)) and len(value.elts) == len(target.elts) else None
            for i, part in enumerate(target.elts):
                self._bind_target(part, values and values[i], scope)
        elif isinstance(target, ast.Starred):
            self._bind_target(target.value, None, scope)
        elif isinstance(target, ast.Name):
            if value is None:
                scope.bind(target.id, "other")
            else:
                scope.bind(target.id, "value", value, scope)
        elif isinstance(target, ast.Attribute):
            how = ("other",) if value is None else ("value", value, scope)
            self.attributes.append((target, scope, how))

    def _bound(self):
        """All variables, each with one thing that is bound to it. An attribute is one of a class."""
        for scope in self.all_scopes:
            for name, bound in scope.names.items():
                for how in bound:
                    yield (scope, name), how
        for target, scope, how in self.attributes:
            variable = self._variable(target, scope)
            if variable is not None:
                yield variable, how

    def _variable(self, node, scope):
        """What holds the value of a name or an attribute, as far as it is known."""
        if isinstance(node, ast.Name):
            return scope.variable(node.id)
        owner = self._class_of(node.value, scope)
        return None if owner is None else (self._pool(owner), node.attr)

    def _follow_objects(self):
        calls = [(node, scope) for node, scope in self.scopes.items() if isinstance(node, ast.Call)]
        called, passed = set(), set()
        for _ in range(_MOST_ROUNDS):
            known = len(self.objects), len(passed)
            for variable, how in list(self._bound()):
                owner = how[1] if how[0] == "self" else self._class_of(how[1], how[2]) if how[0] in ("value", "passed") else None
                if owner is not None:
                    self.objects.setdefault(variable, owner)
            for call, scope in calls:
                for function, skipped in self._functions(call, scope):
                    called.add(call.func)
                    if (call, function) not in passed:
                        passed.add((call, function))
                        for name, value in self._arguments(call, function, skipped):
                            self.parameters[function].names[name].append(("passed", value, scope))
            if known == (len(self.objects), len(passed)):
                break
        else:
            raise ValueError("too intricate")
        for node in self.scopes:
            if node not in called and isinstance(getattr(node, "ctx", None), ast.Load):
                self.passed_around.add(node.id if isinstance(node, ast.Name) else getattr(node, "attr", None))

    def _follow_credentials(self):
        """First what may be the credentials, then of these what is never anything else."""
        for _ in range(_MOST_ROUNDS):
            found = {variable for variable, how in self._bound() if how[0] == "credentials" or self._gives(how)}
            if found <= self.held:
                break
            self.held |= found
        else:
            raise ValueError("too intricate")
        may_be_others = ("credentials", "passed", "parameter")
        while True:
            mixed = {
                variable
                for variable, how in self._bound()
                if variable in self.held and how[0] not in may_be_others and not self._gives(how) and not _gives_nothing(how)
            }
            if not mixed:
                break
            self.held -= mixed

    def _gives(self, how):
        return how[0] in ("value", "passed") and self.is_credentials(how[1], how[2])

    def _functions(self, call, scope):
        """The functions of this file that a call means, each with how many parameters are given by the way of the call."""
        func = call.func
        if isinstance(func, ast.Name):
            for how in scope.find(func.id):
                if how[0] == "function":
                    yield how[1], 0
                elif how[0] == "class":
                    for method in self.methods.get((self._pool(how[1]), "__init__"), ()):
                        yield method, 1
        elif isinstance(func, ast.Attribute):
            owner = self._class_of(func.value, scope)
            for method in self.methods.get((self._pool(owner), func.attr), ()) if owner is not None else ():
                yield method, 0 if _is_static(method) else 1

    def _arguments(self, call, function, skipped):
        """Pairs of a parameter and what is passed for it."""
        names = _parameters(function)
        ordered = len(getattr(function.args, "posonlyargs", ())) + len(function.args.args)
        for i, value in enumerate(call.args):
            if isinstance(value, ast.Starred):
                break
            if i + skipped < ordered:
                yield names[i + skipped], value
        for keyword in call.keywords:
            if keyword.arg in names:
                yield keyword.arg, keyword.value

    def _pool(self, owner):
        """All classes of the integration count as one: they are of one object."""
        return "integration" if owner.name in self.classes else owner

    # What an expression is

    def _class_of(self, node, scope):
        """The class in these files whose object it is; None where that is not known."""
        if isinstance(node, (ast.Name, ast.Attribute)):
            return self.objects.get(self._variable(node, scope))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            if node.func.id == "super" and scope.owner is not None:
                return scope.owner
            return next((how[1] for how in scope.find(node.func.id) if how[0] == "class"), None)
        return None

    def is_credentials(self, node, scope):
        """Whether it is the credentials or a copy of them."""
        if isinstance(node, ast.Name):
            return scope.variable(node.id) in self.held
        if isinstance(node, ast.Attribute):
            variable = self._variable(node, scope)
            return variable is not None and (variable == ("integration", "credentials") or variable in self.held)
        if isinstance(node, ast.Call):
            copied = _copied(node)
            if copied is not None:
                return self.is_credentials(copied, scope)
            if _is_named(node.func, "getattr") and len(node.args) > 1 and _text(node.args[1]) == "credentials":
                owner = self._class_of(node.args[0], scope)
                return owner is not None and self._pool(owner) == "integration"
        if isinstance(node, ast.Dict):
            return len(node.keys) == 1 and node.keys[0] is None and self.is_credentials(node.values[0], scope)
        if isinstance(node, ast.NamedExpr):
            return self.is_credentials(node.value, scope)
        if isinstance(node, (ast.BoolOp, ast.IfExp)):
            parts = node.values if isinstance(node, ast.BoolOp) else [node.body, node.orelse]
            return any(self.is_credentials(part, scope) for part in parts)
        return False

    def _guarded(self, mark, cyclic, look):
        """What `look` finds, `cyclic` inside of itself, and None where the way is too long."""
        if mark in self.active:
            return cyclic
        self.looks += 1
        if self.looks > _MOST_LOOKS or len(self.active) > 100:
            return None
        self.active.add(mark)
        try:
            return look()
        finally:
            self.active.discard(mark)

    def is_integration(self, node, scope):
        """Whether it is the object whose credentials are looked for."""
        owner = self._class_of(node, scope)
        return owner is not None and self._pool(owner) == "integration"

    def followed(self, call, scope):
        """What a call passes to functions of these files."""
        return [value for function, skipped in self._functions(call, scope) for _, value in self._arguments(call, function, skipped)]

    def function_of(self, node):
        """The function that it stands in; None outside of all."""
        while node is not None and not isinstance(node, _FUNCTIONS):
            node = self.parents[node]
        return node

    def texts(self, node, scope):
        """All that a text can be; None where that is not known."""
        self.looks = 0
        return self._texts(node, scope)

    def _texts(self, node, scope):
        return self._guarded(("texts", node), frozenset(), lambda: self._look_texts(node, scope))

    def _look_texts(self, node, scope):
        text = _text(node)
        if text is not None:
            return frozenset([text])
        if isinstance(node, ast.Name):
            return self._texts_of(node.id, scope.find(node.id), self._texts)
        if isinstance(node, ast.Attribute):
            return self._texts_of(node.attr, self._constants(node, scope), self._texts)
        if isinstance(node, ast.NamedExpr):
            return self._texts(node.value, scope)
        if isinstance(node, ast.IfExp):
            return _union([self._texts(node.body, scope), self._texts(node.orelse, scope)])
        return None

    def _items(self, node, scope):
        """All texts that iterating over it can give; None where that is not known."""
        return self._guarded(("items", node), frozenset(), lambda: self._look_items(node, scope))

    def _look_items(self, node, scope):
        if isinstance(node, (ast.Tuple, ast.List, ast.Set)):
            return _union([self._texts(part, scope) for part in node.elts])
        if isinstance(node, ast.Dict):
            return _union([None if key is None else self._texts(key, scope) for key in node.keys])
        if isinstance(node, ast.Name):
            return self._texts_of(node.id, scope.find(node.id), self._items)
        if isinstance(node, ast.Attribute):
            return self._texts_of(node.attr, self._constants(node, scope), self._items)
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id in _GATHERING and len(node.args) == 1:
            return self._items(node.args[0], scope)
        return None

    def _constants(self, node, scope):
        """What an attribute of an object, or of a class, of this file is bound to: in the body of its class, or from a method."""
        owner = self._class_of(node.value, scope)
        if owner is None and isinstance(node.value, ast.Name):
            owner = next((how[1] for how in scope.find(node.value.id) if how[0] == "class"), None)
        if owner is None:
            return []
        scopes = [inner for inner in self.class_scopes if self._pool(inner.node) == self._pool(owner)]
        bound = [how for inner in scopes for how in inner.names.get(node.attr, ())]
        assigned = [
            how
            for target, where, how in self.attributes
            if target.attr == node.attr and self._variable(target, where) == (self._pool(owner), node.attr)
        ]
        return bound + assigned

    def _texts_of(self, name, bound, look):
        found = []
        for how in bound:
            if how[0] in ("value", "passed"):
                found.append(look(how[1], how[2]))
            elif how[0] == "each":
                found.append(self._items(how[1], how[2]) if look == self._texts else None)
            elif how[0] == "parameter":
                function = how[1]
                default = _default(function, how[2])
                if default is not None:
                    found.append(look(default, self.scopes[function]))
                if getattr(function, "name", None) in self.passed_around or _is_lambda(function) or len(bound) == 1 and default is None:
                    return None  # called in a way that is not seen here
            else:
                return None
        return _union(found) if found else None


def _outside(node):
    """Those parts of a function, a class or a comprehension that are evaluated around it."""
    if isinstance(node, _FUNCTIONS):
        return getattr(node, "decorator_list", [])
    if isinstance(node, ast.ClassDef):
        return node.decorator_list + node.bases + node.keywords
    return []


def _scope_of(name, scope, is_global):
    outer = scope.parent or scope
    while outer.parent is not None and (is_global or name not in outer.names):
        outer = outer.parent
    return outer


def _parameters(function):
    args = function.args
    return [arg.arg for arg in list(getattr(args, "posonlyargs", ())) + args.args + args.kwonlyargs]


def _default(function, name):
    args = function.args
    ordered = [arg.arg for arg in list(getattr(args, "posonlyargs", ())) + args.args]
    pairs = list(zip(ordered[::-1], args.defaults[::-1])) + list(zip([arg.arg for arg in args.kwonlyargs], args.kw_defaults))
    return dict(pairs).get(name)


def _is_lambda(function):
    return isinstance(function, ast.Lambda)


def _is_static(function):
    return any(_is_named(decorator, "staticmethod") for decorator in getattr(function, "decorator_list", ()))


def _is_named(node, name):
    return isinstance(node, ast.Name) and node.id == name


def _is_nothing(node):
    """None, and a dictionary of nothing: what stands in for credentials that are not there."""
    return isinstance(node, ast.Constant) and node.value is None or isinstance(node, ast.Dict) and not node.keys


def _gives_nothing(how):
    return how[0] == "value" and _is_nothing(how[1])


def _text(node):
    return node.value if isinstance(node, ast.Constant) and isinstance(node.value, str) else None


def _copied(call):
    """What a call makes a copy of, or gives as it is; None for other calls."""
    func = call.func
    if call.keywords:
        return None
    if isinstance(func, ast.Attribute) and func.attr == "copy" and not call.args:
        return func.value
    name = func.id if isinstance(func, ast.Name) else func.attr if isinstance(func, ast.Attribute) else None
    if len(call.args) == 1 and not isinstance(call.args[0], ast.Starred):
        is_copy = name in _COPYING and (isinstance(func, ast.Name) or _is_named(func.value, "copy"))
        return call.args[0] if is_copy or _is_named(func, "dict") else None
    return call.args[1] if name == "cast" and len(call.args) == 2 else None


def _union(found):
    return None if None in found else frozenset(name for names in found for name in names)
