package dev.reprise.it.foreign;

/** {@code ForeignMain <library>...}: each is woven and tested, and the counts are printed. */
public final class ForeignMain {

    private ForeignMain() {}

    public static void main(String[] names) throws Exception {
        boolean holds = true;
        for (String name : names) {
            Proof proof = Proof.of(Library.named(name));
            System.out.println(proof.report());
            holds &= proof.holds();
        }
        System.exit(holds ? 0 : 1);
    }
}
