"""Stands in for the package of that name: a client that keeps its connection open."""
from ._client import Client, Request  # noqa: F401
