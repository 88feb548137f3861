package io.bactrian.dashboard.users;

import io.bactrian.dashboard.Calls;
import io.bactrian.dashboard.Page;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.springframework.ui.Model;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestHeader;
import org.springframework.web.bind.annotation.RequestParam;
import org.springframework.web.multipart.MultipartFile;

/** Many people at once, from a spreadsheet. The file never comes back in a page: it is full of numbers. */
@Page(path = "/import", label = "", icon = "", scope = "users:write", order = Page.NOT_LISTED)
class ImportPage {

    /** What spreadsheets write that do not write UTF-8. */
    private static final Charset OLD = Charset.forName("windows-1252");

    private final Calls calls;

    ImportPage(Calls calls) {
        this.calls = calls;
    }

    record Result(boolean dryRun, int created, int known, List<Rejected> rejected) {}

    record Rejected(int line, String field, String reason) {}

    @GetMapping
    String form() {
        return "dashboard/import";
    }

    @PostMapping
    String bring(
            @RequestParam MultipartFile file,
            @RequestParam boolean dryRun,
            @RequestHeader(name = "HX-Request", required = false) String part,
            Model model)
            throws IOException {
        Calls.Reply reply =
                calls.call("import-users", Map.of(), Map.of("csv", text(file.getBytes()), "dryRun", dryRun));
        if (reply.isGood()) {
            model.addAttribute("result", reply.as(Result.class));
        } else {
            model.addAttribute("problem", reply.problem());
        }
        return part == null ? "dashboard/import" : "dashboard/import :: result";
    }

    private static String text(byte[] file) {
        try {
            return StandardCharsets.UTF_8
                    .newDecoder()
                    .decode(ByteBuffer.wrap(file))
                    .toString();
        } catch (CharacterCodingException e) {
            return new String(file, OLD);
        }
    }
}
