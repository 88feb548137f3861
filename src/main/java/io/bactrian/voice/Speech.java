package io.bactrian.voice;

import java.io.StringWriter;
import java.util.function.IntPredicate;
import javax.xml.stream.XMLOutputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamWriter;

/** What is said in a call, as the document that Twilio takes (TwiML), and that others have copied. */
public final class Speech {

    /** Of the whole document: Twilio's limit for the parameter {@code Twiml} of its Calls API. */
    public static final int MOST_CHARACTERS = 4000;

    /** What XML 1.0 has room for (its production 2, {@code Char}); a document with anything else is not read at all. */
    private static final IntPredicate WRITABLE = character -> character == '\t'
            || character == '\n'
            || character == '\r'
            || character >= 0x20 && character <= 0xD7FF
            || character >= 0xE000 && character <= 0xFFFD
            || character >= 0x10000;

    private Speech() {}

    /** Whether the text holds nothing that no such document can hold: control characters, mostly. */
    public static boolean isSayable(String text) {
        return text.codePoints().allMatch(WRITABLE);
    }

    /** Whether the document of that text is short enough for a call; {@code &} and {@code <} take more room in it. */
    public static boolean fits(String text) {
        return document(text).length() <= MOST_CHARACTERS;
    }

    /** {@code <Response><Say>…</Say></Response>}: nothing in the text can be taken for an instruction. */
    public static String document(String text) {
        StringWriter document = new StringWriter();
        try {
            XMLStreamWriter xml = XMLOutputFactory.newDefaultFactory().createXMLStreamWriter(document);
            xml.writeStartElement("Response");
            xml.writeStartElement("Say");
            xml.writeCharacters(text);
            xml.writeEndElement();
            xml.writeEndElement();
            xml.close();
        } catch (XMLStreamException e) {
            throw new IllegalStateException("a writer in memory failed", e);
        }
        return document.toString();
    }
}
