// SPDX-License-Identifier: Apache-2.0
// Copyright the netgrade authors
package io.netgrade.lab;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.DataInputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.jspecify.annotations.Nullable;

/**
 * The JDK's HTTP server, which gives the answers that a service's documents show: of {@code answers/NAME.txt}, which names
 * them. Each answer is a line {@code > METHOD target} (a star for whatever is not named), the status, header fields, an empty
 * line and the body.
 */
public final class HttpStandIn implements AutoCloseable {
    private static final String ANY = "*";

    private final HttpServer server;
    private final @Nullable StreamStandIn before;
    private final ExecutorService threads = Executors.newCachedThreadPool(HttpStandIn::daemon);
    private final Map<String, Answer> answers = new LinkedHashMap<>();
    private final List<String> asked = new ArrayList<>();

    private record Answer(int status, List<Map.Entry<String, String>> fields, ByteBuffer body) {}

    private HttpStandIn(HttpServer server, @Nullable StreamStandIn before) {
        this.server = server;
        this.before = before;
        server.setExecutor(threads);
        server.createContext("/", this::answer);
    }

    public static HttpStandIn inClear(int port, String... names) throws IOException {
        return inClear(new InetSocketAddress(next(), FreePorts.orNext(port)), names);
    }

    static HttpStandIn inClear(InetSocketAddress place, String... names) throws IOException {
        return serving(HttpServer.create(place, 0), null, names);
    }

    /**
     * One that answers what is no method with 400 at once, as servers of Python (uvicorn, gunicorn) and of C do; the JDK's
     * waits for the end of the line.
     */
    public static HttpStandIn strictInClear(int port, String... names) throws IOException {
        HttpServer behind = HttpServer.create(new InetSocketAddress(next(), 0), 0);
        InetSocketAddress place = behind.getAddress();
        Relay relay = new Relay(place.getAddress().getHostAddress(), place.getPort());
        return serving(behind, StreamStandIn.inClear(port, (in, out) -> methodsAlone(relay, in, out)), names);
    }

    private static void methodsAlone(Relay relay, DataInputStream in, DataOutputStream out) throws IOException {
        byte first = in.readByte();
        if (first >= 'A' && first <= 'Z') {
            relay.serve(new byte[] {first}, in, out);
        } else {
            out.write("HTTP/1.1 400 Bad Request\r\nConnection: close\r\nContent-Length: 0\r\n\r\n"
                    .getBytes(StandardCharsets.US_ASCII));
        }
    }

    public static HttpStandIn insideTls(int port, String... names) throws IOException {
        return insideTls(new InetSocketAddress(next(), FreePorts.orNext(port)), names);
    }

    static HttpStandIn insideTls(InetSocketAddress place, String... names) throws IOException {
        HttpsServer server = HttpsServer.create(place, 0);
        server.setHttpsConfigurator(new HttpsConfigurator(LabTls.context()));
        return serving(server, null, names);
    }

    private static InetAddress next() throws IOException {
        return InetAddress.getByName(LoopbackAddress.next());
    }

    private static HttpStandIn serving(HttpServer server, @Nullable StreamStandIn before, String... names)
            throws IOException {
        HttpStandIn standIn = new HttpStandIn(server, before);
        for (String name : names) {
            standIn.read(name);
        }
        server.start();
        return standIn;
    }

    /** Answers a GET of this path by a file. */
    public HttpStandIn with(String path, String type, byte[] file) {
        answers.put("GET " + path, new Answer(200, List.of(Map.entry("Content-Type", type)), ByteBuffer.wrap(file)));
        return this;
    }

    public String address() {
        return before == null ? server.getAddress().getAddress().getHostAddress() : before.address();
    }

    public int port() {
        return before == null ? server.getAddress().getPort() : before.port();
    }

    /** Methods and targets, in their order. */
    public List<String> asked() {
        synchronized (asked) {
            return List.copyOf(asked);
        }
    }

    private void read(String name) throws IOException {
        try (InputStream file = HttpStandIn.class.getResourceAsStream("answers/" + name + ".txt")) {
            if (file == null) {
                throw new IOException("no answers of " + name);
            }
            String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
            String[] blocks = text.split("(?m)^> ");
            if (!blocks[0].startsWith("# After ")) {
                throw new IOException(name + " names no document");
            }
            for (int i = 1; i < blocks.length; i++) {
                add(blocks[i]);
            }
        }
    }

    private void add(String block) {
        String[] parts = block.split("\n\n", 2);
        String[] lines = parts[0].split("\n");
        List<Map.Entry<String, String>> fields = new ArrayList<>();
        for (int i = 2; i < lines.length; i++) {
            String[] field = lines[i].split(": ", 2);
            fields.add(Map.entry(field[0], field[1]));
        }
        String body = parts.length == 1 ? "" : parts[1].stripTrailing();
        answers.put(
                lines[0].strip(),
                new Answer(Integer.parseInt(lines[1].strip()), fields, StandardCharsets.UTF_8.encode(body)));
    }

    private void answer(HttpExchange exchange) throws IOException {
        String request = exchange.getRequestMethod() + " " + exchange.getRequestURI();
        synchronized (asked) {
            asked.add(request);
        }
        exchange.getRequestBody().readAllBytes();
        boolean credentials = exchange.getRequestHeaders().containsKey("Authorization");
        Answer answer = answers.getOrDefault(request, answers.get(ANY));
        if (credentials || answer == null) {
            answer = new Answer(400, List.of(), ByteBuffer.allocate(0));
        }
        answer.fields().forEach(field -> exchange.getResponseHeaders().add(field.getKey(), field.getValue()));
        byte[] body = new byte[answer.body().remaining()];
        answer.body().duplicate().get(body);
        exchange.sendResponseHeaders(answer.status(), body.length == 0 ? -1 : body.length);
        if (body.length > 0) {
            exchange.getResponseBody().write(body);
        }
        exchange.close();
    }

    private static Thread daemon(Runnable task) {
        Thread thread = new Thread(task, "http-stand-in");
        thread.setDaemon(true);
        return thread;
    }

    @Override
    public void close() throws IOException {
        if (before != null) {
            before.close();
        }
        server.stop(0);
        threads.shutdownNow();
    }
}
