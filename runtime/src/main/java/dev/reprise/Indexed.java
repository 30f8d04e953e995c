package dev.reprise;

import org.jspecify.annotations.Nullable;

/**
 * An element and its number, as {@link Sequence#enumerate()} gives them.
 *
 * @param index number of the element, from 0
 * @param value the element
 */
public record Indexed<T extends @Nullable Object>(long index, T value) {}
