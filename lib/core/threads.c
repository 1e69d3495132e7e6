/* Distributes tasks over threads; threads.h says what is promised. */
#include "core/threads.h"
#include "core/size.h"
#include <pthread.h>
#include <signal.h>
#include <stdatomic.h>
#include <stdlib.h>

typedef struct work {
    skpi__task task;
    void *context;
    uint64_t n;
    atomic_uint_fast64_t next, done;
    atomic_int stop;
    pthread_mutex_t mutex; /* guards the members below */
    skpi_status failed;
    uint64_t failed_task;
    skpi__error_record record;
} work;

/* Records a failed task.  Tasks are handed out in order, and every task that was handed out is run.  The failed task
 * with the lowest number is therefore the same for every number of threads. */
static void task_fail(work *w, uint64_t i, skpi_status status)
{
    pthread_mutex_lock(&w->mutex);
    if (!w->failed || i < w->failed_task) {
        w->failed = status;
        w->failed_task = i;
        skpi__error_save(&w->record);
    }
    pthread_mutex_unlock(&w->mutex);
    atomic_store(&w->stop, 1);
}

/* Runs the next task; returns 0 if there is none left. */
static int task_step(work *w)
{
    if (atomic_load(&w->stop)) return 0;
    uint64_t i = atomic_fetch_add(&w->next, 1);
    if (i >= w->n) return 0;
    skpi_status s = w->task(w->context, i);
    if (s < 0)
        task_fail(w, i, s);
    else
        atomic_fetch_add(&w->done, 1);
    return 1;
}

static void *task_helper(void *context)
{
    while (task_step(context)) {
    }
    return NULL;
}

/* Starts helpers, and returns how many there are.  They take no signal: a handler of the program runs in a thread of
 * the program. */
static size_t task_start(size_t helpers, pthread_t *thread, work *w)
{
    sigset_t all, before;
    size_t started = 0;
    sigfillset(&all);
    pthread_sigmask(SIG_SETMASK, &all, &before);
    while (started < helpers && !pthread_create(thread + started, NULL, task_helper, w)) started++;
    pthread_sigmask(SIG_SETMASK, &before, NULL);
    return started;
}

skpi_status skpi__parallel(skpi__at at, const skpi__crew *crew, uint64_t n, skpi__task task, void *context)
{
    const int32_t threads = crew->threads;
    work w = {.task = task, .context = context, .n = n, .mutex = PTHREAD_MUTEX_INITIALIZER};
    size_t helpers = threads > 1 ? (size_t)threads - 1 : 0, started = 0;
    if (helpers >= n) helpers = n ? (size_t)n - 1 : 0;
    pthread_t *thread = helpers ? skpi__alloc(helpers, 1, sizeof *thread) : NULL;
    if (helpers && !thread) return skpi__no_memory(at, crew->threads_name, (size_t)threads);
    started = task_start(helpers, thread, &w);
    if (started < helpers) atomic_store(&w.stop, 1);
    int canceled = 0;
    if (started == helpers)
        while (task_step(&w)) {
            uint64_t done = atomic_load(&w.done);
            if (crew->progress && done < n && crew->progress(done, n, crew->user)) {
                canceled = 1;
                atomic_store(&w.stop, 1); /* this ends the loop too */
            }
        }
    for (size_t i = 0; i < started; i++) pthread_join(thread[i], NULL);
    if (crew->progress && !canceled && atomic_load(&w.done) == n) canceled = crew->progress(n, n, crew->user) != 0;
    free(thread);
    pthread_mutex_destroy(&w.mutex);
    if (started < helpers)
        return skpi__fail(at, SKPI_ETHREAD, crew->threads_name, threads, "could not all be started (%zu were)",
                          started + 1);
    if (w.failed) {
        skpi__error_restore(&w.record);
        return w.failed;
    }
    if (canceled) return skpi__refuse(at, SKPI_ECANCELED, crew->progress_name, "asked to stop");
    return SKPI_OK;
}
