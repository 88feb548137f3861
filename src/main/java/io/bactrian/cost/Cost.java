package io.bactrian.cost;

import java.math.BigDecimal;
import java.util.Currency;

/**
 * An amount of money.
 *
 * @param amount in decimal digits, exact, for instance {@code 0.0166}
 * @param currency ISO 4217
 */
public record Cost(String amount, String currency) {

    static Cost of(BigDecimal amount, Currency currency) {
        return new Cost(amount.toPlainString(), currency.getCurrencyCode());
    }
}
