package app.entente.journey.isolation;

import jakarta.servlet.annotation.WebServlet;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.Modifier;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipInputStream;

/** What the assembled application answers to: its pages, its servlets and its downloads, read from the archive that is deployed. */
final class Application {

    private static final Path SOURCES = Path.of("..", "web", "src", "main", "java");
    private static final Path PAGES = Path.of("..", "web", "src", "main", "webapp");
    /** What is found by a secret in its address, and such an address with a secret nobody has; the real ones are in nobody's rows. */
    private static final Map<String, String> BY_SECRET = Map.of("/feed/*", "/feed/" + "x".repeat(43) + ".ics");
    private static final Pattern PARAMETER = Pattern.compile("getParameter\\(\"(\\w+)\"\\)|@Param\\(name = \"(\\w+)\"\\)|@Param\\s+(?:private )?\\w+ (\\w+);");
    private static final Pattern VIEW_PARAMETER = Pattern.compile("<f:viewParam[^>]*name=\"(\\w+)\"");
    private static final Pattern BEAN = Pattern.compile("\\b([a-z]\\w+)[.}]");
    private static final Pattern INCLUDE = Pattern.compile("src=\"(/WEB-INF/[^\"#]+)\"");

    private final Set<String> views = new TreeSet<>();
    private final Set<String> servlets = new TreeSet<>();
    private final Set<String> downloads = new TreeSet<>();
    private final Set<String> unknown = new TreeSet<>();

    private Application() {
    }

    /** Unpacks the archive and reads it. */
    static Application read(Path ear, Path folder) throws IOException, ReflectiveOperationException {
        Application application = new Application();
        unpack(ear, folder);
        Path war;
        try (Stream<Path> files = Files.list(folder)) {
            war = files.filter(file -> file.toString().endsWith(".war")).findFirst().orElseThrow();
        }
        Path web = folder.resolve("web");
        unpack(war, web);
        try (Stream<Path> files = Files.walk(web)) {
            files.filter(file -> file.toString().endsWith(".xhtml")).map(web::relativize).map(Path::toString)
                .filter(name -> !name.startsWith("WEB-INF") && !name.startsWith("resources")).forEach(name -> application.views.add(name.replace(".xhtml", "")));
        }
        application.classes(folder, web);
        application.mappings(Files.readString(web.resolve("WEB-INF/web.xml")), "web.xml");
        return application;
    }

    /** The pages, as folder and name. */
    Set<String> views() {
        return views;
    }

    /** Addresses of servlets, without those that carry pages and downloads. */
    Set<String> servlets() {
        return servlets;
    }

    /** Words of downloads. */
    Set<String> downloads() {
        return downloads;
    }

    /** What answers to requests and is none of these: the crawl does not know how to try it. */
    Set<String> unknown() {
        return unknown;
    }

    /** The address of a page in a workspace. */
    static String address(String view, String slug) {
        String[] parts = view.split("/", 2);
        return switch (parts[0]) {
            case "portal" -> "/c/" + slug + ("home".equals(parts[1]) ? "" : "/" + parts[1]);
            case "letter" -> "/p/" + slug + ("show".equals(parts[1]) ? "" : "/" + parts[1]);
            case "operator" -> "/operator/" + parts[1];
            case "site" -> "front".equals(parts[1]) ? "/" : "/" + parts[1];
            default -> "/w/" + slug + "/" + view;
        };
    }

    /** The page behind an address; null when it is none. */
    String view(String address) {
        String path = address.replaceFirst("^https?://[^/]+", "").replaceFirst("[?#].*", "");
        Matcher place = Pattern.compile("/([wcp])/[a-z0-9-]+(/.*)?").matcher(path);
        String view;
        if (place.matches()) {
            String rest = place.group(2) == null || place.group(2).equals("/") ? "" : place.group(2).substring(1);
            view = switch (place.group(1)) {
                case "w" -> rest.isEmpty() ? "today/show" : rest;
                case "c" -> "portal/" + (rest.isEmpty() ? "home" : rest);
                default -> "letter/" + (rest.isEmpty() ? "show" : rest);
            };
        } else if (path.startsWith("/operator")) {
            view = path.length() <= "/operator/".length() ? "operator/workspaces" : path.substring(1);
        } else {
            view = "site" + (path.equals("/") || path.isEmpty() ? "/front" : path);
        }
        return views.contains(view) ? view : null;
    }

    /** Names of the parameters that a page reads from its address: those of its beans and of what it includes. */
    static Set<String> parameters(String view) throws IOException {
        Set<String> names = new TreeSet<>();
        Set<Path> markup = new LinkedHashSet<>(List.of(PAGES.resolve(view + ".xhtml")));
        for (Path file : List.copyOf(markup)) {
            included(file, markup);
        }
        Map<String, Path> beans = beans();
        for (Path file : markup) {
            String text = Files.readString(file);
            VIEW_PARAMETER.matcher(text).results().forEach(match -> names.add(match.group(1)));
            Set<Path> used = new LinkedHashSet<>();
            BEAN.matcher(text).results().map(match -> beans.get(match.group(1))).filter(java.util.Objects::nonNull).forEach(used::add);
            for (Path bean : used) {
                Matcher matcher = PARAMETER.matcher(Files.readString(bean));
                while (matcher.find()) {
                    names.add(Stream.of(matcher.group(1), matcher.group(2), matcher.group(3)).filter(java.util.Objects::nonNull).findFirst().orElseThrow());
                }
            }
        }
        return names;
    }

    private static void included(Path file, Set<Path> all) throws IOException {
        for (String name : INCLUDE.matcher(Files.readString(file)).results().map(match -> match.group(1)).toList()) {
            Path next = PAGES.resolve(name.substring(1));
            if (Files.exists(next) && all.add(next)) {
                included(next, all);
            }
        }
    }

    private static Map<String, Path> beans() throws IOException {
        Map<String, Path> beans = new TreeMap<>();
        try (Stream<Path> files = Files.walk(SOURCES)) {
            files.filter(file -> file.toString().endsWith(".java")).forEach(file -> {
                String name = file.getFileName().toString().replace(".java", "");
                beans.put(Character.toLowerCase(name.charAt(0)) + name.substring(1), file);
            });
        }
        return beans;
    }

    private void classes(Path folder, Path web) throws IOException, ReflectiveOperationException {
        List<URL> path = new ArrayList<>(List.of(web.resolve("WEB-INF/classes").toUri().toURL()));
        for (Path place : List.of(folder, folder.resolve("lib"), web.resolve("WEB-INF/lib"))) {
            if (Files.isDirectory(place)) {
                try (Stream<Path> files = Files.list(place)) {
                    for (Path jar : files.filter(file -> file.toString().endsWith(".jar")).toList()) {
                        path.add(jar.toUri().toURL());
                        if (place.endsWith("WEB-INF/lib")) {
                            fragment(jar);
                        }
                    }
                }
            }
        }
        Path classes = web.resolve("WEB-INF/classes");
        List<String> names;
        try (Stream<Path> files = Files.walk(classes)) {
            names = files.map(classes::relativize).map(Path::toString).filter(name -> name.endsWith(".class") && !name.contains("-info"))
                .map(name -> name.replace(".class", "").replace('/', '.').replace('\\', '.')).toList();
        }
        try (URLClassLoader loader = new URLClassLoader(path.toArray(URL[]::new), Application.class.getClassLoader())) {
            Class<?> download = loader.loadClass("app.entente.web.frame.Download");
            for (String name : names) {
                Class<?> type;
                try {
                    type = Class.forName(name, false, loader);
                } catch (NoClassDefFoundError e) {
                    // What the server brings along and tests need not: a check of health answers where the server puts all of them.
                    if (String.valueOf(e.getMessage()).equals("org/eclipse/microprofile/health/HealthCheck")) {
                        servlets.addAll(List.of("/health", "/health/ready", "/health/live", "/health/started", "/metrics", "/openapi"));
                    } else {
                        unknown.add(name + ": " + e.getMessage());
                    }
                    continue;
                }
                if (type.isAnnotationPresent(WebServlet.class)) {
                    WebServlet servlet = type.getAnnotation(WebServlet.class);
                    Stream.concat(Stream.of(servlet.value()), Stream.of(servlet.urlPatterns())).forEach(pattern -> know(pattern, name));
                } else if (jakarta.servlet.Servlet.class.isAssignableFrom(type) || Stream.of(type.getAnnotations())
                    .anyMatch(a -> a.annotationType().getName().matches("jakarta\\.ws\\.rs\\.(Path|ApplicationPath)|jakarta\\.websocket\\..*|jakarta\\.jws\\..*"))) {
                    unknown.add(name);
                }
                if (download.isAssignableFrom(type) && !Modifier.isAbstract(type.getModifiers())) {
                    var constructor = type.getDeclaredConstructor();
                    constructor.setAccessible(true);
                    var kind = type.getMethod("kind");
                    kind.setAccessible(true);
                    downloads.add((String) kind.invoke(constructor.newInstance()));
                }
            }
        }
    }

    private void know(String pattern, String where) {
        if (pattern.equals("/w/*") || pattern.equals("/c/*")) {
            return;
        }
        if (BY_SECRET.containsKey(pattern)) {
            servlets.add(BY_SECRET.get(pattern));
        } else if (pattern.contains("*")) {
            unknown.add(where + " at " + pattern);
        } else {
            servlets.add(pattern);
        }
    }

    private void mappings(String xml, String where) {
        Matcher mapping = Pattern.compile("<servlet-mapping>(.*?)</servlet-mapping>", Pattern.DOTALL).matcher(xml);
        while (mapping.find()) {
            if (mapping.group(1).contains("<servlet-name>faces<")) {
                // Pages, which are known by their own names.
                continue;
            }
            Matcher pattern = Pattern.compile("<url-pattern>\\s*(.*?)\\s*</url-pattern>").matcher(mapping.group(1));
            while (pattern.find()) {
                know(pattern.group(1), where);
            }
        }
    }

    private void fragment(Path jar) throws IOException {
        try (ZipInputStream in = new ZipInputStream(Files.newInputStream(jar))) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                if (entry.getName().equals("META-INF/web-fragment.xml")) {
                    mappings(new String(in.readAllBytes(), java.nio.charset.StandardCharsets.UTF_8), jar.getFileName().toString());
                }
            }
        }
    }

    private static void unpack(Path archive, Path folder) throws IOException {
        try (InputStream file = Files.newInputStream(archive); ZipInputStream in = new ZipInputStream(file)) {
            for (ZipEntry entry = in.getNextEntry(); entry != null; entry = in.getNextEntry()) {
                Path target = folder.resolve(entry.getName()).normalize();
                if (!target.startsWith(folder.normalize())) {
                    throw new IOException("a name that leads out of the archive: " + entry.getName());
                }
                if (entry.isDirectory()) {
                    Files.createDirectories(target);
                } else {
                    Files.createDirectories(target.getParent());
                    Files.write(target, in.readAllBytes());
                }
            }
        }
    }
}
