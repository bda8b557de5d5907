"""Notes what a Secoda integration calls and which credentials it reads, for `lineagraph record`.

Python loads this at its start, from PYTHONPATH. It does nothing before `secodadk` is imported, never touches a call, its result, its error
or the credentials, and swallows whatever goes wrong in here. Which credentials are read is found in the source of the integration, by
`read_credentials.py` beside this file, and which commands call out by `read_command.py`. Facts, never values, go to `facts.jsonl` there. The syntax is that of old Pythons too, since any
Python that the integration starts loads it; before 3.8 it only stands aside.
"""
import _thread
import os
import sys

_HERE = os.path.dirname(os.path.abspath(__file__))
try:
    _CWD = os.getcwd()  # before 3.9, and in modules that are found by a relative path, files are named from here
except OSError:
    _CWD = os.sep


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
# Of a call, what is asked for, and the connections on the way there.
_REQUESTS = frozenset(["urllib.Request", "http.client.send"])
_CONNECTIONS = frozenset(["http.client.connect", "socket.getaddrinfo", "socket.connect"])
# Which of their arguments is the command: a path or a text for the shell, and then the words, where there are some.
_COMMANDS = {"subprocess.Popen": (0, 1), "os.system": (0, None), "os.posix_spawn": (0, 1), "os.spawn": (1, 2), "os.exec": (0, 1)}
_THREADS = frozenset(["_thread.start_new_thread", "_thread.start_joinable_thread"])
# What a call goes through, wherever it is installed.
_LIBRARIES = frozenset(["requests", "httpx", "httpcore", "aiohttp", "urllib3", "urllib", "http", "socket", "ssl", "asyncio"])
# What runs the functions of others, and calls nobody by itself.
_CARRIERS = frozenset(["threading", "concurrent", "asyncio", "selectors", "subprocess", "runpy", "contextvars", "multiprocessing"])
_MOST = 10000
_known = set()


def _note(**fact):
    """Appends a fact, once. Opened for each: no descriptor stays open, and a kill loses nothing."""
    key = tuple(sorted(fact.items()))
    if key in _known or len(_known) >= _MOST:
        return
    _known.add(key)
    import json

    _append((json.dumps(fact) + "\n").encode())


def _append(line):
    handle = os.open(os.path.join(_HERE, "facts.jsonl"), os.O_WRONLY | os.O_APPEND | os.O_CREAT, 0o600)
    try:
        os.write(handle, line)
    finally:
        os.close(handle)


def _path(file):
    return file if file.startswith("<") else os.path.abspath(os.path.join(_CWD, file))


_looked = set()


def _look_at(integration):
    """Notes which credentials an integration reads, as its source has it, and the names of those that it was given. Once a class."""
    kind = type(integration)
    if kind in _looked:
        return
    _looked.add(kind)
    try:
        credentials = object.__getattribute__(integration, "__dict__").get("credentials")
        for name in list(dict.keys(credentials)) if isinstance(credentials, dict) else ():
            if isinstance(name, str):
                _note(kind="given", name=str(name))
        own = [each for each in kind.__mro__ if each.__module__.split(".")[0] not in (_SDK, "builtins")]
        files = sorted(set(_path(file) for each in own for file in _files_of(each)))
        if own and not files:
            raise ValueError("no source")
        for kind_of_read, name, file, line in _find_reads(files, [each.__name__ for each in own]):
            if name is None:
                _note(kind=kind_of_read, file=file, line=line)
            elif kind_of_read == "key":
                _note(kind="key", name=name)
            else:
                _note(kind=kind_of_read, name=name, file=file, line=line)
    except Exception:
        _note(kind="unseen", name=kind.__name__)


def _files_of(kind):
    """The files that hold the functions of a class: of the integration, or of the author's that it is made of. Raises ValueError where
    they are in none."""
    is_integration = any(each.__module__.split(".")[0] == _SDK for each in kind.__mro__)
    files = set()
    for value in list(vars(kind).values()):
        value = getattr(value, "__func__", value) if type(value) in (staticmethod, classmethod) else value
        value = value.fget if type(value) is property else value
        while type(value) is type(_files_of):
            wrapped = value.__dict__.get("__wrapped__")
            if wrapped is None:
                files.add(value.__code__.co_filename)
            value = wrapped
    real = set(file for file in files if not file.startswith("<"))  # others are made by libraries, such as that of dataclass
    if is_integration and files and not real:
        raise ValueError("no source")
    return [file for file in real if is_integration or _is_authors_file(file, kind.__module__)]


def _find_reads(files, classes):
    sources = []
    for file in files:
        with open(file, "rb") as source:
            sources.append((file, source.read()))
    return _part("read_credentials")["find_reads"](_part("follow_names")["Names"](sources, classes))


_parts = {}


def _part(name):
    """What a file beside this one defines. It is no module, which the integration could see."""
    if name not in _parts:
        path = os.path.join(_HERE, name + ".py")
        part = {"__name__": name}
        with open(path, "rb") as source:
            exec(compile(source.read(), path, "exec"), part)
        _parts[name] = part
    return _parts[name]


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
    key = frame.f_code.co_filename, frame.f_globals.get("__name__")
    if key not in _files:
        _files[key] = _is_authors_file(*key)
    return _files[key]


def _is_authors_file(file, module):
    if file.startswith("<"):  # a program that is no file is the author's, other code that is none is made by a library
        return module == "__main__"
    if os.path.dirname(_path(file)) == _HERE:
        return False
    if not _paths:
        _paths.append(_library_paths())
    real = os.path.realpath(_path(file))
    return not (real.startswith(_paths[0]) or "site-packages" in real or "dist-packages" in real)


def _caller(frame):
    """Where a call comes from, as a fact has it, what it goes through, and whether that is the SDK."""
    through_sdk = False
    in_task = False
    library = carrier = None
    while frame is not None and not _is_authors(frame):
        root = _root(frame)
        if root == _SDK:
            through_sdk = through_sdk or frame.f_code.co_name in _HTTP
        elif root in _CARRIERS:
            carrier = carrier or frame.f_globals.get("__name__")
            in_task = in_task or root == "asyncio" and frame.f_code.co_name == "_run"
            if root == "threading" and frame.f_code.co_name == "_bootstrap":
                place = _started.get(id(frame.f_locals.get("self")), _NOWHERE)
                return place, library or carrier, through_sdk
        elif _HERE != os.path.dirname(_path(frame.f_code.co_filename)):
            library = frame.f_globals.get("__name__")
        frame = frame.f_back
    if frame is None:
        in_thread = _thread.get_ident() != _MAIN_THREAD
        return ("", 0, "thread" if in_thread else "call"), library or carrier, through_sdk
    return (_path(frame.f_code.co_filename), frame.f_lineno, "task" if in_task else "call"), library or carrier, through_sdk


_MAIN_THREAD = _thread.get_ident()
_NOWHERE = ("", 0, "thread")
_started = {}


def _tell_threads():
    """Lets Thread.start tell that it is called, in Pythons that have no audit event of it."""
    threading = sys.modules.get("threading")
    start = getattr(getattr(threading, "Thread", None), "start", None)
    if sys.version_info >= (3, 12) or start is None or start in _looked:
        return
    _looked.add(start)
    import ast

    code = start.__code__
    if code.co_freevars or code.co_filename != threading.__file__:
        return  # another one than Python's
    tree = ast.parse("class Thread:\n" + _source_of(code))
    ast.increment_lineno(tree, code.co_firstlineno - 2)
    _tell_calls(tree, frozenset(["start"]))
    module = compile(tree, code.co_filename, "exec", dont_inherit=True)
    of_class = next(value for value in module.co_consts if isinstance(value, type(code)))
    start.__code__ = next(value for value in of_class.co_consts if isinstance(value, type(code)))


def _source_of(code):
    """The text of a method: its first line, and those that are further in."""
    with open(code.co_filename, encoding="utf-8") as source:
        lines = source.readlines()[code.co_firstlineno - 1 :]
    margin = len(lines[0]) - len(lines[0].lstrip())
    end = 1
    while end < len(lines) and (not lines[end].strip() or len(lines[end]) - len(lines[end].lstrip()) > margin):
        end += 1
    return "".join(lines[:end])


def _see_thread(function):
    """Remembers where a thread is started: a call in it may have no other place."""
    thread = getattr(function, "__self__", None)
    if thread is not None:
        _remember_thread(thread, sys._getframe(2))


def _remember_thread(thread, frame):
    file, line, _ = _caller(frame)[0]
    _started[id(thread)] = file, line, "thread"


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
        return _of_place(_asked_for(sys._getframe(2)) or args[1][0], args[1][1])
    return None


def _asked_for(frame):
    """The host that asyncio connects to, where it has looked up its address in a thread."""
    while frame is not None and _root(frame) == "asyncio":
        if frame.f_code.co_name == "create_connection":
            return frame.f_locals.get("host")
        frame = frame.f_back
    return None


def _see_function(frame):
    """A function that tells has been called: of the SDK, or of a library."""
    arguments = frame.f_locals
    if _root(frame) == _SDK:
        _tell_threads()
        _look_at(arguments.get("self"))
        url = arguments.get("url")
        if url is None and frame.f_code.co_name in _HTTP:
            url = next((value for value in (arguments.get("args") or ()) if isinstance(value, str)), None)
        origin = None if url is None else _origin(url)
        if origin:
            _note(kind="host", origin=origin)
        return
    if _root(frame) == "threading":
        _remember_thread(arguments.get("self"), frame)
        return
    url = arguments.get("str_or_url") or getattr(arguments.get("request"), "url", None)
    _see_call(frame, None if url is None else _origin(url), _CALLED)


def _see_call(frame, where, event):
    (file, line, how), library, through_sdk = _caller(frame)
    if event == "socket.getaddrinfo" and how == "thread" and library == "socket":
        return  # of asyncio, which connects elsewhere
    if through_sdk:
        if where and where.startswith(("http://", "https://")):  # sent on to from where it was asked for
            _note(kind="host", origin=where)
    else:
        step = "connection" if event in _CONNECTIONS else "request"
        _note(kind="around", library=library or "socket", file=file, line=line, to=where or "", how=how, step=step)


def _see_command(frame, path, words):
    """A command that calls out. Its name is noted and no other word, since these may be secrets."""
    for name in _part("read_command")["find_calling"](path, words):
        (file, line, how), _, through_sdk = _caller(frame)
        if not through_sdk:
            _note(kind="command", name=name, file=file, line=line, how=how)


def _hear(event, args):
    try:
        if event in _REQUESTS or event in _CONNECTIONS:
            where = _where(event, args)
            if where is not None:
                _see_call(sys._getframe(1), where, event)
        elif event == _CALLED:
            _see_function(sys._getframe(1))
        elif event in _THREADS:
            _see_thread(args[0])
        elif event in _COMMANDS:
            path, words = _COMMANDS[event]
            _see_command(sys._getframe(1), args[path], None if words is None else args[words])
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


def _begin():
    if sys.version_info < (3, 8):
        return
    sys.meta_path.insert(0, _Finder())
    try:
        _append(b"")  # an empty file says that this was loaded
    except Exception:
        pass


try:
    _hand_on()
finally:
    _begin()
