package dev.reprise.processor.compiler.lower;

import org.objectweb.asm.Type;

/**
 * A field of a frame class.
 *
 * @param name the source variable's name if the field serves one variable
 * @param type its exact type
 */
public record FrameField(String name, Type type) {

    public boolean isReference() {
        return type.getSort() == Type.OBJECT || type.getSort() == Type.ARRAY;
    }
}
