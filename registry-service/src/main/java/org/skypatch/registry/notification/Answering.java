package org.skypatch.registry.notification;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.access.AdministrationId;
import org.skypatch.contracts.registry.DecisionState;
import org.skypatch.contracts.registry.StateDecision;

/** The answer of one State on its way from what it is to what it becomes. */
final class Answering {

    private final StateDecision was;
    DecisionState decision;
    boolean writtenConsentWaived;

    @Nullable
    LocalDate receivedOn;

    @Nullable
    LocalDate askedOn;

    @Nullable
    LocalDate on;

    @Nullable
    LocalDate validFrom;

    @Nullable
    LocalDate validUntil;

    List<String> conditions;

    @Nullable
    String reason;

    @Nullable
    LocalDate withdrawnOn;

    @Nullable
    AdministrationId authority;

    Answering(StateDecision was) {
        this.was = was;
        decision = was.decision();
        writtenConsentWaived = was.writtenConsentWaived();
        receivedOn = was.receivedOn();
        askedOn = was.askedOn();
        on = was.on();
        validFrom = was.validFrom();
        validUntil = was.validUntil();
        conditions = was.conditions();
        reason = was.reason();
        withdrawnOn = was.withdrawnOn();
        authority = was.authority();
    }

    StateDecision answer() {
        return new StateDecision(
                was.country(),
                was.role(),
                decision,
                writtenConsentWaived,
                receivedOn,
                was.tacitDays(),
                askedOn,
                on,
                validFrom,
                validUntil,
                conditions,
                reason,
                withdrawnOn,
                authority);
    }
}
