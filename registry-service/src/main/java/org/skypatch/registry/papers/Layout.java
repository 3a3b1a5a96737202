package org.skypatch.registry.papers;

import java.util.Iterator;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.jspecify.annotations.Nullable;
import org.skypatch.registry.paper.Paper;
import org.w3c.dom.Document;
import org.w3c.dom.Element;

/** A paper as a tree of elements; its texts are text nodes. */
final class Layout {

    private final String style;

    Layout(String style) {
        this.style = style;
    }

    /**
     * The paper as the renderer takes it.
     *
     * @param code the address of the picture of its code; none if null
     */
    Document document(Paper paper, @Nullable String code) {
        Document document = empty();
        Element html = document.createElement("html");
        document.appendChild(html);
        Element head = child(html, "head");
        child(head, "title").setTextContent(paper.title());
        child(head, "style").setTextContent(style);
        Element body = child(html, "body");
        if (paper.foot() != null) {
            say(child(body, "div", "foot"), paper.foot());
        }
        head(body, paper, code);
        paper.parts().forEach(part -> part(body, part));
        return document;
    }

    private static void head(Element body, Paper paper, @Nullable String code) {
        Element row = child(child(body, "table", "head"), "tr");
        Element titles = child(row, "td");
        say(child(titles, "h1"), paper.title());
        if (paper.subtitle() != null) {
            say(child(titles, "p", "subtitle"), paper.subtitle());
        }
        if (code != null) {
            Element picture = child(child(row, "td", "code"), "img");
            picture.setAttribute("src", code);
            picture.setAttribute("alt", "code to scan");
        }
    }

    private static void part(Element body, Paper.Part part) {
        if (part.heading() != null) {
            say(child(body, "h2"), part.heading());
        }
        Element blocks = child(body, "table", "blocks");
        Iterator<Paper.Block> left = part.blocks().iterator();
        Paper.Block next = left.hasNext() ? left.next() : null;
        while (next != null) {
            Element row = child(blocks, "tr");
            Paper.Block first = next;
            next = left.hasNext() ? left.next() : null;
            Element cell = block(row, first);
            if (first.width() == Paper.Width.HALF && next != null && next.width() == Paper.Width.HALF) {
                block(row, next);
                next = left.hasNext() ? left.next() : null;
            } else {
                cell.setAttribute("colspan", "2");
            }
        }
    }

    private static Element block(Element row, Paper.Block block) {
        Element cell = child(row, "td", "block");
        Element label = child(cell, "div", "label");
        if (!block.number().isEmpty()) {
            say(child(label, "span", "number"), block.number() + ". ");
        }
        say(child(label, "span"), block.label());
        switch (block) {
            case Paper.Words words -> say(child(cell, "div", "text"), words.text());
            case Paper.Boxes boxes -> boxes.boxes().forEach(box -> box(cell, box));
            case Paper.Table table -> table(cell, table);
        }
        return cell;
    }

    private static void box(Element cell, Paper.Box box) {
        Element line = child(cell, "div", "choice");
        say(child(line, "span", "box"), box.isTicked() ? "X" : "\u00a0");
        say(child(line, "span"), " " + box.label());
    }

    private static void table(Element cell, Paper.Table table) {
        Element rows = child(cell, "table", "rows");
        Element head = child(child(rows, "thead"), "tr");
        table.columns().forEach(column -> say(child(head, "th"), column));
        Element body = child(rows, "tbody");
        for (List<String> texts : table.rows()) {
            Element row = child(body, "tr");
            texts.forEach(text -> say(child(row, "td"), text));
        }
    }

    private static Document empty() {
        try {
            return DocumentBuilderFactory.newDefaultInstance()
                    .newDocumentBuilder()
                    .newDocument();
        } catch (ParserConfigurationException e) {
            throw new IllegalStateException("the platform makes no document", e);
        }
    }

    private static Element child(Element parent, String name) {
        Element element = parent.getOwnerDocument().createElement(name);
        parent.appendChild(element);
        return element;
    }

    private static Element child(Element parent, String name, String style) {
        Element element = child(parent, name);
        element.setAttribute("class", style);
        return element;
    }

    /** Says it in the direction of its own script, whatever stands beside it. An empty text is no text node. */
    private static void say(Element element, String text) {
        if (text.isEmpty()) {
            return;
        }
        element.setAttribute("dir", "auto");
        element.appendChild(element.getOwnerDocument().createTextNode(text));
    }
}
