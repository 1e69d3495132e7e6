# The manual, one line a page; a name that shares a page is a link of one line: .so man3/<page>.3
dist_man_MANS =
# start here, and what every module uses
dist_man_MANS += %D%/smartkpi.7
dist_man_MANS += %D%/skpi_basis_join.3
dist_man_MANS += %D%/skpi_basis_name.3
dist_man_MANS += %D%/skpi_constant.3
dist_man_MANS += %D%/skpi_last_error.3
dist_man_MANS += %D%/skpi_last_error_get.3
dist_man_MANS += %D%/skpi_status_message.3
dist_man_MANS += %D%/skpi_status_name.3
dist_man_MANS += %D%/skpi_struct_size.3
dist_man_MANS += %D%/skpi_version.3
dist_man_MANS += %D%/skpi_version_number.3
# urbanisation
dist_man_MANS += %D%/smartkpi_urban.7
dist_man_MANS += %D%/skpi_urban_backtest.3
dist_man_MANS += %D%/skpi_urban_base.3
dist_man_MANS += %D%/skpi_urban_cities.3
dist_man_MANS += %D%/skpi_urban_crossing.3
dist_man_MANS += %D%/skpi_urban_interval.3
dist_man_MANS += %D%/skpi_urban_interval_converging.3
dist_man_MANS += %D%/skpi_urban_interval_fit.3
dist_man_MANS += %D%/skpi_urban_law.3
dist_man_MANS += %D%/skpi_urban_method_name.3
dist_man_MANS += %D%/skpi_urban_norm.3
dist_man_MANS += %D%/skpi_urban_norm_fit.3
dist_man_MANS += %D%/skpi_urban_population.3
dist_man_MANS += %D%/skpi_urban_project.3
dist_man_MANS += %D%/skpi_urban_project_history.3
dist_man_MANS += %D%/skpi_urban_slope.3
dist_man_MANS += %D%/skpi_urban_urgd.3
dist_man_MANS += %D%/skpi_urban_walk_quantile.3
# carbon
dist_man_MANS += %D%/smartkpi_carbon.7
dist_man_MANS += %D%/skpi_carbon_path_range.3
dist_man_MANS += %D%/skpi_carbon_path_solve.3
dist_man_MANS += %D%/skpi_carbon_path_value.3
dist_man_MANS += %D%/skpi_carbon_share.3
dist_man_MANS += %D%/skpi_carbon_warming.3
# the digital economy
dist_man_MANS += %D%/smartkpi_digital.7
dist_man_MANS += %D%/skpi_digital_coefficient.3
dist_man_MANS += %D%/skpi_digital_compare.3
dist_man_MANS += %D%/skpi_digital_definition_name.3
dist_man_MANS += %D%/skpi_digital_iotable_check.3
dist_man_MANS += %D%/skpi_digital_iotable_free.3
dist_man_MANS += %D%/skpi_digital_iotable_new.3
dist_man_MANS += %D%/skpi_digital_iotable_share.3
dist_man_MANS += %D%/skpi_digital_iotable_solve.3
dist_man_MANS += %D%/skpi_digital_share.3
# series
dist_man_MANS += %D%/skpi_series_curve.3
dist_man_MANS += %D%/skpi_series_fit.3
dist_man_MANS += %D%/skpi_series_forecast.3
