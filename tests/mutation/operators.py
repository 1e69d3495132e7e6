"""The changes that a mutant can have: one operator, constant or statement of a C file."""
import re
from collections import namedtuple

# start and end are offsets in the text of the file, which new replaces.
Mutation = namedtuple("Mutation", "kind start end new")

TOKEN = re.compile(r"""
    (?P<space> \s+ | /\*.*?\*/ | //[^\n]* | ^[ \t]*\#(?:[^\n\\]|\\.)* )
  | (?P<text> "(?:[^"\\]|\\.)*" | '(?:[^'\\]|\\.)*' )
  | (?P<number> (?:0[xX][0-9a-fA-F]+ | (?:\d+\.?\d*|\.\d+)(?:[eE][+-]?\d+)?)[uUlLfF]* )
  | (?P<word> [A-Za-z_]\w* )
  | (?P<sign> <<= | >>= | \.\.\. | -> | \+\+ | -- | << | >> | [<>=!]= | && | \|\| | [-+*/%&|^]= | . )""",
                   re.X | re.S | re.M)
SWAPS = {"<": ("<=", ">="), "<=": ("<", ">"), ">": (">=", "<="), ">=": (">", "<"), "==": ("!=",), "!=": ("==",),
         "&&": ("||",), "||": ("&&",), "+": ("-",), "-": ("+",), "*": ("/",), "/": ("*",), "%": ("*",),
         "+=": ("-=", "="), "-=": ("+=", "="), "*=": ("/=", "="), "/=": ("*=", "="), "|=": ("=",),
         "++": ("--",), "--": ("++",), "&": ("|",), "|": ("&",), "^": ("&",), "<<": (">>",), ">>": ("<<",)}
BINARY = set("+-*/%&|^<>") | {"<<", ">>"}
COMPARISONS = {"<", "<=", ">", ">=", "==", "!="}
# These take sizes of room: what is allocated, or what the memory behind an argument must be able to hold.
ROOM = {"skpi__alloc", "SKPI__PIECE", "skpi__array", "skpi__array_size", "skpi__rows_matrix"}
WITHOUT = re.compile(r"SKPI__STEP|__builtin_prefetch|\w+_fetch")  # no value depends on them: steps, memory in advance
SEARCHES = {"skpi__root"}
KEYWORDS = {"return", "case", "sizeof", "else", "do", "goto"}
HEADS = {"if", "for", "while", "switch", "static", "const", "default"}
LEAVES = {"break", "continue"}


def tokens(text):
    """[(kind, text, offset)] without space, comments and the preprocessor's lines."""
    return [(m.lastgroup, m[0], m.start()) for m in TOKEN.finditer(text) if m.lastgroup != "space"]


def constant(text):
    """Other numbers in place of this one."""
    if re.fullmatch(r"\d+[uUlL]*", text):
        number, suffix = re.match(r"(\d+)(.*)", text).groups()
        return [f"{int(number) + 1}{suffix}"] + ([f"{int(number) - 1}{suffix}"] if int(number) else [])
    if text[:2].lower() == "0x":
        return [f"({text} ^ 1)"]
    return ["1.0"] if float(text.rstrip("fFlL")) == 0 else [f"({text} * 1.01)", f"(-{text})"]


def inside(toks):
    """For each token: whether it stands in the body of a function."""
    out, depth, body, previous = [], 0, None, ""
    for kind, text, _ in toks:
        if text == "{":
            if body is None and previous == ")":
                body = depth
            depth += 1
        out.append(body is not None)
        if text == "}":
            depth -= 1
            if depth == body:
                body = None
        previous = text
    return out


def closing(toks, at):
    """The token that closes the bracket at this one."""
    depth = 0
    for i in range(at, len(toks)):
        depth += toks[i][1] in "([{"
        depth -= toks[i][1] in ")]}"
        if not depth:
            return i
    return at


def within_room(toks):
    """For each token: whether it is a size of room that is asked for, by a call of ROOM, as the first size of a local
    array whose size is not asked again, or as what rows keep (lib/core/rows.h)."""
    out = [False] * len(toks)
    asked = {toks[i + 2 if toks[i + 1][1] == "(" else i + 1][1] for i, t in enumerate(toks[:-2]) if t[1] == "sizeof"}
    for i, (kind, text, _) in enumerate(toks[:-1]):
        declared = kind == "word" and toks[i + 1][1] == "[" and text not in asked and i and (
            toks[i - 1][0] == "word" and toks[i - 1][1] not in KEYWORDS)
        if text in ROOM and toks[i + 1][1] == "(" or declared:
            last = closing(toks, i + 1)
            out[i + 1:last] = [True] * (last - i - 1)
        if text == "skpi__rows_steps" and toks[i + 2][1] == "=":
            last = next(k for k in range(i, len(toks)) if toks[k][1] == ",")
            out[i + 3:last] = [True] * (last - i - 3)
    return out


def within_search(toks):
    """For each token: whether it only says where a search of a root begins, or how steep its function is: neither
    changes the root (lib/numeric/root.h).  Or it is an argument of WITHOUT, or within its body."""
    out, functions = [False] * len(toks), set()
    for i, t in enumerate(toks[:-2]):
        if WITHOUT.fullmatch(t[1]) and toks[i + 1][1] == "(":
            last = closing(toks, i + 1)
            last = closing(toks, last + 1) if toks[last + 1][1] == "{" else last
            out[i + 1:last] = [True] * (last - i - 1)
        if t[1] not in SEARCHES or toks[i + 1][1] != "(":
            continue
        functions.add(toks[i + 2][1])
        last, j, comma = closing(toks, i + 1), i + 2, i + 1
        while j < last:
            if toks[j][1] == ",":
                comma = j
            j = closing(toks, j) + 1 if toks[j][1] in ("(", "[", "{") else j + 1
        out[comma + 1:last] = [True] * (last - comma - 1)
    for i, t in enumerate(toks[:-2]):
        end = closing(toks, i + 1) if t[1] in functions and toks[i + 1][1] == "(" else 0
        if not end or toks[end + 1][1] != "{":
            continue  # it is not defined here
        for j in range(end + 1, closing(toks, end + 1)):
            if [x[1] for x in toks[j:j + 3]] == ["*", toks[end - 1][1], "="]:
                last = next(k for k in range(j, len(toks)) if toks[k][1] == ";")
                out[j:last] = [True] * (last - j)
    return out


def more_room(toks, at, new):
    """Whether a change in a size of room only asks for more: no input can tell more room from enough."""
    before, token = toks[at - 1][1], toks[at][1]
    if toks[at][0] == "number" and token.isdigit() and new.isdigit():
        return before not in COMPARISONS and (int(new) > int(token)) == (before not in ("-", "/", "%", ">>"))
    return (token, new) in (("-", "+"), ("/", "*"))


def filled(toks, at):
    """Whether this is the byte that memset writes."""
    i, depth = at - 1, 0
    while i > 0 and (depth or toks[i][1] != "("):
        depth += (toks[i][1] in ")]") - (toks[i][1] in "([")
        i -= 1
    return toks[i - 1][1] == "memset" and toks[at - 1][1] == ","


def operands(toks, at):
    """The texts of the simple operands beside a comparison: names with members, indices and calls."""
    def text(span):
        return " ".join(t[1] for t in toks[span[0]:span[1]])

    def opening(i):
        depth = 0
        while i >= 0:
            depth += toks[i][1] in ")]"
            depth -= toks[i][1] in "(["
            if not depth:
                return i
            i -= 1
        return 0

    def simple(i, step):
        """The first token after (or before) the operand that begins at i."""
        while 0 <= i < len(toks):
            if toks[i][0] in ("word", "number") or toks[i][1] in ("->", "."):
                i += step
            elif step > 0 and toks[i][1] in ("(", "["):
                i = closing(toks, i) + 1
            elif step < 0 and toks[i][1] in (")", "]"):
                i = opening(i) - 1
            else:
                break
        return i

    first, last = simple(at - 1, -1) + 1, simple(at + 1, 1)
    return text((first, at)), text((at + 1, last)), last


def either(toks, at):
    """Whether a < here, or its like, chooses the larger or smaller of two, or their distance or 0: where they are
    equal, either is right."""
    a, b, i = operands(toks, at)
    if toks[i][1] == "?":
        x = i + 1
        while x < len(toks) and toks[x][1] not in (":", ";"):
            x = closing(toks, x) + 1 if toks[x][1] in ("(", "[") else x + 1
        y = x + 1
        while y < len(toks) and toks[y][1] not in (";", ",", ")", "]", "}", "?", ":"):
            y = closing(toks, y) + 1 if toks[y][1] in ("(", "[") else y + 1
        values = {" ".join(t[1] for t in toks[i + 1:x]), " ".join(t[1] for t in toks[x + 1:y])}
        return values in ({a, b}, {f"{a} - {b}", "0"}, {f"{b} - {a}", "0"})
    if toks[i][1] == ")":  # if (a > b) b = a;
        x = i + 1
        while x < len(toks) and toks[x][1] not in (";", "{", "}"):
            x += 1
        return toks[x][1] == ";" and " ".join(t[1] for t in toks[i + 1:x]) in (f"{a} = {b}", f"{b} = {a}")
    return False


def statement(toks, at):
    """The ; of the simple statement that begins at this token, or None."""
    if toks[at][0] != "word" and toks[at][1] not in ("*", "(", "++", "--") or toks[at][1] in KEYWORDS | HEADS:
        return None
    if toks[at][0] == "word" and toks[at + 1][0] == "word":
        return None  # a declaration
    i = at
    while i < len(toks) and toks[i][1] != ";":
        if toks[i][1] in "([":
            i = closing(toks, i)
        elif toks[i][1] in "{}:":
            return None
        i += 1
    return i


def mutations(text):
    """Every mutation of a file, in the order of the text."""
    toks, out = tokens(text), []
    room, search = within_room(toks), within_search(toks)
    within = [body and not leads for body, leads in zip(inside(toks), search)]
    heads = {closing(toks, i + 1) for i, t in enumerate(toks[:-1]) if t[1] in ("if", "for", "while")}
    for i, (kind, token, start) in enumerate(toks):
        if not within[i] or i + 1 == len(toks):
            continue
        end, before = start + len(token), toks[i - 1]
        operand = before[0] in ("number", "text") or before[1] in (")", "]") or (
            before[0] == "word" and before[1] not in KEYWORDS)
        if kind == "number" and token in "01" and before[1] == "return" and toks[i + 1][1] == ";":
            out.append(Mutation("constant", start, end, "10"[int(token)]))  # a truth value
        elif kind == "number" and i > 3 and toks[i + 1][1] == "," and filled(toks, i):
            out.append(Mutation("constant", start, end, "255"))  # a byte of 1 makes a double that is next to 0
        elif kind == "number":
            out += [Mutation("constant", start, end, new) for new in constant(token)
                    if not (room[i] and more_room(toks, i, new))]
        elif kind == "sign" and token in SWAPS and (operand or token not in BINARY):
            out += [Mutation("operator", start, end, new) for new in SWAPS[token]
                    if not (room[i] and more_room(toks, i, new)) and not (
                        token in ("<", ">", "<=", ">=") and new in (token + "=", token[0]) and either(toks, i))]
        elif token == "!":
            out.append(Mutation("operator", start, end, ""))
        elif token == "if" and toks[i + 1][1] == "(":
            close = toks[closing(toks, i + 1)][2]
            inner = text[toks[i + 1][2] + 1:close]
            out.append(Mutation("condition", toks[i + 1][2] + 1, close, f"!({inner})"))
            out.append(Mutation("condition", toks[i + 1][2] + 1, close, f"0 && ({inner})"))
        if before[1] in (";", "{", "}", ")", "else", ":") and token in LEAVES:
            out.append(Mutation("statement", start, end, ""))
        elif before[1] in (";", "{", "}", "else") or i - 1 in heads:
            last = statement(toks, i)
            if last and toks[i + 1][1] != "void" and not WITHOUT.fullmatch(token):
                out.append(Mutation("statement", start, toks[last][2], ""))
    return out


def apply(text, mutation):
    return text[:mutation.start] + mutation.new + text[mutation.end:]


def described(text, mutation):
    """(line, the line before, the line after), each without needless spaces."""
    changed = apply(text, mutation)
    begin = text.rfind("\n", 0, mutation.start) + 1
    end = text.find("\n", mutation.end)
    after = changed[begin:end + len(changed) - len(text)]
    return text.count("\n", 0, mutation.start) + 1, " ".join(text[begin:end].split()), " ".join(after.split())
