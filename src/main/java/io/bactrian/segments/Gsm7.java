package io.bactrian.segments;

/** The default alphabet of GSM and its extension table (3GPP TS 23.038, 6.2.1). */
final class Gsm7 {

    private static final String BASIC = "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?"
            + "¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§¿abcdefghijklmnopqrstuvwxyzäöñüà";
    private static final String ESCAPED = "^{}\\[~]|€\f";

    private Gsm7() {}

    /** How many septets the character takes; 0 where the alphabet does not have it. */
    static int septets(int character) {
        if (BASIC.indexOf(character) >= 0) {
            return 1;
        }
        return ESCAPED.indexOf(character) >= 0 ? 2 : 0;
    }

    static boolean has(int character) {
        return septets(character) > 0;
    }

    static boolean has(String text) {
        return text.codePoints().allMatch(Gsm7::has);
    }
}
