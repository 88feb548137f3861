package io.bactrian.reference;

import com.fasterxml.jackson.databind.JsonNode;
import io.bactrian.web.Contract;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.springframework.core.io.ClassPathResource;
import org.springframework.stereotype.Component;
import org.thymeleaf.ITemplateEngine;
import org.thymeleaf.context.Context;

/** The contract as a page of HTML, without a script and with nothing from elsewhere. */
@Component
public class ContractPage {

    private final String html;
    private final String policy;

    ContractPage(Contract contract, ITemplateEngine templates) {
        String style = style();
        ContractTree tree = new ContractTree(contract.text());
        Map<String, Object> model = Map.of(
                "title", tree.at("info").path("title").asText(),
                "version", tree.at("info").path("version").asText(),
                "introduction",
                        Words.paragraphs(tree.at("info").path("description").asText()),
                "credentials", credentials(tree),
                "groups", groups(tree),
                "style", style);
        this.html = templates.process("contract", new Context(Locale.ENGLISH, model));
        this.policy = "default-src 'none'; img-src data:; style-src 'sha256-" + hash(style)
                + "'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";
    }

    /** HTML, in UTF-8. */
    public String html() {
        return html;
    }

    /** What a browser may load for it: its own style, and nothing else (Content-Security-Policy). */
    public String policy() {
        return policy;
    }

    /** @param words HTML */
    record Group(String name, String words, List<Calls.Call> calls) {}

    private static List<Group> groups(ContractTree tree) {
        List<Calls.Call> calls = new Calls(tree).all();
        List<Group> groups = new ArrayList<>();
        for (JsonNode tag : tree.at("tags")) {
            String name = tag.get("name").asText();
            groups.add(new Group(
                    name,
                    Words.paragraphs(tag.path("description").asText("")),
                    calls.stream().filter(call -> call.tag().equals(name)).toList()));
        }
        return groups;
    }

    private static List<String> credentials(ContractTree tree) {
        List<String> words = new ArrayList<>();
        tree.at("components")
                .path("securitySchemes")
                .forEach(scheme -> words.add("<code>" + header(scheme) + "</code>: "
                        + Words.line(scheme.path("description").asText())));
        return words;
    }

    private static String header(JsonNode scheme) {
        return scheme.has("name")
                ? scheme.get("name").asText()
                : "Authorization: " + scheme.path("scheme").asText();
    }

    private static String style() {
        try {
            return new ClassPathResource("reference/contract.css").getContentAsString(StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private static String hash(String style) {
        try {
            byte[] digest = MessageDigest.getInstance("SHA-256").digest(style.getBytes(StandardCharsets.UTF_8));
            return Base64.getEncoder().encodeToString(digest);
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException(e);
        }
    }
}
