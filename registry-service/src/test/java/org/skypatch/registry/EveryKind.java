package org.skypatch.registry;

import static org.assertj.core.api.Assertions.assertThat;

import io.restassured.response.Response;
import java.lang.reflect.Field;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import org.skypatch.registry.record.RecordKind;

/** Records of every kind there is, written by the calls of Nepal's administrations, each more than once. */
final class EveryKind {

    private EveryKind() {}

    /** All kinds of records there are. */
    static List<String> labels() {
        List<String> kinds = Arrays.stream(RecordKind.class.getFields())
                .filter(field -> field.getType().equals(RecordKind.class))
                .map(EveryKind::label)
                .toList();
        assertThat(kinds).hasSizeGreaterThan(20);
        return kinds;
    }

    private static String label(Field kind) {
        try {
            return ((RecordKind<?>) kind.get(null)).label();
        } catch (IllegalAccessException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Writes at least one record of every kind at least twice. */
    static void write() {
        for (int times = 0; times < 2; times++) {
            String year = "201" + times;
            writeOfTheOzoneUnit(Tokens.nou("NP"), times, year);
            writeOfTheCompetentAuthority(Tokens.competentAuthority("NP"), year);
            done(Calls.put(
                    Tokens.admin(), "/coverage/NP-rebuilt", Samples.coverage().replace("2010", year)));
            done(Calls.put(Tokens.admin(), "/territories/SAFTA", """
                    {"kind": "customs-union", "name": "A union", "members": ["NP", "BT"], "from": "2000-01-01",
                     "until": "%s-12-31", "legalBasis": "a treaty"}""".formatted(year)));
            done(Calls.put(Tokens.admin(), "/administrations/NP-rebuilt", """
                    {"name": "Ozone Unit since %s", "country": "NP", "competences": ["pop"]}""".formatted(year)));
            done(Calls.put(Tokens.customs("NP"), "/watchlist/NP/REBUILT-1", """
                    {"kind": "container", "value": "MSKU1234565", "reason": "seen in %s", "until": "2090-12-31",
                     "sharedWith": ["IN"]}""".formatted(year)));
        }
        writeInSteps();
    }

    private static void writeOfTheOzoneUnit(String nou, int times, String year) {
        done(Calls.put(
                nou,
                "/licences/NP/REBUILT-1",
                Samples.licence("IN", "NP", "r-410a").replace("1000", "100" + times)));
        done(Calls.put(nou, "/traders/NP/REBUILT-1", Samples.trader("Himal Cooling " + times)));
        done(Calls.put(nou, "/requirements/NP/REBUILT-1", Samples.requirement(times == 0 ? "F" : "C-I")));
        done(Calls.put(nou, "/prohibitions/NP/REBUILT-1", """
                {"kind": "ban", "direction": "import", "group": "C-I", "from": "%s-01-01", "legalBasis": "Ozone Act"}""".formatted(year)));
        done(Calls.put(nou, "/quotas/NP/2090/C-I", """
                {"direction": "import", "odpTonnes": "1.%d"}""".formatted(times)));
        done(Calls.put(nou, "/sharing/NP", """
                {"shares": [{"list": "quotas", "with": ["%s"]}]}""".formatted(times == 0 ? "IN" : "BT")));
        done(Calls.put(nou, "/limits/NP/ipic-reply/2090-01-01", """
                {"startsWith": "consultation-requested", "number": 1%d, "unit": "working-days", "direction": "after",
                 "duty": "asked-party", "effect": "none", "source": "Notification 12"}""".formatted(times)));
    }

    private static void writeOfTheCompetentAuthority(String authority, String year) {
        done(Calls.put(authority, "/agreements/np-bt", """
                {"title": "Arrangement of %s", "exportStates": ["NP"], "importStates": ["BT"], "wasteCodes": ["A1160"],
                 "operations": ["R4"], "from": "2020-01-01", "legalBasis": "Basel Convention, Article 11"}""".formatted(year)));
        done(Calls.put(authority, "/import-responses/NP/alachlor", """
                {"response": "interim", "decision": "consent", "on": "%s-02-01"}""".formatted(year)));
        done(Calls.put(authority, "/exemptions/NP/REBUILT-1", """
                {"commodity": "lindane", "kind": "specific-exemption", "purpose": "head lice and scabies",
                 "from": "2026-01-01", "until": "2090-12-31", "legalBasis": "Annex A, Part I, of %s"}""".formatted(year)));
    }

    /** What is not put but moved from state to state, each of another number every time. */
    private static void writeInSteps() {
        String nou = Tokens.nou("NP");
        String authority = Tokens.competentAuthority("NP");
        String number = "REBUILT-" + UUID.randomUUID();
        String consultation =
                done(Calls.post(nou, "/consultations", """
                        {"exporterCountry": "IN", "importerCountry": "NP", "exporter": {"name": "Deccan Gases"},
                         "importer": {"name": "Himal Cooling"}, "commodity": "hcfc-22", "massKg": "1",
                         "plannedOn": "2090-01-01"}""")).jsonPath().getString("id");
        done(Calls.post(Tokens.nou("IN"), "/consultations/" + consultation + "/ask", "{\"words\": \"Which?\"}"));
        done(Calls.post(nou, "/consultations/" + consultation + "/withdraw", "{}"));
        done(Calls.post(authority, "/notifications", """
                {"number": "%s", "kind": "general", "exporter": "NP-1", "facility": "IN-1", "importCountry": "IN",
                 "wasteCodes": ["A1160"], "operation": "R4", "totalMassKg": "60000", "shipments": 3,
                 "periodFrom": "2026-02-01", "periodUntil": "2027-01-31", "contract": "C-1"}""".formatted(number)));
        done(Calls.post(Tokens.competentAuthority("IN"), "/notifications/" + number + "/decisions", """
                {"country": "IN", "decision": "consented", "on": "2026-01-20"}"""));
        done(Calls.put(authority, "/notifications/" + number + "/shipments/1", """
                {"plannedOn": "2026-03-01", "massKg": "100"}"""));
        done(Calls.post(authority, "/notifications/" + number + "/shipments/1/start", "{\"on\": \"2026-03-01\"}"));
        String exported = written(Calls.post(authority, "/export-notifications", """
                {"importCountry": "IN", "commodity": "aldicarb", "year": 2091, "expectedExportOn": "2091-06-01",
                 "intendedUse": "weed control"}"""), "NP-IN-aldicarb-2091");
        Calls.post(Tokens.competentAuthority("IN"), "/export-notifications/" + exported + "/acknowledge", "{}");
        String certified = written(Calls.post(authority, "/certifications", """
                {"exportCountry": "NP", "importCountry": "US", "commodity": "ddt", "year": 2091, "intendedUse": "vectors",
                 "on": "2026-02-01"}"""), "NP-US-ddt-2091");
        Calls.post(authority, "/certifications/" + certified + "/transmit", "{}");
    }

    /** The id of what was made, now or when the test ran before on the same database. */
    private static String written(Response answer, String id) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(201, 409);
        return answer.statusCode() == 409 ? id : answer.jsonPath().getString("id");
    }

    private static Response done(Response answer) {
        assertThat(answer.statusCode()).as(answer.asString()).isIn(200, 201);
        return answer;
    }
}
