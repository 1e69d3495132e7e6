/* Calls of functions over rows: R's vectors are used in place, and R hears an interrupt between parts of the rows.
 *
 * R's matrices are stored by columns, so that each row of the library is a column of the result. */
#include "rows.h"

#include "glue.h"

#include <R_ext/Utils.h>

enum { TOGETHER = 4096 }; /* rows between two looks for an interrupt */

static const rows_function *known(SEXP name)
{
    const rows_function *f = rows_find(CHAR(STRING_ELT(name, 0)));
    if (!f) error("%s is not in the table of functions", CHAR(STRING_ELT(name, 0)));
    return f;
}

SEXP call_arguments(SEXP name) { return mkString(known(name)->arguments); }

static void take(rows *r, const rows_function *f, SEXP arguments)
{
    for (int k = 0; f->arguments[k]; k++) {
        SEXP x = VECTOR_ELT(arguments, k);
        switch (f->arguments[k]) {
        case 'd':
        case 'D': r->number[k] = isNull(x) ? NULL : REAL(x); break;
        case 'i':
        case 'I': r->whole[k] = isNull(x) ? NULL : INTEGER(x); break;
        case 'x': r->one[k] = REAL(x)[0]; break;
        default: r->one_whole[k] = INTEGER(x)[0];
        }
    }
}

static size_t width(const rows *r, const rows_function *f)
{
    for (int k = 0; f->arguments[k]; k++)
        if (f->arguments[k] == 'y') return (size_t)r->one_whole[k];
    return (size_t)f->width;
}

/* The list of results; the members of r point to them. */
static SEXP results(rows *r, const rows_function *f, size_t wide)
{
    int n = 0;
    while (f->results[n]) n++;
    SEXP out = PROTECT(allocVector(VECSXP, n)), names = PROTECT(allocVector(STRSXP, n));
    for (int k = 0; k < n; k++) {
        SEXP one;
        SET_STRING_ELT(names, k, mkChar(f->result_names[k]));
        if (f->results[k] == 'D')
            one = allocMatrix(REALSXP, (int)wide, (int)r->n);
        else
            one = allocVector(f->results[k] == 'd' ? REALSXP : INTSXP, (R_xlen_t)r->n);
        SET_VECTOR_ELT(out, k, one);
        if (f->results[k] == 'i')
            r->result_whole[k] = INTEGER(one);
        else
            r->result[k] = REAL(one);
    }
    setAttrib(out, R_NamesSymbol, names);
    UNPROTECT(2);
    return out;
}

/* Moves the pointers to the next part. */
static void move(rows *r, const rows_function *f, size_t wide)
{
    for (int k = 0; f->arguments[k]; k++) {
        if (r->number[k]) r->number[k] += r->n;
        if (r->whole[k]) r->whole[k] += r->n;
    }
    for (int k = 0; f->results[k]; k++) {
        if (r->result[k]) r->result[k] += r->n * (f->results[k] == 'D' ? wide : 1);
        if (r->result_whole[k]) r->result_whole[k] += r->n;
    }
    if (r->status) r->status += r->n;
}

/* name: a row of the table; arguments: a list in its order, of exact types and with n values in each column; wanted:
 * whether each row has a status of its own. */
SEXP call_rows(SEXP name, SEXP arguments, SEXP n, SEXP wanted)
{
    const rows_function *f = known(name);
    const size_t all = (size_t)asReal(n);
    rows r = {.n = all};
    outcome o = {.row = -1, .column = -1, .value = R_NaN};
    take(&r, f, arguments);
    const size_t wide = width(&r, f);
    SEXP status = PROTECT(asLogical(wanted) ? allocVector(INTSXP, (R_xlen_t)all) : R_NilValue);
    SEXP result = PROTECT(results(&r, f, wide));
    r.status = isNull(status) ? NULL : INTEGER(status);
    for (size_t from = 0; (!from || from < all) && o.status >= 0; from += TOGETHER) {
        r.n = all - from > TOGETHER ? TOGETHER : all - from;
        outcome_add(&o, f->run(&r), from);
        move(&r, f, wide);
        R_CheckUserInterrupt(); /* nothing is open that a jump would leave behind */
    }
    SEXP out = outcome_list(&o, result, status);
    UNPROTECT(2);
    return out;
}
