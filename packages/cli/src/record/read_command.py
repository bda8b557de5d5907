"""Finds the commands that call out over the network in what a program has the system run. Their names alone: other words may be secrets."""
import os

# Commands that call out, whatever they are given.
_CALLING = frozenset(
    ["curl", "wget", "wget2", "aria2c", "http", "https", "xh", "nc", "ncat", "netcat", "socat", "telnet", "ssh", "scp", "sftp", "ftp", "rsync"]
)
# Commands and words of the shell that stand before another command.
_BEFORE = frozenset(
    ["sudo", "env", "nohup", "time", "exec", "command", "nice", "timeout", "xargs", "busybox"]
    + ["if", "then", "else", "while", "until", "do", "!", "{"]
)
# Their options that take the next word.
_WITH_WORD = {
    "sudo": frozenset("-u -g -h -p -C -D -R -T -U -r -t --user --group --host --prompt".split()),
    "env": frozenset("-u -C --unset --chdir".split()),
    "exec": frozenset(["-a"]),
    "nice": frozenset("-n --adjustment".split()),
    "timeout": frozenset("-s -k --signal --kill-after".split()),
    "xargs": frozenset("-I -d -E -a -s -L -P -n --delimiter --arg-file --max-args --max-procs --max-lines --max-chars".split()),
}
_SHELLS = frozenset(["sh", "bash", "dash", "zsh", "ksh", "ash"])


def find_calling(path, words):
    """The names of commands that call out, in their order. `path`: what is run, None where `words` alone tell; `words`: None for a text for the shell.

    Raises ValueError where a text for the shell cannot be taken apart.
    """
    return [name for name in _names(path, words) if name in _CALLING]


def _names(path, words):
    """The names of the commands that are meant: one, or those in a text for the shell."""
    if words is None:
        return _names_in(os.fsdecode(path))
    if isinstance(words, (str, bytes)):  # as Windows wants it
        return _names_in(os.fsdecode(words))
    words = [os.fsdecode(word) for word in [words[0] if path is None else path] + list(words[1:])]
    if _name(words[0]) not in _SHELLS:
        return _first_name(words)
    for i, word in enumerate(words[:-1]):
        if word[:1] == "-" and word[:2] != "--" and "c" in word:
            return _names_in(words[i + 1])
    return []


def _names_in(text):
    """The names of the commands in a text for the shell. What stands in quotes is none."""
    import shlex

    between = "();|&\n"
    lexer = shlex.shlex(_bare(text), posix=True, punctuation_chars=between)
    lexer.whitespace, lexer.whitespace_split = " \t\r", True
    names, words = [], []
    for token in list(lexer) + [";"]:
        if token.strip(between):
            words.append(token)
        else:
            names += _first_name(words)
            words = []
    return names


def _bare(text):
    """The text with what the shell runs within double quotes and backticks outside of them: `x="$(curl y)"`."""
    parts, around, at = [], [], 0
    while at < len(text):
        char, top = text[at], around[-1] if around else ""
        end = at + 1
        if char == "\\" or text.startswith("$(", at):
            end = at + 2
        elif char == "'" and top != '"':
            end = text.find("'", end) + 1 or len(text)
        part = text[at:end]
        if char == '"':
            around.pop() if top == char else around.append(char)
        elif (char == "`" and top != char) or part == "$(" or (char == "(" and top != '"'):
            around.append(char)
            part = '" ( ' if top == '"' else " ( "
        elif (char == "`" and top == char) or (char == ")" and top == "("):
            around.pop()
            part = ' ) "' if around and around[-1] == '"' else " ) "
        parts.append(part)
        at = end
    return "".join(parts)


def _first_name(words):
    """The first word that names a command, and none that stands before one."""
    before, option = "", ""
    for word in words:
        if option in _WITH_WORD.get(before, ()):
            option = ""
            continue
        option = word
        is_setting = word[:1] in "-0123456789" or "=" in word.split("/")[0]
        if not is_setting and _name(word) not in _BEFORE:
            return [_name(word)]
        if not is_setting:
            before = _name(word)
    return []


def _name(word):
    name = word.replace(os.sep, "/").split("/")[-1].lower()
    return name[:-4] if name.endswith(".exe") else name
