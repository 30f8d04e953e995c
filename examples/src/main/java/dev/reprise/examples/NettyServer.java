package dev.reprise.examples;

import static dev.reprise.Async.await;
import static dev.reprise.Async.done;
import static dev.reprise.Async.gather;
import static dev.reprise.Async.of;
import static dev.reprise.Async.sleep;
import static dev.reprise.netty.NettyFutures.from;
import static java.nio.charset.StandardCharsets.UTF_8;

import dev.reprise.Async;
import dev.reprise.AsyncIterable;
import dev.reprise.Coroutine;
import dev.reprise.EventLoop;
import dev.reprise.netty.CoroutineHandler;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.buffer.Unpooled;
import io.netty.channel.Channel;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.nio.NioIoHandler;
import io.netty.channel.socket.nio.NioServerSocketChannel;
import io.netty.handler.codec.http.DefaultFullHttpResponse;
import io.netty.handler.codec.http.FullHttpRequest;
import io.netty.handler.codec.http.FullHttpResponse;
import io.netty.handler.codec.http.HttpHeaderNames;
import io.netty.handler.codec.http.HttpObjectAggregator;
import io.netty.handler.codec.http.HttpResponseStatus;
import io.netty.handler.codec.http.HttpServerCodec;
import io.netty.handler.codec.http.HttpVersion;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;

/** An HTTP server of Netty, each of whose connections is a coroutine, and some requests to it. */
public final class NettyServer {

    private static final int LONGEST_REQUEST = 65_536;

    private NettyServer() {}

    public static void main(String[] args) {
        EventLoopGroup threads = new MultiThreadIoEventLoopGroup(NioIoHandler.newFactory());
        try {
            EventLoop.run(program(threads));
        } finally {
            threads.shutdownGracefully().syncUninterruptibly();
        }
    }

    @Coroutine
    static Async<Void> program(EventLoopGroup threads) {
        Channel server = listen(threads);
        InetSocketAddress address = (InetSocketAddress) server.localAddress();
        HttpClient client = HttpClient.newHttpClient();
        List<String> answers = await(gather(List.of(
                ask(client, address, "/tortoise?200"), ask(client, address, "/hare?100"), ask(client, address, "/"))));
        answers.forEach(System.out::println);
        await(from(server.close()));
        return done();
    }

    static Channel listen(EventLoopGroup threads) {
        return new ServerBootstrap()
                .group(threads)
                .channel(NioServerSocketChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline()
                                .addLast(
                                        new HttpServerCodec(),
                                        new HttpObjectAggregator(LONGEST_REQUEST),
                                        new CoroutineHandler<>(FullHttpRequest.class, NettyServer::serve));
                    }
                })
                .bind(InetAddress.getLoopbackAddress(), 0)
                .syncUninterruptibly()
                .channel();
    }

    /** One connection: its requests come one after the other. */
    @Coroutine
    static Async<Void> serve(Channel channel, AsyncIterable<FullHttpRequest> requests) {
        for (FullHttpRequest request : await(requests)) {
            await(from(channel.writeAndFlush(await(answer(URI.create(request.uri()))))));
        }
        return done();
    }

    /** Greets whom the path names, after as many milliseconds as the query says. */
    @Coroutine
    static Async<FullHttpResponse> answer(URI uri) {
        if (uri.getQuery() == null) {
            return of(response(HttpResponseStatus.NOT_FOUND, "nobody is here"));
        }
        await(sleep(Duration.ofMillis(Long.parseLong(uri.getQuery()))));
        return of(response(HttpResponseStatus.OK, "Hello, " + uri.getPath().substring(1) + "!"));
    }

    private static FullHttpResponse response(HttpResponseStatus status, String text) {
        FullHttpResponse response =
                new DefaultFullHttpResponse(HttpVersion.HTTP_1_1, status, Unpooled.copiedBuffer(text, UTF_8));
        response.headers()
                .setInt(HttpHeaderNames.CONTENT_LENGTH, response.content().readableBytes());
        return response;
    }

    @Coroutine
    static Async<String> ask(HttpClient client, InetSocketAddress server, String path) {
        URI uri = URI.create("http://" + server.getAddress().getHostAddress() + ":" + server.getPort() + path);
        var response = await(client.sendAsync(HttpRequest.newBuilder(uri).build(), BodyHandlers.ofString()));
        return of(response.statusCode() + " " + response.body());
    }
}
