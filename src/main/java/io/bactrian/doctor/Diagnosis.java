package io.bactrian.doctor;

/**
 * One thing that was looked at. Holds neither a number nor a secret.
 *
 * @param part what was looked at, in a word or two
 * @param says what was found
 * @param mend what to do about it; empty where nothing is to be done
 */
public record Diagnosis(String part, Verdict verdict, String says, String mend) {

    public static Diagnosis right(String part, String says) {
        return new Diagnosis(part, Verdict.RIGHT, says, "");
    }

    public static Diagnosis advice(String part, String says, String mend) {
        return new Diagnosis(part, Verdict.ADVICE, says, mend);
    }

    public static Diagnosis wrong(String part, String says, String mend) {
        return new Diagnosis(part, Verdict.WRONG, says, mend);
    }

    public static Diagnosis unchecked(String part, String says, String mend) {
        return new Diagnosis(part, Verdict.UNCHECKED, says, mend);
    }
}
