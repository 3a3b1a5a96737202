package org.skypatch.tracking.process;

import org.skypatch.tracking.register.Register;

/** The registry's facts as they stand. */
public interface Registers {

    /** The facts as of now; {@link Register#isComplete()} is false until the catalogue has arrived. */
    Register current();
}
