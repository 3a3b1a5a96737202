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
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
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
import org.skypatch.registry.catalogue.CodeList;
import org.skypatch.registry.catalogue.CodeLists;
import org.skypatch.registry.catalogue.CommodityDetail;
import org.skypatch.registry.catalogue.Descriptions;
import org.skypatch.registry.catalogue.EditionShown;
import org.skypatch.registry.catalogue.Listed;

/** The catalogue: what is controlled, by which treaty, and how to recognise it. */
@Path("/v1/catalogue")
@Produces(MediaType.APPLICATION_JSON)
public class CatalogueResource {

    private final Catalogue catalogue;
    private final Descriptions descriptions;
    private final CodeLists lists;

    CatalogueResource(Catalogue catalogue, Descriptions descriptions, CodeLists lists) {
        this.catalogue = catalogue;
        this.descriptions = descriptions;
        this.lists = lists;
    }

    /** Who may call: every member. */
    @GET
    @Path("/{id}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(
            summary = "A substance, blend, waste or chemical: what controls it and since when, groups, components, ODP,"
                    + " GWP and their source, codes, phase-out, how it is packed, labelled and disguised",
            description = "on: the day whose edition of the lists is meant; the newest if not given")
    public Response read(
            @PathParam("id") String id, @QueryParam("on") @Nullable String on, @Context HttpHeaders headers) {
        LocalDate day = Days.on(on);
        return Texts.inPath(id, CommodityId::of)
                .flatMap(commodity -> descriptions.commodity(commodity, day))
                .map(commodity -> Answers.tagged(
                        commodity.revision() + "-" + commodity.effectiveFrom(), shown(commodity, day), headers))
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: every member. */
    @GET
    @Path("/editions")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The editions of the reference data, the newest first")
    public List<EditionShown> editions() {
        return descriptions.editions();
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
            @QueryParam("on") @Nullable String on,
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
        LocalDate day = Days.on(on);
        List<CommodityFact> found = catalogue.search(question);
        if (day != null) {
            found = asSaidOn(day, found);
        }
        return question.isRanked()
                ? new Page<>(found.stream().limit(most).toList(), null)
                : Pages.of(found, most, commodity -> Cursor.write(commodity.id()));
    }

    private List<CommodityFact> asSaidOn(LocalDate day, List<CommodityFact> found) {
        Map<String, Descriptions.Described<CommodityFact, CommodityDetail>> said = descriptions.commodities(
                found.stream().map(commodity -> commodity.id().value()).toList(), day);
        return found.stream()
                .map(commodity -> said.get(commodity.id().value()).fact())
                .toList();
    }

    private CommodityShown shown(
            Descriptions.Described<CommodityFact, CommodityDetail> commodity, @Nullable LocalDate day) {
        CommodityFact fact = commodity.fact();
        Set<String> groups = fact.groups().stream()
                .map(group -> group.startsWith("F") ? "F" : group)
                .collect(Collectors.toSet());
        List<String> hazards = commodity.detail().hazards();
        return new CommodityShown(
                fact,
                commodity.detail(),
                hazards.isEmpty()
                        ? List.of()
                        : rows(CodeList.HAZARDS, day, Map.of()).stream()
                                .filter(hazard -> hazards.contains(hazard.code()))
                                .toList(),
                groups.isEmpty()
                        ? List.of()
                        : rows(CodeList.PHASE_OUT, day, Map.of()).stream()
                                .filter(step -> groups.contains(step.group()))
                                .toList(),
                rows(CodeList.HS_LINES, day, Map.of("covers", List.of(fact.id()))),
                commodity.effectiveFrom());
    }

    private <T extends Listed> List<T> rows(CodeList<T> list, @Nullable LocalDate day, Map<String, Object> saying) {
        return lists.find(list, CodeLists.Question.saying(day, saying)).stream()
                .map(CodeLists.Placed::row)
                .toList();
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
