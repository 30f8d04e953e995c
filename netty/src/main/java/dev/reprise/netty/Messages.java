package dev.reprise.netty;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import dev.reprise.AsyncIterator;
import dev.reprise.Awaitable;
import dev.reprise.EventLoop;
import dev.reprise.Promise;
import io.netty.channel.ChannelHandlerContext;
import io.netty.util.ReferenceCountUtil;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/** What has come in on a channel. The channel reads only while somebody waits for a message, so one read is the bound. */
final class Messages<I> implements AsyncIterable<I>, AsyncIterator<I> {

    private final ChannelHandlerContext context;
    private final EventLoop loop;
    private final Deque<I> arrived = new ArrayDeque<>();
    private @Nullable I current;
    private @Nullable Promise<Boolean> waiting;
    private @Nullable Throwable failure;
    private boolean ended;
    private boolean abandoned;

    Messages(ChannelHandlerContext context, EventLoop loop) {
        this.context = context;
        this.loop = loop;
    }

    @Override
    public AsyncIterator<I> asyncIterator() {
        return this;
    }

    @Override
    public Awaitable<Boolean> advance() {
        release();
        current = arrived.poll();
        if (current != null) {
            return Async.of(true);
        }
        if (failure != null) {
            return Async.failed(failure);
        }
        if (ended) {
            return Async.of(false);
        }
        Promise<Boolean> next = loop.promise();
        waiting = next;
        context.read();
        return next;
    }

    @Override
    public I current() {
        if (current == null) {
            throw new NoSuchElementException("there is no current message: advance() gave false, or was not awaited");
        }
        return current;
    }

    /** A message has come in. */
    void add(I message) {
        if (abandoned) {
            ReferenceCountUtil.release(message);
        } else if (isAwaited()) {
            current = message;
            wake();
        } else {
            arrived.add(message);
        }
    }

    /** A read has given all it has; one that gave no whole message is not enough. */
    void readComplete() {
        if (isAwaited()) {
            context.read();
        }
    }

    /** No more messages come. */
    void end() {
        ended = true;
        wake();
    }

    /** The channel has failed; messages that came in before that are still given out. */
    void fail(Throwable cause) {
        failure = cause;
        wake();
    }

    /** Whether the conversation waits, not whether it did and was cancelled. */
    private boolean isAwaited() {
        return waiting != null && !waiting.isDone();
    }

    private void wake() {
        Promise<Boolean> woken = waiting;
        waiting = null;
        if (woken == null) {
            return;
        }
        if (current != null) {
            woken.tryComplete(true);
        } else if (failure != null) {
            woken.tryFail(failure);
        } else {
            woken.tryComplete(false);
        }
    }

    boolean areAbandoned() {
        return abandoned;
    }

    private void release() {
        ReferenceCountUtil.release(current);
        current = null;
    }

    /** Nobody takes messages any more: releases what is there, and what comes. */
    void abandon() {
        abandoned = true;
        release();
        arrived.forEach(ReferenceCountUtil::release);
        arrived.clear();
    }
}
