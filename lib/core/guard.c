/* The guard around GSL; guard.h says what it promises.
 *
 * The host's handler is read and restored under a mutex.  Errors are raised without the mutex, at any time and in any
 * thread; all that the handler reads is therefore atomic or belongs to the thread.
 */
#include "core/guard.h"
#include <gsl/gsl_errno.h>
#include <pthread.h>
#include <stdatomic.h>
#include <stddef.h>

static pthread_mutex_t mutex = PTHREAD_MUTEX_INITIALIZER;
static unsigned inside;                     /* threads between enter and leave; guarded by the mutex */
static _Atomic(gsl_error_handler_t *) host; /* the host's handler; NULL = GSL's default */
static atomic_uint_fast64_t swallowed;
static _Thread_local unsigned depth; /* nested calls of enter in this thread */
static _Thread_local int raised;     /* GSL's last error since this thread's outermost enter */

static void guard_forward(const char *reason, const char *file, int line, int error)
{
    gsl_error_handler_t *handler = atomic_load(&host);
    if (handler) {
        handler(reason, file, line, error);
        return;
    }
    /* GSL's default handler prints and aborts.  It is left to GSL: with no handler set, gsl_error does not return. */
    pthread_mutex_lock(&mutex);
    gsl_set_error_handler(NULL);
    gsl_error(reason, file, line, error);
}

static void guard_handler(const char *reason, const char *file, int line, int error)
{
    if (!depth) {
        guard_forward(reason, file, line, error);
        return;
    }
    raised = error;
    atomic_fetch_add(&swallowed, 1);
}

/* Gives the host its handler back; one that the host has set in the meantime is kept. */
static void guard_restore(void)
{
    gsl_error_handler_t *now = gsl_set_error_handler(atomic_load(&host));
    if (now != guard_handler) gsl_set_error_handler(now);
}

/* A fork waits until no thread changes the handler.  In the child the forking thread is the only one: those that were
 * inside will never leave. */
static void guard_fork(void) { pthread_mutex_lock(&mutex); }

static void guard_parent(void) { pthread_mutex_unlock(&mutex); }

static void guard_child(void)
{
    inside = depth ? 1 : 0;
    if (!inside) guard_restore();
    pthread_mutex_unlock(&mutex);
}

static void guard_begin(void) { pthread_atfork(guard_fork, guard_parent, guard_child); }

void skpi__gsl_enter(void)
{
    static pthread_once_t begun = PTHREAD_ONCE_INIT;
    if (depth++) return;
    pthread_once(&begun, guard_begin);
    raised = 0;
    pthread_mutex_lock(&mutex);
    inside++;
    /* also if other threads are inside: the host may have set a handler since they entered */
    gsl_error_handler_t *before = gsl_set_error_handler(guard_handler);
    if (before != guard_handler) atomic_store(&host, before);
    pthread_mutex_unlock(&mutex);
}

int skpi__gsl_leave(void)
{
    if (--depth) return raised;
    pthread_mutex_lock(&mutex);
    if (!--inside) guard_restore();
    pthread_mutex_unlock(&mutex);
    return raised;
}

uint64_t skpi__gsl_swallowed(void) { return atomic_load(&swallowed); }
