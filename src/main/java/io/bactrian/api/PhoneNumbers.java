package io.bactrian.api;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.PhoneNumberUtil.ValidationResult;
import com.google.i18n.phonenumbers.Phonenumber;
import io.bactrian.domain.PhoneNumber;
import java.util.Optional;
import java.util.regex.Pattern;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;

/** Reads the phone numbers that people write. */
@Component
class PhoneNumbers {

    /** It is no country code that makes the number of a person, but a short code of a service. */
    private static final Pattern SHORT_CODE = Pattern.compile("[0-9]{3,8}");

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final String defaultRegion;

    /** @param defaultRegion where a number without a country code belongs, ISO 3166-1 alpha-2 */
    PhoneNumbers(@Value("${sms.default-region:US}") String defaultRegion) {
        if (!numbers.getSupportedRegions().contains(defaultRegion)) {
            throw new IllegalArgumentException(
                    "SMS_DEFAULT_REGION (sms.default-region) has to be a region like US or DE, not " + defaultRegion);
        }
        this.defaultRegion = defaultRegion;
    }

    /**
     * A number in E.164 form, or nothing where the text can be none. Possible is enough: test numbers are never valid, and
     * ranges are given out faster than this library learns of them.
     */
    Optional<PhoneNumber> read(String text) {
        if (SHORT_CODE.matcher(text).matches()) {
            return Optional.empty();
        }
        try {
            Phonenumber.PhoneNumber number = numbers.parse(text, defaultRegion);
            // Not isPossibleNumber(), which also takes a local number that lacks its area code.
            return numbers.isPossibleNumberWithReason(number) == ValidationResult.IS_POSSIBLE
                    ? Optional.of(new PhoneNumber(numbers.format(number, PhoneNumberFormat.E164)))
                    : Optional.empty();
        } catch (NumberParseException e) {
            return Optional.empty();
        }
    }
}
