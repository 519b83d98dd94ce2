"""A browser without a screen: opens the provider's pages, fills in their forms, and leaves for the app's own address."""

import webbrowser
from html.parser import HTMLParser
from threading import Thread
from urllib.parse import parse_qsl, urljoin, urlsplit

import requests


class Page(HTMLParser):
    def __init__(self, text):
        super().__init__()
        self.action, self.hidden, self.asks, self.buttons = None, {}, [], []
        self.feed(text)

    def handle_starttag(self, tag, attributes):
        attributes = dict(attributes)
        if tag == "form":
            self.action = attributes.get("action")
        elif tag == "input" and attributes.get("type") == "hidden":
            self.hidden[attributes["name"]] = attributes.get("value", "")
        elif tag == "input":
            self.asks.append(attributes["name"])
        elif tag == "button" and "name" in attributes:
            self.buttons.append((attributes["name"], attributes.get("value")))


class Browser(webbrowser.BaseBrowser):
    """Signs in as a user wherever it is sent; `returned` is what it brought back to the app's address."""

    def __init__(self, cloud, user, cancels=False):
        super().__init__("practice")
        self.cloud, self.user, self.cancels = cloud, user, cancels
        self.session = requests.Session()
        self.session.verify = cloud["ca"]
        self.returned = None

    def open(self, address, new=0, autoraise=True):
        # As a real browser would: the app that opened it goes on and listens.
        Thread(target=lambda: self.go(address, delivers=True), daemon=True).start()
        return True

    def go(self, address, delivers=False):
        answer = self.session.get(address, allow_redirects=False, timeout=10)
        for _ in range(10):
            if answer.is_redirect:
                return self.arrive("GET", answer.headers["Location"], None, delivers)
            page = Page(answer.text)
            target = urljoin(answer.url, page.action)
            if urlsplit(target).netloc != urlsplit(self.cloud["authority"]).netloc:
                return self.arrive("POST", target, page.hidden, delivers)
            form = page.hidden | self.filled_in(page)
            answer = self.session.post(target, form, allow_redirects=False, timeout=10)
        raise AssertionError(f"the sign-in pages lead nowhere: {answer.text}")

    def filled_in(self, page):
        if self.cancels:
            return {"action": "decline"}
        values = {"username": self.user["username"], "password": self.user["password"]}
        typed = {name: values[name] for name in page.asks}
        actions = [value for name, value in page.buttons if name == "action"]
        return typed | {"action": actions[0]}

    def arrive(self, method, address, form, delivers):
        self.returned = dict(parse_qsl(urlsplit(address).query)) if form is None else form
        if delivers:
            requests.request(method, address, data=form, timeout=10)
        return self.returned

    def take_over(self):
        """Makes this the machine's browser for every library that opens one."""
        webbrowser.register("practice", None, self, preferred=True)
        return self
