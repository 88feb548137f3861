package io.bactrian.faults;

import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.LongAdder;

/** What the gateways have taken upon them, as their callers saw it, and how often each answer came. */
final class Accepted {

    private final Set<String> texts = ConcurrentHashMap.newKeySet();
    private final Set<String> textsToAnswer = ConcurrentHashMap.newKeySet();
    private final Set<String> sends = ConcurrentHashMap.newKeySet();
    private final Map<String, LongAdder> answers = new ConcurrentSkipListMap<>();

    void text(String sid, boolean registered) {
        texts.add(sid);
        if (registered) {
            textsToAnswer.add(sid);
        }
    }

    void send(String id) {
        sends.add(id);
    }

    void count(String answer) {
        answers.computeIfAbsent(answer, any -> new LongAdder()).increment();
    }

    /** The MessageSids of the webhooks that were answered 200. */
    Set<String> texts() {
        return texts;
    }

    /** Those of registered senders. */
    Set<String> textsToAnswer() {
        return textsToAnswer;
    }

    /** The ids that the API gave away with a 2xx. */
    Set<String> sends() {
        return sends;
    }

    Map<String, LongAdder> answers() {
        return answers;
    }
}
