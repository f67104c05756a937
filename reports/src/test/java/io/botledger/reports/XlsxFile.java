package io.botledger.reports;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.w3c.dom.NodeList;
import org.xml.sax.SAXException;

/** Reads a workbook with the JDK alone: its parts, and its cells with their types and number formats. */
final class XlsxFile {
    private static final Pattern ESCAPED = Pattern.compile("_x([0-9A-F]{4})_");

    private final Map<String, byte[]> parts = new TreeMap<>();

    private XlsxFile() {}

    /**
     * A cell.
     *
     * @param type {@code n}, {@code b} or {@code inlineStr}
     * @param text its value; of a text what Excel makes of it
     * @param format its number format
     */
    record Cell(String type, String text, String format) {
        static Cell text(String text) {
            return new Cell("inlineStr", text, "General");
        }
    }

    /** By the directory at its end, as Excel reads it. */
    static XlsxFile read(byte[] bytes) throws IOException {
        XlsxFile file = new XlsxFile();
        Path path = Files.createTempFile("workbook", ".xlsx");
        try {
            Files.write(path, bytes);
            try (ZipFile zip = new ZipFile(path.toFile())) {
                for (ZipEntry entry : Collections.list(zip.entries())) {
                    try (InputStream part = zip.getInputStream(entry)) {
                        file.parts.put(entry.getName(), part.readAllBytes());
                    }
                }
            }
        } finally {
            Files.delete(path);
        }
        return file;
    }

    /** Everything but the time at which it was made. */
    Map<String, String> timelessParts() {
        Map<String, String> texts = new TreeMap<>();
        parts.forEach((name, bytes) -> texts.put(name, new String(bytes, StandardCharsets.UTF_8)));
        texts.computeIfPresent(
                "docProps/core.xml", (name, text) -> text.replaceFirst("<dcterms:created[^/]*/dcterms:created>", ""));
        return texts;
    }

    String part(String name) {
        return new String(parts.get(name), StandardCharsets.UTF_8);
    }

    List<String> sheetNames() {
        return elements(document("xl/workbook.xml"), "sheet").stream()
                .map(sheet -> sheet.getAttribute("name"))
                .toList();
    }

    /** The cells of a sheet, numbered from 1; null in the place of one that is not there. */
    List<List<Cell>> sheet(int number) {
        List<String> formats = formats();
        List<List<Cell>> rows = new ArrayList<>();
        for (Element row : elements(document("xl/worksheets/sheet" + number + ".xml"), "row")) {
            List<Cell> cells = new ArrayList<>();
            for (Element cell : elements(row, "c")) {
                int column = cell.getAttribute("r").charAt(0) - 'A';
                while (cells.size() < column) {
                    cells.add(null);
                }
                cells.add(cell(cell, formats));
            }
            rows.add(cells);
        }
        return rows;
    }

    private static Cell cell(Element cell, List<String> formats) {
        String style = cell.getAttribute("s");
        String format = formats.get(style.isEmpty() ? 0 : Integer.parseInt(style));
        String type = cell.getAttribute("t");
        String text = type.equals("inlineStr")
                ? ESCAPED.matcher(cell.getElementsByTagName("t").item(0).getTextContent())
                        .replaceAll(match -> Matcher.quoteReplacement("" + (char) Integer.parseInt(match.group(1), 16)))
                : cell.getElementsByTagName("v").item(0).getTextContent();
        return new Cell(type, text, format);
    }

    /** Number formats by the number of the style. */
    private List<String> formats() {
        Document styles = document("xl/styles.xml");
        Map<String, String> named = new TreeMap<>(Map.of("0", "General"));
        elements(styles, "numFmt").forEach(format -> named.put(format.getAttribute("numFmtId"), code(format)));
        Element used = elements(styles, "cellXfs").get(0);
        return elements(used, "xf").stream()
                .map(style -> named.get(style.getAttribute("numFmtId")))
                .toList();
    }

    private static String code(Element format) {
        return format.getAttribute("formatCode");
    }

    private Document document(String part) {
        try {
            return DocumentBuilderFactory.newInstance()
                    .newDocumentBuilder()
                    .parse(new ByteArrayInputStream(parts.get(part)));
        } catch (ParserConfigurationException | SAXException | IOException e) {
            throw new AssertionError(part + " can't be read: " + part(part), e);
        }
    }

    private static List<Element> elements(Node parent, String name) {
        NodeList list = parent instanceof Document document
                ? document.getElementsByTagName(name)
                : ((Element) parent).getElementsByTagName(name);
        List<Element> elements = new ArrayList<>();
        for (int i = 0; i < list.getLength(); i++) {
            elements.add((Element) list.item(i));
        }
        return elements;
    }
}
