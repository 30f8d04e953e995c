package dev.reprise;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Which tasks had ended when {@link Async#waitUntil} was over, each list in the order in which the tasks were given.
 *
 * @param done those that have ended
 * @param pending the others, which go on
 * @param <T> type of the tasks' values
 */
public record Waited<T extends @Nullable Object>(List<Task<? extends T>> done, List<Task<? extends T>> pending) {}
