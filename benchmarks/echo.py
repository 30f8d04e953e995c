"""The echo server of asyncio's streams: prints its port, and serves until its standard input ends."""

import asyncio
import os
import sys
import threading


async def echo(reader, writer):
    while come := await reader.read(4096):
        writer.write(come)
        await writer.drain()
    writer.close()


async def main():
    server = await asyncio.start_server(echo, "127.0.0.1", 0, backlog=1024)
    print(server.sockets[0].getsockname()[1], flush=True)
    await server.serve_forever()


def end_with_input():
    sys.stdin.read()
    os._exit(0)


threading.Thread(target=end_with_input, daemon=True).start()
asyncio.run(main())
