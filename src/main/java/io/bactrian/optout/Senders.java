package io.bactrian.optout;

import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.Sender;

/** Tells whom of ours the recipient of a message will see. Providers have a default, and pools that choose. */
public interface Senders {

    Sender of(OutgoingMessage message);
}
