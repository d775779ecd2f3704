package app.entente.config;

import fish.payara.micro.BootstrapException;
import fish.payara.micro.PayaraMicro;
import fish.payara.micro.PayaraMicroRuntime;
import java.io.File;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * One node of the application: Payara Micro with the EAR in it, and nothing else. Needs only the JDK and the Payara Micro jar that can
 * deploy an EAR. Each setting is a system property, or an environment variable of the same name in capitals with underscores:
 *
 * <ul>
 * <li>{@code entente.node.ear}: the archive; must be there
 * <li>{@code entente.node.port}: 8080 when absent
 * <li>{@code entente.node.address}: the address it listens on, 127.0.0.1 when absent; a container says 0.0.0.0
 * <li>{@code entente.node.proxied}: true when everything comes through a reverse proxy that ends TLS; then its headers X-Forwarded-Proto and
 *     Proxy-ip say how and from where people come, and it must overwrite both
 * <li>{@code entente.node.root}: a folder of its own for Payara Micro; a temporary one when absent
 * <li>{@code entente.node.ready}: a file written once the application answers
 * <li>{@code entente.node.beside}: another archive to deploy at /floor, for benchmarks that compare the application with bare pages
 * <li>{@code entente.node.ends-with-input}: true to end when standard input ends, so that it does not outlive its launcher
 * </ul>
 *
 * Arguments are handed on to Payara Micro; without {@code --clustermode} among them the node stays alone. Ends with code 1 and the cause
 * when the application does not answer after deployment. The application's own settings are environment variables ENTENTE_….
 */
public class ServerNode {

    private ServerNode() {
    }

    /** Starts the node and returns; the server's own threads go on. */
    public static void main(String[] args) throws IOException {
        if (Boolean.parseBoolean(setting("entente.node.ends-with-input", "false"))) {
            endWithInput();
        }
        String port = setting("entente.node.port", "8080");
        String address = setting("entente.node.address", "127.0.0.1");
        File ear = new File(setting("entente.node.ear", "entente.ear"));
        if (!ear.isFile()) {
            giveUp("There is no application at " + ear.getAbsolutePath(), null);
        }
        PayaraMicro.main(arguments(args, port, address));
        PayaraMicroRuntime runtime = PayaraMicro.getInstance().getRuntime();
        // deploy() answers true for a failed deployment as well; only the application itself tells.
        runtime.deploy("entente", "/", ear);
        if (!runtime.getDeployedApplicationNames().contains("entente")) {
            giveUp("The application could not be deployed; the lines above say why.", runtime);
        }
        String beside = setting("entente.node.beside", "");
        if (!beside.isEmpty()) {
            runtime.deploy("floor", "/floor", new File(beside));
        }
        String base = "http://" + (address.equals("0.0.0.0") ? "127.0.0.1" : address) + ":" + port;
        int health = Health.status(base + "/health/ready");
        int front = Health.status(base + "/");
        if (health != 200 || front < 0 || front >= 500) {
            giveUp("The application was deployed but does not answer: " + base + "/health/ready gave " + health + ", its front page "
                    + front + ".", runtime);
        }
        String ready = setting("entente.node.ready", "");
        if (!ready.isEmpty()) {
            Files.writeString(Path.of(ready), base);
        }
        System.out.println("Entente answers at " + base);
    }

    private static String[] arguments(String[] given, String port, String address) throws IOException {
        boolean cluster = List.of(given).contains("--clustermode");
        boolean proxied = Boolean.parseBoolean(setting("entente.node.proxied", "false"));
        List<String> arguments = new ArrayList<>(List.of("--port", port, "--nohostaware", "--disablephonehome",
                "--prebootcommandfile", file("pre-boot.asadmin", Map.of("address", address, "grid", String.valueOf(cluster),
                        "proxied", String.valueOf(proxied), "scheme", proxied ? "X-Forwarded-Proto" : "")),
                "--logproperties", file("logging.properties", Map.of())));
        String root = setting("entente.node.root", "");
        if (!root.isEmpty()) {
            Files.createDirectories(Path.of(root));
            arguments.addAll(List.of("--rootdir", root));
        }
        arguments.addAll(List.of(given));
        if (!cluster) {
            arguments.add("--nocluster");
        }
        return arguments.toArray(String[]::new);
    }

    /** A file of this module with its placeholders filled in, laid where Payara Micro can read it. */
    private static String file(String name, Map<String, String> values) throws IOException {
        try (InputStream in = ServerNode.class.getResourceAsStream("/micro/" + name)) {
            String text = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            for (Map.Entry<String, String> value : values.entrySet()) {
                text = text.replace("${" + value.getKey() + "}", value.getValue());
            }
            Path file = Files.createTempFile("entente-", "-" + name);
            file.toFile().deleteOnExit();
            return Files.writeString(file, text).toString();
        }
    }

    private static void giveUp(String cause, PayaraMicroRuntime runtime) {
        System.err.println(cause);
        try {
            if (runtime != null) {
                runtime.shutdown();
            }
        } catch (BootstrapException e) {
            System.err.println(e.getMessage());
        }
        Runtime.getRuntime().halt(1);
    }

    private static void endWithInput() {
        Thread watch = new Thread(() -> {
            try {
                while (System.in.read() >= 0) {
                    // what is typed does not matter, only the end
                }
            } catch (IOException closed) {
                // the same as the end
            }
            System.exit(0);
        }, "ends with input");
        watch.setDaemon(true);
        watch.start();
    }

    private static String setting(String name, String otherwise) {
        String property = System.getProperty(name);
        if (property != null) {
            return property;
        }
        String variable = System.getenv(name.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"));
        return variable == null ? otherwise : variable;
    }
}
