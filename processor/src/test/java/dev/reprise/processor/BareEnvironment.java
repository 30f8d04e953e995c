package dev.reprise.processor;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import javax.annotation.processing.Filer;
import javax.annotation.processing.Messager;
import javax.annotation.processing.ProcessingEnvironment;
import javax.lang.model.SourceVersion;
import javax.lang.model.element.AnnotationMirror;
import javax.lang.model.element.AnnotationValue;
import javax.lang.model.element.Element;
import javax.lang.model.util.Elements;
import javax.lang.model.util.Types;
import javax.tools.Diagnostic.Kind;

/** The environment of a compiler that nobody knows; it remembers what it is told and can do nothing else. */
public class BareEnvironment implements ProcessingEnvironment {
    private final List<String> messages = new ArrayList<>();

    /** Each with its kind in front, {@code WARNING [UnknownCompiler] …}. */
    List<String> messages() {
        return messages;
    }

    @Override
    public Map<String, String> getOptions() {
        return Map.of();
    }

    @Override
    public Messager getMessager() {
        return new Messager() {
            @Override
            public void printMessage(Kind kind, CharSequence message) {
                messages.add(kind + " " + message);
            }

            @Override
            public void printMessage(Kind kind, CharSequence message, Element element) {
                printMessage(kind, message);
            }

            @Override
            public void printMessage(Kind kind, CharSequence message, Element element, AnnotationMirror annotation) {
                printMessage(kind, message);
            }

            @Override
            public void printMessage(
                    Kind kind,
                    CharSequence message,
                    Element element,
                    AnnotationMirror annotation,
                    AnnotationValue value) {
                printMessage(kind, message);
            }
        };
    }

    @Override
    public Filer getFiler() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Elements getElementUtils() {
        throw new UnsupportedOperationException();
    }

    @Override
    public Types getTypeUtils() {
        throw new UnsupportedOperationException();
    }

    @Override
    public SourceVersion getSourceVersion() {
        return SourceVersion.latest();
    }

    @Override
    public Locale getLocale() {
        return Locale.ROOT;
    }
}
