package org.skypatch.local;

import java.nio.file.Path;
import java.util.Locale;
import org.skypatch.local.realm.Accounts;

/** What a person reads when the system is up. */
record Announcement(Ports ports, Path data, long seconds) {

    String text() {
        String elsewhere = ports.origin() == Ports.USUAL_ORIGIN ? "" : " --ports-from " + ports.origin();
        return TEXT.replace("{origin}", ports.originAddress().toString())
                .replace("{elsewhere}", elsewhere)
                .replace("{data}", data.toString())
                .replace("{seconds}", String.format(Locale.ROOT, "%d", seconds))
                .replace("{secret}", Accounts.SECRET);
    }

    private static final String TEXT = """

            Skypatch is up after {seconds} s:  {origin}
            Data in {data}, logs in {data}/logs

            Accounts (every password and client secret is {secret})
              customs systems        clients customs-<country>   customs-kr, customs-th, ...
              ozone units            users   nou.<country>       nou.kr, nou.th, ...
              competent authorities  users   ca.<country>        ca.nl, ca.ph, ...
              others                 users   rilo.ap, operator, admin
              Keycloak itself        {origin}/auth/admin    admin

            Try
              # a token for Korea's customs system
              TOKEN=$(curl -s {origin}/auth/realms/skypatch/protocol/openid-connect/token \\
                -d grant_type=client_credentials -d client_id=customs-kr -d client_secret={secret} \\
                | sed 's/.*"access_token":"\\([^"]*\\)".*/\\1/')
              # an export of 13.6 t of HCFC-22 to Thailand
              curl -s {origin}/tracking/v1/customs-events -H "Authorization: Bearer $TOKEN" \\
                -H 'Content-Type: application/json' -d '{"reportedBy": "KR-customs", "eventId": "TRY-1",
                "type": "export-declared", "occurredAt": "2026-03-02T09:30:00+09:00",
                "references": {"ucr": "TRY-1"}, "route": {"dispatch": "KR", "destination": "TH"},
                "goods": [{"commodity": "hcfc-22", "netMassKg": "13600", "hsCode": "2903.71"}]}'
              # what became of it
              curl -s '{origin}/tracking/v1/movements?reference=TRY-1' -H "Authorization: Bearer $TOKEN"
              # a whole story, from another terminal
              deploy/run.sh{elsewhere} --scenario 01-silent-arrival

            Ctrl-C stops everything; the data stays.
            """;
}
