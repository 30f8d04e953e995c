package dev.reprise.it.fuzz;

/** A sealed type for generated programs to take apart by patterns. */
public sealed interface Tree {

    /** A record with a primitive component; reading it is observable. */
    record Leaf(int value) implements Tree {
        @Override
        public int value() {
            Gate.log("value of leaf " + value);
            return value;
        }

        @Override
        public String toString() {
            return "leaf " + value;
        }
    }

    /** A record of records. */
    record Pair(Tree left, Object right) implements Tree {
        @Override
        public String toString() {
            return "(" + left + " " + Gate.show(right) + ")";
        }
    }
}
