package io.bactrian.faults;

import java.util.Set;

/** How the provider behaves for a while: plans of faults as {@code PUT /simulator/faults} takes them. */
enum Weather {
    A_LITTLE_OF_ALL(
            """
            "create": {"refuse": 0.02, "codes": [21211, 21614], "busy": 0.03, "failBefore": 0.02, "failAfter": 0.02,
                       "hangBefore": 0.01, "hangAfter": 0.01, "hang": "4s", "cutBefore": 0.01, "cutAfter": 0.01,
                       "cutMidway": 0.01, "slow": 0.1, "delay": "100ms", "jitter": "300ms"},
            "list": {"fail": 0.05, "busy": 0.02, "slow": 0.1, "delay": "100ms", "jitter": "300ms", "lag": "1s"},
            "fetch": {"fail": 0.05, "busy": 0.02},
            "delivery": {"fail": 0.05, "codes": [30003, 30005, 30006]},
            "callbacks": {"lose": 0.05, "twice": 0.05, "delay": 0.05, "delayBy": "2s", "jitter": "2s",
                          "reorder": 0.05, "early": 0.05, "reverse": 0.05}"""),
    /** For a short run, which has no time for one after the other. */
    A_LOT_OF_ALL(
            """
            "create": {"refuse": 0.05, "codes": [21211, 21614], "busy": 0.08, "unauthorized": 0.01, "failBefore": 0.08,
                       "failAfter": 0.08, "hangBefore": 0.03, "hangAfter": 0.03, "hang": "4s", "cutBefore": 0.06,
                       "cutAfter": 0.06, "cutMidway": 0.06, "slow": 0.1, "delay": "100ms", "jitter": "300ms"},
            "list": {"fail": 0.2, "busy": 0.05, "slow": 0.2, "delay": "100ms", "jitter": "300ms", "lag": "1s"},
            "fetch": {"fail": 0.1, "busy": 0.05},
            "delivery": {"fail": 0.2, "codes": [30003, 30005, 30006]},
            "callbacks": {"lose": 0.2, "twice": 0.15, "delay": 0.15, "delayBy": "1s", "jitter": "2s",
                          "reorder": 0.15, "early": 0.15, "reverse": 0.15}"""),
    BUSY("""
            "create": {"busy": 0.6, "retryAfter": "1s"}, "list": {"busy": 0.3}, "fetch": {"busy": 0.3}"""),
    FAILING("""
            "create": {"failBefore": 0.3, "failAfter": 0.3}, "list": {"fail": 0.3, "lag": "1s"}"""),
    HANGING(
            """
            "create": {"hangBefore": 0.15, "hangAfter": 0.15, "hang": "4s"}, "list": {"slow": 0.5, "lag": "1s"}"""),
    CUTTING("""
            "create": {"cutBefore": 0.2, "cutAfter": 0.2, "cutMidway": 0.2}"""),
    REFUSING("""
            "create": {"refuse": 0.5, "codes": [21211, 21614, 21612]}"""),
    LOCKED_OUT("""
            "create": {"unauthorized": 0.5, "forbidden": 0.2}"""),
    DEAF("""
            "callbacks": {"lose": 0.8}, "fetch": {"fail": 0.2}"""),
    MUDDLED(
            """
            "callbacks": {"twice": 0.2, "delay": 0.2, "delayBy": "1s", "jitter": "3s", "reorder": 0.2, "early": 0.3,
                          "reverse": 0.3}"""),
    UNDELIVERABLE("""
            "delivery": {"fail": 0.5, "codes": [30003, 30005, 30006, 30007]}""");

    /** With what the provider refuses, once and for all. */
    static final Set<String> REFUSALS = Set.of("21211", "21612", "21614");

    private final String faults;

    Weather(String faults) {
        this.faults = faults;
    }

    String plan(long seed) {
        return "{\"seed\": " + seed + ", " + faults + "}";
    }
}
