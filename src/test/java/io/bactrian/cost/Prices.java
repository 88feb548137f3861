package io.bactrian.cost;

import java.math.BigDecimal;
import java.util.Currency;
import java.util.Map;

/** Costs for tests of other packages. */
public final class Prices {

    private Prices() {}

    /** What a segment to the United States costs, in dollars. */
    public static Costs toTheStates(String price) {
        Map<String, BigDecimal> prices = Map.of("US", new BigDecimal(price));
        return new Costs(
                new CostSettings(Currency.getInstance("USD"), BigDecimal.ZERO, prices, new BigDecimal("0.02")));
    }
}
