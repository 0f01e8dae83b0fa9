"""Asterisk's side of AudioSocket, from its public description: a UUID, sound in packets of 20 ms, keys, a hangup."""

import asyncio
import struct
from typing import Self
from uuid import UUID

PACKET_S = 0.02


class Asterisk:
    """One channel connected to an AudioSocket server. ``kind`` 0x10 is signed linear sound at 8 kHz, 0x12 at 16."""

    def __init__(self, reader: asyncio.StreamReader, writer: asyncio.StreamWriter, kind: int) -> None:
        self.reader, self.writer, self.kind = reader, writer, kind

    @classmethod
    async def dial(cls, port: int, call: UUID, kind: int = 0x10) -> Self:
        reader, writer = await asyncio.open_connection("127.0.0.1", port)
        channel = cls(reader, writer, kind)
        await channel.packet(0x01, call.bytes)
        return channel

    async def packet(self, kind: int, payload: bytes = b"") -> None:
        self.writer.write(struct.pack(">BH", kind, len(payload)) + payload)
        await self.writer.drain()

    async def say(self, seconds: float) -> None:
        """Sound, as fast as it is taken."""
        rate = {0x10: 8_000, 0x12: 16_000}[self.kind]
        for _ in range(round(seconds / PACKET_S)):
            await self.packet(self.kind, b"\x01\x00" * round(rate * PACKET_S))

    async def hang_up(self) -> None:
        await self.packet(0x00)
        self.writer.close()

    async def cut(self) -> None:
        """As a network that fails, or a process that is killed."""
        self.writer.transport.abort()

    async def let_go(self) -> bool:
        """Once the server has closed the connection."""
        try:
            return await self.reader.read() == b""
        except ConnectionError:
            return True
