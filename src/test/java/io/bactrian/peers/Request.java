package io.bactrian.peers;

import java.nio.charset.StandardCharsets;

/** A whole request as it goes over the wire, and what the store is to hold of it afterwards. */
record Request(String id, byte[] bytes) {

    static Request post(String id, String path, String type, String headers, String body) {
        byte[] content = body.getBytes(StandardCharsets.UTF_8);
        String head = "POST " + path + " HTTP/1.1\r\nHost: gateway.example\r\nContent-Type: " + type
                + "\r\nContent-Length: " + content.length + "\r\n" + headers + "\r\n";
        byte[] start = head.getBytes(StandardCharsets.US_ASCII);
        byte[] whole = java.util.Arrays.copyOf(start, start.length + content.length);
        System.arraycopy(content, 0, whole, start.length, content.length);
        return new Request(id, whole);
    }
}
