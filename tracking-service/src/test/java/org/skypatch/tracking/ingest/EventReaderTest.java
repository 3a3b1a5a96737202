package org.skypatch.tracking.ingest;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.time.Instant;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Role;
import org.skypatch.contracts.customs.CustomsEvent;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.contracts.trade.CountryCode;

class EventReaderTest {

    private static final ObjectMapper JSON = JsonMapper.builder()
            .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
            .build();
    private static final Caller KOREA =
            new Caller(AdministrationId.of("KR-customs"), CountryCode.of("KR"), null, Set.of(Role.REPORTER), Set.of());
    private static final String GOOD = """
            {"eventId": "E-1", "type": "export-declared", "occurredAt": "2026-03-02T09:30:00+09:00",
             "references": {"ucr": "U-1"}, "licences": [{"number": "KE/ODS/26/044", "issuedBy": "KE"}],
             "route": {"dispatch": "KR", "destination": "TH", "transit": ["SG"]},
             "goods": [{"commodity": "hcfc-22", "netMassKg": "13600"}],
             "transport": {"mode": "sea", "containers": ["KRSU 501234-8"], "expectedArrival": "2026-03-14"}}
            """;

    private static EventReader.Reading read(String json) {
        try {
            return new EventReader(KOREA, Instant.parse("2026-03-02T01:00:00Z")).read(JSON.readTree(json));
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    private static CustomsEvent event(String json) {
        EventReader.Reading reading = read(json);
        assertThat(reading.problems()).isEmpty();
        assertThat(reading.event()).isNotNull();
        return reading.event();
    }

    @Test
    void reads_a_report() {
        CustomsEvent event = event(GOOD);

        assertThat(event.reportedBy()).hasToString("KR-customs");
        assertThat(event.licences()).singleElement().hasToString("KE/KE/ODS/26/044");
        assertThat(event.goods()).singleElement().satisfies(goods -> assertThat(goods.netMassKg())
                .hasToString("13600"));
    }

    @Test
    void takes_a_date_of_arrival_for_the_end_of_that_day_at_the_destination() {
        assertThat(event(GOOD).transport().expectedArrival()).isEqualTo(Instant.parse("2026-03-14T17:00:00Z"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '~',
            value = {
                "\"netMassKg\": \"13600\" | \"netMassKg\": \"-1\" | /goods/0/netMassKg",
                "\"netMassKg\": \"13600\" | \"netMassKg\": \"12,5\" | /goods/0/netMassKg",
                "\"netMassKg\": \"13600\" | \"netMassKg\": \"NaN\" | /goods/0/netMassKg",
                "\"netMassKg\": \"13600\" | \"netMassKg\": true | /goods/0/netMassKg",
                "\"netMassKg\": \"13600\" | \"netMassKg\": 1e400 | /goods/0/netMassKg",
                "\"netMassKg\": \"13600\" | \"description\": \"none\" | /goods/0/netMassKg",
                "\"destination\": \"TH\" | \"destination\": \"XX\" | /route/destination",
                "\"destination\": \"TH\" | \"destination\": \"th\" | /route/destination",
                "\"transit\": [\"SG\"] | \"transit\": [\"SG\", \"QQ\"] | /route/transit/1",
                "\"transit\": [\"SG\"] | \"transit\": \"SG\" | /route/transit",
                "2026-03-02T09:30:00+09:00 | 2027-03-02T09:30:00+09:00 | /occurredAt",
                "2026-03-02T09:30:00+09:00 | 2026-03-02T09:30:00 | /occurredAt",
                "\"eventId\": \"E-1\" | \"eventId\": 7 | /eventId",
                "\"eventId\": \"E-1\" | \"eventId\": \" \" | /eventId",
                "\"eventId\": \"E-1\" | \"eventId\": \"a\\u0000b\" | /eventId",
                "\"commodity\": \"hcfc-22\" | \"colour\": [\"\\ud800\"] | /goods/0/colour/0",
                "export-declared | export-guessed | /type",
                "\"eventId\": \"E-1\" | \"eventId\": \"E-1\", \"reportedBy\": \"TH-customs\" | /reportedBy",
                "\"issuedBy\": \"KE\" | \"issuedBy\": \"Kenya\" | /licences/0/issuedBy",
                "\"mode\": \"sea\" | \"mode\": \"camel\" | /transport/mode"
            })
    void names_the_field_that_is_wrong(String good, String bad, String pointer) {
        EventReader.Reading reading = read(GOOD.replace(good, bad));

        assertThat(reading.event()).isNull();
        assertThat(reading.problems()).extracting(FieldProblem::pointer).contains(pointer);
    }

    @Test
    void names_every_field_that_is_wrong_at_once() {
        assertThat(read("{\"eventId\": \"\", \"type\": \"x\", \"route\": {\"dispatch\": \"QQ\"}}")
                        .problems())
                .extracting(FieldProblem::pointer)
                .contains("/eventId", "/type", "/occurredAt", "/route/dispatch", "/route/destination", "/goods");
    }

    @Test
    void takes_a_report_of_up_to_a_day_ahead() {
        assertThat(event(GOOD.replace("2026-03-02T09:30:00+09:00", "2026-03-03T01:00:00Z")))
                .isNotNull();
    }

    @Test
    void keeps_what_it_does_not_know() {
        CustomsEvent event = event(GOOD.replace("\"commodity\"", "\"colour\": \"blue\", \"commodity\"")
                .replace("\"eventId\"", "\"weather\": {\"rain\": 1.50}, \"eventId\""));

        assertThat(event.unknownFields())
                .containsEntry("/goods/0/colour", "blue")
                .containsKey("/weather");
    }

    @Test
    void wants_a_correction_to_name_what_it_corrects() {
        assertThat(read(GOOD.replace("export-declared", "declaration-cancelled"))
                        .problems())
                .extracting(FieldProblem::pointer)
                .containsExactly("/references");
    }

    @Test
    void hashes_what_is_said_and_not_how_it_is_written() {
        String otherwise = """
                {"goods": [{"netMassKg": 13600.00, "commodity": "HCFC-22"}], "type": "export-declared", "eventId": "E-1",
                 "transport": {"expectedArrival": "2026-03-14", "containers": ["KRSU501234-8"], "mode": "sea"},
                 "occurredAt": "2026-03-02T00:30:00Z", "references": {"ucr": "U-1", "transportDocument": null},
                 "licences": [{"issuedBy": "KE", "number": "KE/ODS/26/044"}],
                 "route": {"transit": ["SG"], "destination": "TH", "dispatch": "KR"}, "reportedBy": "KR-customs"}
                """;

        assertThat(ContentHash.of(event(otherwise))).isEqualTo(ContentHash.of(event(GOOD)));
        assertThat(ContentHash.of(event(GOOD.replace("13600", "13600.1")))).isNotEqualTo(ContentHash.of(event(GOOD)));
    }

    @ParameterizedTest
    @CsvSource({
        "CSQU3054383, true",
        "CSQU3054384, false",
        "MSKU6011672, true",
        "KRSU5012348, true",
        "INXU2200771, true",
        "CSQU305438, false",
        "CSQX3054383, false",
        "'', false"
    })
    void checks_the_digit_of_a_container(String number, boolean isValid) {
        assertThat(Iso6346CheckDigit.CHECK.isValid(number)).isEqualTo(isValid);
    }

    @Test
    void writes_remainder_ten_as_zero() {
        assertThat(java.util.stream.IntStream.range(0, 10_000)
                        .mapToObj("TEXU30%05d"::formatted)
                        .filter(stem -> Iso6346CheckDigit.CHECK.isValid(stem.substring(0, 10) + "0"))
                        .count())
                .isGreaterThan(0);
    }
}
