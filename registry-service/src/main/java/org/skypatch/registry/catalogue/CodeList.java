package org.skypatch.registry.catalogue;

/**
 * A list of codes of the reference data; the constants are all there are.
 *
 * @param label as in the paths, such as {@code ports}
 */
public record CodeList<T extends Listed>(String label, Class<T> type) {

    public static final CodeList<Listed.Port> PORTS = new CodeList<>("ports", Listed.Port.class);
    public static final CodeList<Listed.Operation> OPERATIONS = new CodeList<>("operations", Listed.Operation.class);
    public static final CodeList<Listed.Hazard> HAZARDS = new CodeList<>("hazards", Listed.Hazard.class);
    public static final CodeList<Listed.FormCode> FORM_CODES = new CodeList<>("form-codes", Listed.FormCode.class);
    public static final CodeList<Listed.PhaseOutStep> PHASE_OUT =
            new CodeList<>("phase-out-steps", Listed.PhaseOutStep.class);
    public static final CodeList<Listed.HsLine> HS_LINES = new CodeList<>("hs-lines", Listed.HsLine.class);
}
