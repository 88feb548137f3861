package io.bactrian.dashboard.phone;

import io.bactrian.dashboard.Page;
import io.bactrian.domain.PhoneNumber;
import io.bactrian.provider.simulator.SimulatedPhones;
import io.bactrian.provider.simulator.SimulatedPhones.Phone;
import io.bactrian.provider.simulator.Simulator;
import io.bactrian.provider.simulator.WhileSimulated;
import io.bactrian.web.Refused;
import java.util.concurrent.ThreadLocalRandom;
import java.util.regex.Pattern;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;

/**
 * A phone that texts the gateway and shows what comes back: the whole loop on one page. It is somebody outside of the
 * gateway, so it is no call of the contract; and its number is one that is nobody's.
 */
@Page(path = "/phone", label = "Phone", icon = "phone", scope = "sms:send", order = 800)
@WhileSimulated
class PhonePage {

    /** Twilio's numbers for tests; all of them are reserved. */
    private static final Pattern RESERVED = Pattern.compile("\\+1500555\\d{4}");

    private static final Refused NO_TEST_NUMBER =
            Refused.unprocessable("number", "has to be a test number: +1 500 555 and four more digits");

    private static final int LONGEST = 1600;

    private final SimulatedPhones phones;

    PhonePage(SimulatedPhones phones) {
        this.phones = phones;
    }

    @GetMapping
    String nobody() {
        return "dashboard/phone";
    }

    @GetMapping("/{id}")
    String look(
            @PathVariable String id, @RequestHeader(name = "HX-Request", required = false) String part, Model model) {
        show(phone(id), model);
        return part == null ? "dashboard/phone" : "dashboard/phone :: screen";
    }

    /**
     * Takes a phone into the hand.
     *
     * @param who {@code demo} for the demo user's, {@code stranger} for one that nobody knows, or {@code other}
     * @param number of that other
     */
    @PostMapping
    String take(@RequestParam String who, @RequestParam(defaultValue = "") String number, Model model) {
        String taken =
                switch (who) {
                    case "demo" -> Simulator.DEMO_NUMBER;
                    case "stranger" -> stranger();
                    default -> number.replaceAll("[ ().-]", "");
                };
        if (!RESERVED.matcher(taken).matches()) {
            model.addAttribute("problem", NO_TEST_NUMBER.problem());
            return "dashboard/phone";
        }
        return "redirect:/phone/" + phones.of(new PhoneNumber(taken)).id();
    }

    @PostMapping("/{id}")
    String text(
            @PathVariable String id,
            @RequestParam String body,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model) {
        if (body.isBlank() || body.codePointCount(0, body.length()) > LONGEST) {
            throw Refused.unprocessable("body", "has to have 1 to " + LONGEST + " characters");
        }
        Phone phone = phone(id);
        phones.text(phone, body);
        show(phone, model);
        return part == null ? "redirect:/phone/" + id : "dashboard/phone :: hand";
    }

    private void show(Phone phone, Model model) {
        model.addAttribute("id", phone.id());
        model.addAttribute("number", phone.number().masked());
        model.addAttribute("texts", phones.screen(phone));
    }

    private Phone phone(String id) {
        return phones.find(id).orElseThrow(Refused::notFound);
    }

    /** Above the numbers with a meaning of their own. */
    private static String stranger() {
        return "+1500555" + ThreadLocalRandom.current().nextInt(9_000, 10_000);
    }
}
