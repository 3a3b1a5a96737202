package org.skypatch.registry.store;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.IdClass;
import jakarta.persistence.Table;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.RequirementFact;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.Convention;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.registry.record.Revised;

/** A row of the table {@code requirement}. */
@Entity
@Table(name = "requirement")
@IdClass(RequirementRecord.Key.class)
class RequirementRecord {

    record Key(String state, String id) {}

    @Id
    String state = "";

    @Id
    String id = "";

    long revision;
    String document = "";
    String direction = "";

    @Nullable
    String commodity;

    @Column(name = "\"group\"")
    @Nullable
    String group;

    @Nullable
    String convention;

    @Column(name = "from_day")
    LocalDate from = LocalDate.EPOCH;

    @Column(name = "until_day")
    @Nullable
    LocalDate until;

    @Column(name = "legal_basis")
    String legalBasis = "";

    void become(Revised<RequirementFact> requirement) {
        RequirementFact fact = requirement.fact();
        state = fact.state().value();
        id = fact.id();
        revision = requirement.revision();
        document = fact.document();
        direction = fact.direction();
        commodity = Columns.text(fact.commodity());
        group = fact.group();
        Convention treaty = fact.convention();
        convention = treaty == null ? null : treaty.label();
        from = fact.from();
        until = fact.until();
        legalBasis = fact.legalBasis();
    }

    Revised<RequirementFact> revised() {
        return new Revised<>(
                new RequirementFact(
                        CountryCode.of(state),
                        id,
                        document,
                        direction,
                        commodity == null ? null : CommodityId.of(commodity),
                        group,
                        convention == null ? null : Convention.of(convention),
                        from,
                        until,
                        legalBasis),
                revision);
    }
}
