/**
 * Coroutines on the event loops of Netty: {@link dev.reprise.netty.NettyLoops} makes an event loop of one of Netty's, {@link
 * dev.reprise.netty.NettyFutures} lets a coroutine await a future of Netty, and {@link
 * dev.reprise.netty.CoroutineHandler} serves each channel by a coroutine.
 */
@NullMarked
package dev.reprise.netty;

import org.jspecify.annotations.NullMarked;
