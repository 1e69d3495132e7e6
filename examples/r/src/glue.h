/* What R's values become in C, and what a call of the library becomes in R. */
#ifndef SMARTKPI_R_GLUE_H
#define SMARTKPI_R_GLUE_H
#include <Rinternals.h>
#include <smartkpi.h>

/* How a call ended, taken from the library at once: its next failure in this thread replaces the words. */
typedef struct outcome {
    int status;
    char words[1024];     /* of a failure, of failed rows, or of an unusual value */
    const char *argument; /* and its row and column from 0 on, -1 where there is none */
    double row, column, value;
} outcome;

/* Adds the status of the rows from `from` on. */
void outcome_add(outcome *o, skpi_status status, size_t from);
/* The list that R's side reads: results and how the call ended. */
SEXP outcome_list(const outcome *o, SEXP results, SEXP row_status);

/* What the routines of the package give; R/call.R calls them. */
SEXP call_choices(SEXP prefix);
SEXP call_arguments(SEXP name);
SEXP call_messages(SEXP status);
SEXP call_rows(SEXP name, SEXP arguments, SEXP n, SEXP wanted);
SEXP call_fan(SEXP columns, SEXP axis, SEXP numbers, SEXP prob);
SEXP call_version(void);

#endif
