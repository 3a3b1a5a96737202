package org.skypatch.tracking;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.embedded.testing.PostgresAndKafka;
import org.skypatch.tracking.corridor.Trade;
import org.skypatch.tracking.corridor.UsualPrice;
import org.skypatch.tracking.process.Transactions;
import org.skypatch.tracking.testing.RegistryTopic;
import org.skypatch.tracking.testing.SigningKey;
import org.skypatch.tracking.testing.Tokens;

/** What goods cost is kept with their movements, learned from, and read back, in PostgreSQL. */
@QuarkusTest
@QuarkusTestResource(value = PostgresAndKafka.class, initArgs = @ResourceArg(name = "database", value = "tracking"))
@QuarkusTestResource(SigningKey.class)
class PricesIT {

    /** In the code that ISO 4217 keeps for tests, so that no other test trades for it. */
    private static final Trade TRADE =
            new Trade(CountryCode.of("KR"), CountryCode.of("TH"), CommodityId.of("hcfc-22"), "XTS");

    @Inject
    Transactions transactions;

    @Test
    void keeps_the_price_of_what_left_and_remembers_what_was_learned() {
        try (RegistryTopic registry = new RegistryTopic()) {
            registry.catalogue();
        }
        given().auth()
                .oauth2(Tokens.officer("KR"))
                .contentType("application/json")
                .body("""
                        {"eventId": "price-1", "type": "export-declared", "occurredAt": "2026-01-05T00:00:00Z",
                         "references": {"ucr": "PRICE-1"}, "route": {"dispatch": "KR", "destination": "TH"},
                         "goods": [{"commodity": "hcfc-22", "netMassKg": "2000",
                                    "value": {"amount": "5000", "currency": "XTS"}}]}
                        """)
                .post("/v1/customs-events")
                .then()
                .statusCode(202);

        await().atMost(Duration.ofSeconds(90)).until(() -> !paid().isEmpty());
        assertThat(paid()).singleElement().satisfies(price -> assertThat(price).isEqualByComparingTo("2.5"));

        UsualPrice usual = UsualPrice.of(
                TRADE, YearMonth.parse("2019-01"), List.of(new BigDecimal("2.25"), new BigDecimal("3.5")));
        List<UsualPrice> read = new ArrayList<>();
        transactions.run(records -> {
            records.corridors().claim(usual.month(), Instant.parse("2019-01-01T00:00:00Z"));
            records.corridors().savePrices(List.of(usual));
        });
        transactions.run(records -> read.addAll(records.corridors().pricesOf(List.of(TRADE))));
        assertThat(read).containsExactly(usual);
    }

    private List<BigDecimal> paid() {
        List<BigDecimal> paid = new ArrayList<>();
        transactions.run(records -> {
            paid.clear();
            paid.addAll(records.corridors()
                    .prices(Instant.parse("2026-01-01T00:00:00Z"), Instant.parse("2026-02-01T00:00:00Z"))
                    .getOrDefault(TRADE, List.of()));
        });
        return paid;
    }
}
