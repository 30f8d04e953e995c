/** Micrometer's context-propagation in coroutines. */
@NullMarked
package dev.reprise.micrometer;

import org.jspecify.annotations.NullMarked;
