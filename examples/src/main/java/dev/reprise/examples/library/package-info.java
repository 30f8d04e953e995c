/** A library that is written as coroutines and published with facades; the module {@code examples-client} uses it. */
package dev.reprise.examples.library;
