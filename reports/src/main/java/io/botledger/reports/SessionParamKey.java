package io.botledger.reports;

import io.botledger.db.NamedParameters;
import org.jdbi.v3.core.Handle;
import org.jdbi.v3.core.statement.Query;

/**
 * The key of the session parameter that {@code session_param} names, or the lowest of several; null if no conversation has
 * any. Found before the report is run: the planner can make use of it, and H2 would look for it for every row.
 */
final class SessionParamKey {
    /** The name of the parameter in SQL. */
    static final String NAME = "session_param_key";

    /** The parameter whose key it is. */
    static final String OF = "session_param";

    private static final String KEY = """
            select min(session_param_name_key)
            from botledger.session_param_names
            where param_name = any (:names)
            """;

    private SessionParamKey() {}

    /** Binds it, if the query reads it. */
    static void bindTo(Query query, String sql, Handle handle, BoundParameters bound) {
        if (NamedParameters.names(sql).contains(NAME)) {
            Long key = handle.createQuery(KEY)
                    .bindArray("names", String.class, bound.texts(OF))
                    .mapTo(Long.class)
                    .one();
            query.bind(NAME, key);
        }
    }
}
