package io.bactrian.provider.twilio;

import io.github.bucket4j.Bucket;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.MeterRegistry;
import java.time.Duration;
import java.util.Arrays;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * Finds out under which URL a refused webhook would have been let in, and says which setting to change. It lets nothing
 * in and keeps nothing. Looking costs some hundred signatures, so it is done twice a second at the most, whoever posts.
 */
final class SignatureDoctor {

    /** Bytes; a text with ten media is smaller. */
    static final int LARGEST_EXAMINED = 16 * 1024;

    private static final int EACH_SECOND = 2;
    private static final int MOST_SAID = 20;
    private static final Logger LOG = LoggerFactory.getLogger(SignatureDoctor.class);

    /** Whether the request is signed, were this the URL. */
    @FunctionalInterface
    interface Check {
        boolean signed(TwilioSignature by, String url);
    }

    private final List<TwilioSignature> tokens;
    private final Supplier<String> publicUrl;
    private final Map<SignatureMistake, Counter> counted;
    private final Set<String> said = ConcurrentHashMap.newKeySet();

    private final Bucket looks = Bucket.builder()
            .addLimit(limit -> limit.capacity(EACH_SECOND).refillGreedy(EACH_SECOND, Duration.ofSeconds(1)))
            .build();

    SignatureDoctor(List<String> authTokens, Supplier<String> publicUrl, MeterRegistry meters) {
        this.tokens = authTokens.stream()
                .map(token -> new TwilioSignature(List.of(token)))
                .toList();
        this.publicUrl = publicUrl;
        this.counted = new EnumMap<SignatureMistake, Counter>(Arrays.stream(SignatureMistake.values())
                .collect(Collectors.toMap(mistake -> mistake, mistake -> counter(meters, mistake))));
    }

    private static Counter counter(MeterRegistry meters, SignatureMistake mistake) {
        return Counter.builder("sms.webhooks.diagnosed")
                .description("Webhooks with a wrong signature, by what would have made it right")
                .tag("mistake", mistake.label())
                .register(meters);
    }

    /** @param size of the body, in bytes */
    void examine(WrongWebhook webhook, int size, Check check) {
        SignatureMistake mistake = size > LARGEST_EXAMINED || !looks.tryConsume(1)
                ? SignatureMistake.NOT_EXAMINED
                : diagnose(webhook, check);
        counted.get(mistake).increment();
    }

    private SignatureMistake diagnose(WrongWebhook webhook, Check check) {
        List<SignedVariant> variants = SignedVariant.of(publicUrl.get(), webhook);
        SignedVariant known = variants.get(0);
        for (SignedVariant variant : variants) {
            int token = signer(variant.url(), check);
            if (token > 0) {
                SignatureMistake mistake = variant.mistake(known);
                say(SignatureAdvice.of(mistake, variant, token));
                return mistake;
            }
        }
        say(SignatureAdvice.NO_VARIANT);
        return SignatureMistake.NONE;
    }

    /** Which of our tokens signed it, from 1, or 0. */
    private int signer(String url, Check check) {
        return IntStream.rangeClosed(1, tokens.size())
                .filter(token -> check.signed(tokens.get(token - 1), url))
                .findFirst()
                .orElse(0);
    }

    /** Each piece of advice once, and few of them: a misconfigured gateway refuses every webhook that comes. */
    private void say(String advice) {
        if (said.size() < MOST_SAID && said.add(advice)) {
            LOG.warn("A webhook was refused for its signature. {}", advice);
        }
    }
}
