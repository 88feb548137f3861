package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import org.springframework.stereotype.Component;

/** The senders that the simulated account owns: its configured one, and every number that a played text went to. */
@Component
@WhileSimulated
class OwnNumbers {

    private static final int MOST = 1_000;

    private final TwilioAccount account;
    private final Set<String> texted = Collections.synchronizedSet(Collections.newSetFromMap(new LinkedHashMap<>() {
        @Override
        protected boolean removeEldestEntry(Map.Entry<String, Boolean> eldest) {
            return size() > MOST;
        }
    }));

    OwnNumbers(TwilioAccount account) {
        this.account = account;
    }

    void texted(String to) {
        texted.add(to);
    }

    boolean contains(String from) {
        return from.equals(Simulator.sender(account)) || texted.contains(from);
    }
}
