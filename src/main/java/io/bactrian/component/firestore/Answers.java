package io.bactrian.component.firestore;

import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_CREATE_TIME;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_DOCUMENT_ID;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_DOCUMENT_PATH;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_READ_TIME;
import static io.bactrian.component.firestore.GoogleFirestoreConstants.RESPONSE_UPDATE_TIME;

import com.google.cloud.firestore.DocumentReference;
import com.google.cloud.firestore.DocumentSnapshot;
import java.util.Map;
import org.apache.camel.Message;

/** Puts documents into messages. */
final class Answers {

    private Answers() {}

    static void document(Message message, DocumentSnapshot document) {
        message.setBody(document.getData());
        place(message, document.getReference());
        message.setHeader(RESPONSE_CREATE_TIME, document.getCreateTime());
        message.setHeader(RESPONSE_UPDATE_TIME, document.getUpdateTime());
        message.setHeader(RESPONSE_READ_TIME, document.getReadTime());
    }

    static void place(Message message, DocumentReference document) {
        message.setHeader(RESPONSE_DOCUMENT_ID, document.getId());
        message.setHeader(RESPONSE_DOCUMENT_PATH, document.getPath());
    }

    /** A document of a list has no headers, so its fields tell where it is. */
    static Map<String, Object> listed(DocumentSnapshot document) {
        Map<String, Object> fields = document.getData();
        fields.put("_id", document.getId());
        fields.put("_path", document.getReference().getPath());
        fields.put("_updateTime", document.getUpdateTime());
        return fields;
    }
}
