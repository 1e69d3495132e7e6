/* The record of the calling thread's last failure.
 *
 * It is not thread-local in the sense of C11: the C library allocates such memory of a library that the host has loaded
 * by dlopen at its first use in a thread, and ends the process if there is none.
 */
#ifndef SKPI_CORE_THREAD_RECORD_H
#define SKPI_CORE_THREAD_RECORD_H
#include <smartkpi/base.h>

enum { SKPI__WORDS = 400 };
typedef struct skpi__error_record {
    skpi_error error;
    char words[SKPI__WORDS];
} skpi__error_record;

/* This thread's record; NULL if it has none yet. */
skpi__error_record *skpi__thread_record(void);
/* The same, which is made if there is none yet; NULL if there is no memory for it. */
skpi__error_record *skpi__thread_record_made(void);
/* Copies, which carry a failure from the thread where it happened to the thread that reports it. */
void skpi__error_save(skpi__error_record *record);
void skpi__error_restore(const skpi__error_record *record);

#endif
