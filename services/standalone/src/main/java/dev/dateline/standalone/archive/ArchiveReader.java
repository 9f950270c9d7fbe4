package dev.dateline.standalone.archive;

import dev.dateline.fetcher.http.AnswerHeaders;
import dev.dateline.fetcher.http.FetchLimits;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.time.Instant;
import java.time.InstantSource;
import java.time.temporal.ChronoUnit;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.WarcReader;
import org.netpreserve.jwarc.WarcRecord;
import org.netpreserve.jwarc.WarcResponse;

/** Reads the pages of a web archive (WARC, ISO 28500), compressed or not, in the order of the file. */
final class ArchiveReader implements AutoCloseable {
    /** As much as the fetcher takes. */
    private static final int MOST_BYTES = FetchLimits.Size.DEFAULT.decoded();

    private static final int OK = 200;
    private static final Set<String> HTML = Set.of("text/html", "application/xhtml+xml");

    private final WarcReader reader;
    private final InstantSource clock;
    private final long size;
    private boolean begun;
    private Optional<Entry> ahead = Optional.empty();

    /** One record of the archive. */
    sealed interface Entry {
        /** Where it begins, in bytes. */
        long position();
    }

    /** A page. */
    record Page(long position, Capture capture) implements Entry {}

    /** Something else. */
    record Other(long position, WhyNot why) implements Entry {}

    /**
     * Opens an archive.
     *
     * @param position where a record begins; 0 for the first
     */
    ArchiveReader(Path file, long position, InstantSource clock) throws IOException {
        this.clock = clock;
        var channel = FileChannel.open(file);
        this.size = channel.size();
        this.reader = new WarcReader(channel.position(position));
    }

    /**
     * Gives the next record; empty behind the last. Only once the begin of the record behind it was found is a record known to be whole.
     *
     * @throws IOException when the archive is damaged there; the record before the damage may be spoilt and is not given
     */
    Optional<Entry> next() throws IOException {
        if (!begun) {
            begun = true;
            ahead = read();
        }
        var entry = ahead;
        ahead = entry.isPresent() ? read() : entry;
        return entry;
    }

    private Optional<Entry> read() throws IOException {
        try {
            var record = reader.next();
            return record.isPresent() ? Optional.of(entry(reader.position(), record.get())) : Optional.empty();
        } catch (UncheckedIOException e) {
            throw e.getCause();
        }
    }

    /** Bytes of the file. */
    long size() {
        return size;
    }

    private Entry entry(long position, WarcRecord record) throws IOException {
        if (!(record instanceof WarcResponse response) || !isWeb(response.target())) {
            return new Other(position, record instanceof WarcResponse ? WhyNot.NO_WEB_ADDRESS : WhyNot.NO_ANSWER);
        }
        var http = response.http();
        if (http.status() != OK) {
            return new Other(position, WhyNot.OTHER_STATUS);
        }
        if (!HTML.contains(response.payloadType().base().toString().toLowerCase(Locale.ROOT))) {
            return new Other(position, WhyNot.NOT_HTML);
        }
        return record.headers().first("WARC-Truncated").isPresent()
                ? new Other(position, WhyNot.TRUNCATED)
                : page(position, response, http);
    }

    private Entry page(long position, WarcResponse response, HttpResponse http) {
        byte[] body;
        try (InputStream decoded = http.bodyDecoded().stream()) {
            body = decoded.readNBytes(MOST_BYTES + 1);
        } catch (IOException | IllegalArgumentException e) {
            return new Other(position, WhyNot.UNREADABLE);
        }
        if (body.length > MOST_BYTES) {
            return new Other(position, WhyNot.TOO_LARGE);
        }
        var policies = AnswerHeaders.POLICIES.stream()
                .flatMap(name -> http.headers().all(name).stream().map(value -> name + ": " + value))
                .toList();
        var type = http.headers().first("Content-Type").orElse(null);
        return new Page(position, new Capture(response.target(), captured(response), type, policies, body));
    }

    /** An article from the future could never be edited. */
    private Instant captured(WarcResponse response) {
        return Stream.of(response.date(), clock.instant())
                .min(Instant::compareTo)
                .orElseThrow()
                .truncatedTo(ChronoUnit.MILLIS);
    }

    private static boolean isWeb(@Nullable String address) {
        return address != null && (address.startsWith("http://") || address.startsWith("https://"));
    }

    @Override
    public void close() throws IOException {
        reader.close();
    }
}
