package dev.dateline.standalone.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyStore;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** An authority of a test, and the certificates that it signs: made by the keytool of the JDK, kept in PEM files. */
final class Certificates {
    private static final String PASSWORD = "only-for-tests";
    private static final String AUTHORITY = "authority";
    private static final Base64.Encoder LINES = Base64.getMimeEncoder(64, new byte[] {'\n'});

    private final Path folder;
    private final Path store;

    /** The files of a certificate and its key. */
    record Signed(Path certificate, Path key) {}

    Certificates(Path parent, String name) throws IOException {
        this.folder = Files.createDirectory(parent.resolve(name));
        this.store = folder.resolve("store.p12");
        keytool("-genkeypair", "-alias", AUTHORITY, "-dname", "CN=" + name, "-ext", "bc:c");
    }

    /** The file of the authority's own certificate. */
    Path authority() {
        return write(AUTHORITY + ".crt", certificates(AUTHORITY));
    }

    /** Signs a certificate for a user, or for a server under its names, such as {@code dns:localhost}. */
    Signed sign(String name, String... names) {
        var arguments =
                new ArrayList<>(List.of("-genkeypair", "-alias", name, "-dname", "CN=" + name, "-signer", AUTHORITY));
        if (names.length > 0) {
            arguments.addAll(List.of("-ext", "san=" + String.join(",", names)));
        }
        keytool(arguments.toArray(String[]::new));
        return new Signed(write(name + ".crt", certificates(name)), write(name + ".key", key(name)));
    }

    private void keytool(String... arguments) {
        var command = new ArrayList<>(List.of(
                Path.of(System.getProperty("java.home"), "bin", "keytool").toString()));
        command.addAll(List.of(arguments));
        command.addAll(List.of("-keyalg", "EC", "-validity", "2", "-keystore", store.toString()));
        command.addAll(List.of("-storetype", "PKCS12", "-storepass", PASSWORD));
        try {
            var process = new ProcessBuilder(command)
                    .redirectErrorStream(true)
                    .redirectOutput(folder.resolve("keytool.log").toFile())
                    .start();
            assertThat(process.waitFor(1, TimeUnit.MINUTES)).isTrue();
            assertThat(process.exitValue())
                    .as(Files.readString(folder.resolve("keytool.log")))
                    .isZero();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private String certificates(String alias) {
        return read(keys -> {
            var chain = new StringBuilder();
            for (var certificate : keys.getCertificateChain(alias)) {
                chain.append(pem("CERTIFICATE", certificate.getEncoded()));
            }
            return chain.toString();
        });
    }

    private String key(String alias) {
        return read(keys ->
                pem("PRIVATE KEY", keys.getKey(alias, PASSWORD.toCharArray()).getEncoded()));
    }

    private static String pem(String what, byte[] bytes) {
        return "-----BEGIN " + what + "-----\n" + LINES.encodeToString(bytes) + "\n-----END " + what + "-----\n";
    }

    private interface Reading<T> {
        T from(KeyStore keys) throws GeneralSecurityException;
    }

    private <T> T read(Reading<T> reading) {
        try {
            return reading.from(KeyStore.getInstance(store.toFile(), PASSWORD.toCharArray()));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Servers refuse keys that others may read. */
    private Path write(String name, String text) {
        try {
            var file = folder.resolve(name);
            Files.writeString(file, text);
            Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
            return file;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
