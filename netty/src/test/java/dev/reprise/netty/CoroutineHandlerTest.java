package dev.reprise.netty;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.sleep;
import static dev.reprise.netty.NettyFutures.from;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import dev.reprise.Cancelled;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.Task;
import dev.reprise.UnhandledFailure;
import io.netty.buffer.ByteBuf;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandlerContext;
import io.netty.channel.ChannelInboundHandlerAdapter;
import io.netty.channel.embedded.EmbeddedChannel;
import io.netty.channel.local.LocalAddress;
import io.netty.util.concurrent.Promise;
import java.time.Duration;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

@Timeout(30)
class CoroutineHandlerTest {

    private static final BlockingQueue<Object> SEEN = new LinkedBlockingQueue<>();

    private final LocalGroup local = new LocalGroup();

    @AfterEach
    void close() {
        local.close();
        SEEN.clear();
    }

    private static Object seen() throws InterruptedException {
        Object next = SEEN.poll(20, TimeUnit.SECONDS);
        assertThat(next).as("something within 20 s").isNotNull();
        return next;
    }

    /** Puts what comes back into {@link #SEEN}. */
    private static final class Client extends ChannelInboundHandlerAdapter {

        @Override
        public void channelRead(ChannelHandlerContext context, Object message) {
            SEEN.add(message);
        }

        @Override
        public void channelInactive(ChannelHandlerContext context) {
            SEEN.add("closed");
        }
    }

    @Coroutine
    static Async<Void> upperCase(Channel channel, AsyncIterable<String> messages) {
        for (String message : await(messages)) {
            if (message.isEmpty()) {
                return done();
            }
            await(sleep(Duration.ofMillis(1)));
            await(from(channel.writeAndFlush(message.toUpperCase())));
        }
        SEEN.add("no more");
        return done();
    }

    private Channel connect(Conversation<String> conversation) {
        LocalAddress server = local.listen(() -> new CoroutineHandler<>(String.class, conversation));
        return local.connect(server, new Client());
    }

    @Test
    void eachMessageIsAnsweredInOrder() throws InterruptedException {
        Channel client = connect(CoroutineHandlerTest::upperCase);
        for (int i = 0; i < 100; i++) {
            client.writeAndFlush("a" + i);
        }
        for (int i = 0; i < 100; i++) {
            assertThat(seen()).isEqualTo("A" + i);
        }
    }

    @Test
    void theMessagesEndWhenThePeerHangsUp() throws InterruptedException {
        Channel client = connect(CoroutineHandlerTest::upperCase);
        client.writeAndFlush("a");
        assertThat(seen()).isEqualTo("A");
        client.close();
        assertThat(seen()).isEqualTo("closed");
        assertThat(seen()).isEqualTo("no more");
    }

    @Test
    void theChannelIsClosedWhenTheConversationEnds() throws InterruptedException {
        connect(CoroutineHandlerTest::upperCase).writeAndFlush("");
        assertThat(seen()).isEqualTo("closed");
    }

    private void onLoop(Runnable action) {
        local.group.next().submit(action).syncUninterruptibly();
    }

    private void reportTo(BlockingQueue<Object> seen) {
        onLoop(() -> NettyLoops.of(local.group.next()).setExceptionHandler((loop, failure) -> seen.add(failure)));
    }

    @Coroutine
    static Async<Void> broken(Channel channel, AsyncIterable<String> messages) {
        for (String message : await(messages)) {
            throw new IllegalArgumentException("no " + message);
        }
        return done();
    }

    @Test
    void aFailureIsReportedAndTheChannelClosed() throws InterruptedException {
        BlockingQueue<Object> failures = new LinkedBlockingQueue<>();
        reportTo(failures);
        connect(CoroutineHandlerTest::broken).writeAndFlush("a");
        assertThat(seen()).isEqualTo("closed");
        UnhandledFailure failure = (UnhandledFailure) failures.poll(20, TimeUnit.SECONDS);
        assertThat(failure.exception()).hasMessage("no a");
        assertThat(failure.message()).startsWith("the conversation on channel local:");
    }

    @Test
    void whatTheConversationThrowsInsteadOfReturningIsReportedToo() throws InterruptedException {
        BlockingQueue<Object> failures = new LinkedBlockingQueue<>();
        reportTo(failures);
        connect((channel, messages) -> {
            throw new java.io.IOException("not today");
        });
        UnhandledFailure failure = (UnhandledFailure) failures.poll(20, TimeUnit.SECONDS);
        assertThat(failure.exception()).hasMessage("not today");
        assertThat(seen()).isEqualTo("closed");
    }

    @Coroutine
    static Async<Void> slow(Channel channel, AsyncIterable<ByteBuf> messages) {
        for (ByteBuf message : await(messages)) {
            SEEN.add(message);
            await(sleep(Duration.ofMillis(1)));
            SEEN.add(message.refCnt());
        }
        return done();
    }

    @Test
    void aMessageIsReleasedWhenTheNextOneIsAskedFor() throws InterruptedException {
        LocalAddress server = local.listen(() -> new CoroutineHandler<>(ByteBuf.class, CoroutineHandlerTest::slow));
        Channel client = local.connect(server, new Client());
        client.writeAndFlush(Unpooled.copyInt(1));
        ByteBuf first = (ByteBuf) seen();
        assertThat(seen()).isEqualTo(1);
        client.writeAndFlush(Unpooled.copyInt(2));
        ByteBuf second = (ByteBuf) seen();
        assertThat(first.refCnt()).isZero();
        assertThat(seen()).isEqualTo(1);
        client.close();
        assertThat(seen()).isEqualTo("closed");
        local.close();
        assertThat(second.refCnt()).isZero();
    }

    @Coroutine
    static Async<Void> forEver(Channel channel, AsyncIterable<String> messages) {
        try {
            await(EventLoop.current().promise());
        } catch (Cancelled cancelled) {
            await(sleep(Duration.ofMillis(1)));
            SEEN.add("cleaned up");
            throw cancelled;
        }
        return done();
    }

    @Test
    void shuttingNettyDownCancelsWhatIsLeft() throws InterruptedException {
        connect(CoroutineHandlerTest::forEver);
        onLoop(() -> {});
        local.close();
        assertThat(SEEN).contains("cleaned up");
    }

    @Test
    void aLoopIsMadeOnce() {
        CompletableFuture<Boolean> same = new CompletableFuture<>();
        onLoop(() -> same.complete(NettyLoops.of(local.group.next()) == NettyLoops.of(local.group.next())));
        assertThat(same.join()).isTrue();
    }

    @Test
    void aLoopIsAskedForOnItsOwnThread() {
        assertThatThrownBy(() -> NettyLoops.of(local.group.next()))
                .isInstanceOf(IllegalStateException.class)
                .hasMessageContaining("ask in a handler, or with execute(...) of the host");
    }

    @Test
    void anEmbeddedChannelHasNoThreadToBorrow() {
        EmbeddedChannel channel = new EmbeddedChannel();
        assertThatThrownBy(() -> NettyLoops.of(channel.eventLoop()))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageContaining("has no thread of its own");
    }

    @Test
    void cancellingATaskCancelsTheFutureItWaitsFor() {
        Promise<String> promise = local.group.next().newPromise();
        CompletableFuture<Task<String>> task = new CompletableFuture<>();
        onLoop(() -> task.complete(NettyLoops.of(local.group.next()).createTask(from(promise))));
        onLoop(() -> {});
        task.join().cancel(true);
        assertThat(promise.awaitUninterruptibly(20, TimeUnit.SECONDS)).isTrue();
        assertThat(promise.isCancelled()).isTrue();
    }

    @Test
    void theFailureOfAFutureIsRaisedAsItIs() {
        IllegalStateException failure = new IllegalStateException("full");
        Promise<String> promise = local.group.next().newPromise();
        promise.setFailure(failure);
        assertThatThrownBy(() -> EventLoop.run(from(promise))).isSameAs(failure);
    }
}
