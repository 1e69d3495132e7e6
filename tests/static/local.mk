# Checkers of source code, and their findings that are answered; not a part of make check.
EXTRA_DIST += %D%/clang-tidy.txt
EXTRA_DIST += %D%/cppcheck.txt
EXTRA_DIST += %D%/gcc.txt
EXTRA_DIST += %D%/static.sh
