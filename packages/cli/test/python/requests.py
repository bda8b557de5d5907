"""Stands in for the package of that name: asks over http.client, as it does."""
import http.client
from urllib.parse import urlsplit


def get(url):
    parts = urlsplit(url)
    connection = http.client.HTTPConnection(parts.hostname, parts.port, timeout=5)
    connection.request("GET", parts.path)
    return connection.getresponse().read()
