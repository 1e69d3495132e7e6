# Made from the headers by lib/interface/make.py; do not edit.
"""Constants, structs and functions of libsmartkpi, as the headers have them.

ENUMS       names and values by enum tag; each name is also a variable here
STRUCTS     ctypes mirrors;  MEMBERS: their members by name, typed like parameters;  COUNTS: names of those that count
HANDLES     opaque types;  CALLBACKS: ctypes function types
SIGNATURES  every function in the order of the headers: result, parameters, module (see _types.py)
bind(library) sets argtypes and restype of every function;  make("skpi_basis") is a zero struct with its size.
"""
from . import _types
from ._constants import *  # noqa: F403

ENUMS = _types.enums(globals(), {
    "skpi_status": """
        SKPI_OK SKPI_WROWS SKPI_WHORIZON SKPI_WWEAKFIT SKPI_WNOTCONVERGED SKPI_WMISSING SKPI_WADJUSTED
        SKPI_WNEGATIVE SKPI_WUNUSUAL SKPI_EINVAL SKPI_ESTRUCT SKPI_ESTATE SKPI_EBUFFER SKPI_EDOM SKPI_ERANGE
        SKPI_ENOTFINITE SKPI_EZERODIV SKPI_ENOTSORTED SKPI_EDUPLICATE SKPI_ENODATA SKPI_EDEFMIX SKPI_ENOTFOUND
        SKPI_EINCONSISTENT SKPI_EOVERFLOW SKPI_ENOTCONVERGED SKPI_ESINGULAR SKPI_EINFEASIBLE SKPI_ENOTPRODUCTIVE
        SKPI_ENOTBINDING SKPI_ENOMEM SKPI_ECANCELED SKPI_ECORRUPT SKPI_ETHREAD""",
    "skpi_none": """
        SKPI_NONE""",
    "skpi_basis_revision": """
        SKPI_BASIS_REVISION_PRELIMINARY SKPI_BASIS_REVISION_VERIFIED SKPI_BASIS_REVISION_CENSUS""",
    "skpi_basis_prices": """
        SKPI_BASIS_PRICES_CURRENT""",
    "skpi_basis_scale": """
        SKPI_BASIS_SCALE_ONE""",
    "skpi_basis_flag": """
        SKPI_BASIS_FLAG_LINKED""",
    "skpi_series_scale": """
        SKPI_SERIES_SCALE_LINEAR SKPI_SERIES_SCALE_LOG SKPI_SERIES_SCALE_LOGIT""",
    "skpi_series_model": """
        SKPI_SERIES_MODEL_PERSISTENCE SKPI_SERIES_MODEL_LINE SKPI_SERIES_MODEL_LOGIT_LINE SKPI_SERIES_MODEL_LOGISTIC
        SKPI_SERIES_MODEL_GOMPERTZ SKPI_SERIES_MODEL_BASS SKPI_SERIES_MODEL_HOLT""",
    "skpi_series_fan_form": """
        SKPI_SERIES_FAN_FORM_URBAN SKPI_SERIES_FAN_FORM_CARBON SKPI_SERIES_FAN_FORM_DIGITAL""",
    "skpi_series_logratio": """
        SKPI_SERIES_LOGRATIO_ALR SKPI_SERIES_LOGRATIO_ILR""",
    "skpi_ensemble_mode": """
        SKPI_ENSEMBLE_MODE_EXACT SKPI_ENSEMBLE_MODE_STREAM""",
    "skpi_ensemble_sampling": """
        SKPI_ENSEMBLE_SAMPLING_PLAIN SKPI_ENSEMBLE_SAMPLING_ANTITHETIC SKPI_ENSEMBLE_SAMPLING_SOBOL""",
    "skpi_ensemble_flag": """
        SKPI_ENSEMBLE_FLAG_NO_QUANTILES""",
    "skpi_ensemble_event": """
        SKPI_ENSEMBLE_EVENT_ABOVE SKPI_ENSEMBLE_EVENT_BELOW SKPI_ENSEMBLE_EVENT_PEAKED SKPI_ENSEMBLE_EVENT_SUM_BELOW
        SKPI_ENSEMBLE_EVENT_REACHED_ABOVE SKPI_ENSEMBLE_EVENT_REACHED_BELOW SKPI_ENSEMBLE_EVENT_KEPT_ABOVE
        SKPI_ENSEMBLE_EVENT_KEPT_BELOW""",
    "skpi_ensemble_dispatch": """
        SKPI_ENSEMBLE_DISPATCH_BEST SKPI_ENSEMBLE_DISPATCH_PLAIN SKPI_ENSEMBLE_DISPATCH_X86_64_V3
        SKPI_ENSEMBLE_DISPATCH_X86_64_V4""",
    "skpi_economy_reading": """
        SKPI_ECONOMY_READING_CONSISTENT SKPI_ECONOMY_READING_TOTAL SKPI_ECONOMY_READING_TRANSPOSED
        SKPI_ECONOMY_READING_COEFFICIENTS SKPI_ECONOMY_READING_COEFFICIENTS_PERCENT
        SKPI_ECONOMY_READING_OUTPUT_COEFFICIENTS SKPI_ECONOMY_READING_FLOW_UNIT SKPI_ECONOMY_READING_OUTPUT_UNIT
        SKPI_ECONOMY_READING_OUTPUT_IS_VALUE_ADDED SKPI_ECONOMY_READING_OUTPUT_IS_FINAL_DEMAND
        SKPI_ECONOMY_READING_FINAL_DEMAND_IS_VALUE_ADDED SKPI_ECONOMY_READING_FINAL_DEMAND_UNIT
        SKPI_ECONOMY_READING_COUNTED_TWICE SKPI_ECONOMY_READING_COLUMN_UNIT SKPI_ECONOMY_READING_ROW_FLOW_UNIT
        SKPI_ECONOMY_READING_ROW_OUTPUT_UNIT SKPI_ECONOMY_READING_ROW_DEMAND_UNIT
        SKPI_ECONOMY_READING_VALUE_ADDED_UNIT SKPI_ECONOMY_READING_IMPORTS SKPI_ECONOMY_READING_ROWS
        SKPI_ECONOMY_READING_COLUMNS SKPI_ECONOMY_READING_VALUE_ADDED SKPI_ECONOMY_READING_FEW_FLOWS
        SKPI_ECONOMY_READING_NEGATIVE_DEMAND""",
    "skpi_economy_extraction": """
        SKPI_ECONOMY_EXTRACTION_BOTH SKPI_ECONOMY_EXTRACTION_COLUMN SKPI_ECONOMY_EXTRACTION_ROW""",
    "skpi_economy_quotient": """
        SKPI_ECONOMY_QUOTIENT_SLQ SKPI_ECONOMY_QUOTIENT_CILQ SKPI_ECONOMY_QUOTIENT_FLQ SKPI_ECONOMY_QUOTIENT_AFLQ""",
    "skpi_economy_scaling": """
        SKPI_ECONOMY_SCALING_RAS SKPI_ECONOMY_SCALING_GRAS""",
    "skpi_economy_profile": """
        SKPI_ECONOMY_PROFILE_SURVIVAL SKPI_ECONOMY_PROFILE_COHORT SKPI_ECONOMY_PROFILE_GEOMETRIC""",
    "skpi_economy_index": """
        SKPI_ECONOMY_INDEX_LASPEYRES SKPI_ECONOMY_INDEX_PAASCHE SKPI_ECONOMY_INDEX_FISHER
        SKPI_ECONOMY_INDEX_TORNQVIST""",
    "skpi_economy_deflation": """
        SKPI_ECONOMY_DEFLATION_DOUBLE SKPI_ECONOMY_DEFLATION_SINGLE SKPI_ECONOMY_DEFLATION_TORNQVIST""",
    "skpi_economy_split": """
        SKPI_ECONOMY_SPLIT_MIDPOINT SKPI_ECONOMY_SPLIT_BASE_YEAR""",
    "skpi_urban_definition": """
        SKPI_URBAN_DEFINITION_NATIONAL SKPI_URBAN_DEFINITION_DEGURBA""",
    "skpi_urban_last_observation_rule": """
        SKPI_URBAN_LAST_OBSERVATION_RULE_LOGIT SKPI_URBAN_LAST_OBSERVATION_RULE_CUBIC""",
    "skpi_urban_size": """
        SKPI_URBAN_SIZE_LARGE SKPI_URBAN_SIZE_SMALL""",
    "skpi_urban_method": """
        SKPI_URBAN_METHOD_UN SKPI_URBAN_METHOD_DAMPED SKPI_URBAN_METHOD_CONSTANT SKPI_URBAN_METHOD_LINEAR
        SKPI_URBAN_METHOD_PERSISTENCE SKPI_URBAN_METHOD_LOGISTIC SKPI_URBAN_METHOD_GOMPERTZ
        SKPI_URBAN_METHOD_BOCQUIER SKPI_URBAN_METHOD_MEAN SKPI_URBAN_METHOD_CONVERGING SKPI_URBAN_METHOD_CAUTIOUS""",
    "skpi_urban_flag": """
        SKPI_URBAN_FLAG_FALLBACK SKPI_URBAN_FLAG_CONVERGE_TO_ZERO""",
    "skpi_urban_scenario": """
        SKPI_URBAN_SCENARIO_CENTRAL SKPI_URBAN_SCENARIO_SLOW SKPI_URBAN_SCENARIO_FAST""",
    "skpi_urban_loss": """
        SKPI_URBAN_LOSS_HUBER SKPI_URBAN_LOSS_SQUARE""",
    "skpi_urban_error_source": """
        SKPI_URBAN_ERROR_SOURCE_REALTIME SKPI_URBAN_ERROR_SOURCE_RECORD""",
    "skpi_carbon_definition": """
        SKPI_CARBON_DEFINITION_TERRITORIAL""",
    "skpi_carbon_shape": """
        SKPI_CARBON_SHAPE_LINEAR SKPI_CARBON_SHAPE_EXPONENTIAL SKPI_CARBON_SHAPE_COMPOUND SKPI_CARBON_SHAPE_LOGISTIC
        SKPI_CARBON_SHAPE_CAPPED SKPI_CARBON_SHAPE_PEAK SKPI_CARBON_SHAPE_HERMITE""",
    "skpi_carbon_convention": """
        SKPI_CARBON_CONVENTION_INTEGRAL SKPI_CARBON_CONVENTION_ANNUAL_AFTER_BASE
        SKPI_CARBON_CONVENTION_ANNUAL_WITH_BASE""",
    "skpi_carbon_target": """
        SKPI_CARBON_TARGET_BUDGET SKPI_CARBON_TARGET_END SKPI_CARBON_TARGET_NET_ZERO""",
    "skpi_carbon_net_zero_verdict": """
        SKPI_CARBON_NET_ZERO_VERDICT_NEVER SKPI_CARBON_NET_ZERO_VERDICT_REACHED
        SKPI_CARBON_NET_ZERO_VERDICT_TEMPORARY SKPI_CARBON_NET_ZERO_VERDICT_ALREADY
        SKPI_CARBON_NET_ZERO_VERDICT_ALREADY_TEMPORARY""",
    "skpi_carbon_budget_rule": """
        SKPI_CARBON_BUDGET_RULE_PER_CAPITA SKPI_CARBON_BUDGET_RULE_GRANDFATHER SKPI_CARBON_BUDGET_RULE_BLEND
        SKPI_CARBON_BUDGET_RULE_CUMULATIVE""",
    "skpi_carbon_budget_share_flag": """
        SKPI_CARBON_BUDGET_SHARE_FLAG_INTERPOLATE""",
    "skpi_carbon_budget_converge_form": """
        SKPI_CARBON_BUDGET_CONVERGE_FORM_LINEAR SKPI_CARBON_BUDGET_CONVERGE_FORM_EXPONENTIAL""",
    "skpi_carbon_budget_edition": """
        SKPI_CARBON_BUDGET_EDITION_AR6 SKPI_CARBON_BUDGET_EDITION_IGCC_2024""",
    "skpi_carbon_harmonise_method": """
        SKPI_CARBON_HARMONISE_METHOD_OFFSET SKPI_CARBON_HARMONISE_METHOD_RATIO
        SKPI_CARBON_HARMONISE_METHOD_REDUCE_OFFSET SKPI_CARBON_HARMONISE_METHOD_REDUCE_RATIO
        SKPI_CARBON_HARMONISE_METHOD_INTERPOLATE SKPI_CARBON_HARMONISE_METHOD_BUDGET
        SKPI_CARBON_HARMONISE_METHOD_KEEP_ZERO""",
    "skpi_carbon_harmonise_flag": """
        SKPI_CARBON_HARMONISE_FLAG_PAST""",
    "skpi_carbon_gwp": """
        SKPI_CARBON_GWP_AR4_100 SKPI_CARBON_GWP_AR5_100 SKPI_CARBON_GWP_AR6_100 SKPI_CARBON_GWP_AR4_20
        SKPI_CARBON_GWP_AR5_20 SKPI_CARBON_GWP_AR6_20""",
    "skpi_carbon_key": """
        SKPI_CARBON_KEY_VALUE SKPI_CARBON_KEY_NOT_OCCURRING SKPI_CARBON_KEY_NOT_ESTIMATED SKPI_CARBON_KEY_INCLUDED
        SKPI_CARBON_KEY_CONFIDENTIAL""",
    "skpi_carbon_lmdi_form": """
        SKPI_CARBON_LMDI_FORM_ADDITIVE SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE SKPI_CARBON_LMDI_FORM_ADDITIVE_II
        SKPI_CARBON_LMDI_FORM_MULTIPLICATIVE_II""",
    "skpi_carbon_verdict": """
        SKPI_CARBON_VERDICT_ALREADY_MET SKPI_CARBON_VERDICT_MISSED SKPI_CARBON_VERDICT_MOVING_AWAY
        SKPI_CARBON_VERDICT_ON_TRACK SKPI_CARBON_VERDICT_OFF_TRACK SKPI_CARBON_VERDICT_OPEN""",
    "skpi_carbon_sda_flag": """
        SKPI_CARBON_SDA_FLAG_UNCAPPED SKPI_CARBON_SDA_FLAG_CLAMP""",
    "skpi_carbon_peaked_verdict": """
        SKPI_CARBON_PEAKED_VERDICT_NOT_YET SKPI_CARBON_PEAKED_VERDICT_PEAKED SKPI_CARBON_PEAKED_VERDICT_REBOUNDING
        SKPI_CARBON_PEAKED_VERDICT_PLATEAU""",
    "skpi_carbon_peaked_window": """
        SKPI_CARBON_PEAKED_WINDOW_AFTER SKPI_CARBON_PEAKED_WINDOW_FROM""",
    "skpi_carbon_progress_flag": """
        SKPI_CARBON_PROGRESS_FLAG_NO_TOLERANCE SKPI_CARBON_PROGRESS_FLAG_COMPOUND""",
    "skpi_carbon_abatement_mode": """
        SKPI_CARBON_ABATEMENT_MODE_EXACT SKPI_CARBON_ABATEMENT_MODE_ALL_NEGATIVE""",
    "skpi_carbon_ensemble_add_kaya_flag": """
        SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_SHOCKS SKPI_CARBON_ENSEMBLE_ADD_KAYA_FLAG_FACTORS""",
    "skpi_digital_definition": """
        SKPI_DIGITAL_DEFINITION_DIRECT SKPI_DIGITAL_DEFINITION_COEFFICIENT SKPI_DIGITAL_DEFINITION_NBS_CORE
        SKPI_DIGITAL_DEFINITION_CAICT SKPI_DIGITAL_DEFINITION_SATELLITE SKPI_DIGITAL_DEFINITION_ADB
        SKPI_DIGITAL_DEFINITION_OECD SKPI_DIGITAL_DEFINITION_OTHER""",
    "skpi_digital_label": """
        SKPI_DIGITAL_LABEL_ADDS_UP SKPI_DIGITAL_LABEL_FAILS SKPI_DIGITAL_LABEL_IMPLIED SKPI_DIGITAL_LABEL_UNKNOWN""",
    "skpi_digital_splice_method": """
        SKPI_DIGITAL_SPLICE_METHOD_FIRST SKPI_DIGITAL_SPLICE_METHOD_LAST SKPI_DIGITAL_SPLICE_METHOD_SUMS
        SKPI_DIGITAL_SPLICE_METHOD_DIFFERENCE""",
    "skpi_digital_splice_flag": """
        SKPI_DIGITAL_SPLICE_FLAG_SHARES""",
    "skpi_index_normalise": """
        SKPI_INDEX_NORMALISE_MINMAX SKPI_INDEX_NORMALISE_ZSCORE SKPI_INDEX_NORMALISE_GOALPOSTS
        SKPI_INDEX_NORMALISE_LINEAR SKPI_INDEX_NORMALISE_TARGET SKPI_INDEX_NORMALISE_CAPPED
        SKPI_INDEX_NORMALISE_RANK SKPI_INDEX_NORMALISE_PERCENTILE SKPI_INDEX_NORMALISE_FRACTION
        SKPI_INDEX_NORMALISE_AS_IS""",
    "skpi_index_aggregate": """
        SKPI_INDEX_AGGREGATE_ARITHMETIC SKPI_INDEX_AGGREGATE_GEOMETRIC SKPI_INDEX_AGGREGATE_HARMONIC
        SKPI_INDEX_AGGREGATE_POWER SKPI_INDEX_AGGREGATE_SUM SKPI_INDEX_AGGREGATE_COPELAND""",
    "skpi_index_impute": """
        SKPI_INDEX_IMPUTE_MEAN SKPI_INDEX_IMPUTE_MEDIAN SKPI_INDEX_IMPUTE_GROUP_MEAN SKPI_INDEX_IMPUTE_GROUP_MEDIAN
        SKPI_INDEX_IMPUTE_PARENT_MEAN""",
    "skpi_index_treat": """
        SKPI_INDEX_TREAT_WINSORISE SKPI_INDEX_TREAT_WINSORISE_LOG""",
    "skpi_index_constant": """
        SKPI_INDEX_CONSTANT_MIDPOINT SKPI_INDEX_CONSTANT_MISSING""",
    "skpi_index_change_flag": """
        SKPI_INDEX_CHANGE_FLAG_IMPUTED SKPI_INDEX_CHANGE_FLAG_LOWERED SKPI_INDEX_CHANGE_FLAG_RAISED
        SKPI_INDEX_CHANGE_FLAG_LOGGED""",
    "skpi_index_factor": """
        SKPI_INDEX_FACTOR_TREATMENT SKPI_INDEX_FACTOR_NORMALISATION SKPI_INDEX_FACTOR_WEIGHTS
        SKPI_INDEX_FACTOR_AGGREGATION SKPI_INDEX_FACTOR_ERRORS""",
    "skpi_index_mode": """
        SKPI_INDEX_MODE_SAMPLED SKPI_INDEX_MODE_SALTELLI SKPI_INDEX_MODE_EXACT""",
    "skpi_index_correlation": """
        SKPI_INDEX_CORRELATION_PEARSON SKPI_INDEX_CORRELATION_SPEARMAN SKPI_INDEX_CORRELATION_KENDALL""",
    "skpi_index_weight": """
        SKPI_INDEX_WEIGHT_ENTROPY SKPI_INDEX_WEIGHT_ENTROPY_RAW SKPI_INDEX_WEIGHT_CRITIC SKPI_INDEX_WEIGHT_DEVIATION
        SKPI_INDEX_WEIGHT_PRINCIPAL SKPI_INDEX_WEIGHT_BALANCED""",
    "skpi_index_decide": """
        SKPI_INDEX_DECIDE_TOPSIS SKPI_INDEX_DECIDE_VIKOR SKPI_INDEX_DECIDE_PROMETHEE SKPI_INDEX_DECIDE_COPELAND""",
    "skpi_index_decide_scale": """
        SKPI_INDEX_DECIDE_SCALE_VECTOR SKPI_INDEX_DECIDE_SCALE_MINMAX""",
    "skpi_peers_distance": """
        SKPI_PEERS_DISTANCE_EUCLID SKPI_PEERS_DISTANCE_MANHATTAN SKPI_PEERS_DISTANCE_MAHALANOBIS
        SKPI_PEERS_DISTANCE_COSINE SKPI_PEERS_DISTANCE_CORRELATION SKPI_PEERS_DISTANCE_GOWER""",
    "skpi_peers_linkage": """
        SKPI_PEERS_LINKAGE_SINGLE SKPI_PEERS_LINKAGE_COMPLETE SKPI_PEERS_LINKAGE_AVERAGE SKPI_PEERS_LINKAGE_WARD""",
    "skpi_award_model": """
        SKPI_AWARD_MODEL_MIXED SKPI_AWARD_MODEL_LEAST_SQUARES""",
    "skpi_award_adjust_flag": """
        SKPI_AWARD_ADJUST_FLAG_ACROSS_PARTS""",
    "skpi_award_tie": """
        SKPI_AWARD_TIE_IN SKPI_AWARD_TIE_OUT SKPI_AWARD_TIE_SECOND SKPI_AWARD_TIE_LOT""",
    "skpi_award_rule": """
        SKPI_AWARD_RULE_BORDA SKPI_AWARD_RULE_COPELAND SKPI_AWARD_RULE_KEMENY""",
    "skpi_catalogue_list": """
        SKPI_CATALOGUE_LIST_U4SSC SKPI_CATALOGUE_LIST_GBT2016 SKPI_CATALOGUE_LIST_GBT2018
        SKPI_CATALOGUE_LIST_OPENDATA SKPI_CATALOGUE_LIST_TRACKS""",
    "skpi_catalogue_kind": """
        SKPI_CATALOGUE_KIND_RATIO SKPI_CATALOGUE_KIND_NUMBER SKPI_CATALOGUE_KIND_YES_NO SKPI_CATALOGUE_KIND_SEVERAL
        SKPI_CATALOGUE_KIND_GROUP SKPI_CATALOGUE_KIND_DEDUCTION""",
    "skpi_catalogue_tag": """
        SKPI_CATALOGUE_TAG_SMART SKPI_CATALOGUE_TAG_SUSTAINABLE SKPI_CATALOGUE_TAG_STRUCTURAL""",
    "skpi_catalogue_evidence": """
        SKPI_CATALOGUE_EVIDENCE_READ SKPI_CATALOGUE_EVIDENCE_PARTLY""",
    "skpi_catalogue_rule": """
        SKPI_CATALOGUE_RULE_WHOLE SKPI_CATALOGUE_RULE_NESTED""",
    "skpi_catalogue_gas": """
        SKPI_CATALOGUE_GAS_NO2 SKPI_CATALOGUE_GAS_SO2 SKPI_CATALOGUE_GAS_O3""",
})

_declared = _types.Declared()
_declared.callback("skpi_progress", "int32_t", "uint64_t done, uint64_t total, void *user")
_declared.handle("skpi_ensemble_plan")
_declared.handle("skpi_ensemble_result")
_declared.handle("skpi_economy_iotable")
_declared.handle("skpi_index_tree")
_declared.structs({
    "skpi_error": """
        uint32_t size, uint32_t flags, int32_t status, int32_t zero, int64_t row, int64_t column, double value,
        const char *function, const char *name""",
    "skpi_basis": """
        uint32_t size, uint32_t flags, int32_t definition, int32_t classification, int32_t vintage,
        int32_t revision, int32_t prices, int32_t currency, int32_t scale, int32_t gwp""",
    "skpi_table": """
        uint32_t size, uint32_t flags, size_t n, size_t m, const int32_t *year, const double *value,
        const skpi_basis *basis""",
    "skpi_series_trend_out": """
        uint32_t size, uint32_t flags, double *s, double *variance, double *z, double *p, double *slope,
        double *intercept, int32_t *used, double *modified_variance, double *modified_z, double *modified_p""",
    "skpi_series_fit_options": """
        uint32_t size, uint32_t flags, int32_t model, int32_t anchor, double ceiling, double ceiling_min,
        double ceiling_max, double speed_min, double speed_max, double midpoint_min, double midpoint_max,
        double launch, double alpha, double beta""",
    "skpi_series_fit_out": """
        uint32_t size, uint32_t flags, size_t n_parameters, double *parameter, double *covariance, double *sse,
        double *sigma, double *inflection, int32_t *used, int32_t *at_bound""",
    "skpi_series_forecast_out": """
        uint32_t size, uint32_t flags, double *mean, double *quantile""",
    "skpi_series_fan_options": """
        uint32_t size, uint32_t flags, int32_t form, int32_t zero, double growth""",
    "skpi_series_fan_out": """
        uint32_t size, uint32_t flags, double *median, double *quantile, double *slope, double *sigma,
        double *drift_sigma, int32_t *used""",
    "skpi_series_composition_forecast_in": """
        uint32_t size, uint32_t flags, size_t m, size_t n_parts, const int32_t *year, const double *part,
        double damping""",
    "skpi_series_composition_forecast_out": """
        uint32_t size, uint32_t flags, double *share, double *quantile""",
    "skpi_series_score_out": """
        uint32_t size, uint32_t flags, double *rmse, double *mae, double *median, double *bias, double *coverage,
        double *interval_score, int32_t *count, int32_t *n_interval, double *quantile_crps""",
    "skpi_series_crps_in": """
        uint32_t size, uint32_t flags, size_t n_methods, size_t n, const double *truth, size_t n_prob,
        const double *prob, const double *quantile, const double *mean, const double *deviation, size_t n_draws,
        const double *draw""",
    "skpi_series_crps_out": """
        uint32_t size, uint32_t flags, double *quantile_crps, double *normal_crps, double *draw_crps""",
    "skpi_series_backtest_options": """
        uint32_t size, uint32_t flags, const skpi_series_fit_options *fit, const skpi_table *truth, double coverage,
        int32_t fallback, int32_t zero""",
    "skpi_series_backtest_out": """
        uint32_t size, uint32_t flags, double *rmse, double *mae, double *median, double *bias, double *coverage,
        double *interval_score, int32_t *count, double *forecast, double *low, double *high, int32_t *n_interval,
        int32_t *n_fallback, double *quantile_crps""",
    "skpi_ensemble_plan_options": """
        uint32_t size, uint32_t flags, uint64_t seed, uint64_t n_draws, int32_t mode, int32_t stream_version,
        uint64_t n_places, uint64_t n_prob, const uint64_t *place_id, const double *prob, size_t n_anchors,
        const int32_t *anchor, int32_t sampling, int32_t zero""",
    "skpi_ensemble_result_run_options": """
        uint32_t size, uint32_t flags, uint64_t first_place, uint64_t n_places, uint64_t first_draw,
        uint64_t n_draws, int32_t threads, int32_t dispatch, skpi_progress progress, void *user""",
    "skpi_economy_iotable_source": """
        uint32_t size, uint32_t flags, size_t n_sectors, const double *flow, const double *output,
        const double *value_added, const double *final_demand, const double *jobs, const double *other_input""",
    "skpi_economy_iotable_source_check_out": """
        uint32_t size, uint32_t flags, int32_t *total_row, int32_t *total_column, double *imbalance,
        double *spectral_radius, double *condition, double *unit_slip, double *flow_slip, int32_t *reading,
        int32_t *n_unbalanced, int32_t *worst_row, int32_t *repeated, double *repeated_factor""",
    "skpi_economy_iotable_aggregate_out": """
        uint32_t size, uint32_t flags, double *flow, double *output, double *value_added, double *final_demand,
        double *jobs, double *other_input""",
    "skpi_economy_iotable_impact_out": """
        uint32_t size, uint32_t flags, double *output, double *value_added, double *jobs, double *total_output,
        double *total_value_added, double *total_jobs""",
    "skpi_economy_iotable_linkages_out": """
        uint32_t size, uint32_t flags, double *backward_direct, double *backward_total, double *power,
        double *power_cv, double *forward_direct, double *forward_total, double *sensitivity,
        double *sensitivity_cv, double *ghosh_direct, double *ghosh_total, double *multiplier_output,
        double *multiplier_value_added, double *multiplier_jobs, double *type1_value_added, double *type1_jobs""",
    "skpi_economy_iotable_induced_in": """
        uint32_t size, uint32_t flags, const double *labour_income, const double *consumption, double income,
        double own""",
    "skpi_economy_iotable_induced_out": """
        uint32_t size, uint32_t flags, double *multiplier_output, double *multiplier_income,
        double *multiplier_value_added, double *multiplier_jobs, double *type2_income, double *type2_value_added,
        double *type2_jobs, double *ratio""",
    "skpi_economy_iotable_extraction_options": """
        uint32_t size, uint32_t flags, int32_t removed, int32_t keep_demand""",
    "skpi_economy_iotable_extraction_out": """
        uint32_t size, uint32_t flags, double *loss, double *elsewhere, double *share""",
    "skpi_economy_location_quotient_out": """
        uint32_t size, uint32_t flags, double *coefficient, double *quotient, double *slq, double *factor""",
    "skpi_economy_ras_options": """
        uint32_t size, uint32_t flags, int32_t scaling, int32_t n_iterations, double tolerance""",
    "skpi_economy_ras_out": """
        uint32_t size, uint32_t flags, double *cell, double *residual, int32_t *n_iterations""",
    "skpi_economy_supply_use_in": """
        uint32_t size, uint32_t flags, size_t n_industries, size_t n_commodities, size_t n_categories,
        const double *make, const double *use, const double *final_use, const double *other_input""",
    "skpi_economy_supply_use_options": """
        uint32_t size, uint32_t flags, double tolerance""",
    "skpi_economy_supply_use_out": """
        uint32_t size, uint32_t flags, double *flow, double *final_use, double *final_demand, double *output,
        double *value_added, double *market_share""",
    "skpi_economy_capital_stock_options": """
        uint32_t size, uint32_t flags, double life_spread, double beta_spread, int32_t profile, int32_t zero,
        const double *opening, const double *opening_age""",
    "skpi_economy_capital_stock_out": """
        uint32_t size, uint32_t flags, double *stock, double *life_low, double *life_high, double *beta_low,
        double *beta_high, int32_t *complete""",
    "skpi_economy_chain_index_out": """
        uint32_t size, uint32_t flags, double *quantity, double *price""",
    "skpi_economy_double_deflation_in": """
        uint32_t size, uint32_t flags, size_t n, size_t m, const double *output, const double *output_price,
        const double *input, const double *input_price""",
    "skpi_economy_double_deflation_out": """
        uint32_t size, uint32_t flags, double *real, double *deflator""",
    "skpi_economy_shift_share_out": """
        uint32_t size, uint32_t flags, double *national, double *mix, double *local, double *competitive,
        double *allocation""",
    "skpi_economy_within_between_in": """
        uint32_t size, uint32_t flags, size_t n, size_t n_sectors, const double *value_added0,
        const double *value_added1, const double *share0, const double *share1""",
    "skpi_economy_within_between_out": """
        uint32_t size, uint32_t flags, double *change, double *within, double *between, double *interaction""",
    "skpi_urban_history": """
        uint32_t size, uint32_t flags, size_t n, size_t n_observations, const size_t *first, const double *date,
        const double *share""",
    "skpi_urban_last_observation_options": """
        uint32_t size, uint32_t flags, int32_t known_to, int32_t rule""",
    "skpi_urban_last_observation_out": """
        uint32_t size, uint32_t flags, int32_t *last_year, double *share, double *urgd, double *date, int32_t *rule""",
    "skpi_urban_observation_options": """
        uint32_t size, uint32_t flags, const double *known_to""",
    "skpi_urban_observation_out": """
        uint32_t size, uint32_t flags, int32_t *count, double *date, double *share""",
    "skpi_urban_options": """
        uint32_t size, uint32_t flags, int32_t method, int32_t zero, double urgd_min, double urgd_max,
        double damping, double converge_to, double converge_by, double ceiling, size_t n_sizes, size_t n_terms,
        const double *norm, size_t n_windows, const double *window, size_t n_mean, const int32_t *mean_method,
        const double *mean_weight""",
    "skpi_urban_norm_fit_options": """
        uint32_t size, uint32_t flags, int32_t scenario, int32_t loss""",
    "skpi_urban_project_in": """
        uint32_t size, uint32_t flags, size_t n, const int32_t *last_year, const double *share, const double *urgd,
        const int32_t *size_class""",
    "skpi_urban_project_out": """
        uint32_t size, uint32_t flags, double *share, double *urgd""",
    "skpi_urban_crossing_in": """
        uint32_t size, uint32_t flags, size_t n, const double *last_date, const double *share, const double *urgd,
        const int32_t *size_class, const double *threshold""",
    "skpi_urban_harmonise_options": """
        uint32_t size, uint32_t flags, double fade""",
    "skpi_urban_error_quantile_in": """
        uint32_t size, uint32_t flags, size_t n, const int32_t *last_year, const double *share""",
    "skpi_urban_error_quantile_options": """
        uint32_t size, uint32_t flags, size_t n_horizons, const int32_t *horizon, const double *error,
        int32_t source, int32_t zero""",
    "skpi_urban_error_table_options": """
        uint32_t size, uint32_t flags, int32_t first_origin, int32_t last_target, int32_t step, int32_t loss,
        int32_t n_sizes, int32_t zero""",
    "skpi_urban_revision_error_out": """
        uint32_t size, uint32_t flags, double *lead, int32_t *error_count, int32_t *place_count, double *quantile,
        double *at_0, double *per_year, double *error""",
    "skpi_urban_converging_interval_in": """
        uint32_t size, uint32_t flags, size_t n, const double *last_date, const double *last_share,
        const double *share, const double *urgd""",
    "skpi_urban_converging_interval_options": """
        uint32_t size, uint32_t flags, double coverage, int32_t method, int32_t zero, double width""",
    "skpi_urban_converging_fit_options": """
        uint32_t size, uint32_t flags, double known_to, size_t n_origins, const double *origin, size_t n_leads,
        const double *lead, size_t n_by, const double *by, size_t n_part, const double *part, double urgd_max""",
    "skpi_urban_converging_fit_out": """
        uint32_t size, uint32_t flags, int32_t *usable, int32_t *place_count, int32_t *pair_count,
        int32_t *group_count, double *mean, double *norm, double *by, double *by_error, double *part,
        double *part_error, double *to, double *to_error, double *loss, double *loss_by, double *loss_part,
        double *width, double *width_error, double *cautious_width, double *cautious_width_error,
        double *without_by, double *without_part, double *without_to, double *without_width,
        double *without_cautious_width""",
    "skpi_urban_walk_quantile_in": """
        uint32_t size, uint32_t flags, size_t n, const double *share, const double *drift, const double *sigma""",
    "skpi_urban_backtest_options": """
        uint32_t size, uint32_t flags, const skpi_urban_options *project, const skpi_table *truth, double coverage,
        int32_t loss, int32_t n_sizes""",
    "skpi_urban_backtest_out": """
        uint32_t size, uint32_t flags, double *rmse, double *mae, double *median, double *bias, double *coverage,
        double *interval_score, int32_t *count, double *forecast, double *low, double *high, int32_t *left_out,
        int32_t *n_interval, int32_t *n_fallback, double *quantile_crps""",
    "skpi_urban_population_quantile_in": """
        uint32_t size, uint32_t flags, size_t n, size_t n_years, size_t n_known, const double *share_prob,
        const double *share, const double *total, const double *sd""",
    "skpi_urban_three_way_in": """
        uint32_t size, uint32_t flags, size_t n, const double *date0, const double *part0, const double *date1,
        const double *part1""",
    "skpi_urban_three_way_options": """
        uint32_t size, uint32_t flags, double damping""",
    "skpi_urban_two_region_in": """
        uint32_t size, uint32_t flags, size_t n, const double *urban, const double *rural,
        const double *natural_urban, const double *natural_rural, const double *to_rural, const double *to_urban""",
    "skpi_urban_two_region_out": """
        uint32_t size, uint32_t flags, double *urban, double *rural, double *natural, double *migration,
        double *growth, double *stable""",
    "skpi_urban_stages_out": """
        uint32_t size, uint32_t flags, double *start_date, double *start_share, double *middle_date,
        double *middle_share, double *end_date, double *end_share, double *top_speed""",
    "skpi_urban_ensemble_add_in": """
        uint32_t size, uint32_t flags, const double *share, const double *drift, const double *sigma,
        const int32_t *size_class, const double *speed, const double *growth, const double *drift_sigma""",
    "skpi_carbon_path": """
        uint32_t size, uint32_t flags, size_t n, int32_t shape, int32_t convention, const double *t0,
        const double *e0, const double *residual, const double *t_peak, const double *e_peak, const double *plateau,
        const double *t_net_zero, const double *power, const double *rate, const double *growth,
        const double *mitigation, const double *t_mid, const double *t_end, const double *t_budget,
        const double *t_waypoint, const double *waypoint""",
    "skpi_carbon_net_zero_out": """
        uint32_t size, uint32_t flags, double *first, double *permanent, int32_t *verdict""",
    "skpi_carbon_budget_share_options": """
        uint32_t size, uint32_t flags, int32_t rule, int32_t zero, double weight, double discount,
        const skpi_table *history_emission, const skpi_table *history_population""",
    "skpi_carbon_budget_converge_options": """
        uint32_t size, uint32_t flags, int32_t form, int32_t zero, double speed""",
    "skpi_carbon_harmonise_options": """
        uint32_t size, uint32_t flags, int32_t method, int32_t end_year, const double *zero_date,
        const double *budget""",
    "skpi_carbon_inventory_total_in": """
        uint32_t size, uint32_t flags, size_t n, const char *const *reference, const char *const *gas,
        const double *amount, const int32_t *scope, const int32_t *key, size_t n_required,
        const char *const *required, size_t n_own, const char *const *own_gas, const double *own_gwp""",
    "skpi_carbon_inventory_total_out": """
        uint32_t size, uint32_t flags, double *basic, double *basic_plus, double *territorial, double *other,
        double *scope, double *completeness, int32_t *ne, int32_t *ie, double *row, skpi_basis *basis,
        double *biogenic""",
    "skpi_carbon_inventory_uncertainty_out": """
        uint32_t size, uint32_t flags, double *combined, double *contribution, double *share, double *total,
        double *sum""",
    "skpi_carbon_product_quantile_in": """
        uint32_t size, uint32_t flags, size_t n, size_t n_factors, const double *mu, const double *sigma,
        const double *correlation""",
    "skpi_carbon_lmdi_out": """
        uint32_t size, uint32_t flags, double *effect, double *sector_effect, double *total, double *residual""",
    "skpi_carbon_lmdi_chain_out": """
        uint32_t size, uint32_t flags, double *effect, double *sector_effect, double *total, double *residual""",
    "skpi_carbon_target_intensity_in": """
        uint32_t size, uint32_t flags, size_t n, const double *date0, const double *emission0, const double *gdp0,
        const double *date1, const double *emission1, const double *gdp1, const double *target_date,
        const double *cut, const double *growth""",
    "skpi_carbon_target_intensity_out": """
        uint32_t size, uint32_t flags, double *target, double *done, double *achieved, double *required,
        double *emission, double *flat_growth, double *next, int32_t *verdict""",
    "skpi_carbon_target_sda_in": """
        uint32_t size, uint32_t flags, size_t n, size_t n_years, const double *intensity, const double *activity,
        const double *sector_intensity, const double *sector_activity, const double *end_intensity""",
    "skpi_carbon_peaked_options": """
        uint32_t size, uint32_t flags, int32_t window, int32_t min_years, double significance""",
    "skpi_carbon_peaked_out": """
        uint32_t size, uint32_t flags, int32_t *verdict, int32_t *peak_year, int32_t *since, int32_t *used,
        double *peak, double *change, double *s, double *variance, double *z, double *p, double *slope""",
    "skpi_carbon_progress_options": """
        uint32_t size, uint32_t flags, int32_t window, int32_t zero, double tolerance""",
    "skpi_carbon_progress_out": """
        uint32_t size, uint32_t flags, int32_t *verdict, int32_t *last_year, int32_t *used, double *last,
        double *required, double *required_share, double *required_compound, double *achieved,
        double *achieved_compound, double *ratio, double *ratio_compound, double *crossing,
        double *crossing_compound, double *overshoot, double *overshoot_to_date, double *gap""",
    "skpi_carbon_verdict_probability_in": """
        uint32_t size, uint32_t flags, const int32_t *peak_year, const double *net_zero_date,
        const double *threshold, const double *budget, int32_t convention, int32_t zero, double coverage""",
    "skpi_carbon_verdict_probability_out": """
        uint32_t size, uint32_t flags, double *peaked, double *peaked_low, double *peaked_high, double *net_zero,
        double *net_zero_low, double *net_zero_high, double *within, double *within_low, double *within_high,
        double *all, double *all_low, double *all_high""",
    "skpi_carbon_abatement_out": """
        uint32_t size, uint32_t flags, double *use, double *total, double *cost, double *marginal, int32_t *order,
        double *cumulative""",
    "skpi_carbon_ensemble_add_in": """
        uint32_t size, uint32_t flags, const double *emission, const double *drift, const double *growth,
        const double *sigma, const double *drift_sigma, const double *path, const double *cumulative,
        const double *warming, const double *tcre""",
    "skpi_carbon_ensemble_add_history_options": """
        uint32_t size, uint32_t flags, const double *path, const double *cumulative, const double *warming,
        const double *tcre""",
    "skpi_carbon_ensemble_add_kaya_in": """
        uint32_t size, uint32_t flags, size_t n_factors, const double *factor, const double *drift,
        const double *growth, const double *sigma, const double *drift_sigma, const double *drift_correlation,
        const double *noise_correlation, const double *path, const double *cumulative, const double *warming,
        const double *tcre""",
    "skpi_digital_share_check_out": """
        uint32_t size, uint32_t flags, double *share, double *difference, double *rounding""",
    "skpi_digital_compare_out": """
        uint32_t size, uint32_t flags, double *share, int32_t *definition, double *low, double *high""",
    "skpi_digital_coefficient_in": """
        uint32_t size, uint32_t flags, size_t n, size_t n_sectors, const double *value_added, const double *weight,
        const double *coefficient, const double *coefficient_error, const double *gdp""",
    "skpi_digital_coefficient_options": """
        uint32_t size, uint32_t flags, double coverage, double correlation, size_t n_prob, const double *prob""",
    "skpi_digital_coefficient_out": """
        uint32_t size, uint32_t flags, double *share, double *error, double *low, double *high, double *quantile""",
    "skpi_digital_satellite_out": """
        uint32_t size, uint32_t flags, double *ratio, double *digital, double *total, double *gdp, double *share""",
    "skpi_digital_adb_out": """
        uint32_t size, uint32_t flags, double *gdp, double *direct, double *backward, double *forward,
        double *double_count, double *double_count_exact, double *investment, double *published, double *exact,
        double *share_direct, double *share_published, double *share_exact""",
    "skpi_digital_adb_region_out": """
        uint32_t size, uint32_t flags, double *gdp, double *share_direct, double *share_own_block,
        double *share_own_product, double *share_any_product""",
    "skpi_digital_definitions_in": """
        uint32_t size, uint32_t flags, double gdp, double correlation, const skpi_basis *basis, size_t n_sectors,
        const double *value_added, const int32_t *digital, const double *weight, const double *coefficient,
        const double *coefficient_error, size_t n_industries, size_t n_commodities, const double *make,
        const double *commodity_share, const double *industry_value_added, const skpi_economy_iotable *table,
        const int32_t *table_digital, const double *table_investment, size_t n_core_parts, const double *core_part,
        size_t n_broad_parts, const double *broad_part, size_t n_oecd_parts, const double *oecd_part, size_t zero""",
    "skpi_digital_definitions_out": """
        uint32_t size, uint32_t flags, size_t n_definitions, int32_t *count, int32_t *definition, double *value,
        double *gdp, double *share, double *error, double *published, double *share_published, double *low,
        double *high, skpi_basis *basis""",
    "skpi_digital_sum_of_parts_out": """
        uint32_t size, uint32_t flags, double *total, double *difference, double *mix, skpi_basis *basis""",
    "skpi_digital_oecd_check_out": """
        uint32_t size, uint32_t flags, int32_t *label, double *residual, double *implied, int32_t *n_adds_up,
        int32_t *n_fails, int32_t *n_implied, int32_t *n_unknown""",
    "skpi_digital_splice_options": """
        uint32_t size, uint32_t flags, int32_t method, int32_t zero""",
    "skpi_digital_splice_out": """
        uint32_t size, uint32_t flags, double *value, int32_t *linked, double *factor, double *low, double *high,
        int32_t *overlap, skpi_basis *basis""",
    "skpi_digital_growth_contribution_out": """
        uint32_t size, uint32_t flags, double *contribution, double *rate, double *share_change""",
    "skpi_digital_ensemble_add_in": """
        uint32_t size, uint32_t flags, size_t n_parts, const double *part, const double *drift,
        const double *growth, const double *sigma, const double *drift_sigma, const double *correlation""",
    "skpi_digital_ensemble_add_history_in": """
        uint32_t size, uint32_t flags, size_t m, size_t n_parts, const int32_t *year, const double *part,
        const double *growth, const double *correlation""",
    "skpi_index_tree_new_in": """
        uint32_t size, uint32_t flags, size_t n_nodes, const char *const *code, const char *const *parent,
        const double *weight, const int32_t *direction, const int32_t *normalise, const int32_t *aggregate,
        const double *post_low, const double *post_high, const double *target, const double *min_present""",
    "skpi_index_tree_shape_out": """
        uint32_t size, uint32_t flags, int32_t *parent, int32_t *height, int32_t *column, double *effective""",
    "skpi_index_data": """
        uint32_t size, uint32_t flags, size_t n_units, size_t n_indicators, const double *value,
        const double *denominator, const int32_t *group, const int32_t *period""",
    "skpi_index_options": """
        uint32_t size, uint32_t flags, int32_t impute, int32_t treat, int32_t winsorise_cells, int32_t normalise,
        int32_t aggregate, int32_t constant, double skewness, double kurtosis, double score_low, double score_high,
        double score_mean, double score_sd, double power, double floor, double min_present, double round, double tie""",
    "skpi_index_tree_compute_out": """
        uint32_t size, uint32_t flags, double *imputed, double *treated, int32_t *change, double *score,
        int32_t *rank""",
    "skpi_index_tree_uncertainty_in": """
        uint32_t size, uint32_t flags, size_t n_factors, const int32_t *factor, size_t n_treatments,
        const int32_t *treatment, size_t n_normalisations, const int32_t *normalisation, const double *range_low,
        const double *range_high, size_t n_weight_sets, const double *weight_set, const double *weight_noise,
        size_t n_aggregations, const int32_t *aggregation, const double *error""",
    "skpi_index_tree_uncertainty_options": """
        uint32_t size, uint32_t flags, uint64_t seed, uint64_t n_draws, uint64_t n_runs, uint64_t n_resamples,
        uint64_t n_prob, int32_t mode, int32_t threads, int32_t top, int32_t zero, const double *prob,
        const int32_t *choice, skpi_progress progress, void *user""",
    "skpi_index_tree_uncertainty_out": """
        uint32_t size, uint32_t flags, int32_t *nominal, double *mean, double *median, double *quantile,
        double *top, double *above, double *frequency, double *score, double *shift, double *first, double *total,
        double *first_low, double *first_high, double *total_low, double *total_high, double *unit_first,
        double *unit_total""",
    "skpi_index_describe_out": """
        uint32_t size, uint32_t flags, double *low, double *high, double *mean, double *median, double *sd,
        double *skewness, double *kurtosis, int32_t *present, int32_t *nonzero, int32_t *distinct,
        int32_t *most_same""",
    "skpi_index_structure_out": """
        uint32_t size, uint32_t flags, double *correlation, int32_t *common, double *alpha, double *eigenvalue,
        double *share, double *loading""",
    "skpi_index_pairwise_out": """
        uint32_t size, uint32_t flags, double *weight, double *geometric, double *eigenvalue,
        double *consistency_index, double *consistency_ratio""",
    "skpi_index_decide_options": """
        uint32_t size, uint32_t flags, int32_t scale, int32_t zero, double strategy, const double *indifference,
        const double *preference""",
    "skpi_index_decide_out": """
        uint32_t size, uint32_t flags, double *score, double *first, double *second, int32_t *rank, double *pair""",
    "skpi_peers_distance_options": """
        uint32_t size, uint32_t flags, int32_t method, int32_t zero, double ridge, const double *weight,
        const int32_t *category""",
    "skpi_peers_nearest_out": """
        uint32_t size, uint32_t flags, int32_t *peer, double *distance""",
    "skpi_peers_stability_options": """
        uint32_t size, uint32_t flags, uint64_t seed, uint64_t n_draws, double noise, int32_t threads, int32_t zero,
        skpi_progress progress, void *user""",
    "skpi_peers_challenge_out": """
        uint32_t size, uint32_t flags, int32_t *challenge, int32_t *peer, double *distance, int32_t *shared""",
    "skpi_peers_gap_out": """
        uint32_t size, uint32_t flags, double *median, double *gap, int32_t *best""",
    "skpi_peers_medoids_out": """
        uint32_t size, uint32_t flags, int32_t *medoid, int32_t *cluster, double *silhouette, double *built,
        double *mean""",
    "skpi_peers_hierarchy_out": """
        uint32_t size, uint32_t flags, int32_t *first, int32_t *second, double *height, int32_t *cluster""",
    "skpi_award_scores": """
        uint32_t size, uint32_t flags, size_t n_scores, size_t n_entries, size_t n_judges, size_t n_tracks,
        const int32_t *entry, const int32_t *judge, const double *score, const double *weight, const int32_t *track""",
    "skpi_award_summary_out": """
        uint32_t size, uint32_t flags, int32_t *entry_count, double *mean, double *median, double *sd,
        double *middle, double *trimmed, double *standardised, int32_t *judge_count, double *judge_mean,
        double *judge_sd, int32_t *entry_part, int32_t *judge_part, int32_t *n_parts""",
    "skpi_award_adjust_options": """
        uint32_t size, uint32_t flags, int32_t model, int32_t zero, double entry_variance, double judge_variance,
        double residual_variance""",
    "skpi_award_adjust_out": """
        uint32_t size, uint32_t flags, double *adjusted, double *error, double *leniency, double *leniency_error,
        double *residual, double *track_mean, double *mean, double *entry_variance, double *judge_variance,
        double *residual_variance, double *reliability, double *freedom""",
    "skpi_award_line": """
        uint32_t size, uint32_t flags, size_t n_winners, size_t n_tracks, const int32_t *least, const int32_t *most,
        double close, uint64_t seed, int32_t tie, int32_t zero""",
    "skpi_award_select_out": """
        uint32_t size, uint32_t flags, int32_t *selected, int32_t *tied, int32_t *n_selected, double *lowest""",
    "skpi_award_chance_options": """
        uint32_t size, uint32_t flags, uint64_t seed, uint64_t n_draws, double coverage, int32_t threads,
        int32_t zero, skpi_progress progress, void *user""",
    "skpi_award_chance_out": """
        uint32_t size, uint32_t flags, double *probability, double *expected_rank, double *low, double *high""",
    "skpi_award_agreement_out": """
        uint32_t size, uint32_t flags, double *w, double *w_uncorrected, double *chi_square, double *p,
        double *entry_square, double *judge_square, double *residual_square, double *within_square,
        double *icc_one_way, double *icc_two_way, double *icc_fixed, double *icc_one_way_mean,
        double *icc_two_way_mean, double *icc_fixed_mean""",
    "skpi_award_order_out": """
        uint32_t size, uint32_t flags, int32_t *place, double *points, int32_t *prefer, double *cost""",
    "skpi_catalogue_entry_out": """
        uint32_t size, uint32_t flags, const char *code, const char *name, const char *chinese, const char *parent,
        const char *dimension, const char *sub_dimension, const char *category, const char *unit,
        const char *numerator, const char *denominator, double multiplier, double weight, int32_t direction,
        int32_t kind, int32_t tag, int32_t core, int32_t evidence, int32_t edition, const char *note,
        const char *source""",
    "skpi_catalogue_score_out": """
        uint32_t size, uint32_t flags, double *reached, int32_t *points, double *score, int32_t *counted""",
})
_declared.functions("base", {
    "skpi_status_name": ("const char *", "int32_t status"),
    "skpi_status_message": ("const char *", "int32_t status"),
    "skpi_last_error": ("const char *", ""),
    "skpi_last_error_get": ("skpi_status", "skpi_error *error"),
    "skpi_version": ("const char *", ""),
    "skpi_version_number": ("uint32_t", ""),
    "skpi_struct_size": ("size_t", "const char *name"),
    "skpi_constant": ("skpi_status", "const char *name, int64_t *value"),
    "skpi_constant_name": ("const char *", "int32_t value"),
    "skpi_basis_join": ("skpi_status", "const skpi_basis *a, const skpi_basis *b, skpi_basis *joined"),
    "skpi_basis_text": ("skpi_status", "const skpi_basis *basis, char *text, size_t room"),
})
_declared.functions("series", {
    "skpi_series_interpolate": ("skpi_status", """
        size_t n, size_t n_known, const double *date, const double *value, const double *at, int32_t scale,
        double *out, int32_t *status"""),
    "skpi_series_crossing": ("skpi_status", """
        const skpi_table *y, double threshold, int32_t scale, double *date, int32_t *status"""),
    "skpi_series_growth": ("skpi_status", """
        const skpi_table *y, double *rate, double *points, int32_t *status"""),
    "skpi_series_trend": ("skpi_status", """
        const skpi_table *y, skpi_series_trend_out *out, int32_t *status"""),
    "skpi_series_fit": ("skpi_status", """
        const skpi_table *y, const skpi_series_fit_options *options, skpi_series_fit_out *out, int32_t *status"""),
    "skpi_series_forecast": ("skpi_status", """
        const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob, const double *prob,
        const skpi_series_fit_options *options, skpi_series_forecast_out *out, int32_t *status"""),
    "skpi_series_fan": ("skpi_status", """
        const skpi_table *y, int32_t first_year, size_t n_years, size_t n_prob, const double *prob,
        const skpi_series_fan_options *options, skpi_series_fan_out *out, int32_t *status"""),
    "skpi_series_curve_value": ("skpi_status", """
        size_t n, size_t n_parameters, const double *parameter, int32_t model, int32_t first_year, size_t n_years,
        double *value, int32_t *status"""),
    "skpi_series_closure": ("skpi_status", """
        size_t n, size_t n_parts, const double *part, double *share, int32_t *status"""),
    "skpi_series_to_logratios": ("skpi_status", """
        size_t n, size_t n_parts, const double *part, int32_t form, double *logratio, int32_t *status"""),
    "skpi_series_from_logratios": ("skpi_status", """
        size_t n, size_t n_parts, const double *logratio, int32_t form, double *share, int32_t *status"""),
    "skpi_series_composition_forecast": ("skpi_status", """
        const skpi_series_composition_forecast_in *in, int32_t first_year, size_t n_years, size_t n_prob,
        const double *prob, skpi_series_composition_forecast_out *out"""),
    "skpi_series_score": ("skpi_status", """
        size_t n_methods, size_t n, const double *forecast, const double *low, const double *high,
        const double *truth, double coverage, skpi_series_score_out *out"""),
    "skpi_series_crps": ("skpi_status", "const skpi_series_crps_in *in, skpi_series_crps_out *out"),
    "skpi_series_backtest": ("skpi_status", """
        const skpi_table *y, size_t n_origins, const int32_t *origin, size_t n_models, const int32_t *model,
        size_t n_years, const skpi_series_backtest_options *options, skpi_series_backtest_out *out"""),
})
_declared.functions("ensemble", {
    "skpi_ensemble_plan_new": ("skpi_status", """
        int32_t first_year, size_t n_years, const skpi_ensemble_plan_options *options, skpi_ensemble_plan **plan"""),
    "skpi_ensemble_plan_free": ("void", "skpi_ensemble_plan *plan"),
    "skpi_ensemble_plan_n_places": ("size_t", "const skpi_ensemble_plan *plan"),
    "skpi_ensemble_plan_n_years": ("size_t", "const skpi_ensemble_plan *plan"),
    "skpi_ensemble_plan_event": ("skpi_status", """
        skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind, int32_t year,
        const double *threshold, int32_t *event"""),
    "skpi_ensemble_plan_event_path": ("skpi_status", """
        skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind, int32_t year,
        const double *threshold, int32_t *event"""),
    "skpi_ensemble_plan_milestone": ("skpi_status", """
        skpi_ensemble_plan *plan, int32_t model, int32_t variable, int32_t kind, const double *threshold,
        int32_t *milestone"""),
    "skpi_ensemble_plan_all": ("skpi_status", """
        skpi_ensemble_plan *plan, size_t n_events, const int32_t *event, int32_t *all"""),
    "skpi_ensemble_plan_factor": ("skpi_status", """
        skpi_ensemble_plan *plan, const uint64_t *group, int32_t *factor"""),
    "skpi_ensemble_plan_load": ("skpi_status", """
        skpi_ensemble_plan *plan, int32_t model, int32_t shock, int32_t factor, const double *loading"""),
    "skpi_ensemble_plan_correlate": ("skpi_status", """
        skpi_ensemble_plan *plan, size_t n_shocks, const int32_t *model, const int32_t *shock,
        const uint64_t *place, const double *matrix"""),
    "skpi_ensemble_plan_shock": ("skpi_status", """
        const skpi_ensemble_plan *plan, size_t n_draws, int32_t model, int32_t shock, uint64_t place, int32_t year,
        uint64_t first_draw, double *normal"""),
    "skpi_ensemble_plan_aggregate": ("skpi_status", """
        skpi_ensemble_plan *plan, size_t n_members, const int32_t *model, const int32_t *variable,
        const uint64_t *place, const double *weight, int32_t *aggregate"""),
    "skpi_ensemble_plan_aggregate_count": ("skpi_status", """
        skpi_ensemble_plan *plan, size_t n_members, const int32_t *event, const uint64_t *place, int32_t *aggregate"""),
    "skpi_ensemble_plan_aggregate_event": ("skpi_status", """
        skpi_ensemble_plan *plan, int32_t aggregate, int32_t kind, int32_t year, size_t n_thresholds,
        const double *threshold, int32_t *event"""),
    "skpi_ensemble_result_new": ("skpi_status", """
        const skpi_ensemble_plan *plan, skpi_ensemble_result **result"""),
    "skpi_ensemble_result_free": ("void", "skpi_ensemble_result *result"),
    "skpi_ensemble_result_n_places": ("size_t", "const skpi_ensemble_result *result"),
    "skpi_ensemble_result_n_years": ("size_t", "const skpi_ensemble_result *result"),
    "skpi_ensemble_result_run": ("skpi_status", """
        skpi_ensemble_result *result, const skpi_ensemble_plan *plan,
        const skpi_ensemble_result_run_options *options"""),
    "skpi_ensemble_result_covered": ("skpi_status", """
        const skpi_ensemble_result *result, uint64_t *drawn, uint64_t *missing"""),
    "skpi_ensemble_result_mean": ("skpi_status", """
        const skpi_ensemble_result *result, int32_t model, int32_t variable, double *mean"""),
    "skpi_ensemble_result_quantile": ("skpi_status", """
        const skpi_ensemble_result *result, int32_t model, int32_t variable, size_t n_prob, const double *prob,
        double *quantile"""),
    "skpi_ensemble_result_probability": ("skpi_status", """
        const skpi_ensemble_result *result, int32_t event, double *probability"""),
    "skpi_ensemble_result_standard_error": ("skpi_status", """
        const skpi_ensemble_result *result, int32_t event, double *error"""),
    "skpi_ensemble_result_milestone": ("skpi_status", """
        const skpi_ensemble_result *result, int32_t milestone, double *probability"""),
    "skpi_ensemble_result_aggregate": ("skpi_status", """
        const skpi_ensemble_result *result, int32_t aggregate, skpi_ensemble_result **values"""),
    "skpi_ensemble_result_merge": ("skpi_status", """
        skpi_ensemble_result *result, const skpi_ensemble_result *other"""),
    "skpi_ensemble_result_size": ("skpi_status", "const skpi_ensemble_result *result, size_t *size"),
    "skpi_ensemble_result_write": ("skpi_status", """
        const skpi_ensemble_result *result, size_t size, void *buffer"""),
    "skpi_ensemble_result_read": ("skpi_status", """
        const skpi_ensemble_plan *plan, size_t size, const void *buffer, skpi_ensemble_result **result"""),
    "skpi_ensemble_draw": ("skpi_status", """
        size_t n, uint64_t seed, int32_t model, uint64_t place, int32_t year, int32_t variable, uint64_t first_draw,
        double *normal"""),
})
_declared.functions("economy", {
    "skpi_economy_iotable_source_check": ("skpi_status", """
        const skpi_economy_iotable_source *source, skpi_economy_iotable_source_check_out *out"""),
    "skpi_economy_iotable_aggregate": ("skpi_status", """
        const skpi_economy_iotable_source *source, size_t n_groups, const int32_t *group,
        skpi_economy_iotable_aggregate_out *out"""),
    "skpi_economy_iotable_new": ("skpi_status", """
        const skpi_economy_iotable_source *source, skpi_economy_iotable **table"""),
    "skpi_economy_iotable_free": ("void", "skpi_economy_iotable *table"),
    "skpi_economy_iotable_n_sectors": ("size_t", "const skpi_economy_iotable *table"),
    "skpi_economy_iotable_leontief": ("skpi_status", """
        const skpi_economy_iotable *table, size_t n_demands, const double *demand, double *output"""),
    "skpi_economy_iotable_ghosh": ("skpi_status", """
        const skpi_economy_iotable *table, size_t n_inputs, const double *primary, double *output"""),
    "skpi_economy_iotable_impact": ("skpi_status", """
        const skpi_economy_iotable *table, size_t n_demands, const double *demand,
        skpi_economy_iotable_impact_out *out"""),
    "skpi_economy_iotable_linkages": ("skpi_status", """
        const skpi_economy_iotable *table, skpi_economy_iotable_linkages_out *out"""),
    "skpi_economy_iotable_induced": ("skpi_status", """
        const skpi_economy_iotable *table, const skpi_economy_iotable_induced_in *in,
        skpi_economy_iotable_induced_out *out"""),
    "skpi_economy_iotable_extraction": ("skpi_status", """
        const skpi_economy_iotable *table, const skpi_economy_iotable_extraction_options *options,
        skpi_economy_iotable_extraction_out *out"""),
    "skpi_economy_iotable_inverse": ("skpi_status", "const skpi_economy_iotable *table, double *inverse"),
    "skpi_economy_iotable_embodied": ("skpi_status", "const skpi_economy_iotable *table, double *embodied"),
    "skpi_economy_location_quotient": ("skpi_status", """
        size_t n_sectors, const double *coefficient, const double *city, const double *nation, int32_t quotient,
        double delta, skpi_economy_location_quotient_out *out"""),
    "skpi_economy_ras": ("skpi_status", """
        size_t n_rows, size_t n_columns, const double *start, const double *row_total, const double *column_total,
        const skpi_economy_ras_options *options, skpi_economy_ras_out *out"""),
    "skpi_economy_supply_use": ("skpi_status", """
        const skpi_economy_supply_use_in *in, const skpi_economy_supply_use_options *options,
        skpi_economy_supply_use_out *out"""),
    "skpi_economy_capital_efficiency": ("skpi_status", """
        size_t n, size_t n_ages, const double *life, const double *beta, int32_t profile, double *efficiency,
        int32_t *status"""),
    "skpi_economy_capital_stock": ("skpi_status", """
        const skpi_table *investment, const double *life, const double *beta,
        const skpi_economy_capital_stock_options *options, skpi_economy_capital_stock_out *out, int32_t *status"""),
    "skpi_economy_capital_user_cost": ("skpi_status", """
        size_t n, size_t n_steps, const double *price, const double *rate, const double *depreciation, double *cost,
        int32_t *status"""),
    "skpi_economy_capital_contribution": ("skpi_status", """
        size_t n, size_t n_steps, const double *share, const double *quantity, double *contribution, int32_t *status"""),
    "skpi_economy_chain_index": ("skpi_status", """
        size_t n, size_t n_goods, size_t m, const double *value, const double *price, int32_t form,
        skpi_economy_chain_index_out *out, int32_t *status"""),
    "skpi_economy_double_deflation": ("skpi_status", """
        const skpi_economy_double_deflation_in *in, int32_t form, skpi_economy_double_deflation_out *out,
        int32_t *status"""),
    "skpi_economy_shift_share": ("skpi_status", """
        size_t n, size_t n_sectors, const double *city0, const double *city1, const double *nation0,
        const double *nation1, skpi_economy_shift_share_out *out, int32_t *status"""),
    "skpi_economy_within_between": ("skpi_status", """
        const skpi_economy_within_between_in *in, int32_t form, skpi_economy_within_between_out *out,
        int32_t *status"""),
})
_declared.functions("urban", {
    "skpi_urban_urgd": ("skpi_status", """
        size_t n, const double *date0, const double *share0, const double *date1, const double *share1,
        double *urgd, int32_t *status"""),
    "skpi_urban_window_urgd": ("skpi_status", """
        const skpi_urban_history *history, size_t n_windows, const double *window, double *urgd, int32_t *status"""),
    "skpi_urban_last_observation": ("skpi_status", """
        const skpi_table *share, double rounding, const skpi_urban_last_observation_options *options,
        skpi_urban_last_observation_out *out, int32_t *status"""),
    "skpi_urban_observation": ("skpi_status", """
        const skpi_table *share, double rounding, const skpi_urban_observation_options *options,
        skpi_urban_observation_out *out, int32_t *status"""),
    "skpi_urban_size_class": ("skpi_status", """
        size_t n, const double *population, double threshold, int32_t *size_class, int32_t *status"""),
    "skpi_urban_norm_urgd": ("skpi_status", """
        size_t n, const double *share, const int32_t *size_class, const skpi_urban_options *options, double *urgd,
        int32_t *status"""),
    "skpi_urban_norm_fit": ("skpi_status", """
        size_t n, size_t n_sizes, size_t n_terms, const double *share, const double *urgd,
        const int32_t *size_class, const skpi_urban_norm_fit_options *options, double *norm"""),
    "skpi_urban_project": ("skpi_status", """
        const skpi_urban_project_in *in, int32_t first_year, size_t n_years, const skpi_urban_options *options,
        skpi_urban_project_out *out, int32_t *status"""),
    "skpi_urban_project_history": ("skpi_status", """
        const skpi_urban_history *history, const int32_t *size_class, int32_t first_year, size_t n_years,
        const skpi_urban_options *options, skpi_urban_project_out *out, int32_t *status"""),
    "skpi_urban_crossing": ("skpi_status", """
        const skpi_urban_crossing_in *in, const skpi_urban_options *options, double *date, int32_t *status"""),
    "skpi_urban_harmonise": ("skpi_status", """
        const skpi_table *path, const double *date, const double *observed,
        const skpi_urban_harmonise_options *options, double *share, int32_t *status"""),
    "skpi_urban_error_quantile": ("skpi_status", """
        const skpi_urban_error_quantile_in *in, int32_t first_year, size_t n_years, size_t n_prob,
        const double *prob, const skpi_urban_error_quantile_options *options, double *quantile, int32_t *status"""),
    "skpi_urban_error_table": ("skpi_status", """
        const skpi_table *share, const skpi_table *population, size_t n_horizons, size_t n_prob,
        const int32_t *horizon, const double *prob, const skpi_urban_error_table_options *options, double *error"""),
    "skpi_urban_revision_error": ("skpi_status", """
        const skpi_urban_history *history, const skpi_table *truth, const int32_t *pair, size_t n_bins,
        const double *bin, size_t n_coverage, const double *coverage, skpi_urban_revision_error_out *out"""),
    "skpi_urban_converging_interval": ("skpi_status", """
        const skpi_urban_converging_interval_in *in, int32_t first_year, size_t n_years,
        const skpi_urban_converging_interval_options *options, double *low, double *high, int32_t *status"""),
    "skpi_urban_converging_fit": ("skpi_status", """
        const skpi_urban_history *history, size_t n_groups, const int32_t *group, size_t n_coverage,
        const double *coverage, const skpi_urban_converging_fit_options *options,
        skpi_urban_converging_fit_out *out, int32_t *status"""),
    "skpi_urban_walk_quantile": ("skpi_status", """
        const skpi_urban_walk_quantile_in *in, size_t n_years, size_t n_prob, const double *prob, double *quantile,
        int32_t *status"""),
    "skpi_urban_backtest": ("skpi_status", """
        const skpi_table *share, const skpi_table *population, int32_t origin, int32_t target, size_t n_methods,
        const int32_t *method, const skpi_urban_backtest_options *options, skpi_urban_backtest_out *out"""),
    "skpi_urban_population": ("skpi_status", """
        size_t n, size_t m, const double *share, const double *total, double *urban, double *rural"""),
    "skpi_urban_population_quantile": ("skpi_status", """
        const skpi_urban_population_quantile_in *in, size_t n_prob, const double *prob, double *quantile,
        int32_t *status"""),
    "skpi_urban_aggregate": ("skpi_status", """
        size_t n, size_t m, size_t n_groups, const double *share, const double *total, const int32_t *group,
        double *group_share"""),
    "skpi_urban_cities_project": ("skpi_status", """
        size_t n, size_t n_years, const double *population, const double *growth, const double *urban, double *city,
        int32_t *status"""),
    "skpi_urban_cities_check": ("skpi_status", """
        size_t n, size_t n_years, const double *city, const double *urban, int32_t *first_excess, double *factor"""),
    "skpi_urban_three_way": ("skpi_status", """
        const skpi_urban_three_way_in *in, int32_t first_year, size_t n_years,
        const skpi_urban_three_way_options *options, double *share, int32_t *status"""),
    "skpi_urban_two_region": ("skpi_status", """
        const skpi_urban_two_region_in *in, size_t n_years, skpi_urban_two_region_out *out, int32_t *status"""),
    "skpi_urban_stages": ("skpi_status", """
        size_t n, const double *ceiling, const double *speed, const double *midpoint, skpi_urban_stages_out *out,
        int32_t *status"""),
    "skpi_urban_doubling_time": ("skpi_status", """
        size_t n, const double *rate, double *doubling, double *halving, int32_t *status"""),
    "skpi_urban_ensemble_add": ("skpi_status", """
        skpi_ensemble_plan *plan, const skpi_urban_ensemble_add_in *in, int32_t *model"""),
    "skpi_urban_ensemble_add_history": ("skpi_status", """
        skpi_ensemble_plan *plan, const skpi_table *share, int32_t *model"""),
})
_declared.functions("carbon", {
    "skpi_carbon_path_value": ("skpi_status", """
        const skpi_carbon_path *path, int32_t first_year, size_t n_years, double *emission, double *cumulative,
        int32_t *status"""),
    "skpi_carbon_path_total": ("skpi_status", """
        const skpi_carbon_path *path, int32_t first_year, size_t n_years, double *total, int32_t *status"""),
    "skpi_carbon_path_solve": ("skpi_status", """
        const skpi_carbon_path *path, int32_t by, const double *target, double *unknown, int32_t *status"""),
    "skpi_carbon_path_range": ("skpi_status", """
        const skpi_carbon_path *path, int32_t by, double *low, double *high, int32_t *status"""),
    "skpi_carbon_path_peak": ("skpi_status", """
        const skpi_carbon_path *path, double *t_peak, double *e_peak, int32_t *status"""),
    "skpi_carbon_path_net_zero": ("skpi_status", """
        const skpi_carbon_path *path, const double *threshold, double *first, double *permanent, int32_t *status"""),
    "skpi_carbon_path_milestones": ("skpi_status", """
        const skpi_table *milestone, int32_t convention, const double *t_budget, int32_t first_year, size_t n_years,
        double *emission, double *cumulative, int32_t *status"""),
    "skpi_carbon_net_zero": ("skpi_status", """
        const skpi_table *emission, const double *threshold, skpi_carbon_net_zero_out *out, int32_t *status"""),
    "skpi_carbon_budget_share": ("skpi_status", """
        size_t n, const double *population, const double *emission, double budget,
        const skpi_carbon_budget_share_options *options, double *allowance"""),
    "skpi_carbon_budget_converge": ("skpi_status", """
        size_t n, const double *emission, const double *population, int32_t first_year, size_t n_years,
        int32_t converge_year, const skpi_carbon_budget_converge_options *options, double *share"""),
    "skpi_carbon_budget_remaining": ("skpi_status", """
        double warming, double probability, int32_t edition, double *budget, double *t_budget"""),
    "skpi_carbon_budget_date": ("skpi_status", """
        const skpi_table *emission, const double *t_budget, const double *budget, double *date, int32_t *status"""),
    "skpi_carbon_warming": ("skpi_status", """
        size_t n, size_t n_prob, const double *cumulative, const double *prob, double *best, double *quantile"""),
    "skpi_carbon_gwp_star": ("skpi_status", """
        const skpi_table *emission, double gwp100, int32_t first_year, size_t n_years, double *equivalent,
        int32_t *status"""),
    "skpi_carbon_harmonise": ("skpi_status", """
        const skpi_table *model, const double *history, int32_t base_year,
        const skpi_carbon_harmonise_options *options, double *emission, double *zero_date, int32_t *status"""),
    "skpi_carbon_gas_gwp": ("skpi_status", "const char *gas, int32_t gwp, double *value"),
    "skpi_carbon_gas": ("const char *", "size_t i"),
    "skpi_carbon_inventory_total": ("skpi_status", """
        const skpi_carbon_inventory_total_in *in, int32_t gwp, skpi_carbon_inventory_total_out *out"""),
    "skpi_carbon_inventory_uncertainty": ("skpi_status", """
        size_t n, size_t n_factors, const double *emission, const double *uncertainty,
        skpi_carbon_inventory_uncertainty_out *out"""),
    "skpi_carbon_kaya": ("skpi_status", """
        size_t n, const double *population, const double *gdp, const double *energy, const double *emission,
        double *factor, int32_t *status"""),
    "skpi_carbon_product_quantile": ("skpi_status", """
        const skpi_carbon_product_quantile_in *in, size_t n_prob, const double *prob, double *quantile,
        int32_t *status"""),
    "skpi_carbon_lmdi": ("skpi_status", """
        size_t n, size_t n_sectors, size_t n_factors, const double *factor0, const double *factor1, int32_t form,
        skpi_carbon_lmdi_out *out, int32_t *status"""),
    "skpi_carbon_lmdi_chain": ("skpi_status", """
        size_t n_years, size_t n_sectors, size_t n_factors, const double *factor, int32_t form,
        skpi_carbon_lmdi_chain_out *out"""),
    "skpi_carbon_target_contraction": ("skpi_status", """
        size_t n, const double *base, double rate, const double *years, double *emission, int32_t *status"""),
    "skpi_carbon_target_intensity": ("skpi_status", """
        const skpi_carbon_target_intensity_in *in, skpi_carbon_target_intensity_out *out, int32_t *status"""),
    "skpi_carbon_target_sda": ("skpi_status", """
        const skpi_carbon_target_sda_in *in, double *intensity, double *emission, int32_t *status"""),
    "skpi_carbon_peaked": ("skpi_status", """
        const skpi_table *emission, const skpi_carbon_peaked_options *options, skpi_carbon_peaked_out *out,
        int32_t *status"""),
    "skpi_carbon_progress": ("skpi_status", """
        const skpi_table *emission, const int32_t *target_year, const double *target, const int32_t *base_year,
        const skpi_carbon_progress_options *options, skpi_carbon_progress_out *out, int32_t *status"""),
    "skpi_carbon_verdict_probability": ("skpi_status", """
        size_t n, size_t n_draws, size_t m, const int32_t *year, const double *emission,
        const skpi_carbon_verdict_probability_in *in, skpi_carbon_verdict_probability_out *out, int32_t *status"""),
    "skpi_carbon_abatement": ("skpi_status", """
        size_t n, const double *cost, const double *potential, double target, int32_t mode,
        skpi_carbon_abatement_out *out"""),
    "skpi_carbon_ensemble_add": ("skpi_status", """
        skpi_ensemble_plan *plan, const skpi_carbon_ensemble_add_in *in, int32_t *model"""),
    "skpi_carbon_ensemble_add_history": ("skpi_status", """
        skpi_ensemble_plan *plan, const skpi_table *emission,
        const skpi_carbon_ensemble_add_history_options *options, int32_t *model"""),
    "skpi_carbon_ensemble_add_kaya": ("skpi_status", """
        skpi_ensemble_plan *plan, const skpi_carbon_ensemble_add_kaya_in *in, int32_t *model"""),
})
_declared.functions("digital", {
    "skpi_digital_share": ("skpi_status", """
        const skpi_table *digital, const skpi_table *gdp, double *share, skpi_basis *basis, int32_t *status"""),
    "skpi_digital_share_check": ("skpi_status", """
        const skpi_table *digital, const skpi_table *gdp, const skpi_table *published,
        skpi_digital_share_check_out *out, int32_t *status"""),
    "skpi_digital_compare": ("skpi_status", """
        size_t n_definitions, const skpi_table *const *digital, const skpi_table *const *gdp,
        skpi_digital_compare_out *out, int32_t *status"""),
    "skpi_digital_coefficient": ("skpi_status", """
        const skpi_digital_coefficient_in *in, const skpi_digital_coefficient_options *options,
        skpi_digital_coefficient_out *out, int32_t *status"""),
    "skpi_digital_satellite": ("skpi_status", """
        size_t n_industries, size_t n_commodities, const double *make, const double *commodity_share,
        const double *value_added, skpi_digital_satellite_out *out"""),
    "skpi_digital_adb": ("skpi_status", """
        const skpi_economy_iotable *table, const int32_t *digital, const double *investment,
        skpi_digital_adb_out *out"""),
    "skpi_digital_adb_region": ("skpi_status", """
        const skpi_economy_iotable *table, size_t n_regions, const int32_t *region, const int32_t *digital,
        skpi_digital_adb_region_out *out"""),
    "skpi_digital_definitions": ("skpi_status", """
        const skpi_digital_definitions_in *in, skpi_digital_definitions_out *out"""),
    "skpi_digital_sum_of_parts": ("skpi_status", """
        size_t n_parts, const skpi_table *const *part, const skpi_table *stated, double digit,
        skpi_digital_sum_of_parts_out *out, int32_t *status"""),
    "skpi_digital_oecd_check": ("skpi_status", """
        size_t n_cells, size_t n_parts, const double *ordinary, const double *part, const int32_t *cell,
        double tolerance, skpi_digital_oecd_check_out *out"""),
    "skpi_digital_nbs_class_name": ("const char *", "const char *code, int32_t chinese"),
    "skpi_digital_splice": ("skpi_status", """
        const skpi_table *table0, const skpi_table *table1, const skpi_digital_splice_options *options,
        skpi_digital_splice_out *out, int32_t *status"""),
    "skpi_digital_growth_contribution": ("skpi_status", """
        const skpi_table *digital, const skpi_table *gdp, skpi_digital_growth_contribution_out *out, int32_t *status"""),
    "skpi_digital_ensemble_add": ("skpi_status", """
        skpi_ensemble_plan *plan, const skpi_digital_ensemble_add_in *in, int32_t *model"""),
    "skpi_digital_ensemble_add_history": ("skpi_status", """
        skpi_ensemble_plan *plan, const skpi_digital_ensemble_add_history_in *in, int32_t *model"""),
})
_declared.functions("index", {
    "skpi_index_tree_new": ("skpi_status", "const skpi_index_tree_new_in *in, skpi_index_tree **tree"),
    "skpi_index_tree_free": ("void", "skpi_index_tree *tree"),
    "skpi_index_tree_n_nodes": ("size_t", "const skpi_index_tree *tree"),
    "skpi_index_tree_n_indicators": ("size_t", "const skpi_index_tree *tree"),
    "skpi_index_tree_shape": ("skpi_status", "const skpi_index_tree *tree, skpi_index_tree_shape_out *out"),
    "skpi_index_tree_compute": ("skpi_status", """
        const skpi_index_tree *tree, const skpi_index_data *data, const skpi_index_options *options,
        skpi_index_tree_compute_out *out"""),
    "skpi_index_rank": ("skpi_status", """
        size_t n, size_t m, const double *score, double tie, int32_t *rank"""),
    "skpi_index_tree_uncertainty": ("skpi_status", """
        const skpi_index_tree *tree, const skpi_index_data *data,
        const skpi_index_tree_uncertainty_in *alternatives, const skpi_index_options *options,
        const skpi_index_tree_uncertainty_options *draw, skpi_index_tree_uncertainty_out *out"""),
    "skpi_index_describe": ("skpi_status", """
        size_t n, size_t m, const double *value, skpi_index_describe_out *out"""),
    "skpi_index_structure": ("skpi_status", """
        size_t n, size_t m, const double *value, int32_t correlation, skpi_index_structure_out *out"""),
    "skpi_index_weight": ("skpi_status", """
        size_t n, size_t m, const double *value, const int32_t *direction, int32_t method, const double *importance,
        double *weight"""),
    "skpi_index_pairwise": ("skpi_status", """
        size_t n, size_t m, const double *comparison, skpi_index_pairwise_out *out, int32_t *status"""),
    "skpi_index_decide": ("skpi_status", """
        size_t n, size_t m, const double *value, const double *weight, const int32_t *direction, int32_t method,
        const skpi_index_decide_options *options, skpi_index_decide_out *out"""),
    "skpi_index_benefit": ("skpi_status", """
        size_t n, size_t m, const double *value, const double *share_low, const double *share_high, double *score,
        double *weight, int32_t *status"""),
})
_declared.functions("peers", {
    "skpi_peers_distance": ("skpi_status", """
        size_t n, size_t m, const double *value, const skpi_peers_distance_options *options, double *distance"""),
    "skpi_peers_nearest": ("skpi_status", """
        size_t n, size_t n_peers, const double *distance, skpi_peers_nearest_out *out"""),
    "skpi_peers_stability": ("skpi_status", """
        size_t n, size_t m, size_t n_peers, const double *value, const skpi_peers_distance_options *options,
        const skpi_peers_stability_options *draw, double *stability"""),
    "skpi_peers_challenge": ("skpi_status", """
        size_t n, size_t m, size_t n_peers, const double *value, const int32_t *direction, const double *threshold,
        skpi_peers_challenge_out *out"""),
    "skpi_peers_gap": ("skpi_status", """
        size_t n, size_t m, size_t n_peers, const double *value, const int32_t *direction, const int32_t *peer,
        skpi_peers_gap_out *out"""),
    "skpi_peers_medoids": ("skpi_status", """
        size_t n, size_t n_medoids, const double *distance, skpi_peers_medoids_out *out"""),
    "skpi_peers_hierarchy": ("skpi_status", """
        size_t n, size_t n_cuts, const double *distance, int32_t linkage, const int32_t *cut,
        skpi_peers_hierarchy_out *out"""),
})
_declared.functions("award", {
    "skpi_award_summary": ("skpi_status", """
        const skpi_award_scores *scores, double trim, skpi_award_summary_out *out"""),
    "skpi_award_adjust": ("skpi_status", """
        const skpi_award_scores *scores, const skpi_award_adjust_options *options, skpi_award_adjust_out *out"""),
    "skpi_award_select": ("skpi_status", """
        size_t n_entries, const double *score, const double *second, const int32_t *track,
        const skpi_award_line *line, skpi_award_select_out *out"""),
    "skpi_award_chance": ("skpi_status", """
        const skpi_award_scores *scores, const skpi_award_line *line, const skpi_award_adjust_options *model,
        const skpi_award_chance_options *options, skpi_award_chance_out *out"""),
    "skpi_award_agreement": ("skpi_status", """
        const skpi_award_scores *scores, skpi_award_agreement_out *out"""),
    "skpi_award_order": ("skpi_status", """
        const skpi_award_scores *scores, int32_t rule, skpi_award_order_out *out"""),
})
_declared.functions("catalogue", {
    "skpi_catalogue_count": ("skpi_status", "int32_t list, int32_t *count"),
    "skpi_catalogue_find": ("skpi_status", "int32_t list, const char *code, int32_t *number"),
    "skpi_catalogue_entry": ("skpi_status", "int32_t list, int32_t number, skpi_catalogue_entry_out *out"),
    "skpi_catalogue_score": ("skpi_status", """
        size_t n, size_t m, const double *value, const double *target, const int32_t *direction,
        skpi_catalogue_score_out *out, int32_t *status"""),
    "skpi_catalogue_check": ("skpi_status", """
        size_t n, size_t n_parts, const double *part, int32_t rule, int32_t *status"""),
    "skpi_catalogue_concentration": ("skpi_status", """
        size_t n, const double *ppm, int32_t gas, double *concentration, int32_t *status"""),
})
STRUCTS, MEMBERS, COUNTS = _declared.struct, _declared.members, _declared.counts
HANDLES, CALLBACKS, SIGNATURES = _declared.handles, _declared.callbacks, _declared.signatures
bind, make = _declared.bind, _declared.make
