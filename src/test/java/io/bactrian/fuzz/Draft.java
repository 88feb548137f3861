package io.bactrian.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** A request before it is put on the wire. Nothing keeps it from being wrong: that is what it is for. */
final class Draft {

    final String operation;
    String method;
    String path;
    final List<String> query = new ArrayList<>();
    final List<String> headers = new ArrayList<>();
    final List<String> whatIsOdd = new ArrayList<>();
    byte[] body;
    /** False where the bytes say themselves how long they are, or lie about it. */
    boolean tellsLength = true;

    Draft(String operation, String method, String path, byte[] body) {
        this.operation = operation;
        this.method = method;
        this.path = path;
        this.body = body;
    }

    void header(String name, String value) {
        headers.add(name + ": " + value);
    }

    void withoutHeader(String name) {
        headers.removeIf(header -> header.regionMatches(true, 0, name + ":", 0, name.length() + 1));
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + String.join("&", query);
    }

    byte[] bytes() {
        StringBuilder head = new StringBuilder(method + " " + target() + " HTTP/1.1\r\nHost: localhost\r\n");
        head.append("Connection: close\r\n");
        headers.forEach(header -> head.append(header).append("\r\n"));
        if (tellsLength && (body.length > 0 || !method.equals("GET"))) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        head.append("\r\n");
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        all.writeBytes(head.toString().getBytes(StandardCharsets.UTF_8));
        all.writeBytes(body);
        return all.toByteArray();
    }

    @Override
    public String toString() {
        String text =
                new String(bytes(), StandardCharsets.UTF_8).replaceAll("(?m)^Authorization:.*$", "Authorization: …");
        return operation + " " + whatIsOdd + "\n" + (text.length() > 1500 ? text.substring(0, 1500) + "…" : text);
    }
}
