package io.bactrian.trial;

import java.util.function.Consumer;
import org.springframework.stereotype.Component;

/** Where the live routes leave a copy of each text for whoever wants one; costs them one read where nobody does. */
@Component
public class LiveCopies {

    private volatile Consumer<LiveText> taker;

    public boolean areWanted() {
        return taker != null;
    }

    public void offer(LiveText text) {
        Consumer<LiveText> now = taker;
        if (now != null) {
            now.accept(text);
        }
    }

    /** @param wanting never waits and never fails; null where no more are wanted */
    void to(Consumer<LiveText> wanting) {
        taker = wanting;
    }
}
