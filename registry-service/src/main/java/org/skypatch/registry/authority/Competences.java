package org.skypatch.registry.authority;

import java.util.Collections;
import java.util.EnumSet;
import java.util.Set;
import org.skypatch.contracts.access.Caller;
import org.skypatch.contracts.access.Competence;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.Convention;

/** Which competence decides about what. */
public final class Competences {

    private Competences() {}

    /** The competence that decides for a treaty. */
    public static Competence of(Convention convention) {
        return switch (convention) {
            case MONTREAL -> Competence.OZONE;
            case BASEL -> Competence.BASEL;
            case ROTTERDAM -> Competence.PIC;
            case STOCKHOLM -> Competence.POP;
        };
    }

    /** The competences of which each alone may decide about a commodity; none if any authority may. */
    public static Set<Competence> of(CommodityFact commodity) {
        EnumSet<Competence> deciding = EnumSet.noneOf(Competence.class);
        commodity.conventions().forEach(convention -> deciding.add(of(convention)));
        if (deciding.isEmpty() && commodity.kind().equals("waste")) {
            deciding.add(Competence.BASEL);
        }
        return deciding;
    }

    /** Whether the caller has one of these competences, or none is needed. */
    public static boolean suffice(Caller caller, Set<Competence> needed) {
        return needed.isEmpty() || !Collections.disjoint(caller.competences(), needed);
    }
}
