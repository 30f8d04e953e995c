package dev.reprise.processor.facade;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.CodeBlock;
import com.palantir.javapoet.FieldSpec;
import com.palantir.javapoet.JavaFile;
import com.palantir.javapoet.MethodSpec;
import com.palantir.javapoet.ParameterSpec;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeSpec;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.annotation.processing.Generated;
import javax.lang.model.element.Element;
import javax.lang.model.element.ExecutableElement;
import javax.lang.model.element.Modifier;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.VariableElement;
import javax.lang.model.util.Elements;

/** Writes one facade. */
final class FacadeWriter {
    private static final String RUNTIME = "dev.reprise";
    private static final ClassName LOOP = ClassName.get(RUNTIME, "FacadeLoop");
    private static final ClassName EVENT_LOOP = ClassName.get(RUNTIME, "EventLoop");
    private static final ClassName ASYNC = ClassName.get(RUNTIME, "Async");
    private static final ClassName STREAM = ClassName.get("java.util.stream", "Stream");
    private static final ClassName PUBLISHER = ClassName.get("java.util.concurrent", "Flow", "Publisher");
    private static final ClassName FUTURE = ClassName.get("java.util.concurrent", "CompletableFuture");
    private static final ClassName VOID = ClassName.get(Void.class);

    /** What the user's signatures may bring about, and has been said of them already. */
    private static final CodeBlock WARNINGS =
            CodeBlock.of("{\"deprecation\", \"rawtypes\", \"removal\", \"unchecked\", \"varargs\"}");

    private final Elements elements;
    private final FacadeKind kind;
    private final TypeElement type;
    private final FacadeReader read;

    FacadeWriter(Elements elements, FacadeKind kind, TypeElement type, FacadeReader read) {
        this.elements = elements;
        this.kind = kind;
        this.type = type;
        this.read = read;
    }

    JavaFile write() {
        String name = String.join("_", ClassName.get(type).simpleNames()) + kind.suffix();
        TypeName coroutines = TypeNames.of(type.asType());
        TypeSpec.Builder facade = TypeSpec.classBuilder(name)
                .addOriginatingElement(type)
                .addJavadoc(
                        switch (kind) {
                            case BLOCKING ->
                                "The coroutines of {@link $T} for plain Java: each method runs one on an event loop and"
                                        + " waits for the result. See {@link $T}.";
                            case FUTURES ->
                                "The coroutines of {@link $T} for plain Java: each method starts one on an event loop"
                                        + " and returns at once. See {@link $T}.";
                        },
                        ClassName.get(type),
                        LOOP)
                .addAnnotations(TypeNames.nullness(type))
                .addAnnotation(AnnotationSpec.builder(SuppressWarnings.class)
                        .addMember("value", "$L", WARNINGS)
                        .build())
                .addAnnotation(AnnotationSpec.builder(Generated.class)
                        .addMember("value", "$S", Facades.GENERATOR)
                        .build())
                .addModifiers(visibility(type))
                .addModifiers(Modifier.FINAL)
                .addSuperinterface(AutoCloseable.class)
                .addTypeVariables(type.getTypeParameters().stream()
                        .map(TypeNames::variable)
                        .toList())
                .addField(FieldSpec.builder(coroutines, "coroutines", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addField(FieldSpec.builder(LOOP, "loop", Modifier.PRIVATE, Modifier.FINAL)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("On an event loop of its own, until {@link #close()}.")
                        .addModifiers(visibility(type))
                        .addParameter(coroutines, "coroutines")
                        .addStatement("this(coroutines, $T.open())", LOOP)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addJavadoc("On an event loop that somebody else runs and closes, on another thread.")
                        .addModifiers(visibility(type))
                        .addParameter(coroutines, "coroutines")
                        .addParameter(EVENT_LOOP, "loop")
                        .addStatement("this(coroutines, $T.on(loop))", LOOP)
                        .build())
                .addMethod(MethodSpec.constructorBuilder()
                        .addModifiers(Modifier.PRIVATE)
                        .addParameter(coroutines, "coroutines")
                        .addParameter(LOOP, "loop")
                        .addStatement("this.coroutines = coroutines")
                        .addStatement("this.loop = loop")
                        .build());
        read.methods().forEach(method -> facade.addMethod(write(method)));
        facade.addMethod(close());
        return JavaFile.builder(elements.getPackageOf(type).getQualifiedName().toString(), facade.build())
                .skipJavaLangImports(true)
                .indent("    ")
                .build();
    }

    private MethodSpec write(FacadeMethod method) {
        ExecutableElement element = method.element();
        MethodSpec.Builder written = MethodSpec.methodBuilder(
                        element.getSimpleName().toString())
                .addModifiers(visibility(element))
                .addTypeVariables(element.getTypeParameters().stream()
                        .map(TypeNames::variable)
                        .toList())
                .returns(returned(method))
                .addParameters(parameters(method))
                .varargs(element.isVarArgs());
        String documentation = elements.getDocComment(element);
        if (documentation != null) {
            written.addJavadoc("$L", documentation.strip());
        }
        if (kind == FacadeKind.BLOCKING && method.gives() != FacadeMethod.Gives.ELEMENTS) {
            written.addExceptions(TypeNames.of(method.type().getThrownTypes()));
        }
        if (elements.isDeprecated(element)) {
            written.addAnnotation(Deprecated.class);
        }
        CodeBlock call = CodeBlock.of("this.loop.$L(() -> $L)", operation(method), coroutine(method));
        return written.addStatement(returned(method).equals(TypeName.VOID) ? "$L" : "return $L", call)
                .build();
    }

    private String operation(FacadeMethod method) {
        boolean blocking = kind == FacadeKind.BLOCKING;
        if (method.gives() == FacadeMethod.Gives.ELEMENTS) {
            return blocking ? "stream" : "publisher";
        }
        return blocking ? "call" : "start";
    }

    private TypeName returned(FacadeMethod method) {
        TypeName value = TypeNames.of(method.value());
        boolean blocking = kind == FacadeKind.BLOCKING;
        if (method.gives() == FacadeMethod.Gives.ELEMENTS) {
            return ParameterizedTypeName.get(blocking ? STREAM : PUBLISHER, value);
        }
        if (!blocking) {
            return ParameterizedTypeName.get(FUTURE, value);
        }
        return value.withoutAnnotations().equals(VOID) ? TypeName.VOID : value;
    }

    private CodeBlock coroutine(FacadeMethod method) {
        ExecutableElement element = method.element();
        String arguments = element.getParameters().stream()
                .map(parameter -> parameter.getSimpleName().toString())
                .collect(Collectors.joining(", "));
        CodeBlock receiver = element.getModifiers().contains(Modifier.STATIC)
                ? CodeBlock.of("$T", ClassName.get((TypeElement) element.getEnclosingElement()))
                : CodeBlock.of("this.coroutines");
        CodeBlock call =
                CodeBlock.of("$L.$N($L)", receiver, element.getSimpleName().toString(), arguments);
        return method.gives() == FacadeMethod.Gives.STAGE ? CodeBlock.of("$T.from($L)", ASYNC, call) : call;
    }

    private static List<ParameterSpec> parameters(FacadeMethod method) {
        List<ParameterSpec> parameters = new ArrayList<>();
        for (int i = 0; i < method.parameterTypes().size(); i++) {
            VariableElement declared = method.element().getParameters().get(i);
            TypeName parameter = TypeNames.of(method.parameterTypes().get(i));
            List<AnnotationSpec> more = new ArrayList<>(TypeNames.nullness(declared));
            more.removeAll(parameter.annotations());
            parameters.add(
                    ParameterSpec.builder(parameter, declared.getSimpleName().toString())
                            .addAnnotations(more)
                            .build());
        }
        return parameters;
    }

    private MethodSpec close() {
        MethodSpec.Builder close =
                MethodSpec.methodBuilder("close").addAnnotation(Override.class).addModifiers(Modifier.PUBLIC);
        if (!read.isCloseable()) {
            return close.addJavadoc("Ends the event loop, if it is this facade's own.")
                    .addStatement("this.loop.close()")
                    .build();
        }
        return close.addJavadoc(
                        "Closes the {@link $T}, and ends the event loop if it is this facade's own.",
                        ClassName.get(type))
                .beginControlFlow("try")
                .addStatement("this.loop.call(() -> this.coroutines.closeAsync())")
                .nextControlFlow("finally")
                .addStatement("this.loop.close()")
                .endControlFlow()
                .build();
    }

    private static Modifier[] visibility(ExecutableElement method) {
        return visibility(method.getModifiers().contains(Modifier.PUBLIC));
    }

    private static Modifier[] visibility(TypeElement type) {
        boolean visible = true;
        for (Element each = type; each instanceof TypeElement; each = each.getEnclosingElement()) {
            visible &= each.getModifiers().contains(Modifier.PUBLIC);
        }
        return visibility(visible);
    }

    private static Modifier[] visibility(boolean everywhere) {
        return everywhere ? new Modifier[] {Modifier.PUBLIC} : new Modifier[0];
    }
}
