package dev.reprise.netty;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import io.netty.channel.Channel;

/**
 * What is done with the messages of a channel, usually a coroutine given as a method reference.
 *
 * @param <I> type of the messages
 */
@FunctionalInterface
public interface Conversation<I> {

    /**
     * Serves one channel. The channel is closed when the coroutine has ended.
     *
     * @param channel for the answers: {@code await(NettyFutures.from(channel.writeAndFlush(answer)))}
     * @param messages what comes in, until the peer hangs up. A message is released when the next one is asked for and when the
     *     conversation ends; retain it to keep it longer
     * @throws Exception which is treated as a failure of the coroutine
     */
    Async<?> converse(Channel channel, AsyncIterable<I> messages) throws Exception;
}
