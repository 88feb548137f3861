package io.bactrian.dashboard.compose;

import java.util.List;

/** What a text takes, as the contract tells it before it is sent. */
record Size(
        String encoding,
        int characters,
        boolean tooLong,
        int segments,
        Integer unitsLeft,
        int maxCharacters,
        Cost estimatedCost,
        List<Foreign> forcedBy,
        Plain plain) {

    private static final int NAMED = 5;

    record Cost(String amount, String currency) {}

    /** A character that halves the room. */
    record Foreign(String character, String codePoint, String name, String replacement) {

        /** Instead of it, in words. */
        public String instead() {
            if (replacement == null) {
                return "nothing plain stands for it";
            }
            return replacement.isEmpty() ? "can be left out" : "can be " + replacement;
        }
    }

    record Plain(String body, String encoding, int segments, Cost estimatedCost) {

        @Override
        public String toString() {
            return "Plain[]";
        }
    }

    /** Each once, and no more than a person reads. */
    public List<Foreign> named() {
        return forcedBy == null
                ? List.of()
                : forcedBy.stream().distinct().limit(NAMED).toList();
    }

    @Override
    public String toString() {
        return "Size[]";
    }
}
