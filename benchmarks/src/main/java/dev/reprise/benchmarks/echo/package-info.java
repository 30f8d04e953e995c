/**
 * Echo over TCP on this machine: the same client against servers that do the same in different ways. {@link
 * dev.reprise.benchmarks.echo.EchoLoad} runs them.
 */
package dev.reprise.benchmarks.echo;
