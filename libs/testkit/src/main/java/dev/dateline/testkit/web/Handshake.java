package dev.dateline.testkit.web;

import java.io.IOException;
import java.net.Socket;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLSocket;

/** How a server goes wrong before the first request: each is a server of its own, since a path is known only afterwards. */
public enum Handshake {
    /** Shows a certificate that it has signed itself, and that no client has reason to trust. */
    UNTRUSTED {
        @Override
        Socket over(Socket plain, SSLContext own) throws IOException {
            var secure = (SSLSocket) own.getSocketFactory().createSocket(plain, null, plain.getPort(), true);
            secure.setUseClientMode(false);
            secure.startHandshake();
            return secure;
        }
    },
    /** Closes when the client has said hello. */
    CUT {
        @Override
        Socket over(Socket plain, SSLContext own) throws IOException {
            // All of it: to close with data unread would be a reset
            plain.getInputStream().read(new byte[LONGEST_HELLO]);
            plain.close();
            throw new IOException("closed in the handshake");
        }
    };

    private static final int LONGEST_HELLO = 16 << 10;

    /**
     * Goes through the handshake.
     *
     * @return the connection to answer requests on
     * @throws IOException when there will be no request
     */
    abstract Socket over(Socket plain, SSLContext own) throws IOException;
}
