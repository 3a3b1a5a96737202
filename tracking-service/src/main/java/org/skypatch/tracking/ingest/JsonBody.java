package org.skypatch.tracking.ingest;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.MappingIterator;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import jakarta.enterprise.context.ApplicationScoped;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.skypatch.contracts.problem.FieldProblem;
import org.skypatch.edge.problem.EdgeProblem;
import org.skypatch.edge.problem.ProblemException;

/** Reads bodies as JSON trees, with decimals as decimals; a name that comes twice in an object is refused. */
@ApplicationScoped
class JsonBody {

    private final ObjectReader reader;

    JsonBody(ObjectMapper json) {
        this.reader = json.readerFor(JsonNode.class)
                .with(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
                .with(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY);
    }

    static void checkSize(byte[] body, int mostBytes) {
        if (body.length > mostBytes) {
            throw new ProblemException(
                    EdgeProblem.TOO_LARGE,
                    "the body has " + body.length + " bytes",
                    List.of(new FieldProblem("", "must be at most " + mostBytes + " bytes")));
        }
    }

    /** The one tree that the body is. */
    JsonNode tree(byte[] body) {
        try {
            JsonNode tree = reader.readTree(body);
            if (tree == null || tree.isMissingNode()) {
                throw new ProblemException(
                        EdgeProblem.MALFORMED, "the body is empty", List.of(new FieldProblem("", "is required")));
            }
            return tree;
        } catch (IOException e) {
            throw unreadable("", e);
        }
    }

    /** The trees of the body, one a line; of more than so many only one more is read. */
    List<JsonNode> lines(byte[] body, int most) {
        List<JsonNode> nodes = new ArrayList<>();
        try (MappingIterator<JsonNode> lines =
                reader.without(DeserializationFeature.FAIL_ON_TRAILING_TOKENS).readValues(body)) {
            while (lines.hasNextValue() && nodes.size() <= most) {
                nodes.add(lines.nextValue());
            }
        } catch (IOException e) {
            throw unreadable("/" + nodes.size(), e);
        }
        return nodes;
    }

    private static ProblemException unreadable(String pointer, IOException e) {
        String detail = e instanceof JsonProcessingException json
                ? json.getOriginalMessage()
                        + (json.getLocation() == null
                                ? ""
                                : " at line " + json.getLocation().getLineNr() + ", column "
                                        + json.getLocation().getColumnNr())
                : "cannot be read";
        return new ProblemException(
                EdgeProblem.MALFORMED, "the body is not JSON", List.of(new FieldProblem(pointer, detail)));
    }
}
