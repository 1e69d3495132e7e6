#!/usr/bin/env python3
"""What calls need of the stack: smartkpi.7 states a bound, and threads of some systems have little more.

    frames.py     the frames of the built library are read from its code (objdump, x86-64); prints "ok" or "FAIL" lines
"""
import os
import re
import subprocess
import sys

FRAME, CHAIN = 40960, 98304  # of one function; of a call and all that it calls; the page states 128 kB with libm and GSL
SRC = os.environ.get("SRCDIR") or os.path.normpath(os.path.join(os.path.dirname(os.path.abspath(__file__)), "..", ".."))
LIBRARY = os.environ.get("SMARTKPI_LIBRARY") or os.path.join(SRC, "build", "lib", ".libs", "libsmartkpi.so")
STATED = "A call needs at most 128 kB of stack."


def frames(lines):
    """Bytes of the frame of each function, and the functions that it calls by name."""
    frame, calls, name = {}, {}, ""
    for line in lines:
        begin = re.match(r"[0-9a-f]+ <(.+)>:", line)
        if begin:
            name = begin[1]
            frame[name], calls[name] = 8, set()
        if begin or not name:
            continue
        grown = re.search(r"\bsub +\$0x([0-9a-f]{1,8}),%rsp", line)
        added = re.search(r"\badd +\$0x(f{8}[0-9a-f]{8}),%rsp", line)  # a subtraction of 128 bytes
        frame[name] += (int(grown[1], 16) if grown else 2**64 - int(added[1], 16) if added else
                                            8 if re.search(r"\bpush ", line) else 0)
        called = re.search(r"\b(?:call|jmp) +[0-9a-f]+ <([^>+@]+)", line)
        if called and called[1] != name:
            calls[name].add(called[1])
    return frame, calls


def deepest(frame, calls):
    """The longest chain of calls of each function, in bytes, and its names."""
    known = {}

    def of(name, above):
        if name in known:
            return known[name]
        if name not in frame or name in above:
            return 0, ()
        most = max((of(c, above | {name}) for c in calls[name]), default=(0, ()))
        known[name] = frame[name] + most[0], (name, *most[1])
        return known[name]
    return {name: of(name, frozenset()) for name in frame}


def main():
    if os.environ.get("SKPI_SANITIZERS", "no") not in ("", "no") or os.uname().machine != "x86_64":
        print("frames are read on x86-64, without sanitizers")
        return 77
    code = subprocess.run(["objdump", "-d", "--no-show-raw-insn", LIBRARY], capture_output=True, text=True)
    if code.returncode:
        print(f"objdump cannot read {LIBRARY}")
        return 77
    frame, calls = frames(code.stdout.splitlines())
    chain = deepest(frame, calls)
    with open(os.path.join(SRC, "man", "smartkpi.7"), encoding="utf-8") as f:
        wrong = [] if STATED in f.read() else [f"man/smartkpi.7 does not say: {STATED}"]
    wrong += [f"{name}: a frame of {n} bytes, more than {FRAME}" for name, n in sorted(frame.items()) if n > FRAME]
    wrong += [f"{name}: {n} bytes of stack by {' '.join(names)}" for name, (n, names) in sorted(chain.items()) if n > CHAIN]
    if len(frame) < 500:
        wrong.append(f"only {len(frame)} functions were found")
    for text in wrong:
        print("FAIL", text)
    if not wrong:
        print(f"ok {len(frame)} functions: largest frame {max(frame.values())}, deepest call {max(chain.values())[0]} bytes")
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main())
