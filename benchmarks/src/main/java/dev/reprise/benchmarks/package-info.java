/** What coroutines cost beside the code that a program would be written by hand, each pair in one run. */
package dev.reprise.benchmarks;
