package io.bactrian.edits;

/**
 * A file below the routes folder.
 *
 * @param path below the routes folder, with slashes
 * @param text all of it
 */
public record RouteText(String path, String text) {}
