package org.skypatch.registry.api;

import io.quarkus.security.Authenticated;
import io.smallrye.common.annotation.RunOnVirtualThread;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.MediaType;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.jspecify.annotations.Nullable;
import org.skypatch.contracts.trade.CountryCode;
import org.skypatch.edge.page.Cursor;
import org.skypatch.edge.page.Limit;
import org.skypatch.edge.page.Page;
import org.skypatch.registry.catalogue.CodeList;
import org.skypatch.registry.catalogue.CodeLists;
import org.skypatch.registry.catalogue.Listed;

/** The lists of codes that documents and declarations are filled in by, as their editions say. */
@Path("/v1")
@Produces(MediaType.APPLICATION_JSON)
public class ListResource {

    private final CodeLists lists;

    ListResource(CodeLists lists) {
        this.lists = lists;
    }

    /** Who may call: every member. */
    @GET
    @Path("/ports")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Sea, air, rail, road and border places with UN/LOCODE; the list is not complete")
    public Page<Listed.Port> ports(
            @QueryParam("country") @Nullable String country,
            @QueryParam("function") @Nullable String function,
            @QueryParam("text") @Nullable String text,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> saying = new HashMap<>();
        put(saying, "country", Texts.inQuery("country", country, CountryCode::of));
        String kind = Texts.inQuery(
                "function", function, Form.oneOf("sea", "inland-water", "air", "rail", "road", "dry-port", "border"));
        put(saying, "functions", kind == null ? null : List.of(kind));
        return page(CodeList.PORTS, "", saying, text, on, limit, cursor);
    }

    /** Who may call: every member. */
    @GET
    @Path("/ports/{locode}")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "A place by its UN/LOCODE; one that is missing here is unknown, not wrong")
    public Listed.Port port(@PathParam("locode") String locode, @QueryParam("on") @Nullable String on) {
        return lists.find(CodeList.PORTS, CodeLists.Question.saying(Days.on(on), Map.of("locode", locode))).stream()
                .map(CodeLists.Placed::row)
                .findFirst()
                .orElseThrow(Answers::notFound);
    }

    /** Who may call: every member. */
    @GET
    @Path("/operations")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The disposal and recovery operations of Annex IV of the Basel Convention")
    public Page<Listed.Operation> operations(
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("text") @Nullable String text,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> saying = new HashMap<>();
        put(saying, "kind", Texts.inQuery("kind", kind, Form.oneOf("disposal", "recovery")));
        return page(CodeList.OPERATIONS, "", saying, text, on, limit, cursor);
    }

    /** Who may call: every member. */
    @GET
    @Path("/hazards")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The hazardous characteristics of Annex III of the Basel Convention with their UN classes")
    public Page<Listed.Hazard> hazards(
            @QueryParam("text") @Nullable String text,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        return page(CodeList.HAZARDS, "", Map.of(), text, on, limit, cursor);
    }

    /** Who may call: every member. */
    @GET
    @Path("/form-codes")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "Packaging, means of transport and physical characteristics as the Basel documents write them")
    public Page<Listed.FormCode> formCodes(
            @QueryParam("group") @Nullable String group,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> saying = new HashMap<>();
        put(saying, "group", Texts.inQuery("group", group, Form.oneOf("packaging", "transport", "physical")));
        return page(CodeList.FORM_CODES, "", saying, null, on, limit, cursor);
    }

    /** Who may call: every member. */
    @GET
    @Path("/phase-out-steps")
    @Authenticated
    @RunOnVirtualThread
    @Operation(summary = "The phase-out schedules of the Montreal Protocol, by group and class of Party")
    public Page<Listed.PhaseOutStep> phaseOutSteps(
            @QueryParam("group") @Nullable String group,
            @QueryParam("partyClass") @Nullable String partyClass,
            @QueryParam("measure") @Nullable String measure,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> saying = new HashMap<>();
        put(saying, "group", Texts.inQuery("group", group, KnownCommodities::group));
        put(
                saying,
                "partyClass",
                Texts.inQuery(
                        "partyClass",
                        partyClass,
                        Form.oneOf("article5-group1", "article5-group2", "non-article5", "non-article5-late")));
        put(saying, "measure", Texts.inQuery("measure", measure, Form.oneOf("consumption", "production")));
        return page(CodeList.PHASE_OUT, "", saying, null, on, limit, cursor);
    }

    /** Who may call: every member. */
    @GET
    @Path("/hs-lines")
    @Authenticated
    @RunOnVirtualThread
    @Operation(
            summary = "Lines of the Harmonized System of 2022 under which controlled goods, or products and equipment"
                    + " with them, travel")
    public Page<Listed.HsLine> hsLines(
            @QueryParam("hs") @Nullable String hs,
            @QueryParam("kind") @Nullable String kind,
            @QueryParam("text") @Nullable String text,
            @QueryParam("on") @Nullable String on,
            @QueryParam("limit") @Nullable Integer limit,
            @QueryParam("cursor") @Nullable String cursor) {
        Map<String, Object> saying = new HashMap<>();
        put(
                saying,
                "kind",
                Texts.inQuery("kind", kind, Form.oneOf("substance", "mixture", "product", "equipment", "other")));
        String digits = Texts.inQuery("hs", hs, code -> code.replaceAll("[^0-9]", ""));
        return page(CodeList.HS_LINES, digits == null ? "" : digits, saying, text, on, limit, cursor);
    }

    private <T extends Listed> Page<T> page(
            CodeList<T> list,
            String code,
            Map<String, Object> saying,
            @Nullable String text,
            @Nullable String on,
            @Nullable Integer limit,
            @Nullable String cursor) {
        int most = Limit.of(limit);
        Page<CodeLists.Placed<T>> page = Pages.of(
                lists.find(
                        list,
                        new CodeLists.Question(
                                Days.on(on),
                                code,
                                saying,
                                Texts.inQuery("text", text, Form::notBlank),
                                after(cursor),
                                most + 1)),
                most,
                row -> Cursor.write(row.place()));
        return new Page<>(page.items().stream().map(CodeLists.Placed::row).toList(), page.next());
    }

    private static int after(@Nullable String cursor) {
        try {
            return cursor == null ? 0 : Integer.parseInt(Cursor.read(cursor, 1).getFirst());
        } catch (NumberFormatException e) {
            throw Cursor.refused();
        }
    }

    private static void put(Map<String, Object> saying, String field, @Nullable Object value) {
        if (value != null) {
            saying.put(field, value);
        }
    }
}
