package dev.dateline.standalone.archive;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import java.util.zip.GZIPOutputStream;
import org.netpreserve.jwarc.HttpRequest;
import org.netpreserve.jwarc.HttpResponse;
import org.netpreserve.jwarc.MediaType;
import org.netpreserve.jwarc.WarcCompression;
import org.netpreserve.jwarc.WarcRequest;
import org.netpreserve.jwarc.WarcResponse;
import org.netpreserve.jwarc.WarcWriter;
import org.netpreserve.jwarc.Warcinfo;

/** A web archive that a test writes. */
final class WarcFile implements AutoCloseable {
    static final Instant CAPTURED = Instant.parse("2019-05-06T07:08:09Z");

    private final WarcWriter writer;

    WarcFile(Path file) throws IOException {
        var compression = file.toString().endsWith(".gz") ? WarcCompression.GZIP : WarcCompression.NONE;
        writer = new WarcWriter(
                Files.newByteChannel(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE), compression);
        writer.write(new Warcinfo.Builder()
                .fields(Map.of("software", List.of("test")))
                .build());
    }

    WarcFile page(String url, String html) {
        return answer(
                url,
                200,
                "text/html; charset=utf-8",
                html.getBytes(StandardCharsets.UTF_8),
                http -> http,
                warc -> warc);
    }

    WarcFile zipped(String url, String html) {
        var bytes = new ByteArrayOutputStream();
        try (var zip = new GZIPOutputStream(bytes)) {
            zip.write(html.getBytes(StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return answer(
                url,
                200,
                "text/html",
                bytes.toByteArray(),
                http -> http.addHeader("Content-Encoding", "gzip"),
                warc -> warc);
    }

    WarcFile answer(
            String url,
            int status,
            String type,
            byte[] body,
            UnaryOperator<HttpResponse.Builder> http,
            UnaryOperator<WarcResponse.Builder> warc) {
        try {
            var message = http.apply(new HttpResponse.Builder(status, "Reason").body(MediaType.parse(type), body))
                    .build();
            writer.write(warc.apply(new WarcResponse.Builder(URI.create(url))
                            .date(CAPTURED)
                            .body(message))
                    .build());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        return this;
    }

    WarcFile request(String url) throws IOException {
        writer.write(new WarcRequest.Builder(URI.create(url))
                .date(CAPTURED)
                .body(new HttpRequest.Builder("GET", "/").build())
                .build());
        return this;
    }

    @Override
    public void close() throws IOException {
        writer.close();
    }
}
