import socket
from urllib.parse import urlsplit


class Request:
    def __init__(self, url):
        self.url = url


class Client:
    _socket = None

    def send(self, request):
        """Sends a request."""
        parts = urlsplit(request.url)
        if self._socket is None:
            self._socket = socket.create_connection((parts.hostname, parts.port), timeout=5)
        return self._socket

    def get(self, url):
        return self.send(Request(url))

    def close(self):
        self._socket.close()
