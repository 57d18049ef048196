package server

import (
	"bytes"
	"maps"
	"slices"
	"strconv"

	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// problemWriter writes problems as RDF for who prefers it: as instances of hydra:Error.
type problemWriter struct {
	// json are the types that a problem has whatever Accept says, rdf those that it can have, kinds how they are written.
	json, rdf *negotiate.Offers
	kinds     []representation
	prefixes  *vocab.Prefixes
	// origin is the scheme and host of the public base.
	origin string
	// context is the reference to the JSON-LD context, invalidParam the property that a parameter hangs on.
	context      string
	invalidParam vocab.IRI
	// language is that of the titles for clients that ask for none that there is.
	language string
	// links and vary are headers of problems.
	links, vary []string
}

// compileProblems makes what problems are written with, and a document for each kind of them.
func (s *Server) compileProblems() error {
	ctx := s.api.Context("problem")
	p := &s.problems
	p.prefixes, p.context = s.prefixes, s.prefix+ctx.Path
	p.origin = s.base.Scheme + "://" + s.base.Host
	p.invalidParam = vocab.IRI(s.api.Vocabulary() + "invalidParam")
	p.links = []string{s.documentationLink, contextLink(s.headerPrefix() + ctx.Path)}
	p.language = s.problemLanguage()
	p.vary = []string{s.vary("Accept, Accept-Language, Prefer")}
	var err error
	p.json, err = negotiate.NewOffers([]negotiate.Offer{{Type: problemMediaType, Quality: 1}, {Type: "application/json", Quality: 1}}, 0)
	if err != nil {
		return err
	}
	p.kinds = []representation{asJSONLD, asTriG, asNQuads, asHTML, asTurtle, asNTriples, asRDFXML}
	offers := make([]negotiate.Offer, len(p.kinds))
	for i, kind := range p.kinds {
		offers[i] = negotiate.Offer{Type: syntaxes[kind].mediaType, Quality: syntaxes[kind].quality}
	}
	if p.rdf, err = negotiate.NewOffers(offers, 0); err != nil {
		return err
	}
	for _, c := range slices.Sorted(maps.Keys(problemTypes)) {
		t := problemTypes[c]
		document := s.api.ProblemType(s.prefix, string(c), t.status, t.title.text())
		document.Set("description", jsonld.Object{{Key: "en", Value: t.description.en}, {Key: "nl", Value: t.description.nl}})
		if err := s.addGraph("problem/"+string(c), "/problems/"+string(c), document); err != nil {
			return err
		}
	}
	return nil
}

// represent writes a problem in the i-th RDF type. It fails where the syntax can't express a text: RDF/XML has no control
// characters, and a client may have sent one.
func (p *problemWriter) represent(doc *problemDocument, i int) ([]byte, error) {
	if p.kinds[i] == asJSONLD {
		body, err := jsonld.AppendJSON(nil, p.object(doc))
		return append(body, '\n'), err
	}
	var out bytes.Buffer
	triples := p.triples(doc)
	var err error
	switch p.kinds[i] {
	case asTurtle, asTriG:
		err = rdf.WriteTurtle(&out, triples, p.prefixes)
	case asRDFXML:
		err = rdf.WriteRDFXML(&out, triples, p.prefixes)
	default:
		err = rdf.WriteNTriples(&out, triples)
	}
	return out.Bytes(), err
}

// object is a problem as JSON-LD: the JSON of the problem, but its texts say their language.
func (p *problemWriter) object(doc *problemDocument) jsonld.Object {
	o := jsonld.Object{
		{Key: "@context", Value: p.context},
		{Key: "@type", Value: "Error"},
		{Key: "type", Value: doc.Type},
		{Key: "title", Value: tagged(doc.Title, doc.language)},
		{Key: "status", Value: doc.Status},
		{Key: "instance", Value: doc.Instance},
		{Key: "code", Value: string(doc.Code)},
	}
	if doc.Detail != "" {
		o.Set("detail", tagged(doc.Detail, "en"))
	}
	if doc.RequestID != "" {
		o.Set("requestId", doc.RequestID)
	}
	params := make([]any, len(doc.InvalidParams))
	for i, param := range doc.InvalidParams {
		one := jsonld.Object{
			{Key: "name", Value: param.Name}, {Key: "code", Value: param.Code}, {Key: "reason", Value: tagged(param.Reason, doc.language)},
		}
		if param.Detail != "" {
			one.Set("detail", tagged(param.Detail, "en"))
		}
		params[i] = one
	}
	if len(params) > 0 {
		o.Set("invalidParams", params)
	}
	return o
}

func tagged(text, language string) jsonld.Object {
	return jsonld.Object{{Key: "@value", Value: text}, {Key: "@language", Value: language}}
}

// triples are what the JSON-LD of a problem expands to.
func (p *problemWriter) triples(doc *problemDocument) []rdf.Triple {
	var triples []rdf.Triple
	say := func(subject string, predicate vocab.IRI, object rdf.Term) {
		triples = append(triples, rdf.Triple{Subject: rdf.NewBlankNode(subject), Predicate: rdf.NewIRI(predicate), Object: object})
	}
	const problem = "problem"
	say(problem, vocab.RDFType, rdf.NewIRI(vocab.HydraError))
	say(problem, vocab.RDFType, rdf.NewIRI(vocab.IRI(doc.Type)))
	say(problem, vocab.HydraTitle, rdf.NewLangString(doc.Title, doc.language))
	say(problem, vocab.HydraStatusCode, rdf.NewLiteral(strconv.Itoa(doc.Status), vocab.XSDInteger))
	say(problem, vocab.RDFSSeeAlso, rdf.NewIRI(vocab.IRI(p.origin+doc.Instance)))
	say(problem, vocab.DCTIdentifier, rdf.NewString(string(doc.Code)))
	if doc.Detail != "" {
		say(problem, vocab.HydraDescription, rdf.NewLangString(doc.Detail, "en"))
	}
	for i, param := range doc.InvalidParams {
		label := "param" + strconv.Itoa(i)
		say(problem, p.invalidParam, rdf.NewBlankNode(label))
		say(label, vocab.HydraVariable, rdf.NewString(param.Name))
		say(label, vocab.DCTIdentifier, rdf.NewString(param.Code))
		say(label, vocab.HydraTitle, rdf.NewLangString(param.Reason, doc.language))
		if param.Detail != "" {
			say(label, vocab.HydraDescription, rdf.NewLangString(param.Detail, "en"))
		}
	}
	return triples
}
