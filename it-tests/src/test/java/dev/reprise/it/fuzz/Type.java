package dev.reprise.it.fuzz;

import java.util.List;
import java.util.Locale;

/** A type of the variables and expressions of generated programs. */
enum Type {
    BOOLEAN("boolean", "Boolean", "true"),
    BYTE("byte", "Byte", "(byte) 1"),
    SHORT("short", "Short", "(short) 1"),
    CHAR("char", "Character", "'c'"),
    INT("int", "Integer", "1"),
    LONG("long", "Long", "1L"),
    FLOAT("float", "Float", "1f"),
    DOUBLE("double", "Double", "1d"),
    INTEGER("Integer", "Integer", "((Integer) 1)"),
    LONGER("Long", "Long", "((Long) 1L)"),
    STRING("String", "String", "\"s\""),
    OBJECT("Object", "Object", "((Object) \"o\")"),
    POINT("Point", "Point", "new Point(1, 2L)"),
    SHAPE("Shape", "Shape", "Gate.shape(1)"),
    TREE("Tree", "Tree", "((Tree) new Tree.Leaf(1))"),
    LIST("List<Integer>", "List<Integer>", "Gate.list(1, 2)"),
    BOOLEANS("boolean[]", "boolean[]", "new boolean[2]"),
    BYTES("byte[]", "byte[]", "new byte[2]"),
    SHORTS("short[]", "short[]", "new short[2]"),
    CHARS("char[]", "char[]", "new char[2]"),
    INTS("int[]", "int[]", "new int[2]"),
    LONGS("long[]", "long[]", "new long[2]"),
    FLOATS("float[]", "float[]", "new float[2]"),
    DOUBLES("double[]", "double[]", "new double[2]"),
    STRINGS("String[]", "String[]", "new String[2]"),
    MATRIX("int[][]", "int[][]", "new int[2][2]");

    static final List<Type> NUMERIC = List.of(BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE);
    static final List<Type> INTEGRAL = List.of(BYTE, SHORT, CHAR, INT, LONG);
    static final List<Type> ARRAYS =
            List.of(BOOLEANS, BYTES, SHORTS, CHARS, INTS, LONGS, FLOATS, DOUBLES, STRINGS, MATRIX);

    /** Each as often as programs should use it. */
    private static final List<Type> WEIGHTED = List.of(
            INT, INT, INT, INT, LONG, LONG, LONG, DOUBLE, DOUBLE, STRING, STRING, STRING, BOOLEAN, BOOLEAN, BYTE, SHORT,
            CHAR, FLOAT, INTEGER, LONGER, OBJECT, OBJECT, POINT, POINT, SHAPE, TREE, LIST, BOOLEANS, BYTES, SHORTS,
            CHARS, INTS, INTS, LONGS, FLOATS, DOUBLES, STRINGS, MATRIX);

    /** As a program writes it. */
    final String source;

    /** As a type argument. */
    final String boxed;

    /** The simplest value, without side effects. */
    final String leaf;

    Type(String source, String boxed, String leaf) {
        this.source = source;
        this.boxed = boxed;
        this.leaf = leaf;
    }

    static Type any(Dice dice) {
        return dice.pick(WEIGHTED);
    }

    boolean isNumeric() {
        return NUMERIC.contains(this);
    }

    boolean isNarrow() {
        return this == BYTE || this == SHORT || this == CHAR;
    }

    boolean isPrimitive() {
        return ordinal() <= DOUBLE.ordinal();
    }

    boolean isBoxed() {
        return this == INTEGER || this == LONGER;
    }

    boolean isArray() {
        return ordinal() >= BOOLEANS.ordinal();
    }

    /** The method of {@link Gate} that notes a value of the type, not overloaded for javac's sake. */
    String note(int tag) {
        String suffix = isPrimitive() ? source.substring(0, 1).toUpperCase(Locale.ROOT) + source.substring(1) : "";
        return "Gate.note" + suffix + "(" + tag + ", ";
    }

    /** The type of the elements of an array type. */
    Type element() {
        return switch (this) {
            case BOOLEANS -> BOOLEAN;
            case BYTES -> BYTE;
            case SHORTS -> SHORT;
            case FLOATS -> FLOAT;
            case CHARS -> CHAR;
            case INTS -> INT;
            case LONGS -> LONG;
            case DOUBLES -> DOUBLE;
            case STRINGS -> STRING;
            case MATRIX -> INTS;
            default -> throw new AssertionError(this + " is no array");
        };
    }
}
