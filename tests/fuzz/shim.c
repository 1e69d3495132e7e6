/* Failing allocations: preloaded, it stands before malloc and its like, and fails the n-th call that comes from the
 * watched libraries (the caller is told by the return address).  Blocks that they asked for and nobody freed are
 * counted.  The process that loads it drives it through shim_watch, shim_arm and shim_blocks.
 */
#ifndef _GNU_SOURCE
#define _GNU_SOURCE /* for RTLD_NEXT, dl_iterate_phdr and reallocarray */
#endif
#include <dlfcn.h>
#include <errno.h>
#include <link.h>
#include <pthread.h>
#include <stdint.h>
#include <stdlib.h>
#include <string.h>

size_t shim_watch(const char *fragment);
void shim_arm(uint64_t fail_at, int onwards);
uint64_t shim_calls(void);
uint64_t shim_failed(void);
uint64_t shim_blocks(void);
void shim_forget(void);

enum { RANGES = 64, SLOTS = 1 << 16 };
typedef struct range {
    uintptr_t from, to;
} range;

static range ranges[RANGES];
static size_t n_ranges;
static void *blocks[SLOTS]; /* open addressing; a slot that was used and freed holds GONE */
static char gone;
#define GONE ((void *)&gone)
static uint64_t calls, fail_at, failed, live;
static int onwards;
static pthread_mutex_t lock = PTHREAD_MUTEX_INITIALIZER;

static void *(*real_malloc)(size_t);
static void *(*real_calloc)(size_t, size_t);
static void *(*real_realloc)(void *, size_t);
static void *(*real_aligned)(size_t, size_t);
static int (*real_posix)(void **, size_t, size_t);
static void (*real_free)(void *);

static char boot[1 << 16]; /* for dlsym, which may allocate before it has returned */
static size_t booted;

static void *boot_alloc(size_t size)
{
    void *block = boot + booted;
    booted += (size + 15) / 16 * 16;
    return booted <= sizeof boot ? block : NULL;
}

static int is_boot(const void *block)
{
    return (const char *)block >= boot && (const char *)block < boot + sizeof boot;
}

static void find(void)
{
    static int busy;
    if (real_free || busy) return;
    busy = 1;
    *(void **)&real_malloc = dlsym(RTLD_NEXT, "malloc");
    *(void **)&real_calloc = dlsym(RTLD_NEXT, "calloc");
    *(void **)&real_realloc = dlsym(RTLD_NEXT, "realloc");
    *(void **)&real_aligned = dlsym(RTLD_NEXT, "aligned_alloc");
    *(void **)&real_posix = dlsym(RTLD_NEXT, "posix_memalign");
    *(void **)&real_free = dlsym(RTLD_NEXT, "free");
    busy = 0;
}

static int watch_one(struct dl_phdr_info *info, size_t size, void *fragment)
{
    (void)size;
    const char *base = info->dlpi_name ? strrchr(info->dlpi_name, '/') : NULL;
    base = base ? base + 1 : info->dlpi_name;
    if (!base || strncmp(base, fragment, strlen(fragment)) != 0) return 0;
    for (int i = 0; i < info->dlpi_phnum; i++) {
        const ElfW(Phdr) *p = info->dlpi_phdr + i;
        if (p->p_type != PT_LOAD || !(p->p_flags & PF_X) || n_ranges == RANGES) continue;
        ranges[n_ranges].from = info->dlpi_addr + p->p_vaddr;
        ranges[n_ranges].to = ranges[n_ranges].from + p->p_memsz;
        n_ranges++;
    }
    return 0;
}

/* Watches the loaded libraries whose file name begins with fragment; returns the number of ranges watched so far. */
size_t shim_watch(const char *fragment)
{
    char name[256];
    strncpy(name, fragment, sizeof name - 1);
    name[sizeof name - 1] = 0;
    dl_iterate_phdr(watch_one, name);
    return n_ranges;
}

/* Counts from 0 again and makes call number at fail (1 is the first, 0 none); with on also all calls after it. */
void shim_arm(uint64_t at, int on)
{
    pthread_mutex_lock(&lock);
    calls = failed = 0;
    fail_at = at;
    onwards = on;
    pthread_mutex_unlock(&lock);
}

uint64_t shim_calls(void) { return calls; }
uint64_t shim_failed(void) { return failed; }
uint64_t shim_blocks(void) { return live; }

/* Takes the live blocks for known leaks and counts anew. */
void shim_forget(void)
{
    pthread_mutex_lock(&lock);
    memset(blocks, 0, sizeof blocks);
    live = 0;
    pthread_mutex_unlock(&lock);
}

static int watched(const void *caller)
{
    uintptr_t at = (uintptr_t)caller;
    for (size_t i = 0; i < n_ranges; i++)
        if (at >= ranges[i].from && at < ranges[i].to) return 1;
    return 0;
}

static int refused(const void *caller)
{
    if (!watched(caller)) return 0;
    pthread_mutex_lock(&lock);
    calls++;
    int fail = fail_at && (calls == fail_at || (onwards && calls > fail_at));
    failed += (uint64_t)fail;
    pthread_mutex_unlock(&lock);
    if (fail) errno = ENOMEM;
    return fail;
}

static size_t slot_of(const void *block) { return ((uintptr_t)block >> 4) * 2654435761u % SLOTS; }

static void *keep(void *block, int ours)
{
    if (!block || !ours) return block;
    pthread_mutex_lock(&lock);
    for (size_t i = 0, s = slot_of(block); i < SLOTS; i++, s = (s + 1) % SLOTS)
        if (!blocks[s] || blocks[s] == GONE) {
            blocks[s] = block;
            live++;
            break;
        }
    pthread_mutex_unlock(&lock);
    return block;
}

static int drop(const void *block)
{
    int found = 0;
    if (!block || !live) return 0;
    pthread_mutex_lock(&lock);
    for (size_t i = 0, s = slot_of(block); i < SLOTS && blocks[s]; i++, s = (s + 1) % SLOTS)
        if (blocks[s] == block) {
            blocks[s] = GONE;
            live--;
            found = 1;
            break;
        }
    pthread_mutex_unlock(&lock);
    return found;
}

#define CALLER __builtin_return_address(0)

void *malloc(size_t size)
{
    find();
    if (!real_malloc) return boot_alloc(size);
    return refused(CALLER) ? NULL : keep(real_malloc(size), watched(CALLER));
}

void *calloc(size_t n, size_t size)
{
    find();
    if (!real_calloc) return boot_alloc(n * size); /* static memory is zero */
    return refused(CALLER) ? NULL : keep(real_calloc(n, size), watched(CALLER));
}

static void *resize(void *block, size_t size, const void *caller)
{
    find();
    if (refused(caller)) return NULL;
    if (is_boot(block)) {
        void *moved = real_malloc(size);
        size_t room = (size_t)(boot + sizeof boot - (char *)block);
        if (moved) memcpy(moved, block, size < room ? size : room);
        return moved;
    }
    int ours = drop(block); /* dropped first, because another thread may be given the old block at once */
    void *moved = real_realloc(block, size);
    if (!moved && size) keep(block, ours);
    return keep(moved, watched(caller));
}

void *realloc(void *block, size_t size) { return resize(block, size, CALLER); }

void *reallocarray(void *block, size_t n, size_t size)
{
    if (size && n > SIZE_MAX / size) {
        errno = ENOMEM;
        return NULL;
    }
    return resize(block, n * size, CALLER);
}

void *aligned_alloc(size_t alignment, size_t size)
{
    find();
    return refused(CALLER) ? NULL : keep(real_aligned(alignment, size), watched(CALLER));
}

int posix_memalign(void **block, size_t alignment, size_t size)
{
    find();
    if (refused(CALLER)) return ENOMEM;
    int failure = real_posix(block, alignment, size);
    if (!failure) keep(*block, watched(CALLER));
    return failure;
}

void free(void *block)
{
    find();
    if (is_boot(block)) return;
    drop(block);
    real_free(block);
}
