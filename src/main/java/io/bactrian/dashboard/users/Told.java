package io.bactrian.dashboard.users;

import io.bactrian.dashboard.Calls;
import org.springframework.web.servlet.mvc.support.RedirectAttributes;

/** What the next page says of what was done. */
final class Told {

    private Told() {}

    static void of(Calls.Reply reply, String done, RedirectAttributes next) {
        if (reply.isGood()) {
            next.addFlashAttribute("done", done);
        } else {
            next.addFlashAttribute("problem", reply.problem());
        }
    }
}
