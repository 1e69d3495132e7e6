# Calls of the library: what a caller gives becomes vectors of exact types, and how a call ended becomes a condition.

refuse <- function(words, argument = "", name = "SKPI_EINVAL", row = NA_integer_, value = NA_real_, status = -1L,
                   call = NULL)
    stop(structure(class = c(name, "smartkpi_error", "error", "condition"),
                   list(message = words, call = call, status = status, name = name, argument = argument, row = row,
                        value = value)))

warn <- function(words, name, status, call)
    warning(structure(class = c(name, "smartkpi_warning", "warning", "condition"),
                      list(message = paste0(name, ": ", words), call = call, status = status, name = name)))

quoted <- function(x) if (is.character(x)) encodeString(x, quote = "\"") else format(x, digits = 15)

# A column of numbers; NA is a NaN of the library.
number <- function(x, name) {
    if (is.logical(x) && all(is.na(x))) x <- as.double(x)
    if (!is.numeric(x) || inherits(x, c("Date", "POSIXt", "difftime")))
        refuse(sprintf("%s is of class %s, and numbers are expected", name, class(x)[1L]), name)
    as.double(x)
}

# A column of whole numbers of 32 bits, such as years; NA is refused.
whole <- function(x, name) {
    x <- number(x, name)
    bad <- which(is.na(x) | x != trunc(x) | abs(x) > .Machine$integer.max)
    if (length(bad))
        refuse(sprintf("%s[%d] = %s is not a whole number", name, bad[1L], quoted(x[bad[1L]])), name, row = bad[1L],
               value = x[bad[1L]])
    as.integer(x)
}

# Choices by name or number, such as "large"; NULL is 0, the default.
kept <- new.env(parent = emptyenv())
choice <- function(x, name, prefix) {
    if (is.null(x)) return(0L)
    if (is.factor(x)) x <- as.character(x)
    if (!is.character(x)) return(whole(x, name))
    if (is.null(kept[[prefix]])) kept[[prefix]] <- .Call(C_choices, prefix)
    known <- kept[[prefix]]
    found <- known[match(toupper(x), names(known))]
    bad <- which(is.na(found))
    if (length(bad))
        refuse(sprintf("%s[%d] = %s is none of %s", name, bad[1L], quoted(x[bad[1L]]),
                       paste0("\"", tolower(names(known)), "\"", collapse = ", ")), name, row = bad[1L])
    unname(found)
}

one <- function(x, name) {
    if (length(x) != 1L) refuse(sprintf("%s has %d values, and one is expected", name, length(x)), name)
    x
}

# How a call ended, in the terms of R: names without the library's structs, rows counted from 1.
spoken <- function(o) {
    words <- sub("^skpi_\\w+: ", "", o$words)
    words <- gsub("\\b(in|path|options|out)->", "", words, perl = TRUE)
    begin <- sub("^.*->", "", o$argument)
    if (o$row >= 0 && nzchar(begin))
        words <- sub(sprintf("^%s\\[[0-9]+\\]", begin), sprintf("%s[%.0f]", begin, o$row + 1), words)
    list(words = words, argument = begin)
}

# The results of a call; a failure is an error, a warning is a warning.
answer <- function(o, call) {
    if (o$status == -61L) { # canceled: R was interrupted
        signalCondition(structure(class = c("interrupt", "condition"), list(message = "", call = call)))
        invokeRestart("abort")
    }
    said <- spoken(o)
    if (o$status < 0L)
        refuse(said$words, said$argument, o$name, if (o$row < 0) NA_integer_ else as.integer(o$row) + 1L, o$value,
               o$status, call)
    if (o$status > 0L) {
        messages <- .Call(C_messages, o$status)
        for (name in names(messages)) {
            own <- name %in% c("SKPI_WROWS", "SKPI_WUNUSUAL") && nzchar(said$words)
            words <- if (own) said$words else messages[[name]]
            warn(words, name, o$status, call)
        }
    }
    o$result
}

# One value for each row of a column; a single value is that of every row.
columns <- function(given, kinds) {
    long <- grepl("[dDiI]", kinds) & !vapply(given, is.null, NA)
    lengths <- lengths(given)[long]
    n <- if (any(lengths != 1L)) max(lengths[lengths != 1L], 0L) else 1L
    bad <- which(lengths != 1L & lengths != n)
    if (length(bad)) {
        other <- names(lengths)[match(n, lengths)]
        refuse(sprintf("%s has %d values, and %s has %d", names(lengths)[bad[1L]], lengths[bad[1L]], other, n),
               names(lengths)[bad[1L]], "SKPI_EINCONSISTENT", status = -29L)
    }
    given[long] <- lapply(given[long], rep_len, n)
    list(n = n, given = given)
}

# Calls a function over rows.  given: its arguments in the order of the library.
rows <- function(name, given, status = FALSE, call = sys.call(-1L)) {
    force(call)
    kinds <- strsplit(.Call(C_arguments, name), "")[[1L]]
    stopifnot(length(kinds) == length(given))
    for (k in seq_along(kinds)) {
        argument <- names(given)[k]
        if (is.null(given[[k]])) {
            if (kinds[k] %in% c("D", "I")) next
            refuse(sprintf("%s is NULL, and a value is expected", argument), argument)
        }
        given[[k]] <- if (kinds[k] %in% c("d", "D", "x")) number(given[[k]], argument) else whole(given[[k]], argument)
        if (kinds[k] %in% c("x", "w", "y")) one(given[[k]], argument)
    }
    n_years <- given[kinds == "y"]
    if (length(n_years) && (n_years[[1L]] < 1L || n_years[[1L]] > 901L))
        refuse(sprintf("n_years = %d is not from 1 to 901", n_years[[1L]]), "n_years", "SKPI_ERANGE", status = -21L)
    taken <- columns(given, kinds)
    o <- .Call(C_rows, name, unname(taken$given), taken$n, isTRUE(status))
    result <- answer(o, call)
    result <- if (length(result) == 1L) result[[1L]] else if (any(kinds == "y")) result else as.data.frame(result)
    if (isTRUE(status)) attr(result, "status") <- o$row_status
    result
}

# The years of a projection are the names of the rows of its matrices.
with_years <- function(result, first_year) {
    named <- function(m) {
        rownames(m) <- first_year + seq_len(nrow(m)) - 1L
        m
    }
    if (!is.list(result)) return(named(result))
    kept <- attr(result, "status")
    result <- lapply(result, named)
    attr(result, "status") <- kept
    result
}

library_version <- function() .Call(C_version)
