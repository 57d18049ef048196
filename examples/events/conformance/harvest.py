#!/usr/bin/python3
"""Harvests a DCAT catalogue as CKAN's ckanext-dcat does, with rdflib.

    harvest.py http://localhost:8080/api/catalog --datasets 7 --pages 3 [--save FOLDER]

For each page: HEAD, which must be 200, then GET, with "Accept: */*" first and then with every RDF syntax that rdflib reads; what
stands before ";" in the content type is the name of the parser, and there is no base IRI. The next page is hydra:next of
any hydra:PartialCollectionView or hydra:PagedCollection, of which each page must have exactly one. Every dcat:Dataset needs
a title and a file to download, and each file has to come as the media type that its distribution names. Ends with 1 when
another number of data sets or pages is found, or when anything is relative or out of line.

Needs the Debian package python3-rdflib.
"""

import argparse
import json
import pathlib
import sys
import urllib.request

import rdflib
from rdflib import DCTERMS, RDF

DCAT = rdflib.Namespace("http://www.w3.org/ns/dcat#")
HYDRA = rdflib.Namespace("http://www.w3.org/ns/hydra/core#")
MEDIA_TYPES = "https://www.iana.org/assignments/media-types/"
ACCEPT = ["*/*", "application/ld+json", "text/turtle", "application/n-triples", "application/trig", "application/n-quads", "application/rdf+xml"]


class Wrong(Exception):
    """What a harvester would stumble over."""


def fetch(url, accept):
    for method in ("HEAD", "GET"):
        request = urllib.request.Request(url, headers={"Accept": accept}, method=method)
        with urllib.request.urlopen(request, timeout=30) as response:
            if response.status != 200:
                raise Wrong(f"{method} {url}: {response.status}")
            body, kind = response.read(), response.headers["Content-Type"].split(";")[0]
    return body, kind


def parse(url, body, kind):
    if kind == "application/ld+json" and not isinstance(json.loads(body).get("@context"), dict):
        raise Wrong(f"{url}: the context is elsewhere")
    dataset = rdflib.ConjunctiveGraph()
    dataset.parse(data=body, format=kind)
    graph = rdflib.Graph()
    for triple in dataset.triples((None, None, None)):
        for term in triple:
            if isinstance(term, rdflib.URIRef) and not str(term).startswith(("http://", "https://", "mailto:", "tel:")):
                raise Wrong(f"{url} as {kind}: {term} is not absolute")
        graph.add(triple)
    return graph


def download(graph, dataset):
    """Downloads the files of a data set."""
    files = 0
    for distribution in graph.objects(dataset, DCAT.distribution):
        url = graph.value(distribution, DCAT.downloadURL)
        if url is None:
            continue
        _, kind = fetch(str(url), "*/*")
        if graph.value(distribution, DCAT.mediaType) != rdflib.URIRef(MEDIA_TYPES + kind):
            raise Wrong(f"{url} comes as {kind}, which {distribution} doesn't say")
        files += 1
    if files == 0:
        raise Wrong(f"{dataset} has nothing to download")


def harvest(url, accept, save):
    """Returns the data sets of all pages, and the number of pages."""
    datasets, pages, before = [], 0, None
    while url:
        body, kind = fetch(url, accept)
        if accept not in ("*/*", kind):
            raise Wrong(f"{url}: {kind}, want {accept}")
        if body == before:
            raise Wrong(f"{url} is the page before once more")
        before, pages = body, pages + 1
        graph = parse(url, body, kind)
        if save and accept == "application/n-triples":
            (save / f"page-{pages}.nt").write_bytes(body)
        for dataset in graph.subjects(RDF.type, DCAT.Dataset):
            if graph.value(dataset, DCTERMS.title) is None:
                raise Wrong(f"{dataset} has no title")
            datasets.append(str(dataset))
            if accept == "*/*":
                download(graph, dataset)
        views = {v for c in ("PartialCollectionView", "PagedCollection") for v in graph.subjects(RDF.type, HYDRA[c])}
        if len(views) != 1:
            raise Wrong(f"{url} has {len(views)} views")
        following = graph.value(views.pop(), HYDRA.next)
        url = following and str(following)
    return sorted(datasets), pages


def main():
    parser = argparse.ArgumentParser(description=__doc__.split("\n")[0])
    parser.add_argument("catalog", help="the URL of the catalogue")
    parser.add_argument("--datasets", type=int, required=True, help="how many data sets there must be")
    parser.add_argument("--pages", type=int, required=True, help="how many pages there must be")
    parser.add_argument("--save", type=pathlib.Path, metavar="FOLDER", help="where to write the pages as N-Triples")
    arguments = parser.parse_args()
    first = None
    try:
        for accept in ACCEPT:
            found, pages = harvest(arguments.catalog, accept, arguments.save)
            if len(set(found)) != len(found):
                raise Wrong(f"{accept}: a data set is there twice: {found}")
            if (len(found), pages) != (arguments.datasets, arguments.pages):
                raise Wrong(f"{accept}: {len(found)} data sets on {pages} pages, want {arguments.datasets} on {arguments.pages}")
            if found != (first or found):
                raise Wrong(f"{accept}: other data sets: {found}")
            first = found
    except (OSError, Wrong) as error:
        print(f"harvest.py: {error}", file=sys.stderr)
        return 1
    print(f"{len(first)} data sets on {pages} pages, the same in {len(ACCEPT) - 1} syntaxes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
