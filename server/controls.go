package server

import (
	"bytes"
	"context"
	"fmt"
	"strings"

	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// controls are the hypermedia controls of a kind of resource: what a client can do next. They are the same for all
// resources of the kind but for the subject, so they are rendered when the server starts.
type controls struct {
	// members are the JSON members, each with a comma before it.
	members []byte
	// triples and turtle are the same as text between which the subject stands.
	triples, turtle [][]byte
	// prefixes are those that the Turtle uses.
	prefixes []represent.Prefix
}

// controlSubject stands for the subject until a response is written.
const controlSubject = "urn:hydrant:subject"

// compileControls renders the controls of items and collections of a class.
func (s *Server) compileControls(res *resource) error {
	d := res.definition
	item, err := s.renderControls(res.context, d.Term, s.api.ItemControls(res.described, s.prefix))
	if err != nil {
		return fmt.Errorf("class %s: controls of items: %w", d.Path, err)
	}
	collection, err := s.renderControls(res.context, "Collection", s.api.CollectionControls(res.described, s.prefix))
	if err != nil {
		return fmt.Errorf("class %s: controls of the collection: %w", d.Path, err)
	}
	res.itemControls, res.collectionControls = item, collection
	return nil
}

// renderControls renders the members of an object of a type, by expanding them with the context that they are served with.
func (s *Server) renderControls(contextPath, term string, members jsonld.Object) (controls, error) {
	var c controls
	if len(members) == 0 {
		return c, nil
	}
	text, err := jsonld.AppendJSON(nil, members)
	if err != nil {
		return c, err
	}
	c.members = append([]byte{','}, bytes.TrimSuffix(bytes.TrimPrefix(text, []byte{'{'}), []byte{'}'})...)
	doc := append([]byte(`{"@context":"`+s.prefix+contextPath+`","@id":"`+controlSubject+`","@type":"`+term+`"`), c.members...)
	quads, err := s.processor.ToRDF(context.Background(), append(doc, '}'), s.readAt(""))
	if err != nil {
		return c, err
	}
	var triples []rdf.Triple
	for _, q := range quads {
		if q.Subject.Value == controlSubject && q.Predicate.Value == string(vocab.RDFType) {
			continue
		}
		triples = append(triples, q.Triple)
	}
	var out bytes.Buffer
	if err := rdf.WriteNTriples(&out, relabel(triples)); err != nil {
		return c, err
	}
	hole := []byte("<" + controlSubject + ">")
	c.triples = bytes.Split(bytes.Clone(out.Bytes()), hole)
	out.Reset()
	if err := rdf.WriteTurtle(&out, triples, s.prefixes); err != nil {
		return c, err
	}
	var body []byte
	body, c.prefixes = cutPrefixes(out.String())
	c.turtle = bytes.Split(body, hole)
	return c, nil
}

// relabel gives blank nodes labels that no record's have.
func relabel(triples []rdf.Triple) []rdf.Triple {
	rename := func(t rdf.Term) rdf.Term {
		if t.Kind == rdf.BlankNode {
			t.Value = "c" + t.Value
		}
		return t
	}
	out := make([]rdf.Triple, len(triples))
	for i, t := range triples {
		out[i] = rdf.Triple{Subject: rename(t.Subject), Predicate: t.Predicate, Object: rename(t.Object)}
	}
	return out
}

// cutPrefixes takes the prefix declarations off the head of a Turtle document.
func cutPrefixes(text string) (body []byte, prefixes []represent.Prefix) {
	for strings.HasPrefix(text, "@prefix ") {
		var line string
		line, text, _ = strings.Cut(text, "\n")
		fields := strings.Fields(line)
		prefixes = append(prefixes, represent.Prefix{
			Name: strings.TrimSuffix(fields[1], ":"), Namespace: strings.Trim(fields[2], "<>"),
		})
	}
	return []byte(strings.TrimLeft(text, "\n")), prefixes
}

// appendFilled appends text with the subject in its holes.
func appendFilled(dst []byte, text [][]byte, subject []byte) []byte {
	for i, part := range text {
		if i > 0 {
			dst = append(dst, subject...)
		}
		dst = append(dst, part...)
	}
	return dst
}
