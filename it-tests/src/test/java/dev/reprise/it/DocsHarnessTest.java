package dev.reprise.it;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The check of the documents reports what it is there to report. */
class DocsHarnessTest {

    private static final String HELLO = """
            # Page

            ```java
            class Hello {
                public static void main(String[] args) {
                    System.out.println("hello");
                }
            }
            ```
            """;

    @TempDir
    Path folder;

    @Test
    void outputAsInTheDocumentPasses() throws Exception {
        assertThat(differences(HELLO + "\n```text\nhello\n```\n")).isEmpty();
    }

    @Test
    void outputOtherThanInTheDocumentIsReported() throws Exception {
        assertThat(differences(HELLO + "\n```text\ngood bye\n```\n"))
                .singleElement()
                .asString()
                .contains("it prints:\nhello", "the document says:\ngood bye");
    }

    @Test
    void outputThatTheDocumentDoesNotShowIsReported() throws Exception {
        assertThat(differences(HELLO)).singleElement().asString().contains("it prints:\nhello");
    }

    @Test
    void anExceptionIsReported() throws Exception {
        assertThat(differences(HELLO.replace("System.out.println(\"hello\");", "throw new Error(\"seen\");")))
                .containsExactly("main threw java.lang.Error: seen");
    }

    @Test
    void aProgramThatDoesNotCompileIsReported() throws Exception {
        assertThat(differences("```java\nclass Wrong { int i = true; }\n```\n"))
                .singleElement()
                .asString()
                .contains("incompatible types");
    }

    @Test
    void messagesOtherThanInTheDocumentAreReported() throws Exception {
        assertThat(differences("```java\nclass Wrong { int i = true; }\n```\n\n```text\nno errors\n```\n"))
                .singleElement()
                .asString()
                .contains("javac prints:\nWrong.java:1: error: incompatible types", "                      ^\n1 error");
    }

    @Test
    void theLineIsThatOfTheDocument() {
        assertThat(DocumentedProgram.in(HELLO))
                .extracting(DocumentedProgram::line)
                .isEqualTo(List.of(4));
    }

    private List<String> differences(String document) throws IOException, InterruptedException {
        return DocumentedProgram.in(document).get(0).differences(folder);
    }
}
