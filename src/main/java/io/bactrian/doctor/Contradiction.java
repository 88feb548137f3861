package io.bactrian.doctor;

import java.util.function.Predicate;

/**
 * Settings of which each can be, and all together not.
 *
 * @param holds whether it is so
 */
record Contradiction(Verdict verdict, Predicate<Setup> holds, String says, String mend) {

    Diagnosis told(String part) {
        return new Diagnosis(part, verdict, says, mend);
    }
}
