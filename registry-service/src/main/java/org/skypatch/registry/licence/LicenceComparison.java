package org.skypatch.registry.licence;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.registry.LicenceFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.authority.Unions;
import org.skypatch.registry.licence.LicenceAnswer.Reason;

/** Whether a licence covers what is shown with it, field by field. */
final class LicenceComparison {

    private final CitedLicence cited;
    private final LicenceFact licence;
    private final Optional<LicenceBalance> balance;
    private final Unions unions;
    private final Function<CommodityId, Optional<CommodityFact>> catalogue;
    private final List<Reason> reasons = new ArrayList<>();
    private final List<String> notCompared = new ArrayList<>();

    LicenceComparison(
            CitedLicence cited,
            LicenceFact licence,
            Optional<LicenceBalance> balance,
            Unions unions,
            Function<CommodityId, Optional<CommodityFact>> catalogue) {
        this.cited = cited;
        this.licence = licence;
        this.balance = balance;
        this.unions = unions;
        this.catalogue = catalogue;
    }

    LicenceAnswer.Known answer() {
        state();
        validity();
        traders();
        goods();
        countries();
        ports();
        amount();
        return new LicenceAnswer.Known(licence, balance, reasons, notCompared);
    }

    private void state() {
        switch (licence.state()) {
            case APPLIED -> add(CheckReason.NOT_ISSUED, licence.state().label(), null);
            case REFUSED -> add(CheckReason.REFUSED, licence.state().label(), null);
            case SUSPENDED -> add(CheckReason.SUSPENDED, licence.state().label(), null);
            case REVOKED -> add(CheckReason.REVOKED, licence.state().label(), null);
            case EXPIRED, ISSUED -> {}
        }
    }

    /** By the days of the licence, not by whether its expiry has been recorded already: the day asked about decides. */
    private void validity() {
        if (cited.on().isAfter(licence.validUntil())) {
            add(CheckReason.EXPIRED, licence.validUntil().toString(), cited.on().toString());
        } else if (cited.on().isBefore(licence.validFrom())) {
            add(
                    CheckReason.NOT_YET_VALID,
                    licence.validFrom().toString(),
                    cited.on().toString());
        }
    }

    private void traders() {
        if (cited.holder() != null
                && !cited.holder().equals(licence.holder())
                && !cited.holder().equals(licence.agent())) {
            add(
                    CheckReason.OTHER_HOLDER,
                    licence.holder().value(),
                    cited.holder().value());
        }
        if (cited.counterpart() != null) {
            if (licence.counterpart() == null) {
                notCompared.add("counterpart");
            } else if (!cited.counterpart().equals(licence.counterpart())) {
                add(
                        CheckReason.OTHER_COUNTERPART,
                        licence.counterpart().value(),
                        cited.counterpart().value());
            }
        }
    }

    private void goods() {
        if (cited.commodity() != null && !cited.commodity().equals(licence.commodity())) {
            add(
                    CheckReason.OTHER_COMMODITY,
                    licence.commodity().value(),
                    cited.commodity().value());
        }
        use("intendedUse", licence.intendedUse(), cited.intendedUse());
        use("condition", licence.condition(), cited.condition());
        use("form", licence.form(), cited.form());
    }

    private void use(String field, @Nullable String said, @Nullable String shown) {
        if (shown == null) {
            return;
        }
        if (said == null) {
            notCompared.add(field);
        } else if (!said.equalsIgnoreCase(shown)) {
            add(CheckReason.OTHER_USE, said, shown);
        }
    }

    /** The Union stands where a country stands: a licence that names it is drawn between its members too. */
    private void countries() {
        different(licence.exporterCountry(), cited.dispatch());
        different(licence.importerCountry(), cited.destination());
    }

    private void different(CountryCode said, @Nullable CountryCode shown) {
        if (shown != null && !unions.areOne(said, shown, cited.on())) {
            add(CheckReason.OTHER_COUNTRIES, said.value(), shown.value());
        }
    }

    private void ports() {
        if (cited.port() != null
                && !licence.ports().isEmpty()
                && !licence.ports().contains(cited.port())) {
            add(
                    CheckReason.OTHER_PORTS,
                    licence.ports().stream().map(Objects::toString).collect(Collectors.joining(", ")),
                    cited.port().value());
        }
    }

    /** In the unit of the licence, into which a mass is converted if need be; what has no figure for that is not compared. */
    private void amount() {
        GrantedUnit unit = GrantedUnit.of(licence);
        BigDecimal shown = unit.shown(cited, licence, catalogue).orElse(null);
        if (cited.massKg() != null && (unit == GrantedUnit.UNITS || shown == null)) {
            notCompared.add("massKg");
        }
        if (cited.units() != null && unit != GrantedUnit.UNITS) {
            notCompared.add("units");
        }
        BigDecimal granted = unit.granted(licence);
        if (shown != null && granted != null && shown.compareTo(granted) > 0) {
            add(CheckReason.AMOUNT, unit.said(granted), said(unit, shown));
        }
        balance.filter(known -> isUsedUp(known, shown))
                .ifPresent(known -> add(
                        CheckReason.USED_UP,
                        known.left(licence).map(BigDecimal::toPlainString).orElse("0") + " left at " + known.asOf(),
                        shown == null ? null : said(unit, shown)));
    }

    private String said(GrantedUnit unit, BigDecimal shown) {
        return unit.isDerived() ? cited.massKg() + " kg, " + unit.said(shown) : unit.said(shown);
    }

    private boolean isUsedUp(LicenceBalance known, @Nullable BigDecimal shown) {
        return known.isExhausted(licence)
                || shown != null
                        && known.left(licence)
                                .filter(left -> left.compareTo(shown) < 0)
                                .isPresent();
    }

    private void add(CheckReason code, @Nullable String said, @Nullable String shown) {
        reasons.add(new Reason(code, said, shown));
    }
}
