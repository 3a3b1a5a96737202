package org.skypatch.registry.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.Tuple;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.hibernate.Session;
import org.jspecify.annotations.Nullable;
import org.skypatch.edge.json.JsonHabits;

/** The lists of codes as they stand in the editions; a list that an edition does not hold stays as it was. */
@ApplicationScoped
public class CodeLists {

    private static final String FIND = """
            select l.place, cast(l.entry as text) entry
            from edition_list l
            where l.list = :list
              and l.edition = (select e.version from catalogue_edition e
                               where exists (select from edition_list k where k.edition = e.version and k.list = :list)
                               order by e.effective_from <= :on desc,
                                        case when e.effective_from <= :on then e.effective_from end desc,
                                        e.effective_from, e.number desc
                               limit 1)
              and l.place > :after
              and l.code like :code
              and l.entry @> cast(:saying as jsonb)
              and (cast(:text as text) is null or folded(l.words) like '%' || folded(:text) || '%'
                   or word_similarity(folded(:text), folded(l.words)) >= 0.5)
            order by l.place limit :limit
            """;

    private static final LocalDate NEWEST = LocalDate.of(2999, 12, 31);

    private final Session database;
    private final ObjectMapper json;

    CodeLists(Session database, ObjectMapper doors) {
        this.database = database;
        this.json = JsonHabits.forTopics(doors);
    }

    /**
     * What is asked of a list; everything that is given must hold.
     *
     * @param on the day whose edition is meant, the newest if none
     * @param code what the code begins with; any if empty
     * @param saying values by field; a list must hold those given
     * @param text part of a name, also misspelt
     * @param after the place after which the answer begins
     */
    public record Question(
            @Nullable LocalDate on,
            String code,
            Map<String, Object> saying,
            @Nullable String text,
            int after,
            int limit) {

        /** All rows. */
        public static Question all(@Nullable LocalDate on) {
            return saying(on, Map.of());
        }

        /** The rows that say this. */
        public static Question saying(@Nullable LocalDate on, Map<String, Object> fields) {
            return new Question(on, "", fields, null, 0, Integer.MAX_VALUE);
        }
    }

    /** A row and its place in the list. */
    public record Placed<T>(int place, T row) {}

    /** What fits the question, in the order of the list. */
    @Transactional
    public <T extends Listed> List<Placed<T>> find(CodeList<T> list, Question question) {
        String text = question.text();
        return database
                .createNativeQuery(FIND, Tuple.class)
                .setParameter("list", list.label())
                .setParameter("on", question.on() == null ? NEWEST : question.on())
                .setParameter("after", question.after())
                .setParameter("code", literal(question.code()) + "%")
                .setParameter("saying", text(question.saying()))
                .setParameter("text", text == null ? null : literal(text))
                .setParameter("limit", question.limit())
                .getResultList()
                .stream()
                .map(row -> new Placed<>(row.get(0, Integer.class), parsed(row.get(1, String.class), list.type())))
                .toList();
    }

    private static String literal(String text) {
        return text.replaceAll("([\\\\%_])", "\\\\$1");
    }

    private String text(Map<String, Object> saying) {
        try {
            return json.writeValueAsString(saying);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a question cannot be written as JSON", e);
        }
    }

    private <T> T parsed(String text, Class<T> type) {
        try {
            return json.readValue(text, type);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("a kept entry cannot be read", e);
        }
    }
}
