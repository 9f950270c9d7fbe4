package dev.dateline.testkit.web;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A web server on loopback whose every {@link Route} goes wrong in one way that real servers do. It writes bytes to sockets
 * itself, since no well-made HTTP server can be brought to lie about a length.
 *
 * <p>It counts connections and keeps the requests, so that a test can say what was sent and what was not.
 */
public final class MisbehavingServer implements AutoCloseable {
    private final ServerSocket listener;
    private final ExecutorService threads = Executors.newCachedThreadPool(task -> {
        var thread = new Thread(task, "misbehaving-server");
        thread.setDaemon(true);
        return thread;
    });
    private final CountDownLatch closed = new CountDownLatch(1);
    private final CountDownLatch accepting = new CountDownLatch(1);
    private final AtomicInteger connections = new AtomicInteger();
    private final List<WebRequest> requests = new CopyOnWriteArrayList<>();
    private final List<Socket> sockets = new CopyOnWriteArrayList<>();

    private final String scheme;
    private final Secured secured;

    private volatile Route.Behaviour robots = Route.MISSING::answer;

    /** What becomes of a connection before its first request. */
    @FunctionalInterface
    private interface Secured {
        Socket over(Socket plain) throws IOException;
    }

    private MisbehavingServer(ServerSocket listener, String scheme, Secured secured) {
        this.listener = listener;
        this.scheme = scheme;
        this.secured = secured;
    }

    /** Starts a server on a free port. */
    public static MisbehavingServer start() {
        return start("http", plain -> plain);
    }

    /** Starts a server of https on a free port, which goes wrong before it gets a request. */
    public static MisbehavingServer start(Handshake handshake) {
        var own = SelfSigned.context();
        return start("https", plain -> handshake.over(plain, own));
    }

    private static MisbehavingServer start(String scheme, Secured secured) {
        try {
            var listener = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
            var server = new MisbehavingServer(listener, scheme, secured);
            server.threads.execute(server::accept);
            return server;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Gives the address of a route. */
    public String url(Route route) {
        return origin() + route.path();
    }

    /** Gives the address of the server, without a slash at the end. */
    public String origin() {
        return scheme + "://127.0.0.1:" + port();
    }

    public int port() {
        return listener.getLocalPort();
    }

    /** Gives how many connections were opened so far. */
    public int connections() {
        return connections.get();
    }

    /** Gives the requests that came so far, in order. */
    public List<WebRequest> requests() {
        return List.copyOf(requests);
    }

    /** Gives the server a robots.txt; without one it has none (404). */
    public void robots(String text) {
        robots = exchange -> exchange.answer("200 OK", text, "Content-Type: text/plain");
    }

    /** Makes the server fail when it is asked for its robots.txt. */
    public void robotsFail() {
        robots = Route.SERVER_ERROR::answer;
    }

    private void accept() {
        while (!listener.isClosed()) {
            try {
                var socket = listener.accept();
                connections.incrementAndGet();
                sockets.add(socket);
                threads.execute(() -> serve(socket));
            } catch (IOException e) {
                // Closed: the loop ends.
            }
        }
        accepting.countDown();
    }

    private void serve(Socket socket) {
        try (socket;
                var connection = secured.over(socket)) {
            var request = WebRequest.read(connection.getInputStream());
            requests.add(request);
            Route.Behaviour behaviour =
                    request.path().equals("/robots.txt") ? robots : Route.at(request.path())::answer;
            behaviour.answer(new Exchange(request, connection, closed));
        } catch (IOException e) {
            // The client hung up on us, as a careful one does here.
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            sockets.remove(socket);
        }
    }

    @Override
    public void close() {
        closed.countDown();
        try {
            listener.close();
            // A connection may still slip in until the accepting thread has seen the end.
            accepting.await();
            for (var socket : sockets) {
                socket.close();
            }
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        } finally {
            threads.shutdownNow();
        }
    }
}
