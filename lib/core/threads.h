/* Distributes tasks over threads, with progress and cancellation.
 *
 * skpi__parallel runs task(context, i) for i = 0 .. n - 1 on up to `threads` threads (0 and 1: only the calling
 * thread).  After a task has failed, no further task is started.  The status and words of the failed task with the
 * lowest number are returned, as if it had failed in the calling thread.  progress is called only in the calling
 * thread; after it returns anything but 0, no further task is started.  ETHREAD means that a thread could not be
 * started; the threads that were started have ended.  The results of a task must not depend on the thread that runs
 * it.
 */
#ifndef SKPI_CORE_THREADS_H
#define SKPI_CORE_THREADS_H
#include "core/error.h"

typedef skpi_status (*skpi__task)(void *context, uint64_t i);

/* Threads and progress as the caller's options have them, and what these options are called. */
typedef struct skpi__crew {
    int32_t threads;
    skpi_progress progress; /* NULL: none */
    void *user;
    const char *threads_name, *progress_name;
} skpi__crew;
#define SKPI__CREW(options, o) \
    (&(const skpi__crew){(o)->threads, (o)->progress, (o)->user, #options "->threads", #options "->progress"})

skpi_status skpi__parallel(skpi__at at, const skpi__crew *crew, uint64_t n, skpi__task task, void *context);

#endif
