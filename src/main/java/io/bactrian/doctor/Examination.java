package io.bactrian.doctor;

import java.util.List;

/**
 * Looks at one part of a set-up. Changes nothing and sends nothing. Found by {@code META-INF/spring.factories}, so that
 * each feature, store and provider brings its own.
 */
public interface Examination {

    /** What is looked at, in a word or two. */
    String part();

    /** @throws Exception where it could not be found out; only the kind of it is told */
    List<Diagnosis> examine(Setup setup) throws Exception;
}
