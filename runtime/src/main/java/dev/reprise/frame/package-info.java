/**
 * The contract between generated code and the runtime. Exported because generated code lives in the user's packages;
 * not meant to be called by hand, and changed together with the compiler.
 *
 * <p>A <i>body</i> is the resumable code of a coroutine, a {@link dev.reprise.frame.Frame} is what outlives its
 * suspension, a {@link dev.reprise.frame.Suspension} is what it waits for, a {@link dev.reprise.frame.Driver} is the root
 * that starts a chain of frames and resumes it, and a {@link dev.reprise.frame.Context} is the set of registers through
 * which they talk.
 */
@NullMarked
package dev.reprise.frame;

import org.jspecify.annotations.NullMarked;
