package io.botledger.extract;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;

/** Answers every request with half a body and a TCP reset. */
public final class ResettingServer implements AutoCloseable {
    private final ServerSocket server;

    private ResettingServer(ServerSocket server) {
        this.server = server;
    }

    public static ResettingServer start() throws IOException {
        ResettingServer started = new ResettingServer(new ServerSocket(0, 10, InetAddress.getLoopbackAddress()));
        Thread thread = new Thread(started::serve, "resetting");
        thread.setDaemon(true);
        thread.start();
        return started;
    }

    public String base() {
        return "http://127.0.0.1:" + server.getLocalPort();
    }

    @Override
    public void close() throws IOException {
        server.close();
    }

    private void serve() {
        try {
            while (true) {
                reset(server.accept());
            }
        } catch (IOException closed) {
            Thread.currentThread().interrupt();
        }
    }

    private static void reset(Socket socket) throws IOException {
        BufferedReader request =
                new BufferedReader(new InputStreamReader(socket.getInputStream(), StandardCharsets.US_ASCII));
        String line = request.readLine();
        while (line != null && !line.isEmpty()) {
            line = request.readLine();
        }
        String half = "HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n[{\"conversation_id\":\"a\"},";
        socket.getOutputStream().write(half.getBytes(StandardCharsets.US_ASCII));
        socket.setSoLinger(true, 0);
        socket.close();
    }
}
