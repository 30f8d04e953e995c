/**
 * Sockets for coroutines: {@link dev.reprise.io.Net} connects and listens, a {@link dev.reprise.io.Connection} reads and
 * writes.
 */
@NullMarked
package dev.reprise.io;

import org.jspecify.annotations.NullMarked;
