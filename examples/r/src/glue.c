/* Outcomes of calls, names of choices, and the registration of the package's routines. */
#include "glue.h"

#include <R_ext/Rdynload.h>
#include <stdio.h>
#include <string.h>

void outcome_add(outcome *o, skpi_status status, size_t from)
{
    const int first = !o->status || (status < 0 && o->status >= 0);
    const int told = status < 0 || (status & (SKPI_WROWS | SKPI_WUNUSUAL));
    o->status = status < 0 ? (int)status : o->status | (int)status;
    if (!told || (!first && *o->words)) return;
    skpi_error e = {.size = sizeof e};
    if (skpi_last_error_get(&e) < 0) return;
    snprintf(o->words, sizeof o->words, "%s", skpi_last_error());
    o->argument = e.name;
    o->row = e.row < 0 ? -1 : (double)e.row + (double)from;
    o->column = (double)e.column;
    o->value = e.value;
}

SEXP outcome_list(const outcome *o, SEXP results, SEXP row_status)
{
    static const char *const names[] = {"status", "words",  "argument",   "row", "column",
                                        "value",  "result", "row_status", "name"};
    enum { NAMES = sizeof names / sizeof *names };
    SEXP out = PROTECT(allocVector(VECSXP, NAMES)), name = PROTECT(allocVector(STRSXP, NAMES));
    for (int i = 0; i < NAMES; i++) SET_STRING_ELT(name, i, mkChar(names[i]));
    setAttrib(out, R_NamesSymbol, name);
    SET_VECTOR_ELT(out, 0, ScalarInteger(o->status));
    SET_VECTOR_ELT(out, 1, ScalarString(mkCharCE(o->words, CE_UTF8)));
    SET_VECTOR_ELT(out, 2, mkString(o->argument ? o->argument : ""));
    SET_VECTOR_ELT(out, 3, ScalarReal(o->row));
    SET_VECTOR_ELT(out, 4, ScalarReal(o->column));
    SET_VECTOR_ELT(out, 5, ScalarReal(o->value));
    SET_VECTOR_ELT(out, 6, results);
    SET_VECTOR_ELT(out, 7, row_status);
    SET_VECTOR_ELT(out, 8, mkString(skpi_status_name(o->status)));
    UNPROTECT(2);
    return out;
}

/* The numbers of the choices whose constants begin with prefix, named by the rest in small letters. */
SEXP call_choices(SEXP prefix)
{
    enum { FIRST = 3000, LAST = 30000, MOST = 64 };
    const char *begin = CHAR(STRING_ELT(prefix, 0));
    int found[MOST], n = 0;
    for (int i = FIRST; i < LAST && n < MOST; i++) {
        const char *name = skpi_constant_name(i);
        if (name && !strncmp(name, begin, strlen(begin))) found[n++] = i;
    }
    SEXP out = PROTECT(allocVector(INTSXP, n)), names = PROTECT(allocVector(STRSXP, n));
    for (int i = 0; i < n; i++) {
        INTEGER(out)[i] = found[i];
        SET_STRING_ELT(names, i, mkChar(skpi_constant_name(found[i]) + strlen(begin)));
    }
    setAttrib(out, R_NamesSymbol, names);
    UNPROTECT(2);
    return out;
}

/* Of each bit of a warning: its sentence, named by the constant. */
SEXP call_messages(SEXP status)
{
    const int bits = INTEGER(status)[0];
    int n = 0, at = 0;
    for (int bit = 1; bit > 0 && bit <= bits; bit *= 2) n += !!(bits & bit);
    SEXP out = PROTECT(allocVector(STRSXP, n)), names = PROTECT(allocVector(STRSXP, n));
    for (int bit = 1; at < n; bit *= 2)
        if (bits & bit) {
            SET_STRING_ELT(out, at, mkChar(skpi_status_message(bit)));
            SET_STRING_ELT(names, at++, mkChar(skpi_status_name(bit)));
        }
    setAttrib(out, R_NamesSymbol, names);
    UNPROTECT(2);
    return out;
}

SEXP call_version(void) { return mkString(skpi_version()); }

void R_init_smartkpi(DllInfo *dll)
{
    static const R_CallMethodDef routines[] = {{"arguments", (DL_FUNC)&call_arguments, 1},
                                               {"choices", (DL_FUNC)&call_choices, 1},
                                               {"fan", (DL_FUNC)&call_fan, 4},
                                               {"messages", (DL_FUNC)&call_messages, 1},
                                               {"rows", (DL_FUNC)&call_rows, 4},
                                               {"version", (DL_FUNC)&call_version, 0},
                                               {NULL, NULL, 0}};
    R_registerRoutines(dll, NULL, routines, NULL, NULL);
    R_useDynamicSymbols(dll, FALSE);
    R_forceSymbols(dll, TRUE);
}
