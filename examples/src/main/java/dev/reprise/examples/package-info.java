/** Small complete programs, to be read and copied. Each has a {@code main} method. */
package dev.reprise.examples;
