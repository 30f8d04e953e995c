package dev.reprise.netty;

import dev.reprise.EventLoop;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import io.netty.channel.ChannelFutureListener;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import org.jspecify.annotations.Nullable;

/**
 * The last handler of a pipeline: serves its channel by a coroutine, which runs on the channel's own event loop.
 *
 * <pre>{@code
 * pipeline.addLast(new HttpServerCodec(), new HttpObjectAggregator(65_536));
 * pipeline.addLast(new CoroutineHandler<>(FullHttpRequest.class, Shop::serve));
 * }</pre>
 *
 * <p>It turns the channel's automatic reading off: the channel reads when the coroutine waits for a message, so that a slow
 * conversation slows its peer down. Messages of other types go to the next handler. When the coroutine ends the channel is closed;
 * if it fails, the failure goes to the exception handler of the event loop. If the handler is taken out of the pipeline, the
 * messages end and the channel stays open.
 *
 * @param <I> type of the messages
 */
public final class CoroutineHandler<I> extends ChannelInboundHandlerAdapter {

    private final Class<I> type;
    private final Conversation<I> conversation;
    private @Nullable Messages<I> messages;

    /**
     * A handler for one channel.
     *
     * @param type of the messages that the conversation gets
     */
    public CoroutineHandler(Class<I> type, Conversation<I> conversation) {
        this.type = type;
        this.conversation = conversation;
    }

    @Override
    public void handlerAdded(ChannelHandlerContext context) {
        if (context.channel().isActive()) {
            start(context);
        }
    }

    @Override
    public void channelActive(ChannelHandlerContext context) {
        if (messages == null) {
            start(context);
        }
        context.fireChannelActive();
    }

    private void start(ChannelHandlerContext context) {
        context.channel().config().setAutoRead(false);
        EventLoop loop = NettyLoops.of(context.executor());
        Messages<I> incoming = new Messages<>(context, loop);
        messages = incoming;
        String name = "channel " + context.channel().remoteAddress();
        try {
            loop.createTask(conversation.converse(context.channel(), incoming), name)
                    .onDone(task -> ended(context, loop, incoming, task));
        } catch (Exception e) {
            incoming.abandon();
            failed(loop, name, e, null);
            close(context);
        }
    }

    private void ended(ChannelHandlerContext context, EventLoop loop, Messages<I> incoming, Task<?> task) {
        incoming.abandon();
        if (!context.isRemoved()) {
            close(context);
        }
        if (!task.isCancelled() && task.exception() != null) {
            failed(loop, task.name(), task.exception(), task);
        }
    }

    @SuppressWarnings("FutureReturnValueIgnored") // the listener tells the pipeline of its failure
    private static void close(ChannelHandlerContext context) {
        context.close().addListener(ChannelFutureListener.FIRE_EXCEPTION_ON_FAILURE);
    }

    private static void failed(EventLoop loop, String name, Throwable failure, @Nullable Task<?> task) {
        loop.callExceptionHandler(new UnhandledFailure("the conversation on " + name + " failed", failure, task, null));
    }

    @Override
    public void channelRead(ChannelHandlerContext context, Object message) {
        if (messages != null && type.isInstance(message)) {
            messages.add(type.cast(message));
        } else {
            context.fireChannelRead(message);
        }
    }

    @Override
    public void channelReadComplete(ChannelHandlerContext context) {
        if (messages != null) {
            messages.readComplete();
        }
        context.fireChannelReadComplete();
    }

    @Override
    public void channelInactive(ChannelHandlerContext context) {
        handlerRemoved(context);
        context.fireChannelInactive();
    }

    @Override
    public void handlerRemoved(ChannelHandlerContext context) {
        if (messages != null) {
            messages.end();
        }
    }

    @Override
    public void exceptionCaught(ChannelHandlerContext context, Throwable cause) {
        if (messages == null || messages.areAbandoned()) {
            context.fireExceptionCaught(cause);
        } else {
            messages.fail(cause);
        }
    }
}
