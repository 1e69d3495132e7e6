#!/bin/sh
# Every C file is laid out by .clang-format; tables of numbers and what is made are not looked at.
set -u
SRCDIR=${SRCDIR-$(cd "$(dirname "$0")/../.." && pwd)}
case $(clang-format --version 2>/dev/null) in
  *' version 14.'*) ;;
  *) echo 'skip format: clang-format 14 is not installed'; exit 77 ;;
esac
cd "$SRCDIR" || exit 1
bad=$(find include lib examples tests -name '*.[ch]' ! -name constants_table.c ! -name sobol_numbers.c ! -name layout.c ! -name entries_table.c \
  -exec clang-format --dry-run {} + 2>&1 | sed -n 's/: warning:.*//p' | sort -u)
if [ -n "$bad" ]; then echo "FAIL format: clang-format -i is due at"; echo "$bad"; exit 1; fi
echo 'ok format: C files are laid out by .clang-format'
