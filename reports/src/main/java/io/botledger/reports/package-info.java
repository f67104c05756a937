/**
 * Reports: SQL files with their description in the header, run over the database and written in one of several
 * formats.
 *
 * <p>The doorway is {@link io.botledger.reports.ReportCatalogue}, which finds a {@link io.botledger.reports.Report}, and
 * {@link io.botledger.reports.ReportRunner}, which runs it with {@link io.botledger.reports.ReportParameters} in a
 * {@link io.botledger.reports.ReportFormat} to a {@link io.botledger.reports.ReportOutput}. Reading the files and writing
 * the rows stays inside.
 *
 * <h2>The form of a report file</h2>
 *
 * <p>A report is one {@code <name>.sql}, the same text for every database. It begins with line comments, the header, each
 * {@code -- @key text}; a line that begins with {@code --} and two spaces or more continues the one above. The header ends
 * at the first line that is no line comment; other comments go below it. Anything else is an error, as is a key that is
 * not one of these:
 *
 * <dl>
 *   <dt>{@code @title}, {@code @question}, {@code @order} (each once)
 *   <dd>a few words to head the report with; the question it answers; the order of its rows, which must be defined to the
 *       last row
 *   <dt>{@code @column <name> <type>[, <unit>]: <meaning>} (each column of the result, in its order)
 *   <dd>type is one of {@link io.botledger.reports.ReportColumn.Type}; a number needs a unit. Names and types are checked
 *       against the result. A column with the name of a choice parameter takes the parameter's value as its name and is
 *       left out without one; a value that is another column's name is refused.
 *   <dt>{@code @parameter <name> <type>[, repeatable][ = <default>[ | <default>]]: <meaning>} (any number)
 *   <dd>type is {@code date}, {@code text}, {@code integer}, {@code integer(<least>..<greatest>)}, {@code integer(<least>..)},
 *       {@code flag}, {@code zone} or {@code choice(<a>, <b>)}; only a text is repeatable. The SQL uses it as {@code :name} and must cast it: {@code cast(:from as date)},
 *       {@code bigint}, {@code boolean} for a flag, {@code varchar}, {@code varchar array} for a repeatable one. What is
 *       not given and has no default is null, a flag false. A default holds no {@code ": "}. Of {@code from} and
 *       {@code to}, where a report takes both as dates, the first must not be the later. A report with a {@code zone}
 *       (at most one) may use of each date also {@code :from_begins}, no instant before which is of that day or a later
 *       one in the zone, {@code :from_begun}, from which instant on all are, {@code :to_ends}, no instant from which on is
 *       of that day or an earlier one, and {@code :to_lasts}, before which instant all are, each as
 *       {@code timestamp with time zone}. {@code :<name>_is_default} is true or false: whether a parameter has its default.
 *       {@code :session_param_key}, a {@code bigint}, is the key of the session parameter that a parameter {@code session_param}
 *       names, the lowest of several; null if no conversation has it. No parameter may have the name of such a key.
 *   <dt>{@code @rows few} (may be left out)
 *   <dd>the number of rows does not grow with that of conversations: the database sends all of them at once, and PostgreSQL may
 *       let several processes count. Without it rows are read in portions.
 *   <dt>{@code @rows narrow} (may be left out, may stand beside {@code @rows few})
 *   <dd>the rows of the query, and of selects within it, take a few hundred bytes each at most, so hold no long texts: an
 *       embedded H2 keeps as many of them in its memory as the heap then holds, 270,000 in that of {@code ./botledger}, before it
 *       writes them to the disk. Of any rows it keeps 15,000 there. With wider ones Java may run out of memory.
 *   <dt>{@code @groups few} (may be left out)
 *   <dd>the query puts very many rows into far fewer groups: PostgreSQL, which may not know, is told not to sort the rows.
 *   <dt>{@code @warning <name>} (any number)
 *   <dd>a fragment that is a whole query of one text column: each of its rows is a warning to show beside the report. It
 *       may use the report's parameters.
 *   <dt>{@code @empty <name>} (any number)
 *   <dd>the same, but asked only where the report has no row, to tell why; so it costs nothing elsewhere.
 *   <dt>{@code @warns <column>} (any number)
 *   <dd>a text column of the result behind those that {@code @column} describes, which is not shown: what it holds in the
 *       first row is a warning to show beside the report. It spares a query that reads the same rows again.
 * </dl>
 *
 * <p>A report that includes the common filters counts conversations of days, and warns without a word in its header of those
 * of its days that lack a file of a bot that it is asked for: one that is missing, could not be loaded, or of which the
 * vendor had none so far and may still make one. What may grow is no reason to warn, nor are days before the first that is
 * known of a bot. Without a first day the range begins with that day; without a last one it ends with the last day of which
 * the files have anything. Where a day of the time zone needs the file of the day before the first one that is known, nobody knows
 * whether there was one: such a day may lack its first hours without a warning.
 *
 * <p>A user may have a folder with such files, reports and fragments ({@link
 * io.botledger.reports.ReportCatalogue#withOwn}). Their SQL is checked to be one query that only reads, and calls no
 * function but those that are known to change nothing.
 *
 * <p>{@code ${name}} and {@code ${name(argument, argument)}} stand for the text of a fragment, a file with
 * {@code @fragment} (what it is, once), {@code @argument <name>: <meaning>} (any number; used as {@code ${name}}), and the
 * {@code @parameter}, {@code @warning} and {@code @empty} that every report gets that includes it. Arguments hold no parentheses, but
 * may hold {@code ${name}}.
 *
 * <h2>The fragments for all reports</h2>
 *
 * <p>Others can be included as well; they are parts of these, or belong to few reports, and may change with these. In a
 * select of conversations:
 *
 * <dl>
 *   <dt>{@code selected_conversations}
 *   <dd>the whole of a select of those that the common filters leave ({@code --from}, {@code --to}, {@code --day-of}, {@code
 *       --time-zone}, {@code --bot}, {@code --channel}, {@code --language}, {@code --exclude-test}, {@code
 *       --min-bot-messages}), with the columns of {@code conversation_columns.sql}. The short way for a report of one's own:
 *       {@code with selected as (${selected_conversations}) select … from selected}. The reports that come with botledger
 *       don't take it.
 *   <dt>{@code conversation_tables}, {@code is_selected}
 *   <dd>the same conversations by the same filters, in two parts, {@code select … ${conversation_tables} where ${is_selected}},
 *       with the columns of the tables {@code botledger.conversations} as {@code c} and {@code botledger.bots} as {@code b}.
 *       For a select that groups them itself, as the reports that come with botledger do: H2 writes down the rows of any
 *       select within another.
 *   <dt>{@code counted_conversations}, {@code is_counted}
 *   <dd>as {@code selected_conversations} and {@code is_selected}, for a report that says by itself which {@code --day-of} it
 *       takes, and must: {@code @parameter day_of choice(start) = start: …} leaves no choice, a second value leaves one with
 *       another default
 *   <dt>{@code within_keys(key)}
 *   <dd>beside {@code is_selected} and what is like it, for a table that is joined by {@code conversation_key}: keeps to the
 *       rows that the days can have, so that no others are read
 *   <dt>{@code counted_at}, {@code counted_date}
 *   <dd>the instant that a conversation counts for by {@code --day-of}, and its day in the report's time zone
 *   <dt>{@code conversation_group}, {@code series}
 *   <dd>the text to group by with {@code --by}, null without it: a day, week, month, bot, channel or language; or, for a
 *       report whose rows are days or hours, a bot, channel or language
 * </dl>
 *
 * <p>In any select:
 *
 * <dl>
 *   <dt>{@code local_date(time)}, {@code local_hour(time)}, {@code local_weekday(time)}
 *   <dd>the day, the hour (0 to 23) and the weekday (1 for Monday to 7) of an instant in the report's time zone; bring
 *       {@code --time-zone} along
 *   <dt>{@code repeated_rows(source)}
 *   <dd>the rows of a table, each once and as often again as its column {@code span} says, with their numbers from 0 on as
 *       {@code step}: for days or hours that have no conversations
 *   <dt>{@code rate(numerator, denominator)}
 *   <dd>a share with 6 digits, the same from every database; null where the denominator is 0
 *   <dt>{@code code_points(expression)}
 *   <dd>what to order a text by, for the same order in every database
 * </dl>
 */
package io.botledger.reports;
