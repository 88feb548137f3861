package io.bactrian.provider.twilio;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class TwilioSignatureTests {

    private static final String URL = "https://gw.example.com/webhooks/twilio/incoming";
    private static final Map<String, String> FORM = Map.of("MessageSid", "SM1", "From", "+15005550009", "Body", "hi");

    @ParameterizedTest(name = "{0}")
    @MethodSource("decidedVectors")
    void agreesWithTheOfficialLibraries(String id, JsonNode vector) {
        TwilioSignature signature =
                new TwilioSignature(List.of(vector.get("token").asText()));
        assertThat(verdict(signature, vector)).isEqualTo(vector.get("valid").asBoolean());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("decidedVectors")
    void acceptsWhatAnyOfSeveralTokensSigned(String id, JsonNode vector) {
        TwilioSignature signature =
                new TwilioSignature(List.of("next", vector.get("token").asText(), "older"));
        assertThat(verdict(signature, vector)).isEqualTo(vector.get("valid").asBoolean());
        assertThat(verdict(new TwilioSignature(List.of("next", "older")), vector))
                .isFalse();
    }

    @Test
    void everyDecidedVectorIsRead() throws IOException {
        assertThat(decidedVectors()).hasSize(36);
        assertThat(decidedVectors().stream()
                        .filter(v -> ((JsonNode) v[1]).get("valid").asBoolean()))
                .hasSize(32);
    }

    @Test
    void acceptsWhatItSignsItself() {
        String signed =
                TwilioSignature.sign("https://user:pass@gw.example.com/webhooks/twilio/incoming#rc=5", FORM, "t");
        assertThat(new TwilioSignature(List.of("t")).signsForm(URL, form(FORM), signed))
                .isTrue();
        assertThat(new TwilioSignature(List.of("t")).signsForm(URL + "/", form(FORM), signed))
                .isFalse();
    }

    @Test
    void leavesTheFragmentOut() {
        String signed = TwilioSignature.sign(URL, FORM, "t");
        assertThat(new TwilioSignature(List.of("t")).signsForm(URL + "#rc=5&rp=all", form(FORM), signed))
                .isTrue();
    }

    @Test
    void findsThePortBehindAnIpv6Address() {
        assertThat(SignedUrl.candidates("http://[::1]:8080/x"))
                .containsExactly("http://[::1]/x", "http://[::1]:8080/x");
        assertThat(SignedUrl.candidates("http://[::1]/x?a=b:c@d"))
                .containsExactly("http://[::1]/x?a=b:c@d", "http://[::1]:80/x?a=b:c@d");
    }

    @Test
    void refusesAMissingSignature() {
        assertThat(new TwilioSignature(List.of("t")).signsForm(URL, form(FORM), null))
                .isFalse();
    }

    @Test
    void keepsEscapesThatAreNone() {
        FormBody form = FormBody.parse("Body=100%+sure%2&a=%zz&b&&c=%E2%82%AC=+");
        assertThat(form.fields())
                .containsEntry("Body", List.of("100% sure%2"))
                .containsEntry("a", List.of("%zz"))
                .containsEntry("b", List.of(""))
                .containsEntry("c", List.of("€= "))
                .hasSize(4);
    }

    private static boolean verdict(TwilioSignature signature, JsonNode vector) {
        String url = vector.get("url").asText();
        String given = vector.get("signature").asText();
        return vector.has("body")
                ? signature.signsBody(url, vector.get("body").asText().getBytes(StandardCharsets.UTF_8), given)
                : signature.signsForm(url, form(vector.get("params")), given);
    }

    private static FormBody form(Map<String, String> params) {
        JsonNode tree = new ObjectMapper().valueToTree(params);
        return form(tree);
    }

    /** Through the wire form, so that decoding is tested as well. */
    private static FormBody form(JsonNode params) {
        List<String> pairs = new ArrayList<>();
        params.fields().forEachRemaining(field -> (field.getValue().isArray()
                        ? (Iterable<JsonNode>) field.getValue()
                        : List.of(field.getValue()))
                .forEach(value -> pairs.add(encoded(field.getKey()) + "=" + encoded(value.asText()))));
        return FormBody.parse(String.join("&", pairs));
    }

    private static String encoded(String text) {
        return URLEncoder.encode(text, StandardCharsets.UTF_8);
    }

    static List<Object[]> decidedVectors() throws IOException {
        try (InputStream file =
                TwilioSignatureTests.class.getResourceAsStream("/twilio/twilio-signature-vectors.json")) {
            JsonNode vectors = new ObjectMapper().readTree(file).get("vectors");
            return StreamSupport.stream(vectors.spliterator(), false)
                    .filter(vector -> !vector.get("valid").isNull())
                    .map(vector -> new Object[] {vector.get("id").asText(), vector})
                    .toList();
        }
    }
}
