package dev.dateline.console;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/** The line between a browser and the console, which a test can cut and mend. */
final class Relay implements AutoCloseable {
    private final int target;
    private final int port;
    private final Set<Socket> sockets = ConcurrentHashMap.newKeySet();
    private ServerSocket listening;

    Relay(int target) throws IOException {
        this.target = target;
        this.listening = listen(0);
        this.port = listening.getLocalPort();
    }

    String address(String path) {
        return "http://127.0.0.1:" + port + path;
    }

    /** Breaks every connection and takes no new one. */
    void cut() throws IOException {
        listening.close();
        for (var socket : sockets) {
            socket.close();
        }
        sockets.clear();
    }

    /** Takes connections again, under the same address. */
    void mend() throws IOException {
        listening = listen(port);
    }

    private ServerSocket listen(int wanted) throws IOException {
        var server = new ServerSocket();
        server.setReuseAddress(true);
        server.bind(new InetSocketAddress(InetAddress.getLoopbackAddress(), wanted));
        start(() -> {
            while (!server.isClosed()) {
                join(server.accept());
            }
        });
        return server;
    }

    private void join(Socket browser) throws IOException {
        var console = new Socket(InetAddress.getLoopbackAddress(), target);
        sockets.add(browser);
        sockets.add(console);
        start(() -> carry(browser, console));
        start(() -> carry(console, browser));
    }

    private static void carry(Socket from, Socket to) throws IOException {
        try (from;
                to) {
            from.getInputStream().transferTo(to.getOutputStream());
        }
    }

    private interface Work {
        void run() throws IOException;
    }

    /** A broken connection ends the work: that is what this class is for. */
    private static void start(Work work) {
        var thread = new Thread(() -> {
            try {
                work.run();
            } catch (IOException e) {
                Thread.currentThread().setName("ended: " + e.getMessage());
            }
        });
        thread.setDaemon(true);
        thread.start();
    }

    @Override
    public void close() {
        try {
            cut();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
