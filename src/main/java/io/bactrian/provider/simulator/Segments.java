package io.bactrian.provider.simulator;

/**
 * How many parts a text takes (3GPP TS 23.038 and 23.040): 160 septets or 70 UTF-16 units alone, 153 or 67 in each of
 * several. An escaped character and a surrogate pair are never cut in two.
 */
final class Segments {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String ESCAPED = "^{}\\[~]|€\f";

    private Segments() {}

    static int of(String text) {
        boolean septets = text.codePoints().allMatch(c -> BASIC.indexOf(c) >= 0 || ESCAPED.indexOf(c) >= 0);
        int[] costs = text.codePoints()
                .map(c -> septets ? (ESCAPED.indexOf(c) >= 0 ? 2 : 1) : Character.charCount(c))
                .toArray();
        int whole = parts(costs, septets ? 160 : 70);
        return whole <= 1 ? 1 : parts(costs, septets ? 153 : 67);
    }

    private static int parts(int[] costs, int room) {
        int parts = 1;
        int used = 0;
        for (int cost : costs) {
            if (used + cost > room) {
                parts++;
                used = 0;
            }
            used += cost;
        }
        return parts;
    }
}
