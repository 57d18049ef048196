#!/usr/bin/python3
"""Compares the representations of a running API, as foreign RDF tools read them.

    compare.py http://localhost:8080/api [/persons?name=x ...] [--limit 60]

Starting at the entry point, and at further addresses below it, it follows every link to the API itself (documents, collections, pages, items) up to a limit, and
fetches each resource as N-Quads, N-Triples, Turtle, JSON-LD and JSON. rdflib and rapper parse each syntax that they know, and
all graphs must be isomorphic. JSON-LD contexts come from the API: a request for another host is an error. That the N-Quads are
the JSON-LD expanded by json-gold is a test of its own, in Go; from there everything follows.

Needs the Debian packages python3-rdflib and raptor2-utils. Ends with 1 when graphs differ, with 2 when it can't compare.
"""

import argparse
import json
import re
import subprocess
import sys
import urllib.error
import urllib.parse
import urllib.request

import rdflib
from rdflib.compare import graph_diff, isomorphic, to_isomorphic

rdflib.NORMALIZE_LITERALS = False  # 1.0 and 1 are two literals

SYNTAXES = {  # media type: names in rdflib and rapper
    "application/n-quads": ("nquads", "nquads"),
    "application/n-triples": ("nt11", "ntriples"),
    "text/turtle": ("turtle", "turtle"),
    "application/trig": ("trig", "trig"),
    "application/rdf+xml": ("xml", "rdfxml"),
    "application/ld+json": ("json-ld", None),
    "application/json": ("json-ld", None),
}
CONTEXT = re.compile(r'<([^>]*)>[^,<]*rel="http://www\.w3\.org/ns/json-ld#context"')


def by_value(graph):
    """The graph with each double in one lexical form: rdflib makes 180.0 of a bare 1.8E2 in Turtle and of 180 in JSON-LD."""
    out = rdflib.Graph()
    for s, p, o in graph:
        if isinstance(o, rdflib.Literal) and o.datatype == rdflib.XSD.double:
            o = rdflib.Literal(repr(float(str(o))), datatype=rdflib.XSD.double)
        out.add((s, p, o))
    return out


class Comparison:
    def __init__(self, base):
        self.base = base
        self.origin = "{0.scheme}://{0.netloc}".format(urllib.parse.urlsplit(base))
        self.failures = 0
        self.compared = 0

    def fetch(self, url, accept):
        if not url.startswith(self.origin + "/"):
            raise RuntimeError(f"{url} is not on {self.origin}")
        request = urllib.request.Request(url, headers={"Accept": accept})
        with urllib.request.urlopen(request, timeout=30) as response:
            return response.read(), response.headers.get_content_type(), ", ".join(response.headers.get_all("Link") or [])

    def context(self, url, seen):
        """The content of a JSON-LD context that the API serves."""
        if url not in seen:
            body, kind, _ = self.fetch(url, "application/ld+json")
            if kind != "application/ld+json":
                raise RuntimeError(f"the context {url} is {kind}")
            seen[url] = json.loads(body)["@context"]
        return seen[url]

    def inline(self, value, url, seen):
        """Puts the contexts that a document refers to into it, so that no parser fetches anything."""
        if isinstance(value, list):
            return [self.inline(v, url, seen) for v in value]
        if not isinstance(value, dict):
            return value
        out = {}
        for key, v in value.items():
            if key == "@context" and isinstance(v, str):
                out[key] = self.context(urllib.parse.urljoin(url, v), seen)
            else:
                out[key] = self.inline(v, url, seen)
        return out

    def rdflib_graph(self, url, body, kind, links, seen):
        name = SYNTAXES[kind][0]
        if name == "json-ld":
            document = json.loads(body)
            if kind == "application/json":
                found = CONTEXT.findall(links)
                if len(found) != 1:
                    raise RuntimeError(f"{url}: the Link header of plain JSON names {len(found)} contexts")
                document = {"@context": found[0], **document}
            body = json.dumps(self.inline(document, url, seen)).encode()
        dataset = rdflib.ConjunctiveGraph() if name in ("nquads", "json-ld") else rdflib.Graph()
        dataset.parse(data=body, format=name, publicID=url)
        graph = rdflib.Graph()
        for triple in dataset.triples((None, None, None)):
            graph.add(triple)
        return graph

    def rapper_graph(self, url, body, kind):
        name = SYNTAXES[kind][1]
        run = subprocess.run(["rapper", "-q", "-i", name, "-o", "ntriples", "-", url], input=body, capture_output=True, check=False)
        if run.returncode != 0 or run.stderr:
            raise RuntimeError(f"{url}: rapper can't read the {kind}: {run.stderr.decode(errors='replace')}")
        graph = rdflib.Graph()
        graph.parse(data=run.stdout, format="nt11")
        return graph

    def compare(self, url, want, got, what):
        self.compared += 1
        if len(want) == len(got) and isomorphic(want, got):
            return
        self.failures += 1
        print(f"{url}: {what} is another graph: {len(got)} triples, want {len(want)}")
        _, missing, extra = graph_diff(to_isomorphic(want), to_isomorphic(got))
        for sign, graph in (("-", missing), ("+", extra)):
            for triple in sorted(graph)[:10]:
                print("  ", sign, *(term.n3() for term in triple))

    def resource(self, url, seen):
        """Compares all representations of a resource, and returns its graph; None when it has no RDF."""
        want = None
        for accept, (_, rapper) in SYNTAXES.items():
            body, kind, links = self.fetch(url, accept)
            if kind != accept:
                if want is None and accept == "application/n-quads":
                    return None  # a context or an OpenAPI document
                raise RuntimeError(f"{url}: {kind}, want {accept}")
            graph = self.rdflib_graph(url, body, kind, links, seen)
            if want is None:
                want = graph
                if len(want) == 0:
                    raise RuntimeError(f"{url} means nothing")
            elif accept == "application/n-triples":
                self.compare(url, want, graph, f"{accept} by rdflib")
            else:
                self.compare(url, by_value(want), by_value(graph), f"{accept} by rdflib")
            if rapper:
                self.compare(url, want, self.rapper_graph(url, body, kind), f"{accept} by rapper")
        return want

    def crawl(self, starts, limit):
        """Follows the links from some addresses. A collection that wants a filter has nothing to compare without one."""
        pending, known, contexts, resources = list(starts), set(starts), {}, 0
        while pending and resources < limit:
            url = pending.pop(0)
            try:
                graph = self.resource(url, contexts)
            except urllib.error.HTTPError as error:
                if error.code == 400 and url not in starts and "?" not in url:
                    continue
                raise
            resources += 1
            if graph is None:
                continue
            found = {str(term) for triple in graph for term in triple if isinstance(term, rdflib.URIRef)}
            for iri in sorted(urllib.parse.urldefrag(iri)[0] for iri in found):
                if (iri == self.base or iri.startswith(self.base + "/")) and iri not in known:
                    known.add(iri)
                    pending.append(iri)
        return resources


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("base", help="the URL of the entry point")
    parser.add_argument("more", nargs="*", help="addresses below it to begin at, too: /persons?name=x")
    parser.add_argument("--limit", type=int, default=60, help="how many resources to compare at most (60)")
    arguments = parser.parse_args()
    comparison = Comparison(arguments.base.rstrip("/"))
    try:
        resources = comparison.crawl([comparison.base, *(comparison.base + more for more in arguments.more)], arguments.limit)
    except (OSError, RuntimeError, ValueError) as error:
        print(f"compare.py: {error}", file=sys.stderr)
        return 2
    print(f"{resources} resources, {comparison.compared} comparisons, {comparison.failures} differences")
    return 1 if comparison.failures else 0


if __name__ == "__main__":
    sys.exit(main())
