package hydra

import (
	"errors"
	"fmt"
	"reflect"
	"regexp"
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// reservedTerms are the names of the Hydra types that responses use: no class may have one.
func reservedTerms() []string {
	return []string{
		"Collection", "PartialCollectionView", "IriTemplate", "IriTemplateMapping", "Operation", "Status", "Error",
	}
}

// reservedKeys are the keys that an item has beside its properties.
func reservedKeys() []string { return []string{"operation"} }

// ReservedParameters returns the names of the framework's own query parameters: no filterable property may have one.
func ReservedParameters() []string {
	return []string{"fields", "sort", "page", "pageSize", "after", "search", "expand", "format"}
}

var classPath = regexp.MustCompile(`^(/[a-z0-9]+(-[a-z0-9]+)*)+$`)

// reservedPaths are the first segments that the framework serves documents under.
func reservedPaths() []string {
	return []string{"documentation", "contexts", "shapes", "swagger", "openapi", "catalog", "docs", "problems"}
}

// compile fills in everything that follows from the type and its tags, and joins all mistakes.
func (d *Definition) compile(t reflect.Type) error {
	c := definitionCompiler{d: d}
	c.names(t)
	prefixes := c.prefixes()
	c.errs = append(c.errs, checkTerm(d.IRI, prefixes, "class "+d.Path+": its IRI")...)
	schema, err := shacl.Compile(t, d.IRI, prefixes)
	if err != nil {
		c.errs = append(c.errs, err)
	}
	d.Schema, d.Prefixes, d.byPath = schema, prefixes, map[string]*Property{}
	if schema != nil && err == nil {
		if d.IRI == "" {
			d.IRI = schema.Class()
		}
		if schema.Layout().Identifier() == nil {
			c.fail("%s has no identifier: give the field that names a resource the tag `ld:\"@id\"`", t)
		}
		c.walk(schema, nil, nil, "")
		c.within()
		c.links()
		c.collections()
		c.rules()
		d.nodes = d.collect()
		c.terms(d.nodes)
		c.scopes(d.nodes)
	}
	d.err = errors.Join(distinct(c.errs)...)
	return d.err
}

// distinct leaves out mistakes that were found on several paths to the same nested type.
func distinct(errs []error) []error {
	var out []error
	for _, err := range errs {
		if !slices.ContainsFunc(out, func(e error) bool { return e.Error() == err.Error() }) {
			out = append(out, err)
		}
	}
	return out
}

type definitionCompiler struct {
	d    *Definition
	errs []error
}

func (c *definitionCompiler) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf("class %s: "+format, append([]any{c.d.Path}, args...)...))
}

func (c *definitionCompiler) names(t reflect.Type) {
	d := c.d
	d.Term = d.Meta.Term
	if d.Term == "" {
		d.Term = t.Name()
	}
	d.Name = nestedName(d.Path)
	if !classPath.MatchString(d.Path) && !nestedPath.MatchString(d.Path) {
		c.fail("a path is made of segments of lower-case letters, digits and hyphens, each after a slash, such as \"/events\"; %q is not", d.Path)
	} else if first := strings.Split(d.Path, "/")[1]; slices.Contains(reservedPaths(), first) {
		c.fail("the path /%s is the framework's own: choose another", first)
	} else if slices.Contains(documentContexts(), d.Name) {
		c.fail("the path %s would give the class's JSON-LD context the name of one of the framework's own: choose another", d.Path)
	}
	switch {
	case slices.Contains(reservedTerms(), d.Term):
		c.fail("the name %s is Hydra's own in every response: give the class another one in ClassMeta.Term", d.Term)
	case !termName.MatchString(d.Term):
		c.fail("the name %q can't stand in \"@type\": want a letter, then letters, digits, hyphens and underscores; give one in ClassMeta.Term", d.Term)
	}
	what := "class " + d.Path + ": ClassMeta."
	c.errs = append(c.errs, d.Meta.Title.check(what+"Title")...)
	c.errs = append(c.errs, d.Meta.Description.check(what+"Description")...)
	c.errs = append(c.errs, d.Meta.CollectionTitle.check(what+"CollectionTitle")...)
	c.errs = append(c.errs, d.Meta.CollectionDescription.check(what+"CollectionDescription")...)
}

func (c *definitionCompiler) prefixes() *vocab.Prefixes {
	p := vocab.StandardPrefixes()
	for _, prefix := range sortedKeys(c.d.Meta.Prefixes) {
		with, err := p.With(prefix, c.d.Meta.Prefixes[prefix])
		if err != nil {
			c.fail("prefix %s: %w", prefix, err)
			continue
		}
		p = with
	}
	return p
}

// walk lists the properties of a schema and of the nodes nested in it.
func (c *definitionCompiler) walk(schema *shacl.Schema, on []*shacl.Schema, steps []*shacl.Property, access string) {
	if slices.Contains(on, schema) {
		return
	}
	on = append(slices.Clip(on), schema)
	for _, sp := range schema.Properties() {
		if sp.Field.Identifier && len(steps) > 0 {
			continue // a nested node's identifier is its IRI, not a property
		}
		p := &Property{Steps: append(slices.Clip(steps), sp)}
		p.Path = dotted(p.Steps)
		c.tags(schema, p)
		if access != "" && (p.Access == "" || p.Access == accessRead) {
			p.Access = access
		}
		c.d.Properties = append(c.d.Properties, p)
		c.d.byPath[p.Path] = p
		if strings.Contains(sp.Field.Key, "/") {
			c.fail("%s.%s: JSON-LD takes the key %q, with its slash, for a reference: rename it", schema.Go(), sp.Field.Name, sp.Field.Key)
		}
		if len(steps) == 0 && slices.Contains(append(reservedKeys(), halKeys()...), sp.Field.Key) {
			c.fail("the key %q is the framework's own in every item: rename it", sp.Field.Key)
		}
		c.display(schema, p)
		if sp.Node != nil {
			inherited := p.Access
			if inherited == accessRead {
				inherited = access
			}
			c.walk(sp.Node, on, p.Steps, inherited)
		}
	}
}

func dotted(steps []*shacl.Property) string {
	keys := make([]string, len(steps))
	for i, s := range steps {
		keys[i] = s.Field.Key
	}
	return strings.Join(keys, ".")
}

// accessRead is the word of the access tag for what clients never write.
const accessRead = "read"

// tags reads the tags that say what clients may do with a property.
func (c *definitionCompiler) tags(schema *shacl.Schema, p *Property) {
	f := p.Leaf().Field
	bad := func(tag, format string, args ...any) {
		c.errs = append(c.errs, &shacl.TagError{
			Type: schema.Go(), Field: f.Name, Tag: fmt.Sprintf("%s:%q", tag, f.Tag.Get(tag)), Err: fmt.Errorf(format, args...),
		})
	}
	if word, ok := f.Tag.Lookup("filter"); ok {
		switch word {
		case "exact":
			p.Filter = FilterExact
		case "range":
			p.Filter = FilterRange
		case "text":
			p.Filter = FilterText
		default:
			bad("filter", "want exact, range or text")
		}
		switch {
		case p.Filter != FilterNone && p.Group():
			bad("filter", "a nested node can't be compared: filter by one of its properties")
		case p.Filter == FilterRange && !ordered(f.Kind):
			bad("filter", "%s values have no order: want exact or text", f.Kind)
		case p.Filter == FilterText && f.Kind != record.KindString && f.Kind != record.KindLangString:
			bad("filter", "%s values are no text: want exact or range", f.Kind)
		case p.Filter != FilterNone && slices.Contains(ReservedParameters(), p.Path):
			bad("filter", "%q is a query parameter of the framework: rename the key", f.Key)
		}
	}
	if word, ok := f.Tag.Lookup("sort"); ok {
		p.Sortable = true
		switch {
		case word != "true":
			bad("sort", "want true")
		case p.Group() || f.Kind == record.KindLangString || f.Kind == record.KindToken || f.Kind == record.KindRef:
			bad("sort", "%s values have no order", f.Kind)
		case slices.ContainsFunc(p.Steps, func(s *shacl.Property) bool { return s.Field.Many }):
			bad("sort", "a property with many values gives a resource no single place in an order")
		}
	}
	if word, ok := f.Tag.Lookup("access"); ok {
		p.Access = word
		if !audienceName.MatchString(word) {
			bad("access", "want read, or the name of an audience (letters, digits and hyphens)")
		}
		if f.Identifier && word != accessRead {
			bad("access", "an identifier can't be hidden: it is the address of the resource")
		}
	}
}

var audienceName = regexp.MustCompile(`^[A-Za-z][A-Za-z0-9-]*$`)

func ordered(k record.Kind) bool {
	switch k {
	case record.KindString, record.KindInt, record.KindUint, record.KindFloat, record.KindDate, record.KindDateTime,
		record.KindTime, record.KindGYear, record.KindDecimal:
		return true
	default:
		return false
	}
}

// checkTerm checks the IRI of a class or property unless it is empty. A compact IRI passes for an absolute one, so it is
// looked for.
func checkTerm(iri vocab.IRI, prefixes *vocab.Prefixes, what string) []error {
	if iri == "" {
		return nil
	}
	if err := vocab.CheckIRI(string(iri)); err != nil {
		return []error{fmt.Errorf("%s: %w", what, err)}
	}
	prefix, local, _ := strings.Cut(string(iri), ":")
	if namespace, ok := prefixes.Namespace(prefix); ok && !strings.HasPrefix(local, "//") {
		return []error{fmt.Errorf("%s: %q is a compact IRI: write %q", what, iri, namespace+local)}
	}
	return nil
}

func sortedKeys[V any](m map[string]V) []string {
	keys := make([]string, 0, len(m))
	for k := range m {
		keys = append(keys, k)
	}
	slices.Sort(keys)
	return keys
}
