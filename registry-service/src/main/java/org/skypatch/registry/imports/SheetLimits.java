package org.skypatch.registry.imports;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** How large a country sheet may be; what is larger is refused before it can do harm. */
@ConfigMapping(prefix = "skypatch.policy.sheet-limits")
interface SheetLimits {

    /** Most rows of a file, headers left out; from 1. */
    @WithDefault("200000")
    int mostRows();

    /** Most columns of a sheet; from 50. */
    @WithDefault("100")
    int mostColumns();

    /** Longest cell, in characters; from 1000. */
    @WithDefault("20000")
    int longestCell();

    /** Most parts within a workbook; from 10. */
    @WithDefault("200")
    int mostParts();

    /** Most bytes that a workbook may come to when it is unpacked; from 1 MB. */
    @WithDefault("419430400")
    long mostUnpackedBytes();

    /** Most bytes that the texts shared by a workbook's cells may come to: they are held in memory; from 1 MB. */
    @WithDefault("20971520")
    long mostSharedTextBytes();
}
