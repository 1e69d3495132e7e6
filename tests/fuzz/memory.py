"""Memory that tells who walks out of it: every array lies against a page that cannot be read or written.

A slot is some pages between two forbidden ones.  What is placed in it ends at the page behind (or, with start=True,
begins behind the page before); the rest of the slot is canary.  A read or write past the end is a SIGSEGV, a write
elsewhere in the slot shows when it is looked at.
"""
import ctypes
import mmap

PAGE = mmap.PAGESIZE
CANARY = 0xA5
PROT_NONE = 0

_libc = ctypes.CDLL(None, use_errno=True)
_libc.mprotect.argtypes = [ctypes.c_void_p, ctypes.c_size_t, ctypes.c_int]


class Slot:
    def __init__(self, pages):
        self.room = pages * PAGE
        self.map = mmap.mmap(-1, self.room + 2 * PAGE, flags=mmap.MAP_PRIVATE | mmap.MAP_ANONYMOUS)
        self.base = ctypes.addressof(ctypes.c_char.from_buffer(self.map)) + PAGE
        for at in (self.base - PAGE, self.base + self.room):
            if _libc.mprotect(at, PAGE, PROT_NONE):
                raise OSError(ctypes.get_errno(), "mprotect")
        self.blank = bytes([CANARY]) * self.room


class Region:
    """An array or struct that was placed in a slot. path is its name as in errors, but without indices."""

    def __init__(self, slot, path, role, content, align, start):
        self.slot, self.path, self.role, self.size = slot, path, role, len(content)
        self.at = 0 if start else (slot.room - self.size) // align * align
        if self.size == 0:
            self.at = slot.room  # nothing in it may be read
        self.image = slot.blank[:self.at] + bytes(content) + slot.blank[self.at + self.size:]
        slot.map[PAGE:PAGE + slot.room] = self.image
        self.address = slot.base + self.at
        self.content = bytes(content)

    def now(self):
        at = PAGE + self.at
        return self.slot.map[at:at + self.size]

    def touched(self):
        """Whether anything in the slot has changed."""
        return self.slot.map[PAGE:PAGE + self.slot.room] != self.image

    def strayed(self):
        """Whether anything outside the array has changed."""
        now = self.slot.map[PAGE:PAGE + self.slot.room]
        return now[:self.at] != self.image[:self.at] or now[self.at + self.size:] != self.image[self.at + self.size:]


class Arena:
    """Slots that every call uses again."""

    def __init__(self):
        self.free, self.used = {}, []

    def place(self, path, role, content, align, start=False):
        pages = max(1, -(-len(content) // PAGE))
        stock = self.free.setdefault(pages, [])
        slot = stock.pop() if stock else Slot(pages)
        self.used.append(slot)
        return Region(slot, path, role, content, align, start)

    def clear(self):
        for slot in self.used:
            self.free[slot.room // PAGE].append(slot)
        self.used = []
