package io.bactrian.trial;

/**
 * A route file that somebody would like to put in the place of the one that has its name, or beside the others.
 *
 * @param yaml the whole text of the file
 */
public record Candidate(String yaml) {}
