package io.bactrian.web;

/**
 * What is wrong with one field of a request.
 *
 * @param field its name, with dots and indexes where it lies deeper
 * @param message what is expected of it; never what was sent
 */
public record FieldError(String field, String message) {}
