package io.bactrian.provider.simulator;

import io.bactrian.provider.twilio.TwilioAccount;
import jakarta.servlet.http.HttpServletRequest;
import java.util.List;
import java.util.Map;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.bind.annotation.RestController;

/**
 * Twilio's own REST paths by which credentials are checked: the account, its numbers, a messaging service. Of each they
 * hold the fields that a check reads.
 */
@RestController
@WhileSimulated
@RequestMapping(path = "/simulator", produces = "application/json")
class AccountController {

    private static final Map<String, Boolean> CAPABILITIES =
            Map.of("voice", true, "sms", true, "mms", true, "fax", false);

    private final TwilioAccount account;
    private final OwnNumbers own;

    AccountController(TwilioAccount account, OwnNumbers own) {
        this.account = account;
        this.own = own;
    }

    @GetMapping("/2010-04-01/Accounts/{account}.json")
    Map<String, Object> account() {
        return Map.of(
                "sid", account.accountSid(), "friendly_name", "The simulator", "status", "active", "type", "Full");
    }

    /** Twilio finds parts of numbers too; whoever checks one gives it whole. */
    @GetMapping("/2010-04-01/Accounts/{account}/IncomingPhoneNumbers.json")
    Map<String, Object> numbers(@RequestParam(name = "PhoneNumber", required = false) String wanted) {
        boolean owned = wanted != null && (wanted.equals(MagicNumbers.VALID_SENDER) || own.contains(wanted));
        return Map.of(
                "incoming_phone_numbers", owned ? List.of(number(wanted)) : List.of(), "page", 0, "page_size", 50);
    }

    @GetMapping("/v1/Services/{sid}")
    Map<String, Object> service(@PathVariable String sid, HttpServletRequest request) {
        if (!Sid.isService(sid)) {
            throw RestPaths.notFound(request);
        }
        return Map.of("sid", sid, "account_sid", account.accountSid(), "friendly_name", "The simulator");
    }

    private Map<String, Object> number(String number) {
        return Map.of(
                "account_sid", account.accountSid(),
                "phone_number", number,
                "friendly_name", number,
                "capabilities", CAPABILITIES,
                "status", "in-use");
    }
}
