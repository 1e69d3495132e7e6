lib_libskpi_la_SOURCES += %D%/draw.c
lib_libskpi_la_SOURCES += %D%/accumulator.c %D%/deserialise.c %D%/event.c %D%/exact.c %D%/hash.h %D%/histogram.c \
  %D%/merge.c %D%/model.h %D%/plan.c %D%/plan.h %D%/record.c %D%/record.h %D%/result.c %D%/result.h %D%/run.c \
  %D%/serialise.c %D%/serialise.h %D%/shape.c %D%/shape.h %D%/stream.c %D%/tally.c %D%/total.h %D%/words.h %D%/work.c \
  %D%/work.h
