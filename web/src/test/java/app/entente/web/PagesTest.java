package app.entente.web;

import static org.assertj.core.api.Assertions.assertThat;

import app.entente.web.frame.Address;
import jakarta.inject.Named;
import java.io.IOException;
import java.io.StringReader;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.BiConsumer;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import javax.xml.parsers.DocumentBuilder;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Attr;
import org.w3c.dom.Document;
import org.w3c.dom.Element;
import org.w3c.dom.Node;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;

/** What every page has to be, read from the pages themselves. */
class PagesTest {

    /** What the pages may ask for without any bean of ours. */
    private static final Set<String> ALWAYS_THERE = Set.of("cc", "component", "view", "request", "session", "param", "paramValues", "header", "cookie", "facesContext",
        "externalContext", "flash", "resource", "initParam", "application", "requestScope", "viewScope", "sessionScope", "applicationScope",
        "empty", "not", "and", "or", "eq", "ne", "lt", "gt", "le", "ge", "div", "mod", "instanceof", "true", "false", "null");
    /** What the frame puts into the request or a page may leave out. */
    private static final Set<String> GIVEN_BY_THE_FRAME = Set.of("errorReference", "withBar");
    /** The page of last resort stands alone, so that whatever has failed cannot fail it too. */
    private static final Path LAST_RESORT = Path.of("WEB-INF/errorpages/failed.xhtml");
    /** Attributes whose text people read or hear. */
    private static final Set<String> SAID = Set.of("label", "title", "alt", "placeholder", "aria-label", "aria-description", "text", "lead", "help", "data-label", "data-confirm",
        "confirm", "summary", "itemLabel", "requiredMessage", "validatorMessage", "converterMessage", "emptyMessage", "header", "headerText");
    /** The product's own name, and those of the languages, which are the same in every language. */
    private static final String NO_WORDS = "Entente|Français|English";
    /** Addresses that a servlet answers, not a page. */
    private static final Pattern ANSWERED_ELSEWHERE = Pattern.compile("/(logout|goodbye|language|robots\\.txt|sitemap\\.xml|resources/.*|health.*|oidc/.*|feed/.*)|/[wc]/[^/]+/(document|download)/.*");

    private static Map<Path, Document> documents;
    private static Map<String, Class<?>> beans;

    @BeforeAll
    static void read_everything() throws Exception {
        documents = new TreeMap<>();
        for (Map.Entry<Path, String> file : Sources.files(Sources.WEBAPP, ".xhtml").entrySet()) {
            documents.put(Sources.WEBAPP.relativize(file.getKey()), parse(file.getKey(), file.getValue()));
        }
        beans = new TreeMap<>();
        for (Path file : Sources.files(Sources.SCREENS, ".java").keySet()) {
            String name = Sources.SCREENS.relativize(file).toString().replace(".java", "").replace('/', '.');
            if (!name.endsWith("-info")) {
                Class<?> type = Class.forName(name, false, PagesTest.class.getClassLoader());
                Named named = type.getAnnotation(Named.class);
                if (named != null) {
                    String simple = type.getSimpleName();
                    beans.put(named.value().isEmpty() ? Character.toLowerCase(simple.charAt(0)) + simple.substring(1) : named.value(), type);
                }
            }
        }
    }

    @Test
    void there_are_pages_and_beans_to_look_at() {
        assertThat(pages()).hasSizeGreaterThan(10);
        assertThat(beans).containsKeys("here", "me", "msg", "fmt");
    }

    @Test
    void every_page_uses_one_of_our_templates_and_has_a_title_from_the_bundles() {
        List<String> wrong = new ArrayList<>();
        pages().forEach((page, document) -> {
            if (page.equals(LAST_RESORT)) {
                return;
            }
            Element root = document.getDocumentElement();
            String template = root.getAttribute("template");
            if (!template.startsWith("/WEB-INF/templates/") || !Files.exists(Sources.WEBAPP.resolve(template.substring(1)))) {
                wrong.add(page + " uses " + (template.isEmpty() ? "no template" : template));
            }
            boolean titled = elements(document).stream().anyMatch(e -> e.getNodeName().equals("ui:param") && e.getAttribute("name").equals("title")
                && e.getAttribute("value").startsWith("#{"));
            if (!titled) {
                wrong.add(page + " has no title");
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void nothing_is_styled_or_scripted_inside_a_page() {
        List<String> wrong = new ArrayList<>();
        documents.forEach((page, document) -> elements(document).forEach(element -> {
            String name = element.getLocalName();
            if (name.equals("style") || name.equals("outputScript") || name.equals("script") && !element.hasAttribute("src")) {
                wrong.add(page + " holds <" + element.getNodeName() + ">");
            }
            attributes(element).forEach((attribute, value) -> {
                if (attribute.equals("style") || attribute.endsWith(":style") || attribute.matches("(.*:)?on[a-z]+") || value.toLowerCase(java.util.Locale.ROOT).startsWith("javascript:")) {
                    wrong.add(page + ": <" + element.getNodeName() + " " + attribute + "=…>");
                }
                if (attribute.equals("binding")) {
                    wrong.add(page + " binds a component");
                }
            });
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void no_word_stands_in_a_page_itself() {
        List<String> wrong = new ArrayList<>();
        documents.forEach((page, document) -> {
            if (page.equals(LAST_RESORT)) {
                return;
            }
            texts(document).forEach(text -> said(text).ifPresent(words -> wrong.add(page + " says " + words)));
            elements(document).forEach(element -> attributes(element).forEach((attribute, value) -> {
                boolean button = attribute.equals("value") && (element.getLocalName().matches("commandButton|commandLink|outputText|fact|button")
                    || element.getAttribute("type").matches("submit|button"));
                if (SAID.contains(attribute) || attribute.startsWith("pt:") && SAID.contains(attribute.substring(3)) || button) {
                    said(value).ifPresent(words -> wrong.add(page + " says " + words + " in " + attribute));
                }
            }));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_bean_that_a_page_asks_exists() {
        Set<String> parameters = new TreeSet<>();
        documents.values().forEach(document -> elements(document).stream().filter(e -> e.getLocalName().equals("param") || e.getLocalName().equals("methodParam")
            || e.getLocalName().equals("tagAttribute")).forEach(e -> parameters.add(e.getAttribute("name"))));
        parameters.addAll(attributesOfTags());
        documents.values().forEach(document -> parameters.addAll(variables(document)));
        List<String> wrong = new ArrayList<>();
        documents.forEach((page, document) -> {
            Set<String> local = variables(document);
            elements(document).stream().filter(e -> e.getLocalName().equals("param")).forEach(e -> local.add(e.getAttribute("name")));
            boolean part = page.startsWith("WEB-INF");
            expressions(document).forEach(expression -> roots(expression).forEach(root -> {
                boolean known = ALWAYS_THERE.contains(root) || GIVEN_BY_THE_FRAME.contains(root) || beans.containsKey(root) || local.contains(root) || part && parameters.contains(root)
                    || expression.matches("(?s).*\\b" + root + "\\s*->.*");
                if (!known) {
                    wrong.add(page + " asks " + root + " in " + expression);
                }
            }));
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_property_that_a_page_reads_from_a_bean_exists() {
        List<String> wrong = new ArrayList<>();
        documents.forEach((page, document) -> expressions(document).forEach(expression ->
            Pattern.compile("(?<![\\w.'])(\\w+)\\.(\\w+)(\\()?").matcher(unquoted(expression)).results().filter(access -> beans.containsKey(access.group(1)))
                .filter(access -> !java.util.Map.class.isAssignableFrom(beans.get(access.group(1))) || access.group(3) != null)
                .filter(access -> !readable(beans.get(access.group(1)), access.group(2), access.group(3) != null))
                .forEach(access -> wrong.add(page + " reads " + access.group(1) + "." + access.group(2)))));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_include_and_every_tag_exists() {
        Set<String> tags = Pattern.compile("<tag-name>([\\w-]+)</tag-name>").matcher(Sources.files(Sources.WEBAPP, "entente.taglib.xml").values().iterator().next()).results()
            .map(tag -> tag.group(1)).collect(Collectors.toSet());
        List<String> wrong = new ArrayList<>();
        documents.forEach((page, document) -> elements(document).forEach(element -> {
            if ("urn:entente".equals(element.getNamespaceURI()) && !tags.contains(element.getLocalName())) {
                wrong.add(page + " uses <" + element.getNodeName() + ">");
            }
            String source = element.getAttribute("src");
            if (element.getNodeName().equals("ui:include") && !source.contains("#{") && !Files.exists(Sources.WEBAPP.resolve(source.replaceFirst("^/", "")))) {
                wrong.add(page + " includes " + source);
            }
        }));
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_link_leads_to_a_page() {
        List<String> wrong = new ArrayList<>();
        links((from, address) -> {
            String path = address.split("[?#]")[0];
            if (!ANSWERED_ELSEWHERE.matcher(path).matches()) {
                String view = Address.of(path).view();
                if (view == null || !Files.exists(Sources.WEBAPP.resolve(view.substring(1)))) {
                    wrong.add(from + " leads to " + address);
                }
            }
        });
        assertThat(wrong).isEmpty();
    }

    @Test
    void every_outcome_of_a_bean_is_a_page() {
        List<String> wrong = new ArrayList<>();
        Set<String> outcomes = new TreeSet<>();
        Sources.files(Sources.SCREENS, ".java").forEach((file, text) -> Pattern.compile("\"(/[a-z/_-]+)\\?faces-redirect=true").matcher(text).results().forEach(outcome -> {
            outcomes.add(outcome.group(1));
            if (!Files.exists(Sources.WEBAPP.resolve(outcome.group(1).substring(1) + ".xhtml"))) {
                wrong.add(file.getFileName() + " goes to " + outcome.group(1));
            }
        }));
        assertThat(wrong).isEmpty();
        assertThat(outcomes).isNotEmpty();
    }

    /** Every address that a page links to, as somebody in a place with the word «place» would see it. */
    private static void links(BiConsumer<Path, String> each) {
        documents.forEach((page, document) -> {
            List<String> areas = areas(page);
            elements(document).forEach(element -> {
                for (String attribute : List.of("href", "to", "outcome", "action", "data-href")) {
                    String value = element.getAttribute(attribute);
                    boolean tag = "urn:entente".equals(element.getNamespaceURI());
                    boolean form = attribute.equals("action") && !element.getNodeName().equals("form");
                    if (value.isEmpty() || form || tag && attribute.equals("href") && !value.startsWith("/")) {
                        continue;
                    }
                    String within = value.replace("#{request.contextPath += here.path}", "#{here.path}").replace("#{request.contextPath}", "").replace("#{here.slug}", "place");
                    for (String area : tag && attribute.equals("to") || within.startsWith("#{here.path}") ? areas : List.of("")) {
                        String address = area + within.replace("#{here.path}", "");
                        if (address.startsWith("/") && !address.split("[?#]")[0].isEmpty() && !address.replaceFirst("\\?.*$", "").contains("#{")) {
                            each.accept(page, address);
                        }
                    }
                }
            });
        });
    }

    /** The places a page or a part of one is shown in. */
    private static List<String> areas(Path page) {
        String name = page.toString();
        if (name.startsWith("portal/") || name.contains("client")) {
            return List.of("/c/place");
        } else if (name.startsWith("letter/") || name.contains("public")) {
            return List.of("/p/place");
        } else if (name.startsWith("operator/") || name.contains("operator")) {
            return List.of("/operator");
        } else if (name.startsWith("site/")) {
            return List.of("");
        } else if (name.contains("practice") || !name.startsWith("WEB-INF")) {
            return List.of("/w/place");
        }
        return List.of();
    }

    private static Map<Path, Document> pages() {
        Map<Path, Document> pages = new LinkedHashMap<>(documents);
        pages.keySet().removeIf(page -> page.startsWith("WEB-INF") && !page.startsWith("WEB-INF/errorpages"));
        return pages;
    }

    private static Document parse(Path file, String text) throws IOException, ParserConfigurationException {
        DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
        factory.setNamespaceAware(true);
        DocumentBuilder builder = factory.newDocumentBuilder();
        builder.setEntityResolver((publicId, systemId) -> new InputSource(new StringReader("")));
        builder.setErrorHandler(null);
        try {
            return builder.parse(new InputSource(new StringReader(text)));
        } catch (SAXException e) {
            throw new AssertionError(file + " is not well-formed: " + e.getMessage(), e);
        }
    }

    private static List<Element> elements(Document document) {
        List<Element> elements = new ArrayList<>();
        var all = document.getElementsByTagName("*");
        for (int i = 0; i < all.getLength(); i++) {
            elements.add((Element) all.item(i));
        }
        return elements;
    }

    private static Map<String, String> attributes(Element element) {
        Map<String, String> attributes = new LinkedHashMap<>();
        for (int i = 0; i < element.getAttributes().getLength(); i++) {
            Attr attribute = (Attr) element.getAttributes().item(i);
            if (!attribute.getName().startsWith("xmlns")) {
                attributes.put(attribute.getName(), attribute.getValue());
            }
        }
        return attributes;
    }

    private static List<String> texts(Node node) {
        List<String> texts = new ArrayList<>();
        for (Node child = node.getFirstChild(); child != null; child = child.getNextSibling()) {
            if (child.getNodeType() == Node.TEXT_NODE || child.getNodeType() == Node.CDATA_SECTION_NODE) {
                texts.add(child.getNodeValue());
            }
            texts.addAll(texts(child));
        }
        return texts;
    }

    /** Words outside expressions, or sentences inside their quotes. */
    private static java.util.Optional<String> said(String text) {
        String outside = expression(text).replaceAll(" ").replaceAll(NO_WORDS, " ");
        Matcher word = Pattern.compile("\\p{L}{2,}").matcher(outside);
        if (word.find()) {
            return java.util.Optional.of("«" + text.strip() + "»");
        }
        return expression(text).results().flatMap(e -> Pattern.compile("'([^']*)'").matcher(e.group()).results()).map(literal -> literal.group(1))
            .filter(literal -> !literal.matches("[a-z_.]+|" + NO_WORDS) && literal.matches("(?s).*(\\p{L} \\p{L}|\\p{L}\\p{M}*[.?…]$|^\\p{Lu}\\p{Ll}).*")).map(literal -> "«" + literal + "»").findFirst();
    }

    private static Matcher expression(String text) {
        return Pattern.compile("#\\{(?:'[^']*'|\"[^\"]*\"|[^}'\"])*}").matcher(text);
    }

    private static List<String> expressions(Document document) {
        List<String> all = new ArrayList<>(texts(document));
        elements(document).forEach(element -> all.addAll(attributes(element).values()));
        return all.stream().flatMap(text -> expression(text).results()).map(MatchResult::group).map(e -> e.substring(2, e.length() - 1)).toList();
    }

    private static String unquoted(String expression) {
        return expression.replaceAll("'[^']*'|\"[^\"]*\"", "''");
    }

    /** The names an expression begins with. */
    private static Set<String> roots(String expression) {
        Set<String> roots = new TreeSet<>();
        Pattern.compile("(?<![\\w.])([A-Za-z_]\\w*)(?!\\w*[:(])").matcher(unquoted(expression)).results().forEach(name -> roots.add(name.group(1)));
        return roots;
    }

    private static boolean readable(Class<?> bean, String name, boolean called) {
        String capital = Character.toUpperCase(name.charAt(0)) + name.substring(1);
        for (Method method : bean.getMethods()) {
            boolean getter = method.getParameterCount() == 0 && (method.getName().equals("get" + capital) || method.getName().equals("is" + capital));
            if (method.getName().equals(name) || !called && getter) {
                return true;
            }
        }
        return false;
    }

    private static Set<String> variables(Document document) {
        Set<String> variables = new HashSet<>();
        elements(document).forEach(e -> Stream.of("var", "varStatus", "varNumber").filter(e::hasAttribute).forEach(a -> variables.add(e.getAttribute(a))));
        return variables;
    }

    private static Set<String> attributesOfTags() {
        Set<String> names = new TreeSet<>();
        try {
            Pattern.compile("<name>([\\w-]+)</name>").matcher(Files.readString(Sources.WEBAPP.resolve("WEB-INF/entente.taglib.xml"))).results().forEach(n -> names.add(n.group(1)));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
        return names;
    }
}
