package dev.reprise.it.fuzz;

import java.util.Iterator;
import java.util.function.Function;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/** What an async for of the plain form goes through: elements that are made when they are asked for. */
public interface PlainElements extends Iterable<Object> {

    default PlainElements map(Function<Object, Object> function) {
        return () -> {
            Iterator<Object> source = iterator();
            return new Iterator<>() {
                @Override
                public boolean hasNext() {
                    return source.hasNext();
                }

                @Override
                public Object next() {
                    return function.apply(source.next());
                }
            };
        };
    }

    default PlainElements filter(Predicate<Object> wanted) {
        return () -> {
            Iterator<Object> source = iterator();
            return new Iterator<>() {
                private @Nullable Object found;

                @Override
                public boolean hasNext() {
                    while (source.hasNext()) {
                        found = source.next();
                        if (wanted.test(found)) {
                            return true;
                        }
                    }
                    return false;
                }

                @Override
                public Object next() {
                    return found;
                }
            };
        };
    }

    default PlainElements take(int most) {
        return () -> {
            Iterator<Object> source = iterator();
            return new Iterator<>() {
                private int left = most;

                @Override
                public boolean hasNext() {
                    return left-- > 0 && source.hasNext();
                }

                @Override
                public Object next() {
                    return source.next();
                }
            };
        };
    }
}
