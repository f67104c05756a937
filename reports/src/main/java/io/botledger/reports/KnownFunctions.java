package io.botledger.reports;

import java.util.Set;
import java.util.TreeSet;

/**
 * What may stand before a parenthesis in a report of the user's. Of functions those that compute from their arguments
 * alone, of either database. None of them reads or writes a file, sleeps, takes a lock, talks to another session or server,
 * runs SQL that it is given, or changes a setting; keep it so.
 */
final class KnownFunctions {
    private static final Set<String> WORDS = words("""
            all and any array as between by case cast distinct else end escape except exists fetch filter first from
            group having ilike in intersect interval is join lateral like limit materialized next not of offset on or order
            over partition recursive row rollup cube select sets similar some symmetric then to union using values when where
            with within zone
            """);

    private static final Set<String> TYPES = words("""
            bigint bit char character dec decimal double float int integer numeric precision real second smallint text time
            timestamp timestamptz varchar varying
            """);

    private static final Set<String> FUNCTIONS = words("""
            count sum avg min max median mode any_value bool_and bool_or every stddev stddev_pop stddev_samp variance var_pop
            var_samp corr covar_pop covar_samp regr_avgx regr_avgy regr_count regr_intercept regr_r2 regr_slope regr_sxx
            regr_sxy regr_syy percentile_cont percentile_disc listagg string_agg group_concat array_agg json_arrayagg
            json_objectagg json_agg jsonb_agg json_object_agg jsonb_object_agg grouping
            row_number rank dense_rank percent_rank cume_dist ntile lag lead first_value last_value nth_value
            coalesce nullif greatest least nvl nvl2 ifnull decode
            abs ceil ceiling floor round trunc truncate mod div power pow sqrt cbrt exp ln log log10 sign pi degrees radians
            sin cos tan cot asin acos atan atan2 sinh cosh tanh width_bucket bitand bitor bitxor gcd lcm
            lower upper initcap length char_length character_length octet_length bit_length concat concat_ws substring substr
            left right trim ltrim rtrim btrim lpad rpad repeat replace reverse translate position strpos locate instr overlay
            ascii chr split_part starts_with regexp_replace regexp_like regexp_substr regexp_instr regexp_count regexp_match
            regexp_matches regexp_split_to_array regexp_split_to_table soundex difference md5 quote_literal format
            to_char to_date to_timestamp to_number
            extract date_part date_trunc date_bin dateadd datediff timestampadd timestampdiff age make_date make_timestamp
            make_interval justify_days justify_hours justify_interval year quarter month week day hour minute day_of_week
            day_of_month day_of_year dayofweek dayofmonth dayofyear dayname monthname iso_week iso_year iso_day_of_week
            timezone now
            array_length cardinality array_position array_positions array_to_string string_to_array array_contains array_get
            array_slice array_append array_prepend array_cat array_remove unnest generate_series generate_subscripts
            system_range
            json_array json_object json_value json_query json_exists json_extract_path json_extract_path_text
            json_array_length json_array_elements json_array_elements_text json_each json_each_text json_object_keys
            json_typeof jsonb_extract_path jsonb_extract_path_text jsonb_array_length jsonb_array_elements
            jsonb_array_elements_text jsonb_each jsonb_each_text jsonb_object_keys jsonb_typeof jsonb_build_object
            json_build_object jsonb_build_array json_build_array to_json to_jsonb row_to_json
            """);

    private KnownFunctions() {}

    private static Set<String> words(String text) {
        return Set.of(text.strip().split("\\s+"));
    }

    /** The functions by name. */
    static Set<String> names() {
        return new TreeSet<>(FUNCTIONS);
    }

    static boolean mayStandBeforeParenthesis(String word) {
        return FUNCTIONS.contains(word) || WORDS.contains(word) || TYPES.contains(word);
    }
}
