package server

import (
	"bytes"
	"net/http"
	"slices"
	"strconv"

	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/vocab"
)

// serveCollection answers a request for a collection. above is the identifier of the resource that one of a nested class is
// below.
func (s *Server) serveCollection(w http.ResponseWriter, r *http.Request, res *resource, above string) {
	if !s.read(w, r) {
		return
	}
	if err := s.writeCollection(w, r, res, above); err != nil {
		w.Header()["Allow"] = allowReadValue
		s.WriteError(w, r, err)
	}
}

func (s *Server) writeCollection(w http.ResponseWriter, r *http.Request, res *resource, above string) error {
	x := s.exchanges.get()
	defer s.exchanges.put(x)
	if err := s.parse(r, x); err != nil {
		return err
	}
	rep, err := s.collections.choose(r, x)
	if err != nil {
		return err
	}
	x.rep = rep
	x.audience = s.audience(r, res, x)
	x.above = above
	if err := res.exists(r.Context(), above); err != nil {
		return err
	}
	if rep == asHTML && s.tidy(w, r, res, x) {
		return nil
	}
	q, err := s.collectionParameters(r, res, x, rep == asNDJSON)
	if err != nil {
		if rep == asHTML {
			err = s.withForm(err, r, res, x, &q)
		}
		return err
	}
	if rep == asNDJSON {
		headers := res.collectionHeaders[rep]
		if x.alone(r) {
			headers = headers.with("Link", res.collectionLinks[rep]...)
		}
		return s.stream(w, r, res, x, &q, headers)
	}
	window, err := s.window(r, res, x, &q)
	if err != nil {
		return err
	}
	if len(x.expansions) > 0 {
		window.version = "" // it tells nothing of what is embedded
		if err := s.embed(r, res, x, window.items); err != nil {
			return err
		}
	}
	p := res.projection(x)
	header := w.Header()
	res.collectionHeaders[rep].set(header)
	if x.alone(r) {
		header["Link"] = res.collectionLinks[rep]
	}
	if rep == asHAL {
		x.guardEmbedded(header)
		x.requestQuery(q.raw)
	}
	if q.lenient {
		header["Preference-Applied"] = handlingLenient
	}
	// The total may be newer or older than the page: a store may count in another breath than it lists.
	x.state.Reset(s.prefix, s.base.URL, s.languages)
	fingerprint := p.fingerprints[rep] ^ s.chooseLanguage(r, rep, &x.state) ^ uint64(window.total)*hashPrime //nolint:gosec // any bits will do
	if window.version != "" {
		if x.tag(window.version, fingerprint); x.matches(r) {
			s.pagingLinks(header, x, &q, window)
			delete(header, "Content-Type")
			x.notModified(w, r)
			return nil
		}
	}
	var languages []string
	if rep == asHTML {
		if x.body, languages, err = s.appendCollectionPage(x.body[:0], r, res, p, x, &q, window); err != nil {
			return err
		}
	} else {
		x.body = s.appendCollection(x.body[:0], res, p, rep, x, &q, window)
		languages = s.contentLanguage(x.state.Seen)
	}
	if rep == asRDFXML {
		if err := x.toRDFXML(res.definition.Prefixes); err != nil {
			return err
		}
	}
	s.pagingLinks(header, x, &q, window)
	if window.version != "" {
		x.tag(window.version, fingerprint)
	} else if x.tagBody(fingerprint); x.matches(r) {
		delete(header, "Content-Type")
		x.notModified(w, r)
		return nil
	}
	if err := x.precondition(r); err != nil {
		return err
	}
	if languages != nil {
		header["Content-Language"] = languages
	}
	x.send(w, r)
	return nil
}

// appendCollection writes a page of a collection in a representation.
func (s *Server) appendCollection(dst []byte, res *resource, p *projection, rep representation, x *exchange, q *collectionQuery, win *window) []byte {
	switch rep {
	case asJSONLD, asJSON:
		return s.appendCollectionJSON(dst, res, p, rep, x, q, win)
	case asHAL:
		return s.appendCollectionHAL(dst, res, p, x, q, win)
	case asTurtle, asTriG:
		return s.appendCollectionTurtle(dst, res, p, x, q, win)
	case asCSV:
		return appendCollectionCSV(dst, p, x, win)
	default:
		return s.appendCollectionTriples(dst, res, p, x, q, win)
	}
}

func (s *Server) appendCollectionJSON(dst []byte, res *resource, p *projection, rep representation, x *exchange, q *collectionQuery, win *window) []byte {
	dst = append(dst, '{')
	if rep == asJSONLD {
		dst = s.appendContext(dst, res)
	}
	dst = append(dst, `"@id":"`...)
	dst = q.appendCollectionURL(dst, s.prefix, x)
	dst = append(dst, `","@type":"Collection",`...)
	if q.filtered(x) {
		dst = q.appendCanonicalURL(append(dst, `"subsetOf":"`...), s.prefix)
		dst = append(dst, `",`...)
	}
	if win.total >= 0 {
		dst = append(strconv.AppendInt(append(dst, `"totalItems":`...), int64(win.total), 10), ',')
	}
	dst = append(dst, `"member":[`...)
	for i := range win.items {
		if i > 0 {
			dst = append(dst, ',')
		}
		dst = append(p.plan.AppendJSON(append(dst, '{'), win.items[i].value, &x.state), '}')
	}
	dst = append(dst, `],"view":{"@id":"`...)
	dst = q.appendViewURL(dst, s.prefix)
	dst = append(dst, `","@type":"PartialCollectionView"`...)
	if q.raw != "" {
		dst = q.appendCanonicalURL(append(dst, `,"subsetOf":"`...), s.prefix)
		dst = append(dst, '"')
	}
	for i := range win.links {
		link := &win.links[i]
		dst = append(append(append(dst, `,"`...), link.term...), `":"`...)
		dst = append(q.appendPageURL(dst, s.prefix, x, link), '"')
	}
	dst = append(dst, '}')
	return append(res.appendControls(dst, [][]byte{res.collectionControls.members}, nil, q), "}\n"...)
}

func (s *Server) appendCollectionTriples(dst []byte, res *resource, p *projection, x *exchange, q *collectionQuery, win *window) []byte {
	start := len(dst)
	dst = append(q.appendCollectionURL(append(dst, '<'), s.base.URL, x), '>')
	subject := slices.Clone(dst[start:])
	line := func(dst []byte, predicate vocab.IRI) []byte {
		return append(append(append(append(dst, subject...), " <"...), predicate...), "> "...)
	}
	dst = append(line(dst[:start], vocab.RDFType), "<"+vocab.HydraCollection+"> .\n"...)
	if win.total >= 0 {
		dst = line(dst, vocab.HydraTotalItems)
		dst = strconv.AppendInt(append(dst, '"'), int64(win.total), 10)
		dst = append(dst, `"^^<`+vocab.XSDInteger+"> .\n"...)
	}
	view := append(q.appendViewURL([]byte{'<'}, s.base.URL), '>')
	canonical := append(q.appendCanonicalURL([]byte{'<'}, s.base.URL), '>')
	subset := func(dst, of []byte) []byte {
		return append(append(append(append(dst, canonical...), " <"+vocab.VoIDSubset+"> "...), of...), " .\n"...)
	}
	if q.filtered(x) {
		dst = subset(dst, subject)
	}
	if q.raw != "" && !bytes.Equal(view, subject) {
		dst = subset(dst, view)
	}
	dst = append(append(line(dst, vocab.HydraView), view...), " .\n"...)
	dst = append(append(dst, view...), " <"+vocab.RDFType+"> <"+vocab.HydraPartialCollectionView+"> .\n"...)
	for i := range win.links {
		link := &win.links[i]
		dst = append(append(append(append(dst, view...), " <"...), link.predicate...), "> <"...)
		dst = append(q.appendPageURL(dst, s.base.URL, x, link), "> .\n"...)
	}
	dst = res.appendControls(dst, res.collectionControls.triples, subject, q)
	for i := range win.items {
		dst = append(p.plan.AppendReference(append(line(dst, vocab.HydraMember), '<'), win.items[i].value, s.base.URL), "> .\n"...)
		dst = p.plan.AppendTriples(dst, win.items[i].value, &x.state)
	}
	return dst
}

func (s *Server) appendCollectionTurtle(dst []byte, res *resource, p *projection, x *exchange, q *collectionQuery, win *window) []byte {
	dst = represent.AppendPrefixes(dst, p.collectionPrefixes)
	start := len(dst)
	dst = append(q.appendCollectionURL(append(dst, '<'), s.base.URL, x), '>')
	subject := slices.Clone(dst[start:])
	dst = append(dst, " a hydra:Collection"...)
	if win.total >= 0 {
		dst = strconv.AppendInt(append(dst, " ;\n  hydra:totalItems "...), int64(win.total), 10)
	}
	view := append(q.appendViewURL([]byte{'<'}, s.base.URL), '>')
	dst = append(append(dst, " ;\n  hydra:view "...), view...)
	for i := range win.items {
		if i == 0 {
			dst = append(dst, " ;\n  hydra:member <"...)
		} else {
			dst = append(dst, ",\n    <"...)
		}
		dst = append(p.plan.AppendReference(dst, win.items[i].value, s.base.URL), '>')
	}
	dst = append(dst, " .\n\n"...)
	if q.raw != "" {
		dst = append(q.appendCanonicalURL(append(dst, '<'), s.base.URL), "> void:subset "...)
		if dst = append(dst, view...); q.filtered(x) && !bytes.Equal(view, subject) {
			dst = append(append(dst, ", "...), subject...)
		}
		dst = append(dst, " .\n\n"...)
	}
	dst = append(append(dst, view...), " a hydra:PartialCollectionView"...)
	for i := range win.links {
		link := &win.links[i]
		dst = append(append(append(dst, " ;\n  hydra:"...), link.term...), " <"...)
		dst = append(q.appendPageURL(dst, s.base.URL, x, link), '>')
	}
	dst = append(dst, " .\n\n"...)
	dst = res.appendControls(dst, res.collectionControls.turtle, subject, q)
	for i := range win.items {
		dst = append(p.plan.AppendTurtle(append(dst, '\n'), win.items[i].value, &x.state), " .\n"...)
	}
	return x.state.AppendPending(dst)
}
