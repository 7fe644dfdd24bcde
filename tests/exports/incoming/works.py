"""Readers that do what a hostile file may make a reader do; they are imported by the process that runs them."""

import os
from collections.abc import Iterator

from exports.incoming.limits import refuse


def repeating(content: bytes, name: str) -> Iterator[object]:
    yield from (name, content, content)


def refusing(_content: bytes, name: str) -> Iterator[object]:
    yield "a piece that was read before"
    refuse(name, "The sheet is no list; choose another.")


def endless(_content: bytes, _name: str) -> Iterator[object]:
    while True:
        yield "more"


def hanging(_content: bytes, _name: str) -> Iterator[object]:
    yield "begun"
    while True:
        pass


def greedy(_content: bytes, _name: str) -> Iterator[object]:
    yield bytearray(2_000_000_000)


def aborting(_content: bytes, _name: str) -> Iterator[object]:
    yield "begun"
    os.abort()


def stumbling(_content: bytes, _name: str) -> Iterator[object]:
    yield "begun"
    raise KeyError("what no file may make a reader say")
