package io.bactrian.statistics;

/** Answers what is not over yet. */
public interface Backlogs {

    Backlog of(String tenant);
}
