"""first_page.py URL: the bytes, headers included, of a page and of all that it and its style sheets name, each once.

That is what a browser that has nothing yet loads at most: fonts and pictures that no rule uses count too.
"""
import re
import sys
import urllib.parse
import zlib
from urllib.request import Request, urlopen

NAMES = re.compile(r"(?:href|src)=\"(/[^\"#]*\.(?:css|js|svg|png|ico|woff2))|url\(\"?([^)\"]+)\"?\)")


def get(url, encoding):
    with urlopen(Request(url, headers={"Accept-Encoding": encoding})) as answer:
        return len(str(answer.headers)), answer.read(), answer.headers.get("Content-Encoding")


def main(first):
    seen, todo, total = set(), [first], 0
    while todo:
        url = todo.pop()
        if url in seen:
            continue
        seen.add(url)
        head, body, _ = get(url, "br")
        total += head + len(body)
        if url == first or url.endswith(".css"):
            _, text, packed = get(url, "gzip")
            text = zlib.decompress(text, 31) if packed == "gzip" else text
            for a, b in NAMES.findall(text.decode()):
                if not (a or b).startswith("data:"):
                    todo.append(urllib.parse.urljoin(url, a or b))
    return total


if __name__ == "__main__":
    print(main(sys.argv[1]))
