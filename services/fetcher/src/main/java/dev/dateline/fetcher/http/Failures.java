package dev.dateline.fetcher.http;

import java.io.EOFException;
import java.io.IOException;
import java.net.ConnectException;
import java.net.NoRouteToHostException;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.net.UnknownHostException;
import java.time.Duration;
import javax.net.ssl.SSLException;
import org.apache.hc.client5.http.ConnectTimeoutException;
import org.apache.hc.client5.http.HttpHostConnectException;
import org.apache.hc.core5.http.ConnectionClosedException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.apache.hc.core5.http.NoHttpResponseException;
import org.apache.hc.core5.http.TruncatedChunkException;
import org.jspecify.annotations.Nullable;

/** Says what an exception from the network means. The order matters: special kinds stand before their parents. */
final class Failures {
    private static final int LONGEST_DETAIL = 300;

    private Failures() {}

    static FetchFailure reasonOf(IOException e) {
        if (e instanceof RefusedException refused) {
            return refused.reason();
        }
        if (e instanceof GuardedResolver.BlockedAddressException) {
            return FetchFailure.BLOCKED_ADDRESS;
        }
        if (e instanceof UnknownHostException) {
            return FetchFailure.UNKNOWN_HOST;
        }
        if (isConnectFailure(e)) {
            return FetchFailure.CONNECT_FAILED;
        }
        if (e instanceof SSLException) {
            return FetchFailure.TLS;
        }
        if (e instanceof SocketTimeoutException) {
            return FetchFailure.TIMEOUT;
        }
        if (e instanceof MessageConstraintException || e.getCause() instanceof MessageConstraintException) {
            return FetchFailure.HEADERS_TOO_LARGE;
        }
        return isBroken(e) ? FetchFailure.BROKEN : FetchFailure.PROTOCOL;
    }

    /** Gives how long a failure lasts at least; null when no time is known. */
    static @Nullable Duration waitOf(IOException e) {
        return e instanceof RefusedException refused ? refused.lasts() : null;
    }

    static String detailOf(IOException e) {
        var text = e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage();
        return text.length() > LONGEST_DETAIL ? text.substring(0, LONGEST_DETAIL) : text;
    }

    private static boolean isConnectFailure(IOException e) {
        return e instanceof ConnectTimeoutException
                || e instanceof HttpHostConnectException
                || e instanceof ConnectException
                || e instanceof NoRouteToHostException;
    }

    private static boolean isBroken(IOException e) {
        return e instanceof ConnectionClosedException
                || e instanceof NoHttpResponseException
                || e instanceof TruncatedChunkException
                || e instanceof SocketException
                || e instanceof EOFException;
    }
}
