package io.bactrian.peers;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Starts the servers, each with a database of its own in one PostgreSQL. */
final class Peers {

    private static final Path HERE = Path.of("benchmark/peers");
    private static final String TABLES =
            """
            create table users (id bigint generated always as identity primary key,
              phone_number text not null unique, name text, status text not null default 'active');
            create table messages (id text primary key, direction text not null, phone_number text not null,
              content text not null, status text not null, provider_id text, created_at timestamptz default now());
            create index on messages (phone_number, created_at);
            """;
    private static final String USERS = "insert into users (phone_number, name) select '+1500555'"
            + " || lpad(n::text, 4, '0'), 'Ann' from generate_series(0, %d) n".formatted(Requests.REGISTERED - 1);

    private final EmbeddedPostgres server;
    private final Provider provider;
    private final Path folder;

    Peers(EmbeddedPostgres server, Provider provider, Path folder) {
        this.server = server;
        this.provider = provider;
        this.folder = folder;
    }

    /** Our jar, run by one Java. */
    Peer gateway(String name, Path javaHome, List<String> options) throws IOException, SQLException {
        String database = create("gateway" + Integer.toHexString(name.hashCode()));
        int port = Peer.freePort();
        Map<String, String> environment = gatewaySettings(port, folder.resolve(database));
        environment.putAll(Map.of(
                "SMS_STORE", "postgres",
                "DATABASE_URL", "jdbc:postgresql://127.0.0.1:" + server.getPort() + "/" + database,
                "DATABASE_USERNAME", "postgres",
                "DATABASE_PASSWORD", ""));
        Held held = Held.byGateway(server.getDatabase("postgres", database));
        Peer peer =
                Peer.start(name, jar(javaHome, options), environment, port, held, folder.resolve(database + ".log"));
        held.execute(USERS);
        return peer;
    }

    static List<String> jar(Path javaHome, List<String> options) {
        List<String> command =
                new java.util.ArrayList<>(List.of(javaHome.resolve("bin/java").toString()));
        command.addAll(options);
        command.addAll(List.of("-jar", "target/bactrian.jar"));
        return command;
    }

    /** The default settings, but for what the load is: the same few people text again and again. */
    Map<String, String> gatewaySettings(int port, Path data) {
        return new HashMap<>(Map.ofEntries(
                Map.entry("SERVER_PORT", "" + port),
                Map.entry("SMS_DATA_DIR", data.toString()),
                Map.entry("SMS_PUBLIC_URL", Requests.PUBLIC_URL),
                Map.entry("SMS_PROVIDERS", "twilio"),
                Map.entry("SMS_JWT_SECRET", Requests.JWT_SECRET),
                Map.entry("SMS_GUARD_ANSWERS", "1000000"),
                Map.entry("SMS_GUARD_SAME_TEXT", "1000000"),
                Map.entry("TWILIO_ACCOUNT_SID", "AC00000000000000000000000000000000"),
                Map.entry("TWILIO_AUTH_TOKEN", Requests.TOKEN),
                Map.entry("TWILIO_PHONE_NUMBER", "+15005550006"),
                Map.entry("TWILIO_BASE_URL", "http://127.0.0.1:" + provider.port())));
    }

    Peer express(int workers) throws IOException, SQLException {
        String name = "Express, " + workers + (workers == 1 ? " worker" : " workers");
        return other(
                name,
                "express" + workers,
                List.of("node", HERE.resolve("express/server.js").toString()),
                workers);
    }

    Peer flask(int workers) throws IOException, SQLException {
        List<String> command = List.of(
                "gunicorn",
                "--chdir",
                HERE.resolve("flask").toString(),
                "--workers",
                "" + workers,
                "--threads",
                "16",
                "--bind",
                "127.0.0.1:%d",
                "--log-level",
                "warning",
                "app:app");
        return other("Flask, gunicorn, " + workers + " workers", "flask" + workers, command, workers);
    }

    private Peer other(String name, String database, List<String> command, int workers)
            throws IOException, SQLException {
        create(database);
        Held held = Held.byPeer(server.getDatabase("postgres", database));
        held.execute(TABLES, USERS);
        int port = Peer.freePort();
        Map<String, String> environment = Map.of(
                "PORT",
                "" + port,
                "WORKERS",
                "" + workers,
                "DATABASE_URL",
                "postgresql://postgres@127.0.0.1:" + server.getPort() + "/" + database,
                "PUBLIC_URL",
                Requests.PUBLIC_URL,
                "TWILIO_ACCOUNT_SID",
                "AC00000000000000000000000000000000",
                "TWILIO_AUTH_TOKEN",
                Requests.TOKEN,
                "TWILIO_PHONE_NUMBER",
                "+15005550006",
                "TWILIO_BASE_URL",
                "http://127.0.0.1:" + provider.port(),
                "NODE_ENV",
                "production");
        List<String> called =
                command.stream().map(word -> word.replace("%d", "" + port)).toList();
        return Peer.start(name, called, environment, port, held, folder.resolve(database + ".log"));
    }

    private String create(String database) throws IOException, SQLException {
        Files.createDirectories(folder);
        Held.byPeer(server.getPostgresDatabase()).execute("create database " + database);
        return database;
    }
}
