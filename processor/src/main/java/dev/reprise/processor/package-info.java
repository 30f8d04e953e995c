/**
 * The annotation processor and bytecode compiler: compile-time only. A class takes this way, and each arrow is a type:
 *
 * <pre>
 *  javac has attributed a class                              javac has written its class file
 *       │ attributed trees                                        │ ClassBytes
 *       ▼                                                         ▼
 *    source ── ClassSource, Body ──► check                     compiler ── Outcome ──► javac
 *                                      │                          │
 *                                      └───── Diagnostic ──┬──────┘
 *                                                          ▼
 *                                                      diagnostic
 * </pre>
 *
 * {@link dev.reprise.processor.CoroutineProcessor} and {@link dev.reprise.processor.Watchdog} are the ways in from javac;
 * {@code javac} is the only room that knows when those two moments are and where class files lie. In Eclipse's compiler,
 * {@code ecj} hands class files over before they are written; sources are not checked there. For class files that
 * another compiler wrote, {@link dev.reprise.processor.CommandLine} and {@link dev.reprise.processor.Agent} are the ways
 * in, and {@code files} is the room that reads and writes them.
 */
@NullMarked
package dev.reprise.processor;

import org.jspecify.annotations.NullMarked;
