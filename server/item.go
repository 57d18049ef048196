package server

import (
	"errors"
	"fmt"
	"net/http"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/internal/represent"
	"github.com/hydrant-ld/hydrant/server/store"
)

// serveItem answers a request for one resource. segment is the last segment of the path as it was sent, above
// the identifier of the resource that one of a nested class is below.
func (s *Server) serveItem(w http.ResponseWriter, r *http.Request, res *resource, segment, above string) {
	if !s.read(w, r) {
		return
	}
	if err := s.writeItem(w, r, res, segment, above); err != nil {
		w.Header()["Allow"] = allowReadValue
		s.WriteError(w, r, err)
	}
}

func (s *Server) writeItem(w http.ResponseWriter, r *http.Request, res *resource, segment, above string) error {
	x := s.exchanges.get()
	defer s.exchanges.put(x)
	if err := s.parse(r, x); err != nil {
		return err
	}
	rep, err := s.items.choose(r, x)
	if err != nil {
		return err
	}
	id := unescape(segment)
	x.rep = rep
	x.audience = s.audience(r, res, x)
	ignored, err := s.itemParameters(r, res, x)
	if err != nil {
		return err
	}
	it, err := res.source.get(r.Context(), id)
	if err == nil && (it.value == nil || res.parent != nil && res.plan.Above(it.value) != above) {
		err = store.ErrNotFound
	}
	if err != nil {
		return res.explain(id, err)
	}
	if len(x.expansions) > 0 {
		it.version = "" // it tells nothing of what is embedded
		if err := s.embed(r, res, x, []item{it}); err != nil {
			return err
		}
	}
	p := res.projection(x)
	x.state.Reset(s.prefix, s.base.URL, s.languages)
	fingerprint := p.fingerprints[rep] ^ s.chooseLanguage(r, rep, &x.state)
	header := w.Header()
	if rep == asHAL {
		x.requestQuery(r.URL.RawQuery)
	}
	if ignored {
		header["Preference-Applied"] = handlingLenient
	}
	if it.version != "" {
		if x.tag(it.version, fingerprint); x.matches(r) {
			x.setItemHeaders(header, r, res, false)
			x.notModified(w, r)
			return nil
		}
	}
	var languages []string
	if rep == asHTML {
		if x.body, languages, err = s.appendItemPage(x.body[:0], r, res, p, it, x); err != nil {
			return err
		}
	} else {
		x.body = s.appendItem(x.body[:0], res, p, rep, it, x)
		languages = s.contentLanguage(x.state.Seen)
	}
	if rep == asRDFXML {
		if err := x.toRDFXML(res.definition.Prefixes); err != nil {
			return err
		}
	}
	if it.version == "" {
		if x.tagBody(fingerprint); x.matches(r) {
			x.setItemHeaders(header, r, res, false)
			x.notModified(w, r)
			return nil
		}
	}
	x.setItemHeaders(header, r, res, true)
	if err := x.precondition(r); err != nil {
		return err
	}
	if languages != nil {
		header["Content-Language"] = languages
	}
	x.send(w, r)
	return nil
}

// setItemHeaders puts the fields that all responses of a representation have into a header, with or without those of a body.
func (x *exchange) setItemHeaders(h http.Header, r *http.Request, res *resource, body bool) {
	if body {
		res.itemHeaders[x.rep].set(h)
	} else {
		res.unmodified[x.rep].set(h)
	}
	if x.alone(r) {
		h["Link"] = res.itemLinks[x.rep]
	}
	x.guardEmbedded(h)
}

// explain says more of an identifier that a store doesn't know: one that no resource of the class can have is a mistake.
func (res *resource) explain(id string, err error) error {
	if !errors.Is(err, store.ErrNotFound) {
		return err
	}
	param := InvalidParam{Name: res.identifier.Key}
	switch length := utf8.RuneCountInString(id); {
	case length < res.identifier.MinLength:
		param.Code, param.About = "minLength", strconv.Itoa(res.identifier.MinLength)
		param.Detail = fmt.Sprintf("want at least %d characters", res.identifier.MinLength)
	case res.identifier.MaxLength > 0 && length > res.identifier.MaxLength:
		param.Code, param.About = "maxLength", strconv.Itoa(res.identifier.MaxLength)
		param.Detail = fmt.Sprintf("want at most %d characters", res.identifier.MaxLength)
	case res.pattern != nil && !res.pattern.MatchString(id):
		param.Code, param.About = "pattern", res.identifier.Pattern
		param.Detail = "want a match of " + res.identifier.Pattern
	default:
		return err
	}
	return invalid([]InvalidParam{param})
}

// itemParameters reads the parameters of a request for an item, which are in x: fields, whose paths are in x.paths, and expand. It says whether
// parameters were ignored because the client asked for that.
func (s *Server) itemParameters(r *http.Request, res *resource, x *exchange) (ignored bool, err error) {
	x.paths = x.paths[:0]
	for i := range x.params.List {
		switch param := &x.params.List[i]; {
		case param.Name == paramFields:
			x.readFields(res, param)
		case param.Name == paramExpand:
			x.readExpand(res, param)
		case param.Name == paramFormat: // read already
		case lenient(r):
			ignored = true
		default:
			x.unknown(param, res.itemParameterNames())
		}
	}
	return ignored, invalid(x.invalid)
}

// parse reads the query string into x.params. What is wrong with single parameters goes to x.invalid.
func (s *Server) parse(r *http.Request, x *exchange) error {
	if r.URL.RawQuery == "" {
		return nil
	}
	if len(r.URL.RawQuery) > query.MaxBytes {
		return &Problem{Code: CodeURITooLong, Detail: "The query is longer than 8192 bytes."}
	}
	if strings.IndexByte(r.URL.RawQuery, '#') >= 0 { // net/http lets it through
		x.invalid = append(x.invalid, InvalidParam{Name: "#", Code: string(query.CodeNotAllowedCharacter), Detail: "want %23 for a # in a query"})
	}
	if err := x.params.Parse(r.URL.RawQuery); err != nil {
		x.invalid = addQueryErrors(x.invalid, "", "notAllowedCharacter", err)
	}
	return nil
}

// readFields resolves the names in a fields parameter to x.paths.
func (x *exchange) readFields(res *resource, param *query.Param) {
	if x.repeated(param) {
		return
	}
	paths, err := query.ParseFields(param.Value, res.names, x.paths)
	if err != nil {
		x.wrongNames(paramFields, paramFields, err, res.fieldNames())
	}
	x.paths = paths
}

// wrongNames notes the mistakes in a list of names, and says what there is where a name is like none of it.
func (x *exchange) wrongNames(name, code string, err error, want string) {
	for mistake := range query.All(err) {
		x.invalid = addQueryErrors(x.invalid, name, code, mistake)
		if isStrange(mistake) {
			x.invalid[len(x.invalid)-1].Detail += ", want " + want
		}
	}
}

// isStrange says whether a name is unknown and like none that there is.
func isStrange(err error) bool {
	unknown, ok := errors.AsType[*query.UnknownNameError](err)
	if !ok {
		return false
	}
	_, like := unknown.Suggestion()
	return !like
}

// fieldNames says what fields selects, as far as a sentence holds.
func (res *resource) fieldNames() string {
	const most = 12
	var names []string
	for i := range res.names.Len() {
		if name := res.names.Path(i); !strings.Contains(name, ".") {
			names = append(names, name)
		}
	}
	if more := len(names) - most; more > 0 {
		return "one of " + strings.Join(names[:most], ", ") + " and " + strconv.Itoa(more) + " more"
	}
	return "one of " + strings.Join(names, ", ")
}

// repeated says whether a parameter that may be there once is there again, and notes it the second time.
func (x *exchange) repeated(param *query.Param) bool {
	again, noted, reached := false, false, false
	for i := range x.params.List {
		switch other := &x.params.List[i]; {
		case other == param:
			reached = true
		case other.Name == param.Name && !together(other, param):
			again, noted = true, noted || !reached
		}
	}
	if again && !noted {
		detail := "want " + param.Name + " once"
		if param.Alias != "" {
			detail = param.Alias + " is another name of " + param.Name + ": want one of them"
		}
		x.invalid = append(x.invalid, InvalidParam{Name: param.Sent(), Code: "unique", Detail: detail})
	}
	return again
}

// unknown notes a parameter that there isn't.
func (x *exchange) unknown(param *query.Param, want string) {
	name := param.Sent()
	if len(name) > maxName {
		name = strings.ToValidUTF8(name[:maxName], "") + "…"
	}
	x.invalid = append(x.invalid, InvalidParam{Name: name, Code: "unknownParam", Detail: want})
}

// maxName is how much of an unknown parameter's name is repeated to the client.
const maxName = 64

// appendItem writes a resource in a representation.
func (s *Server) appendItem(dst []byte, res *resource, p *projection, rep representation, it item, x *exchange) []byte {
	c, state := &res.itemControls, &x.state
	if !p.all {
		c = &controls{}
	}
	switch rep {
	case asJSONLD, asJSON:
		dst = append(dst, '{')
		if rep == asJSONLD {
			dst = s.appendContext(dst, res)
		}
		dst = p.plan.AppendJSON(dst, it.value, state)
		return append(append(dst, c.members...), "}\n"...)
	case asHAL:
		return s.appendItemHAL(dst, res, p, x, it)
	case asTurtle, asTriG:
		dst = represent.AppendPrefixes(dst, p.itemPrefixes)
		dst = append(p.plan.AppendTurtle(dst, it.value, state), " .\n"...)
		dst = state.AppendPending(dst)
		return appendFilled(dst, c.turtle, s.appendSubject(p, it, state))
	default:
		dst = p.plan.AppendTriples(dst, it.value, state)
		return appendFilled(dst, c.triples, s.appendSubject(p, it, state))
	}
}

func (s *Server) appendContext(dst []byte, res *resource) []byte {
	dst = append(append(dst, `"@context":"`...), s.prefix...)
	return append(append(dst, res.context...), `",`...)
}

// appendSubject writes the absolute IRI of an item.
func (s *Server) appendSubject(p *projection, it item, state *represent.State) []byte {
	return append(p.plan.AppendReference([]byte{'<'}, it.value, state.Base), '>')
}
