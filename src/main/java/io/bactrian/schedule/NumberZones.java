package io.bactrian.schedule;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberToTimeZonesMapper;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberType;
import com.google.i18n.phonenumbers.Phonenumber;
import io.bactrian.domain.PhoneNumber;
import java.time.ZoneId;
import java.util.List;
import java.util.Set;
import org.springframework.stereotype.Component;

/**
 * The time zones that a number may be in, by libphonenumber. A number of a person or of a line is in the zones of its area,
 * or of its whole country where there are no areas. Any other number (toll-free, personal, a satellite's) is in those of
 * its country; where several countries share the numbering plan, as in North America, it says nothing of a place.
 */
@Component
public class NumberZones {

    private static final Set<PhoneNumberType> OF_A_PLACE =
            Set.of(PhoneNumberType.FIXED_LINE, PhoneNumberType.MOBILE, PhoneNumberType.FIXED_LINE_OR_MOBILE);

    private final PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
    private final QuietHoursSettings settings;

    NumberZones(QuietHoursSettings settings) {
        this.settings = settings;
    }

    /** Where the number says nothing of a place, the zone that the settings name, if any. */
    public List<ZoneId> of(PhoneNumber number) {
        List<ZoneId> zones = known(number);
        if (!zones.isEmpty()) {
            return zones;
        }
        ZoneId others = settings.zoneOfOthers();
        return others == null ? List.of() : List.of(others);
    }

    private List<ZoneId> known(PhoneNumber number) {
        try {
            Phonenumber.PhoneNumber parsed = numbers.parse(number.value(), null);
            return saysWhere(parsed) ? zones(parsed) : List.of();
        } catch (NumberParseException e) {
            return List.of(); // a short code, or the name that a channel gives its users
        }
    }

    private boolean saysWhere(Phonenumber.PhoneNumber number) {
        return OF_A_PLACE.contains(numbers.getNumberType(number))
                || numbers.getRegionCodesForCountryCode(number.getCountryCode()).size() == 1;
    }

    private static List<ZoneId> zones(Phonenumber.PhoneNumber number) {
        Set<String> known = ZoneId.getAvailableZoneIds();
        return PhoneNumberToTimeZonesMapper.getInstance().getTimeZonesForNumber(number).stream()
                .filter(known::contains) // not Etc/Unknown
                .map(ZoneId::of)
                .toList();
    }
}
