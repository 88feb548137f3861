package io.bactrian.provider.twilio;

import com.twilio.http.TwilioRestClient;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.springframework.boot.context.properties.bind.Bindable;
import org.springframework.boot.context.properties.bind.Binder;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.core.env.Environment;

/** The account, and the one REST client of the context, which camel-twilio takes for its own. */
@Configuration(proxyBeanMethods = false)
class TwilioConfiguration {

    @Bean
    TwilioRequirements twilioRequirements(TwilioSettings settings, Environment environment) {
        return new TwilioRequirements(settings, providers(environment), publicUrl(environment), lease(environment));
    }

    @Bean
    TwilioAccount twilioAccount(
            TwilioSettings settings, TwilioRequirements met, Environment environment, LocalPort localPort) {
        return new TwilioAccount(settings, providers(environment), publicUrl(environment), localPort::get);
    }

    @Bean
    TwilioRestClient twilioRestClient(TwilioAccount account, TwilioSettings settings, Clock clock) {
        return client(account, settings, clock);
    }

    static TwilioRestClient client(TwilioAccount account, TwilioSettings settings, Clock clock) {
        return new TwilioRestClient.Builder(
                        account.accountSid(), account.authTokens().get(0))
                .httpClient(new SingleAttemptHttpClient(
                        account::baseUrl, settings.connectTimeout(), settings.readTimeout(), clock))
                .build();
    }

    static List<String> providers(Environment environment) {
        return Binder.get(environment)
                .bind("sms.providers", Bindable.listOf(String.class))
                .orElse(List.of("simulator"));
    }

    static Duration lease(Environment environment) {
        return Binder.get(environment)
                .bind("sms.dispatch.lease", Bindable.of(Duration.class))
                .orElse(Duration.ofSeconds(60));
    }

    static String publicUrl(Environment environment) {
        return environment.getProperty("sms.public-url", "http://localhost:8080");
    }
}
