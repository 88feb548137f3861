package io.bactrian.provider.simulator.fault;

import java.util.LinkedHashMap;
import java.util.Map;

/** Which messages have been tried before; the latest of them only. */
final class FirstTimes {

    private static final int MOST = 10_000;

    private final Map<String, Boolean> seen = new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    };

    /** Whether that has not been asked before; nothing has no history and is always new. */
    synchronized boolean isFirst(String callback) {
        return callback == null || seen.put(callback, true) == null;
    }
}
