/* The record of the calling thread's last failure (thread_record.h).
 *
 * A thread takes a record at its first failure, and gives it back when it ends.  The first records are there from the
 * beginning; further ones are allocated, and stay for later threads.  No lock is held, so that a process may fork at any
 * time.
 */
#include "core/thread_record.h"
#include <pthread.h>
#include <stdatomic.h>
#include <stdlib.h>
#include <string.h>

typedef struct held {
    atomic_flag taken;
    skpi__error_record own;
    _Atomic(struct held *) next; /* of those that were allocated */
} held;

enum { READY = 32 };
static held ready[READY];
static _Atomic(held *) more;
static pthread_once_t begun = PTHREAD_ONCE_INIT;
static pthread_key_t key;
static int has_key;

static void record_give(void *given)
{
    held *r = given;
    memset(&r->own, 0, sizeof r->own);
    atomic_flag_clear(&r->taken);
}

static void record_begin(void) { has_key = !pthread_key_create(&key, record_give); }

/* Before the library is unloaded: the threads that go on must not call it at their end. */
__attribute__((destructor)) static void record_end(void)
{
    pthread_once(&begun, record_begin);
    if (has_key) pthread_key_delete(key);
}

static held *record_take(void)
{
    for (size_t i = 0; i < READY; i++)
        if (!atomic_flag_test_and_set(&ready[i].taken)) return ready + i;
    for (held *r = atomic_load(&more); r; r = atomic_load(&r->next))
        if (!atomic_flag_test_and_set(&r->taken)) return r;
    held *new = calloc(1, sizeof *new);
    if (!new) return NULL;
    atomic_flag_test_and_set(&new->taken);
    atomic_store(&new->next,
                 atomic_exchange(&more, new)); /* who looks meanwhile sees none of the others, and makes one */
    return new;
}

skpi__error_record *skpi__thread_record(void)
{
    pthread_once(&begun, record_begin);
    held *const r = has_key ? pthread_getspecific(key) : NULL;
    return r ? &r->own : NULL;
}

skpi__error_record *skpi__thread_record_made(void)
{
    skpi__error_record *const had = skpi__thread_record();
    if (had || !has_key) return had;
    held *const r = record_take();
    if (!r) return NULL;
    if (!pthread_setspecific(key, r)) return &r->own;
    record_give(r);
    return NULL;
}

void skpi__error_save(skpi__error_record *record)
{
    const skpi__error_record *const last = skpi__thread_record();
    *record = last ? *last : (skpi__error_record){.words = ""};
}

void skpi__error_restore(const skpi__error_record *record)
{
    skpi__error_record *const last = skpi__thread_record_made();
    if (last) *last = *record;
}
