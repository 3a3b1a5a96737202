package org.skypatch.registry.api;

import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.annotation.security.RolesAllowed;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.skypatch.registry.sheet.SheetFormat;
import org.skypatch.registry.sheet.SheetKind;

/**
 * The traders of the caller's Party as a country sheet, in the layout that an import reads. Consumes what the
 * resource beside it does, although nothing is sent: only among methods that consume the same, Accept decides.
 */
@Path("/v1/traders")
@Consumes(MediaType.APPLICATION_JSON)
public class TraderSheetResource {

    private final SheetAnswers sheets;

    TraderSheetResource(SheetAnswers sheets) {
        this.sheets = sheets;
    }

    /** Who may call: officers and authorities; they get the traders of their own Party, or of one that shares them. */
    @GET
    @Produces("text/csv;qs=0.2")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "All traders of the caller's Party, or of the country that shares them, as CSV")
    public Response csv(@Context UriInfo asked) {
        return sheets.all(SheetKind.TRADERS, SheetFormat.CSV, asked);
    }

    /** Who may call: officers and authorities; they get the traders of their own Party, or of one that shares them. */
    @GET
    @Produces("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet;qs=0.1")
    @RolesAllowed({"officer", "authority"})
    @RunOnVirtualThread
    @Operation(summary = "All traders of the caller's Party, or of the country that shares them, as a workbook")
    public Response workbook(@Context UriInfo asked) {
        return sheets.all(SheetKind.TRADERS, SheetFormat.XLSX, asked);
    }
}
