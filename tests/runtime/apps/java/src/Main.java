// SPDX-License-Identifier: Apache-2.0
// SPDX-FileCopyrightText: The Skanse authors

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.file.Files;
import java.nio.file.Path;

/** Says who it runs as; GET /scratch writes a file and reads it again. */
public final class Main {
    private static void answer(HttpExchange exchange, String text) throws IOException {
        byte[] bytes = text.getBytes();
        exchange.sendResponseHeaders(200, bytes.length);
        try (var body = exchange.getResponseBody()) {
            body.write(bytes);
        }
    }

    public static void main(String[] arguments) throws IOException {
        HttpServer server = HttpServer.create(new InetSocketAddress(8080), 0);
        server.createContext("/", exchange -> answer(exchange, "java as " + Files.getAttribute(Path.of("/proc/self"), "unix:uid")));
        server.createContext("/scratch", exchange -> {
            Path file = Files.createTempFile("scratch", "");
            Files.writeString(file, "written");
            String read = Files.readString(file);
            Files.delete(file);
            answer(exchange, read);
        });
        server.start();
    }
}
