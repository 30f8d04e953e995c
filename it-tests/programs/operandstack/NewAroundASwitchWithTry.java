import static dev.reprise.it.support.Gate.pass;
