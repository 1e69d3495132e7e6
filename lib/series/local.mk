lib_libskpi_la_SOURCES += %D%/composition.c %D%/crossing.c %D%/growth.c %D%/interpolate.c %D%/scale.h %D%/score.c %D%/score.h
lib_libskpi_la_SOURCES += %D%/trend.c %D%/trend.h
lib_libskpi_la_SOURCES += %D%/curve.c %D%/curve.h %D%/curve_fit.c %D%/curve_start.c %D%/curve_task.h %D%/curves.c \
  %D%/fit.c %D%/fit_options.c %D%/fit_options.h %D%/forecast.c %D%/holt.c %D%/line.c %D%/model.c %D%/unit.h
lib_libskpi_la_SOURCES += %D%/composition.h %D%/composition_forecast.c %D%/backtest.c
