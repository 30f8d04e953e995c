/** What people write who use {@code dev.reprise.examples.library} and know nothing of coroutines. */
package dev.reprise.examples.client;
