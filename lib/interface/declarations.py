"""Reads the C side of a header: enums, structs, handles, callbacks and functions with their types.  Each has the
comment before it; members and enumerators have the comment after them.  No compiler is needed.  What the rules do not
allow in a header is refused; tests/abi/readheaders.py is stricter, and a test compares both.
"""
from collections import namedtuple

from .model import NUMBERS, Type
from .tokens import Fault, tokens

# what: enum, struct, handle, callback or function; comment: (line, lines) of the /** */ before it, or None
Declared = namedtuple("Declared", "what name result parts comment line")
# remark: the comment after it; group: the number of the declaration, which several members can share
Part = namedtuple("Part", "name type remark group line")
Constant = namedtuple("Constant", "name value remark line")

_LIMITS = {"INT32_MIN": -2**31, "INT32_MAX": 2**31 - 1}


def plain(comment):
    """The lines of a comment without its stars and ends."""
    body = comment[2:-2].lstrip("*")
    lines = [body.split("\n")[0].strip()]
    for line in body.split("\n")[1:]:
        line = line.strip(" \t") if not line.strip(" \t*") else line.lstrip(" \t")
        lines.append(line[1:].rstrip() if line.startswith("*") else line.rstrip())
    return lines


class Reader:
    def __init__(self, text, known, bare=False):
        """known: the enumerators of all headers so far; bare: comments are not contracts and may stand anywhere."""
        self.tokens, self.at, self.known = tokens(text), 0, known
        self.bare, self.group = bare, 0
        if bare:
            self.tokens = [t for t in self.tokens if t.what != "comment"]

    # --- tokens

    def peek(self, k=0):
        return self.tokens[self.at + k] if self.at + k < len(self.tokens) else None

    def next(self):
        token = self.peek()
        if token is None:
            raise Fault(self.tokens[-1].line if self.tokens else 1, "the header ends too early")
        self.at += 1
        return token

    def take(self, *texts):
        """Takes the next token, which must be one of these and not a comment."""
        token = self.next()
        if token.text not in texts:
            said = "a comment" if token.what == "comment" else repr(token.text)
            raise Fault(token.line, f"{said} where {' or '.join(map(repr, texts))} belongs")
        return token

    def name(self):
        token = self.next()
        if token.what != "name":
            said = "a comment" if token.what == "comment" else repr(token.text)
            raise Fault(token.line, f"{said} where a name belongs")
        return token.text

    def accept(self, text):
        token = self.peek()
        if token and token.text == text:
            self.at += 1
            return True
        return False

    def remark(self, line):
        """The comment after the code that ends in this line, with its lines joined."""
        token = self.peek()
        if token and token.what == "comment" and token.line == line:
            self.at += 1
            return " ".join(" ".join(plain(token.text)).split())
        return ""

    # --- declarations

    def all(self):
        """(Declared, ...).  Refuses a /** */ without a declaration after it."""
        out, comment = [], None
        while self.peek():
            token = self.peek()
            if token.what == "comment":
                if comment:
                    raise Fault(comment.line, "a contract without a declaration after it")
                comment = token if token.text.startswith("/**") else None
                self.at += 1
                continue
            out.append(self.declaration(plain(comment.text) if comment else None, comment))
            comment = None
        if comment:
            raise Fault(comment.line, "a contract without a declaration after it")
        return out

    def declaration(self, lines, comment):
        token = self.next()
        before = lambda what, name, result, parts: Declared(what, name, result, parts, lines and (comment.line, lines),
                                                            token.line)
        if token.text == "enum":
            tag = self.name()
            found = self.enumerators()
            self.take(";")
            return before("enum", tag, None, found)
        if token.text == "typedef":
            return self.typedef(before)
        if token.text not in ("SKPI_API", "SKPI_CHECK"):
            raise Fault(token.line, f"{token.text!r} begins no declaration of a public header")
        result = self.type(result=True)
        name = self.name()
        parameters = self.parameters()
        self.take(";")
        if not self.bare and (token.text == "SKPI_CHECK") != (result.base == "skpi_status"):
            raise Fault(token.line, f"{name}: SKPI_CHECK marks functions that return skpi_status, SKPI_API all others")
        return before("function", name, result, parameters)

    def typedef(self, before):
        token = self.peek()
        if token.text == "enum":
            self.at += 1
            tag = self.name()
            found = self.enumerators()
            if self.name() != tag:
                raise Fault(token.line, f"typedef and tag {tag} must have the same name")
            self.take(";")
            return before("enum", tag, None, found)
        if token.text == "struct":
            self.at += 1
            tag = self.name()
            found = self.members() if self.peek() and self.peek().text == "{" else None
            if self.name() != tag:
                raise Fault(token.line, f"typedef and tag {tag} must have the same name")
            self.take(";")
            return before("handle" if found is None else "struct", tag, None, found)
        result = self.type(result=True)
        self.take("(")
        self.take("*")
        name = self.name()
        self.take(")")
        parameters = self.parameters()
        self.take(";")
        return before("callback", name, result, parameters)

    def enumerators(self):
        self.take("{")
        out = []
        while not self.accept("}"):
            if self.peek() and self.peek().what == "comment":  # a comment in a line of its own is a heading
                self.at += 1
                continue
            token = self.peek()
            name = self.name()
            if not self.accept("="):
                raise Fault(token.line, f"{name} needs a value of its own")
            value = self.value()
            if name in self.known:
                raise Fault(token.line, f"{name} is given twice")
            self.known[name] = value
            line = self.tokens[self.at - 1].line
            said = self.remark(line)
            if not self.accept(",") and self.peek() and self.peek().what != "comment" and self.peek().text != "}":
                raise Fault(token.line, f"{self.peek().text!r} after {name}")
            out.append(Constant(name, value, said or self.remark(line), token.line))
        return out

    def value(self):
        """Evaluates integers, names and + - | << from left to right; the headers use only (a) and a op b."""
        total, op = self.operand(), None
        while self.peek() and self.peek().text in ("+", "-", "|", "<<"):
            op = self.next().text
            b = self.operand()
            total = total << b if op == "<<" else total | b if op == "|" else total + b if op == "+" else total - b
        return total

    def operand(self):
        token = self.next()
        if token.text == "-":
            return -self.operand()
        if token.text == "(":
            value = self.value()
            self.take(")")
            return value
        if token.what == "number":
            try:
                return int(token.text.rstrip("uU"), 0)
            except ValueError:
                pass
        found = self.known.get(token.text, _LIMITS.get(token.text))
        if found is None:
            raise Fault(token.line, f"{token.text!r} is no plain integer")
        return found

    def members(self):
        self.take("{")
        out = []
        while not self.accept("}"):
            token = self.peek()
            if token and token.what == "comment":
                raise Fault(token.line, "a comment before a member must stand after it")
            first, self.group = self.type(), self.group + 1
            named = [(self.name(), first)]
            while self.accept(","):
                named.append((None, self.pointer(Type(first.base, 0, first.const, ""))))
                named[-1] = (self.name(), named[-1][1])
            said = self.remark(self.take(";").line)
            out += [Part(name, type, said, self.group, token.line) for name, type in named]
        return out

    def parameters(self):
        self.take("(")
        if self.peek() and self.peek().text == "void" and self.peek(1) and self.peek(1).text == ")":
            self.at += 2
            return []
        out = []
        while True:
            self.group += 1
            line = self.peek() and self.peek().line
            type = self.type()
            out.append(Part(self.name(), type, "", self.group, line))
            if self.take(",", ")").text == ")":
                return out

    def type(self, result=False):
        const = self.accept("const")
        token = self.peek()
        base = self.name()
        if base in ("const", "struct", "enum", "unsigned", "signed", "long", "short", "volatile", "static", "extern"):
            raise Fault(token.line, f"{base!r} is not allowed in a type")
        type = self.pointer(Type(base, 0, const, ""))
        if type.depth == 0 and (const or base in ("char", "void") and not result):
            raise Fault(token.line, f"{type.text} must not be passed by value")
        if type.depth == 0 and not result and base not in NUMBERS and not base.startswith("skpi_"):
            raise Fault(token.line, f"{base} is no type of the interface")
        return type

    def pointer(self, type):
        stars = ""
        while self.accept("*"):
            stars += "*" + "const " * self.accept("const")
        text = ("const " if type.const else "") + type.base + (" " + stars.strip() if stars else "")
        return Type(type.base, stars.count("*"), type.const, text)
