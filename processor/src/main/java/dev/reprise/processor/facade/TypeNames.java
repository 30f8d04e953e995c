package dev.reprise.processor.facade;

import com.palantir.javapoet.AnnotationSpec;
import com.palantir.javapoet.ArrayTypeName;
import com.palantir.javapoet.ClassName;
import com.palantir.javapoet.ParameterizedTypeName;
import com.palantir.javapoet.TypeName;
import com.palantir.javapoet.TypeVariableName;
import com.palantir.javapoet.WildcardTypeName;
import java.util.List;
import javax.lang.model.AnnotatedConstruct;
import javax.lang.model.element.TypeElement;
import javax.lang.model.element.TypeParameterElement;
import javax.lang.model.type.ArrayType;
import javax.lang.model.type.DeclaredType;
import javax.lang.model.type.TypeKind;
import javax.lang.model.type.TypeMirror;
import javax.lang.model.type.TypeVariable;
import javax.lang.model.type.WildcardType;

/** Types as they stand in a generated source, with the nullness annotations that they have in the user's. */
final class TypeNames {

    private TypeNames() {}

    static TypeName of(TypeMirror type) {
        return bare(type).annotated(nullness(type));
    }

    static List<TypeName> of(List<? extends TypeMirror> types) {
        return types.stream().map(TypeNames::of).toList();
    }

    static TypeVariableName variable(TypeParameterElement parameter) {
        return TypeVariableName.get(
                        parameter.getSimpleName().toString(),
                        of(parameter.getBounds()).toArray(TypeName[]::new))
                .annotated(nullness(parameter));
    }

    /** The annotations on a declaration or type that say whether it can be null, whoever they are by. */
    static List<AnnotationSpec> nullness(AnnotatedConstruct annotated) {
        return annotated.getAnnotationMirrors().stream()
                .filter(it -> it.getAnnotationType()
                        .asElement()
                        .getSimpleName()
                        .toString()
                        .matches(".*[Nn]ull(able|Marked|Unmarked)?"))
                .map(AnnotationSpec::get)
                .toList();
    }

    private static TypeName bare(TypeMirror type) {
        if (type instanceof ArrayType array) {
            return ArrayTypeName.of(of(array.getComponentType()));
        }
        if (type instanceof WildcardType wildcard) {
            if (wildcard.getSuperBound() != null) {
                return WildcardTypeName.supertypeOf(of(wildcard.getSuperBound()));
            }
            return WildcardTypeName.subtypeOf(
                    wildcard.getExtendsBound() == null ? TypeName.get(Object.class) : of(wildcard.getExtendsBound()));
        }
        if (type instanceof TypeVariable variable) {
            return TypeVariableName.get(variable.asElement().getSimpleName().toString());
        }
        if (type instanceof DeclaredType declared && isFree(declared)) {
            ClassName name = ClassName.get((TypeElement) declared.asElement());
            return declared.getTypeArguments().isEmpty()
                    ? name
                    : ParameterizedTypeName.get(
                            name, of(declared.getTypeArguments()).toArray(TypeName[]::new));
        }
        return TypeName.get(type);
    }

    /** Whether no type arguments of an enclosing object belong to it. */
    private static boolean isFree(DeclaredType type) {
        return type.getEnclosingType().getKind() == TypeKind.NONE && type.getKind() != TypeKind.ERROR;
    }
}
