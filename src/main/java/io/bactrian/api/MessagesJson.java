package io.bactrian.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import io.bactrian.domain.IncomingMessage;
import io.bactrian.domain.OutgoingMessage;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.domain.User;
import org.springframework.boot.autoconfigure.jackson.Jackson2ObjectMapperBuilderCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.converter.json.Jackson2ObjectMapperBuilder;

/**
 * How the HTTP API writes and reads JSON. Phone numbers come out masked, whatever record they are in, so nothing that
 * is to be read back may be written with this mapper.
 */
@Configuration(proxyBeanMethods = false)
class MessagesJson {

    @Bean
    Jackson2ObjectMapperBuilderCustomizer apiJson() {
        return MessagesJson::customize;
    }

    static void customize(Jackson2ObjectMapperBuilder json) {
        json.serializationInclusion(JsonInclude.Include.NON_NULL)
                .serializerByType(PhoneNumber.class, new ToStringSerializer(PhoneNumber.class))
                .featuresToEnable(
                        SerializationFeature.WRITE_ENUMS_USING_TO_STRING,
                        DeserializationFeature.READ_ENUMS_USING_TO_STRING,
                        DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES,
                        DeserializationFeature.FAIL_ON_TRAILING_TOKENS,
                        DeserializationFeature.ACCEPT_SINGLE_VALUE_AS_ARRAY,
                        JsonParser.Feature.STRICT_DUPLICATE_DETECTION)
                .featuresToDisable(
                        SerializationFeature.WRITE_DATES_AS_TIMESTAMPS, JsonParser.Feature.INCLUDE_SOURCE_IN_LOCATION)
                .mixIn(User.class, UserJson.class)
                .mixIn(IncomingMessage.class, IncomingJson.class)
                .mixIn(OutgoingMessage.class, OutgoingJson.class);
    }

    private interface UserJson {
        @JsonIgnore
        boolean isActive();
    }

    private interface IncomingJson {
        @JsonProperty("isRegistered")
        boolean isRegistered();
    }

    /** Who holds a message at the moment, and when a provider is asked, is nobody's business outside. */
    @JsonIgnoreProperties({"leaseOwner", "leaseUntil", "askAt", "asked"})
    private interface OutgoingJson {}
}
