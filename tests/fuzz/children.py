"""Work in a child process, so that a crash is a result and not the end."""
import ctypes
import mmap
import os
import pickle
import signal
import tempfile
import traceback

SECONDS = int(os.environ.get("SMARTKPI_SECONDS") or 60)


class Note:
    """What the child is doing; it can be read after the child has died."""

    def __init__(self):
        self.page = mmap.mmap(-1, 512)

    def write(self, text):
        data = text.encode()[:511]
        self.page[:len(data) + 1] = data + b"\0"

    def read(self):
        return self.page[:].partition(b"\0")[0].decode(errors="replace")


def run(work):
    """Runs work(note, capture) in a child. Gives (its result, None), or (None, how it died and what it was doing). The
    file capture is for its output, such as the report of a sanitizer."""
    note = Note()
    capture = tempfile.TemporaryFile()
    ours, theirs = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(ours)
        signal.alarm(SECONDS)
        try:
            answer = pickle.dumps((work(note, capture), None))
        except BaseException as e:
            answer = pickle.dumps((None, f"{type(e).__name__}: {e}"
                                   + ("" if type(e).__name__ == "LineError" else "\n" + traceback.format_exc())))
        with os.fdopen(theirs, "wb") as f:
            f.write(answer)
        ctypes.CDLL(None).exit(0)  # the exit of C, which lets gcov write its counts, without the end of Python
    os.close(theirs)
    with os.fdopen(ours, "rb") as f:
        answer = f.read()
    _, ended = os.waitpid(child, 0)
    if answer:
        return pickle.loads(answer)
    if os.WIFSIGNALED(ended):
        number = os.WTERMSIG(ended)
        how = "it does not end" if number == signal.SIGALRM else f"it dies of {signal.Signals(number).name}"
    else:
        how = f"it ends its process with status {os.WEXITSTATUS(ended)}"
    capture.seek(0)
    printed = capture.read(4000).decode(errors="replace")
    return None, f"{how} in: {note.read()}" + ("\n" + printed if printed else "")
