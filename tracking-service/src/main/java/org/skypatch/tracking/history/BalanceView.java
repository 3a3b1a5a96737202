package org.skypatch.tracking.history;

import com.fasterxml.jackson.annotation.JsonInclude;
import java.math.BigDecimal;
import java.time.Instant;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.balance.Amounts;
import org.skypatch.contracts.trade.LicenceNumber;
import org.skypatch.tracking.balance.Account;
import org.skypatch.tracking.balance.Ledger;

/**
 * The balance of a licence, a notification or a quota.
 *
 * @param record the registry record that grants, as on {@code balances}
 * @param licence of a licence
 * @param notification of a notification: {@code <State of export>/<number>}
 * @param quota of a quota: {@code <Party>/<year>/<group or commodity>}
 * @param revision rises with every change; 0 if nothing was ever drawn
 * @param asOf when it became so, by the business clock; missing if nothing was ever drawn
 * @param drawn by what has arrived or was seized
 * @param pending by what left and has not arrived
 * @param left granted less drawn and pending; below zero if overdrawn
 */
@JsonInclude(JsonInclude.Include.NON_NULL)
public record BalanceView(
        String record,
        @Nullable LicenceNumber licence,
        @Nullable String notification,
        @Nullable String quota,
        long revision,
        @Nullable Instant asOf,
        Amount granted,
        Amount drawn,
        Amount pending,
        Amount left) {

    /**
     * An amount, in decimal strings; a unit that says nothing here is left out.
     *
     * @param kg kilograms
     * @param count units of a licence, shipments of a notification
     */
    @JsonInclude(JsonInclude.Include.NON_NULL)
    public record Amount(
            @Nullable String kg,
            @Nullable String odpTonnes,
            @Nullable String co2eTonnes,
            @Nullable Long count) {

        static Amount of(Amounts amounts) {
            return new Amount(
                    written(amounts.kg()),
                    written(amounts.odpTonnes()),
                    written(amounts.co2eTonnes()),
                    amounts.count());
        }

        private static @Nullable String written(@Nullable BigDecimal number) {
            return number == null ? null : number.toPlainString();
        }
    }

    static BalanceView of(Ledger ledger, @Nullable Instant asOf) {
        Account account = ledger.grant().account();
        return new BalanceView(
                account.record(),
                account.kind() == Account.Kind.LICENCE ? LicenceNumber.parse(account.key()) : null,
                account.kind() == Account.Kind.NOTIFICATION ? account.key() : null,
                account.kind() == Account.Kind.QUOTA ? account.key() : null,
                ledger.revision(),
                asOf,
                Amount.of(ledger.grant().shown()),
                Amount.of(ledger.told(ledger.drawn())),
                Amount.of(ledger.told(ledger.pending())),
                Amount.of(ledger.left()));
    }
}
