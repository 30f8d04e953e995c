/** SLF4J's diagnostic context in coroutines. */
@NullMarked
package dev.reprise.slf4j;

import org.jspecify.annotations.NullMarked;
