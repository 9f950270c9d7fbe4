package dev.dateline.kafka.topics;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.SocketException;
import java.util.stream.Stream;

/**
 * Finds out whether a port speaks TLS. To a client that does not, such a port says nothing that it understands, and the client waits
 * until it gives up; so this is asked only once that has happened.
 */
final class TlsProbe {
    private static final int TIMEOUT_MILLIS = 2_000;
    /** RFC 8446, section 5.1: the type of a record that carries an alert, which answers whatever is no handshake. */
    private static final int ALERT = 21;

    private TlsProbe() {}

    /** What a port is found to be. */
    private enum Port {
        TLS,
        PLAIN,
        SILENT
    }

    /** Tells whether one of the brokers, written host:port,host:port, answers as TLS does. */
    static boolean anySpeaksTls(String brokers) {
        return ports(brokers).anyMatch(port -> port == Port.TLS);
    }

    /** Tells whether one of the brokers answers, and none does so as TLS does. */
    static boolean noneSpeaksTls(String brokers) {
        var found = ports(brokers).toList();
        return found.contains(Port.PLAIN) && !found.contains(Port.TLS);
    }

    private static Stream<Port> ports(String brokers) {
        return Stream.of(brokers.split(",", -1)).map(TlsProbe::port);
    }

    private static Port port(String broker) {
        var colon = broker.lastIndexOf(':');
        try (var socket = new Socket()) {
            var port = Integer.parseInt(broker.substring(colon + 1).strip());
            var host = broker.substring(0, Math.max(colon, 0)).strip();
            socket.connect(new InetSocketAddress(host, port), TIMEOUT_MILLIS);
            socket.setSoTimeout(TIMEOUT_MILLIS);
            // A record of a handshake: the hello of a client, with nothing in it
            socket.getOutputStream().write(new byte[] {22, 3, 1, 0, 4, 1, 0, 0, 0});
            socket.getOutputStream().flush();
            return answer(socket);
        } catch (IOException | IllegalArgumentException e) {
            return Port.SILENT;
        }
    }

    /** Kafka without TLS takes the hello for the length of a request that is far too long, and hangs up, politely or not. */
    private static Port answer(Socket socket) throws IOException {
        try {
            return socket.getInputStream().read() == ALERT ? Port.TLS : Port.PLAIN;
        } catch (SocketException e) {
            return Port.PLAIN;
        }
    }
}
