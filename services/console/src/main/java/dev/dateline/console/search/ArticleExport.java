package dev.dateline.console.search;

import java.io.IOException;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Gives all originals that somebody searches for, the newest first, as they were at one moment.
 *
 * <p>A cursor of the server goes through their ids, so that no more than these are sorted; behind it the articles are fetched, some
 * at a time. Neither side keeps more of a million of them than of a thousand. The whole is one transaction that sees what was
 * committed when it began, while the sink goes on writing.
 */
public final class ArticleExport {
    /** Articles that are held at once, with all their versions. */
    static final int AT_ONCE = 100;

    private static final int IDS_AT_ONCE = 5_000;
    /** Compiling pays for sums over many rows, and there are none. */
    private static final String SESSION = "SET jit = off; SET TIME ZONE 'UTC'";

    private final Connection connection;
    private final ArticleQuery query;
    private final Condition further;
    private volatile boolean stopped;
    private volatile @Nullable Statement cursor;

    /** Takes in one article after the other. */
    @FunctionalInterface
    public interface Receiver {
        void take(FullArticle article) throws IOException;
    }

    /**
     * Makes an export; {@link #run} runs it.
     *
     * @param connection of its own, which stays the caller's to close
     * @param query whose page and limit do not count
     * @param further what must hold beside what is searched for
     */
    public ArticleExport(Connection connection, ArticleQuery query, Condition further) {
        this.connection = connection;
        this.query = query;
        this.further = further;
    }

    /**
     * Hands over all articles.
     *
     * @return false when it was stopped
     * @throws InvalidQueryException when there is no word in the text to search for
     * @throws IOException what the receiver throws
     */
    public boolean run(Receiver receiver) throws SQLException, InvalidQueryException, IOException {
        connection.setReadOnly(true);
        connection.setTransactionIsolation(Connection.TRANSACTION_REPEATABLE_READ);
        connection.setAutoCommit(false);
        try (var session = connection.createStatement()) {
            session.execute(SESSION);
        }
        try {
            read(selection(), receiver);
            return !stopped;
        } catch (SQLException e) {
            if (stopped) {
                return false; // that is how a statement ends that was cancelled
            }
            throw e;
        }
    }

    private Selection selection() throws SQLException, InvalidQueryException {
        var plain = Selection.of(query).and(further);
        return TextSearch.of(connection, query)
                .map(sought ->
                        plain.and(TextSearch.condition(sought, query.text().orElse(""))))
                .orElse(plain);
    }

    private void read(Selection selection, Receiver receiver) throws SQLException, IOException {
        try (var statement = connection.prepareStatement(selection.allSql())) {
            cursor = statement;
            statement.setFetchSize(IDS_AT_ONCE);
            Condition.bind(statement, selection.condition().parameters());
            try (var rows = statement.executeQuery()) {
                var ids = new ArrayList<String>(AT_ONCE);
                while (!stopped && rows.next()) {
                    ids.add(rows.getString(1));
                    if (ids.size() == AT_ONCE) {
                        handOver(ids, receiver);
                        ids.clear();
                    }
                }
                handOver(ids, receiver);
            }
        } finally {
            cursor = null;
        }
    }

    private void handOver(List<String> ids, Receiver receiver) throws SQLException, IOException {
        var articles = Originals.read(connection, ids);
        for (var id : ids) {
            var article = articles.get(id);
            if (article != null && !stopped) {
                receiver.take(article);
            }
        }
    }

    /** Ends it from another thread, soon: what the database does for it is cancelled. */
    public void stop() throws SQLException {
        stopped = true;
        var statement = cursor;
        if (statement != null) {
            statement.cancel();
        }
    }
}
