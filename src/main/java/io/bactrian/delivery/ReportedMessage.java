package io.bactrian.delivery;

import io.bactrian.domain.DeliveryReport;
import io.bactrian.domain.KnownReceipt;
import java.util.List;
import org.springframework.stereotype.Component;

/** Whose message a report is about that came without an id of ours. */
@Component("reportedMessage")
public class ReportedMessage {

    public List<String> receipts(DeliveryReport report) {
        return List.of(report.providerMessageId());
    }

    /** The report with the id of its message; as it is where nobody knows the receipt. */
    public DeliveryReport found(DeliveryReport report, List<KnownReceipt> known) {
        return known.stream()
                .findFirst()
                .map(receipt -> report.about(receipt.messageId()))
                .orElse(report);
    }
}
