"""Notes what a Secoda integration calls and which credentials it reads, for `lineagraph record`.

Python loads this at its start, from PYTHONPATH. It does nothing before `secodadk` is imported, never touches a call, its result or its
error, and swallows whatever goes wrong in here. Facts, never values, go to `facts.jsonl` beside this file. The syntax is that of old
Pythons too, since any Python that the integration starts loads it; before 3.8 it only stands aside.
"""
import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))


def _hand_on():
    """Lets the sitecustomize that would have been loaded without this one be loaded, in its place."""
    sys.path[:] = [path for path in sys.path if os.path.abspath(path or os.curdir) != _HERE]
    ours = sys.modules.pop("sitecustomize", None)
    try:
        import sitecustomize  # noqa: F401 (another one: this one is off the path)
    except ImportError as error:
        if getattr(error, "name", "sitecustomize") != "sitecustomize":
            raise
    finally:
        if "sitecustomize" not in sys.modules and ours is not None:
            sys.modules["sitecustomize"] = ours


_SDK = "secodadk"
_HTTP = frozenset(["http_get", "http_post", "http_put", "http_patch", "http_delete"])
# Functions that say with an audit event when they are called: those whose connections are kept open tell of no other call.
_TELLING = {"httpx._client": frozenset(["send"]), "aiohttp.client": frozenset(["_request"])}
_CALLED = "lineagraph.called"
_EVENTS = frozenset(
    [_CALLED, "urllib.Request", "http.client.connect", "http.client.send", "socket.getaddrinfo", "socket.connect", "sys.excepthook"]
)
# What a call goes through, wherever it is installed.
_LIBRARIES = frozenset(["requests", "httpx", "httpcore", "aiohttp", "urllib3", "urllib", "http", "socket", "ssl", "asyncio"])
_MOST = 10000
_known = set()


def _note(**fact):
    """Appends a fact, once. Opened for each: no descriptor stays open, and a kill loses nothing."""
    key = tuple(sorted(fact.items()))
    if key in _known or len(_known) >= _MOST:
        return
    _known.add(key)
    import json

    handle = os.open(os.path.join(_HERE, "facts.jsonl"), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, (json.dumps(fact) + "\n").encode())
    finally:
        os.close(handle)


class _Credentials(dict):
    """The same dictionary, which notes the names that are looked up."""

    __slots__ = ()

    def get(self, *given):
        _note_key(given)
        return dict.get(self, *given)

    def pop(self, *given):
        _note_key(given)
        return dict.pop(self, *given)

    def __getitem__(self, key):
        _note_key((key,))
        return dict.__getitem__(self, key)

    def __reduce__(self):
        return dict, (dict(self),)


def _note_key(given):
    try:
        if given and isinstance(given[0], str):
            _note(kind="key", name=str(given[0]))
    except Exception:
        pass


def _watch_credentials(integration):
    """Of an integration that runs, whatever its constructor does."""
    fields = getattr(integration, "__dict__", None)
    if fields is not None and type(fields.get("credentials")) is dict:
        fields["credentials"] = _Credentials(fields["credentials"])


def _root(frame):
    return (frame.f_globals.get("__name__") or "").split(".")[0]


def _library_paths():
    import sysconfig

    names = ("stdlib", "platstdlib", "purelib", "platlib")
    paths = [sysconfig.get_paths().get(name) for name in names] + [os.path.dirname(os.__file__), sys.prefix + os.sep + "lib"]
    return tuple(os.path.realpath(path) + os.sep for path in paths if path)


_paths = []
_files = {}


def _is_authors(frame):
    """Whether a frame is of the author's code, neither of a library nor of Python."""
    if _root(frame) == _SDK or _root(frame) in _LIBRARIES:
        return False
    file = frame.f_code.co_filename
    if file not in _files:
        _files[file] = _is_authors_file(file)
    return _files[file]


def _is_authors_file(file):
    if file.startswith("<") or os.path.dirname(os.path.abspath(file)) == _HERE:
        return False
    if not _paths:
        _paths.append(_library_paths())
    real = os.path.realpath(file)
    return not (real.startswith(_paths[0]) or "site-packages" in real or "dist-packages" in real)


def _caller(frame):
    """The author's line that a call comes from, what it goes through, and whether that is the SDK."""
    through_sdk = False
    library = None
    while frame is not None and not _is_authors(frame):
        if _root(frame) == _SDK:
            through_sdk = through_sdk or frame.f_code.co_name in _HTTP
        elif _HERE != os.path.dirname(os.path.abspath(frame.f_code.co_filename)):
            library = frame.f_globals.get("__name__")
        frame = frame.f_back
    return frame, library, through_sdk


def _origin(url):
    """Scheme, host and port of an address: without user and password, path and parameters."""
    from urllib.parse import urlsplit

    parts = urlsplit(str(url))
    if parts.scheme not in ("http", "https") or not parts.hostname:
        return None
    host = "[%s]" % parts.hostname if ":" in parts.hostname else parts.hostname
    usual = {"http": 80, "https": 443}[parts.scheme]
    return "%s://%s%s" % (parts.scheme, host, "" if parts.port in (None, usual) else ":%d" % parts.port)


def _of_place(host, port):
    """The origin of a host and a port where the port says how it is spoken to, else both."""
    if isinstance(host, bytes):
        host = host.decode("ascii", "replace")
    if port in (80, "80", "http"):
        return "http://%s" % host
    if port in (443, "443", "https"):
        return "https://%s" % host
    return "%s:%s" % (host, port) if port else str(host)


def _where(event, args):
    """Where a call goes to; None where it is no call over the network."""
    if event == "urllib.Request":
        return _origin(args[0])
    if event == "http.client.connect":
        return _of_place(args[1], args[2])
    if event == "http.client.send":
        return _of_place(getattr(args[0], "_tunnel_host", None) or args[0].host, args[0].port)
    if event == "socket.getaddrinfo":
        return _of_place(args[0], args[1]) if args[0] else None
    if isinstance(args[1], tuple):  # an address of the network: that of a local socket is a path
        return _of_place(args[1][0], args[1][1])
    return None


def _see_function(frame):
    """A function that tells has been called: of the SDK, or of a library."""
    arguments = frame.f_locals
    if _root(frame) == _SDK:
        _watch_credentials(arguments.get("self"))
        url = arguments.get("url")
        if url is None and frame.f_code.co_name in _HTTP:
            url = next((value for value in (arguments.get("args") or ()) if isinstance(value, str)), None)
        origin = None if url is None else _origin(url)
        if origin:
            _note(kind="host", origin=origin)
        return
    url = arguments.get("str_or_url") or getattr(arguments.get("request"), "url", None)
    _see_call(frame, None if url is None else _origin(url))


def _see_call(frame, where):
    author, library, through_sdk = _caller(frame)
    if through_sdk:
        if where and where.startswith(("http://", "https://")):  # sent on to from where it was asked for
            _note(kind="host", origin=where)
    elif author is not None:
        file = author.f_code.co_filename
        _note(kind="around", library=library or "socket", file=os.path.abspath(file), line=author.f_lineno, to=where or "")


def _leave_traceback(trace):
    """Takes our own frame out of the trace of an error that ends the program: a credential that is not there."""
    while trace is not None:
        follower = trace.tb_next
        if follower is not None and follower.tb_frame.f_code.co_filename == __file__:
            trace.tb_next = follower.tb_next
        else:
            trace = follower


def _leave_tracebacks(error):
    seen = set()
    waiting = [error]
    while waiting:
        error = waiting.pop()
        if error is None or id(error) in seen:
            continue
        seen.add(id(error))
        _leave_traceback(error.__traceback__)
        waiting += [error.__cause__, error.__context__]


def _hear(event, args):
    if event not in _EVENTS:
        return
    try:
        if event == "sys.excepthook":
            _leave_tracebacks(args[2])
        elif event == _CALLED:
            _see_function(sys._getframe(1))
        else:
            where = _where(event, args)
            if where is not None:
                _see_call(sys._getframe(1), where)
    except Exception:
        pass


def _tell_calls(tree, names):
    """Lets functions of these names say that they are called, by their first statement, on a line that they have anyway."""
    import ast

    for function in ast.walk(tree):
        if not isinstance(function, (ast.FunctionDef, ast.AsyncFunctionDef)) or function.name not in names:
            continue
        at = 1 if ast.get_docstring(function, clean=False) is not None else 0
        place = function.body[at] if at < len(function.body) else function.body[0]
        telling = ast.parse("__import__('sys').audit(%r)" % _CALLED).body[0]
        for node in ast.walk(telling):
            ast.copy_location(node, place)
        function.body.insert(at, telling)


def _make_loader(plain, names):
    """As the plain loader, of a module whose functions tell. Its bytecode is not kept: without us it is the plain one."""
    from importlib.machinery import SourceFileLoader

    class Loader(SourceFileLoader):
        def get_code(self, fullname):
            try:
                import ast

                path = self.get_filename(fullname)
                tree = ast.parse(self.get_data(path), path)
                _tell_calls(tree, names)
                return compile(tree, path, "exec", dont_inherit=True)
            except Exception:
                return SourceFileLoader.get_code(self, fullname)

    return Loader(plain.name, plain.path)


class _Finder(object):
    """Finds the modules of the SDK, and of libraries whose functions should tell, as everybody else finds them."""

    _hears = False

    def find_spec(self, name, path=None, target=None):
        try:
            if getattr(sys.modules.get("sitecustomize"), "__dict__", None) is globals():
                del sys.modules["sitecustomize"]  # nobody else has one, so there is none
            is_sdk = name.split(".")[0] == _SDK
            names = _HTTP | frozenset(["start"]) if is_sdk else _TELLING.get(name)
            if names is None:
                return None
            from importlib.machinery import SourceFileLoader

            for finder in sys.meta_path:
                if finder is self or not hasattr(finder, "find_spec"):
                    continue
                spec = finder.find_spec(name, path, target)
                if spec is None:
                    continue
                if is_sdk and not self._hears:
                    self._hears = True
                    sys.addaudithook(_hear)
                if type(spec.loader) is SourceFileLoader:
                    spec.loader = _make_loader(spec.loader, names)
                return spec
        except Exception:
            pass
        return None


try:
    _hand_on()
finally:
    if sys.version_info >= (3, 8):
        sys.meta_path.insert(0, _Finder())
