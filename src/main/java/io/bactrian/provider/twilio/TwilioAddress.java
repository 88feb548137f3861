package io.bactrian.provider.twilio;

import io.bactrian.domain.Channel;
import io.bactrian.domain.PhoneNumber;
import java.util.List;

/** An address as Twilio writes it: the channel is a prefix ({@code whatsapp:+1…}), and plain numbers have none. */
record TwilioAddress(Channel channel, String number) {

    private static final List<Channel> PREFIXED = List.of(Channel.WHATSAPP, Channel.RCS, Channel.MESSENGER);

    /** The channel is SMS where there is no prefix. */
    static TwilioAddress parse(String address) {
        for (Channel channel : PREFIXED) {
            if (address.startsWith(prefix(channel))) {
                return new TwilioAddress(
                        channel, address.substring(prefix(channel).length()).strip());
            }
        }
        return new TwilioAddress(Channel.SMS, address.strip());
    }

    static com.twilio.type.PhoneNumber of(Channel channel, PhoneNumber number) {
        return new com.twilio.type.PhoneNumber(
                PREFIXED.contains(channel) ? prefix(channel) + number.value() : number.value());
    }

    private static String prefix(Channel channel) {
        return channel + ":";
    }

    @Override
    public String toString() {
        return "TwilioAddress[" + channel + "]";
    }
}
