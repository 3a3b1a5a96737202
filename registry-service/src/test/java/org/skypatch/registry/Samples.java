package org.skypatch.registry;

/** Bodies that are right, for tests to put, or to break. */
final class Samples {

    private Samples() {}

    static String licence(String massKg) {
        return """
                {"kind": "import", "holder": "TH-01", "counterpart": "KR-01", "commodity": "hcfc-22", "massKg": "%s",
                 "validFrom": "2026-01-01", "validUntil": "2099-12-31", "use": "multiple",
                 "exporterCountry": "KR", "importerCountry": "TH"}""".formatted(massKg);
    }

    static String licence(String exporter, String importer, String commodity) {
        return """
                {"kind": "import", "holder": "X-01", "commodity": "%s", "massKg": "1000",
                 "validFrom": "2026-01-01", "validUntil": "2099-12-31", "use": "single",
                 "exporterCountry": "%s", "importerCountry": "%s"}""".formatted(commodity, exporter, importer);
    }

    static String trader(String name) {
        return """
                {"name": "%s", "aliases": ["Ünsal Soğutma"], "roles": ["importer"],
                 "registrations": [{"commodity": "hcfc-22", "from": "2026-01-01"}]}""".formatted(name);
    }

    static String coverage() {
        return """
                {"eventTypes": ["*"], "groups": ["*"], "completeLists": ["licences"], "from": "2010-01-01"}""";
    }

    static String requirement(String group) {
        return """
                {"document": "import-licence", "direction": "import", "group": "%s", "from": "2020-01-01",
                 "legalBasis": "Ozone Act, section 5"}""".formatted(group);
    }

    static String reason() {
        return """
                {"reason": "the holder is being looked into"}""";
    }
}
