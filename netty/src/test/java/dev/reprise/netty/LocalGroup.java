package dev.reprise.netty;

import io.netty.bootstrap.Bootstrap;
import io.netty.bootstrap.ServerBootstrap;
import io.netty.channel.Channel;
import io.netty.channel.ChannelHandler;
import io.netty.channel.ChannelInitializer;
import io.netty.channel.EventLoopGroup;
import io.netty.channel.MultiThreadIoEventLoopGroup;
import io.netty.channel.local.LocalAddress;
import io.netty.channel.local.LocalChannel;
import io.netty.channel.local.LocalIoHandler;
import io.netty.channel.local.LocalServerChannel;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;

/** Channels within this process, on one thread of Netty. */
final class LocalGroup implements AutoCloseable {

    final EventLoopGroup group = new MultiThreadIoEventLoopGroup(1, LocalIoHandler.newFactory());

    /** A server whose pipeline has this one handler. */
    LocalAddress listen(Supplier<ChannelHandler> handler) {
        return (LocalAddress) new ServerBootstrap()
                .group(group)
                .channel(LocalServerChannel.class)
                .childHandler(new ChannelInitializer<Channel>() {
                    @Override
                    protected void initChannel(Channel channel) {
                        channel.pipeline().addLast(handler.get());
                    }
                })
                .bind(new LocalAddress(LocalGroup.class))
                .syncUninterruptibly()
                .channel()
                .localAddress();
    }

    Channel connect(LocalAddress server, ChannelHandler handler) {
        return new Bootstrap()
                .group(group)
                .channel(LocalChannel.class)
                .handler(handler)
                .connect(server)
                .syncUninterruptibly()
                .channel();
    }

    @Override
    public void close() {
        group.shutdownGracefully(0, 5, TimeUnit.SECONDS).syncUninterruptibly();
    }
}
