package io.bactrian.provider.simulator;

import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import javax.xml.stream.XMLInputFactory;
import javax.xml.stream.XMLStreamException;
import javax.xml.stream.XMLStreamReader;

/** What can be heard of a TwiML document. */
final class Twiml {

    private Twiml() {}

    /** The texts of its {@code <Say>}, or null where it has none, or is no document: then a caller hears an apology. */
    static String said(String document) {
        if (document == null) {
            return null;
        }
        try {
            List<String> texts = texts(reader(document));
            return texts.isEmpty() ? null : String.join(" ", texts);
        } catch (XMLStreamException e) {
            return null;
        }
    }

    private static XMLStreamReader reader(String document) throws XMLStreamException {
        XMLInputFactory factory = XMLInputFactory.newDefaultFactory();
        factory.setProperty(XMLInputFactory.SUPPORT_DTD, false);
        factory.setProperty(XMLInputFactory.IS_SUPPORTING_EXTERNAL_ENTITIES, false);
        return factory.createXMLStreamReader(new StringReader(document));
    }

    private static List<String> texts(XMLStreamReader xml) throws XMLStreamException {
        List<String> texts = new ArrayList<>();
        while (xml.hasNext()) {
            if (xml.next() == XMLStreamReader.START_ELEMENT
                    && xml.getLocalName().equals("Say")) {
                texts.add(xml.getElementText());
            }
        }
        return texts;
    }
}
