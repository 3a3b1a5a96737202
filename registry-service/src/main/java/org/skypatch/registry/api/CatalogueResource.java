package org.skypatch.registry.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.registry.CommodityFact;
import org.skypatch.contracts.trade.CasNumber;
import org.skypatch.contracts.trade.CommodityId;
import org.skypatch.contracts.trade.HsCode;
import org.skypatch.contracts.trade.UnNumber;
import org.skypatch.contracts.trade.WasteCode;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.catalogue.Catalogue;
import org.skypatch.registry.catalogue.CatalogueQuestion;

/** The catalogue: what is controlled, by which treaty, and how to recognise it. */
@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    private final Catalogue catalogue;

    CatalogueResource(Catalogue catalogue) {
        this.catalogue = catalogue;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{id}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "A substance, blend, waste or chemical: its controls, groups, components, ODP, GWP and codes")
    public Response read(@PathParam("id") String id, @Context HttpHeaders headers) {
        return Texts.inPath(id, CommodityId::of)
                .flatMap(catalogue::find)
                .map(commodity -> Answers.read(commodity, headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: every member. */
    @GET
    @Authenticated
    @RunOnVirtualThread
    @Operation(
            summary =
                    "Searches the catalogue by codes and names, also misspelt ones; everything given must hold. By name"
                            + " the best answers come first, as one page; else by id")
    public Page<CommodityFact> search(
            @QueryParam("text") @Nullable String text,
            @QueryParam("hs") @Nullable String hs,
            @QueryParam("cas") @Nullable String cas,
            @QueryParam("un") @Nullable String un,
            @QueryParam("waste") @Nullable String waste,
            @QueryParam("tradeName") @Nullable String tradeName,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        int most = Limit.of(limit);
        CatalogueQuestion question = new CatalogueQuestion(
                Texts.inQuery("text", text, Form::notBlank),
                Texts.inQuery("hs", hs, CatalogueResource::hsCode),
                Texts.inQuery("cas", cas, CasNumber::of),
                Texts.inQuery("un", un, UnNumber::of),
                Texts.inQuery("waste", waste, WasteCode::of),
                Texts.inQuery("tradeName", tradeName, Form::notBlank),
                cursor == null ? null : after(Cursor.read(cursor, 1)),
                most + 1);
        List<CommodityFact> found = catalogue.search(question);
        return question.isRanked()
                ? new Page<>(found.stream().limit(most).toList(), null)
                : Pages.of(found, most, commodity -> Cursor.write(commodity.id()));
    }

    private static HsCode hsCode(String text) {
        HsCode code = HsCode.of(text);
        if (!code.digits().matches("[0-9]{4,12}")) {
            throw new IllegalArgumentException("must be a code of the Harmonized System such as 2903.71");
        }
        return code;
    }

    private static CommodityId after(List<String> parts) {
        return Texts.inPath(parts.getFirst(), CommodityId::of).orElseThrow(Cursor::refused);
    }
}
