module shop {
    requires dev.reprise;
}
