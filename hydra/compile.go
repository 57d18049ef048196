package hydra

import (
	"errors"
	"fmt"
	"maps"
	"reflect"
	"regexp"
	"slices"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Compile compiles an API. It checks the configuration, the declarations of all classes, and that they go together; the
// error joins every mistake found. What it is given is copied where it could be changed later.
func Compile(cfg Config) (*API, error) {
	c := apiCompiler{
		api: &API{
			vocabulary: cfg.Vocabulary,
			metadata:   cfg.Metadata.clone(),
			byPath:     map[string]*Resource{},
			byType:     map[reflect.Type]*Resource{},
			byContext:  map[string]*Context{},
			shapeNames: map[shapeKey]string{},
		},
		keys: map[string]string{},
	}
	c.address(&cfg)
	c.api.mediaTypes = c.mediaTypes("MediaTypes", cfg.MediaTypes, standardMediaTypes())
	c.api.itemMediaTypes = c.mediaTypes("ItemMediaTypes", cfg.ItemMediaTypes, c.api.mediaTypes)
	c.api.collectionMediaTypes = c.mediaTypes("CollectionMediaTypes", cfg.CollectionMediaTypes, c.api.mediaTypes)
	c.entryPoint(cfg.EntryPointStatuses)
	for i := range cfg.Resources {
		c.resource(&cfg.Resources[i])
	}
	c.names()
	c.references()
	c.operations()
	if len(c.errs) == 0 {
		c.shapes()
		c.contexts()
	}
	if err := errors.Join(c.errs...); err != nil {
		return nil, err
	}
	return c.api, nil
}

type apiCompiler struct {
	api  *API
	errs []error
	// keys tells which class has a key of the entry point.
	keys map[string]string
}

func (c *apiCompiler) fail(format string, args ...any) {
	c.errs = append(c.errs, fmt.Errorf(format, args...))
}

func (c *apiCompiler) note(err error) {
	if err != nil {
		c.errs = append(c.errs, err)
	}
}

func (c *apiCompiler) address(cfg *Config) {
	base, err := parseBase(cfg.BaseURL)
	c.note(err)
	c.api.base = base
	c.note(checkVocabulary(cfg.Vocabulary))
	c.note(cfg.Metadata.Check())
}

// mediaType is a media type without parameters (RFC 6838, section 4.2).
var mediaType = regexp.MustCompile(`^[a-z0-9][a-z0-9!#$&^_.+-]*/[a-z0-9][a-z0-9!#$&^_.+-]*$`)

// standardMediaTypes are those that resources are served in unless something else is said.
func standardMediaTypes() []string {
	return []string{"application/ld+json", "application/json", "text/turtle", "application/n-triples", "application/n-quads"}
}

// mediaTypes checks a list of media types. An empty one is the standard.
func (c *apiCompiler) mediaTypes(field string, types, standard []string) []string {
	if len(types) == 0 {
		return standard
	}
	for i, t := range types {
		switch {
		case !mediaType.MatchString(t):
			c.fail("Config.%s: %q: want a media type in lower case without parameters, such as \"application/ld+json\"", field, t)
		case slices.Contains(types[:i], t):
			c.fail("Config.%s: %q stands twice", field, t)
		}
	}
	return slices.Clone(types)
}

// entryPoint takes in how reading the entry point can end.
func (c *apiCompiler) entryPoint(statuses []Status) {
	operation := newEntryPointOperation(statuses)
	c.errs = append(c.errs, operation.check("Config.EntryPointStatuses")...)
	operation.Returns = c.api.term("EntryPoint")
	c.api.entryPoint = operation
}

// resource takes a class in.
func (c *apiCompiler) resource(given *Resource) {
	d := given.Definition
	if d == nil {
		c.fail("resource %d has no class: give it the Definition of one", len(c.api.resources)+1)
		return
	}
	r := given.clone()
	c.api.resources = append(c.api.resources, r)
	if d.err != nil {
		c.note(d.err)
		return
	}
	c.errs = append(c.errs, r.check()...)
	if other := c.api.byPath[d.Path]; other != nil {
		c.fail("two classes have the path %s: %s and %s", d.Path, other.Definition.Schema.Go(), d.Schema.Go())
		return
	}
	c.api.byPath[d.Path] = r
	if other, ok := c.keys[d.Name]; ok {
		c.fail("the paths %s and %s give the same name, %s, to a link and a context: change one", other, d.Path, d.Name)
	}
	c.keys[d.Name] = d.Path
	r.key = entryPointKey(d.Name)
	r.shorten()
}

// names gives every struct type a name for its shape: those served first, then those nested in them. A name means one
// type.
func (c *apiCompiler) names() {
	byName := map[string]*node{}
	name := func(n *node) {
		if _, ok := c.api.shapeNames[n.shapeKey()]; ok {
			return
		}
		c.api.nodes = append(c.api.nodes, n)
		c.api.shapeNames[n.shapeKey()] = n.name
		if other := byName[n.name]; other != nil {
			c.fail("the name %s means the type %s in the class %s and %s in the class %s: rename one, or give both the same class",
				n.name, other.describe(), other.definition.Path, n.describe(), n.definition.Path)
			return
		}
		byName[n.name] = n
	}
	terms := map[string]string{}
	for _, r := range c.api.resources {
		d := r.Definition
		if d.err != nil {
			continue
		}
		if other, ok := terms[d.Term]; ok {
			c.fail("the classes at %s and %s have the same name, %s: give one of them another in ClassMeta.Term", other, d.Path, d.Term)
			continue
		}
		terms[d.Term] = d.Path
		name(d.nodes[0])
	}
	for _, r := range c.api.resources {
		if r.Definition.err == nil {
			for _, n := range r.Definition.nodes[1:] {
				name(n)
			}
		}
	}
}

// shapes writes the shapes of all classes as a graph, which documents are made from.
func (c *apiCompiler) shapes() {
	schemas := make([]*shacl.Schema, len(c.api.resources))
	for i, r := range c.api.resources {
		schemas[i] = r.Definition.Schema
	}
	triples, err := shacl.Triples(c.api.Naming(), schemas...)
	c.note(err)
	c.api.shapes = newShapeTree(append(c.api.entryPointTriples(), triples...))
}

// references checks that every reference leads to a class that is served. Nothing is known of classes whose declaration
// has mistakes: the check waits for them.
func (c *apiCompiler) references() {
	if slices.ContainsFunc(c.api.resources, func(r *Resource) bool { return r.Definition.err != nil }) {
		return
	}
	paths := map[reflect.Type][]string{}
	for _, r := range c.api.resources {
		t := r.Definition.Schema.Go()
		paths[t] = append(paths[t], r.Definition.Path)
		if c.api.byType[t] == nil {
			c.api.byType[t] = r
		}
	}
	for _, r := range c.api.resources {
		for _, p := range r.Definition.Properties {
			f := p.Leaf().Field
			if f.Kind != record.KindRef {
				continue
			}
			switch served := paths[f.Target]; len(served) {
			case 0:
				c.fail("class %s: property %s refers to %s, for which the API has no class: declare and serve one", r.Definition.Path, p.Path, f.Target)
			case 1:
			default:
				c.fail("class %s: property %s refers to %s, which is served at %q: a reference leads to one place, so give one of them a type of its own",
					r.Definition.Path, p.Path, f.Target, served)
			}
		}
	}
	c.nesting()
}

// operations checks that operationIds are unique.
func (c *apiCompiler) operations() {
	paths := map[string]string{entryPointOperation: "the entry point"}
	for _, r := range c.api.resources {
		for _, o := range slices.Concat(r.Item, r.Collection) {
			if other, ok := paths[o.ID]; ok {
				c.fail("two operations have the ID %q: one on %s and one on %s", o.ID, other, r.Definition.Path)
			}
			paths[o.ID] = r.Definition.Path
		}
	}
}

// contexts renders the JSON-LD contexts.
func (c *apiCompiler) contexts() {
	a := c.api
	add := func(context *Context, err error) {
		if err != nil {
			c.note(err)
			return
		}
		a.contexts = append(a.contexts, context)
		a.byContext[context.Name] = context
	}
	for _, r := range a.resources {
		r.context = newContextBuilder(r.Definition.Prefixes)
		add(classContext(r.Definition, r.context))
	}
	add(a.entryPointContext())
	add(a.documentationContext())
	add(a.shapesDocumentContext())
	add(a.catalogContext())
	add(a.problemContext())
	for _, r := range a.resources {
		item, collection, err := a.halContexts(r.Definition)
		add(item, err)
		if err == nil {
			add(collection, nil)
		}
	}
}

// targetClass is the class that a reference leads to.
func (a *API) targetClass(p *shacl.Property) vocab.IRI {
	if r := a.Target(p.Field.Target); r != nil {
		return r.Definition.IRI
	}
	return ""
}

// clone copies what a caller might change.
func (m Metadata) clone() Metadata {
	m.Title, m.Description = maps.Clone(m.Title), maps.Clone(m.Description)
	m.Publisher.Name = maps.Clone(m.Publisher.Name)
	m.Keywords = maps.Clone(m.Keywords)
	m.Themes, m.Profiles = slices.Clone(m.Themes), slices.Clone(m.Profiles)
	m.Flanders.Status = slices.Clone(m.Flanders.Status)
	for i := range m.Flanders.Status {
		m.Flanders.Status[i].Label = maps.Clone(m.Flanders.Status[i].Label)
	}
	for lang, words := range m.Keywords {
		m.Keywords[lang] = slices.Clone(words)
	}
	if m.Languages = slices.Clone(m.Languages); len(m.Languages) == 0 {
		m.Languages = []string{"en"}
	}
	return m
}
