package dev.reprise.it;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.List;

/**
 * A local Maven repository for whole builds. It holds this build's artifacts and is thrown away; everything else it takes from
 * the user's own local repository, of which it sees a mirror of Central. So nothing is installed and nothing downloaded.
 */
final class MavenRepository {

    private static final String SETTINGS = """
            <settings>
              <mirrors>
                <mirror>
                  <id>own</id>
                  <mirrorOf>*</mirrorOf>
                  <url>%s</url>
                </mirror>
              </mirrors>
            </settings>
            """;

    /** Versions that the projects use as this build does: properties of the same names. */
    private static final List<String> VERSIONS = List.of(
            "compiler-plugin.version",
            "plexus-compiler-eclipse.version",
            "resources-plugin.version",
            "surefire-plugin.version",
            "junit.version",
            "logback.version");

    private MavenRepository() {}

    /** Makes one in a folder, with the settings that say so. */
    static void create(Path folder) throws IOException {
        String version = version();
        Path group = folder.resolve("repository").resolve("dev").resolve("reprise");
        put(Path.of("../.flattened-pom.xml"), group, "reprise-parent", version, "pom");
        put(Path.of("../runtime/.flattened-pom.xml"), group, "reprise-runtime", version, "pom");
        put(Artifacts.runtime(), group, "reprise-runtime", version, "jar");
        put(Path.of("../processor/dependency-reduced-pom.xml"), group, "reprise-processor", version, "pom");
        put(Artifacts.processorPath().get(0), group, "reprise-processor", version, "jar");
        for (String module : List.of("junit", "slf4j", "micrometer", "maven-plugin")) {
            String artifact = "reprise-" + module;
            Path folderOfModule = Path.of("..", module);
            put(folderOfModule.resolve(".flattened-pom.xml"), group, artifact, version, "pom");
            put(
                    folderOfModule.resolve(Path.of("target", artifact + "-" + version + ".jar")),
                    group,
                    artifact,
                    version,
                    "jar");
        }
        String users =
                Path.of(System.getProperty("maven.localRepository")).toUri().toString();
        Files.writeString(folder.resolve("settings.xml"), SETTINGS.formatted(users));
    }

    /** What {@code mvn} has to be told in order to use the one in this folder. */
    static List<String> arguments(Path folder) {
        List<String> arguments = new ArrayList<>(List.of(
                "--batch-mode",
                "--no-transfer-progress",
                "--settings=" + folder.resolve("settings.xml"),
                "-Dmaven.repo.local=" + folder.resolve("repository"),
                "-Dreprise.version=" + version()));
        VERSIONS.forEach(name -> arguments.add("-D" + name + "=" + System.getProperty(name)));
        return arguments;
    }

    private static String version() {
        return System.getProperty("project.version");
    }

    private static void put(Path file, Path group, String artifact, String version, String extension)
            throws IOException {
        Path folder = Files.createDirectories(group.resolve(artifact).resolve(version));
        Path target = folder.resolve(artifact + "-" + version + "." + extension);
        Files.copy(file, target, StandardCopyOption.REPLACE_EXISTING);
    }
}
