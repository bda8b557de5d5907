import http.client
import os
import sys
import urllib.request

import httpx
import requests
from secodadk import Resource, SecodaIntegration

API = os.environ["API"]


class Shop(SecodaIntegration):
    def extract(self):
        self.credentials.get("email")
        self.credentials["password"]
        self.credentials.get("not_there")
        for key in ("token",):
            self.credentials[key]
        self.http_get(API + "/dashboards")
        self.declare_resource(Resource(entity_type="dashboard", databuilder_id="d", title="D", group="g"))
        print("printed", type(self).__name__, sorted(self.credentials), "sitecustomize" in sys.modules)
        requests.get(API + "/requests")
        client = httpx.Client()
        client.get(API + "/one")
        client.get(API + "/two")
        client.close()
        urllib.request.urlopen(API + "/urllib").read()
        connection = http.client.HTTPConnection(API[7:], timeout=5)
        connection.request("GET", "/client")
        connection.close()
        if "fail" in sys.argv:
            self.credentials["gone"]
        if "refused" in sys.argv:
            self.http_get("http://user:hunter22@127.0.0.1:9/")
        if "exit" in sys.argv:
            os._exit(7)


if __name__ == "__main__":
    Shop(credentials={"email": "ann@example.com", "password": "hunter22", "token": "t0ken-value"}).start()
