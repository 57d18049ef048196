package shacl

import (
	"errors"
	"fmt"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/shacl/tag"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// declaration reads the tags of one field into a property shape, or those of the blank field into a node shape.
type declaration struct {
	*compiler
	schema *Schema
	f      *record.Field // nil for the blank field
	p      *PropertyShape
	node   *NodeShape

	deactivated *bool
	severity    *vocab.IRI
	// label is nil for the blank field.
	label, message, description *literal.LangString
}

// fail notes a mistake in the tag that is written as text.
func (d *declaration) fail(text, format string, args ...any) {
	field := "_"
	if d.f != nil {
		field = d.f.Name
	}
	d.compiler.fail(d.schema.layout.Go, field, text, format, args...)
}

// readNode reads the tags of the blank field. The class is that which the caller of Compile gave.
func (c *compiler) readNode(s *Schema, class vocab.IRI) {
	n := &NodeShape{TargetClass: class, Severity: vocab.SHViolation}
	s.shape, s.class = n, class
	d := &declaration{
		compiler: c, schema: s, node: n,
		deactivated: &n.Deactivated, severity: &n.Severity, message: &n.Message, description: &n.Description,
	}
	pairs, err := tag.Scan(s.layout.Tag)
	if err != nil {
		d.fail("", "%w", err)
	}
	for _, pair := range pairs {
		switch pair.Key {
		case "ld":
			iri, err := c.prefixes.Expand(pair.Value)
			switch {
			case err != nil:
				d.fail(pair.String(), "%w", err)
			case class != "" && iri != class:
				d.fail(pair.String(), "the class is declared as %s elsewhere: name it in one place", class)
			default:
				n.TargetClass, s.class = iri, iri
			}
		case "sh":
			d.items(pair)
		case "json", "pattern":
			d.fail(pair.String(), "stands on a property: the blank field has ld (the class), sh, message and doc")
		default:
			d.prose(pair)
		}
	}
}

// readProperty reads the tags of a field. It returns nil for an identifier that is no property, and for a field whose
// predicate is not known.
func (c *compiler) readProperty(s *Schema, f *record.Field, root bool) *PropertyShape {
	p := &PropertyShape{Key: f.Key, Datatype: datatypeOf(f.Kind), MaxCount: 1, Severity: vocab.SHViolation}
	d := &declaration{
		compiler: c, schema: s, f: f, p: p,
		deactivated: &p.Deactivated, severity: &p.Severity, label: &p.Label, message: &p.Message, description: &p.Description,
	}
	d.assume()
	pairs, _ := tag.Scan(f.Tag) // its mistakes are found with those of the fields that are no properties
	for _, pair := range pairs {
		switch pair.Key {
		case "ld":
			d.path(pair)
		case "sh":
			d.items(pair)
		case "pattern":
			if p.Pattern = pair.Value; p.Pattern == "" {
				d.fail(pair.String(), "the pattern is empty: write a regular expression or remove the tag")
			}
		default:
			d.prose(pair)
		}
	}
	if _, ok := f.Tag.Lookup("ld"); !ok {
		d.fail("", "key %q means nothing in a graph: add the predicate, such as `ld:\"schema:%s\"`, or leave the field out with `json:\"-\"`", f.Key, f.Key)
	}
	d.conclude()
	if f.Identifier && !root {
		return nil
	}
	return p
}

// assume fills in what follows from the Go type.
func (d *declaration) assume() {
	p, f := d.p, d.f
	if f.Many || f.Kind == record.KindLangString {
		p.MaxCount = Unbounded
	}
	switch f.Kind {
	case record.KindLangString:
		p.UniqueLang = true
	case record.KindToken, record.KindRef:
		p.NodeKind = vocab.SHIRI
	case record.KindNode:
		p.NodeKind = vocab.SHBlankNodeOrIRI
	default:
	}
	if f.Identifier {
		p.Path, p.MinCount = vocab.DCTIdentifier, 1
	}
}

// conclude fills in what follows from the Go type unless a tag said otherwise.
func (d *declaration) conclude() {
	p := d.p
	switch d.f.Kind {
	case record.KindToken:
		if p.In == nil {
			for _, t := range d.f.Tokens {
				p.In = append(p.In, rdf.NewIRI(t.IRI))
			}
		}
	case record.KindUint:
		if low, _ := integerRange(p.Datatype); low < 0 && p.MinInclusive == nil && p.MinExclusive == nil {
			zero := rdf.NewLiteral("0", p.Datatype)
			p.MinInclusive = &zero
		}
	default:
	}
}

// path reads the `ld` tag of a field.
func (d *declaration) path(pair tag.Pair) {
	if d.f.Identifier {
		return
	}
	iri, err := d.prefixes.Expand(pair.Value)
	if err != nil {
		d.fail(pair.String(), "want the predicate as a CURIE or an absolute IRI, or @id for the identifier: %w", err)
		return
	}
	d.p.Path = iri
}

// items reads an `sh` tag.
func (d *declaration) items(pair tag.Pair) {
	items, err := tag.Parse(pair.Value)
	if err != nil {
		d.fail(pair.String(), "%w", err)
		return
	}
	if len(items) == 0 {
		d.fail(pair.String(), "the tag is empty: remove it")
	}
	byName := make(map[string]tag.Item, len(items))
	for _, item := range items {
		if _, twice := byName[item.Name]; twice {
			d.fail(pair.String(), "%s stands twice: write it once, several values separated by |", item.Name)
			continue
		}
		byName[item.Name] = item
	}
	known := parameters()
	for _, parameter := range known {
		if item, ok := byName[parameter.name]; ok {
			if err := d.read(parameter, item); err != nil {
				d.fail(pair.String(), "%w", err)
			}
			delete(byName, parameter.name)
		}
	}
	for _, item := range items {
		if _, unknown := byName[item.Name]; unknown {
			delete(byName, item.Name)
			names := d.allowed(known)
			d.fail(pair.String(), "there is no constraint %q%s; allowed here are %s", item.Name, d.hint(item.Name, names), words(names))
		}
	}
}

// allowed lists the names that may stand on the field.
func (d *declaration) allowed(known []parameter) []string {
	var names []string
	for _, p := range known {
		if d.f == nil && p.node || d.f != nil && p.field {
			names = append(names, p.name)
		}
	}
	return names
}

// hint suggests what an unknown name stands for.
func (d *declaration) hint(name string, names []string) string {
	switch strings.ToLower(name) {
	case "pattern", "message":
		return fmt.Sprintf(": it is a tag of its own, %s:\"…\"", strings.ToLower(name))
	case "label", "title":
		return ": it is a tag of its own, label:\"…\""
	case "description", "doc", "comment":
		return ": it is a tag of its own, doc:\"…\""
	case "name", "path":
		return ": the name is the json key, the path the ld tag"
	case "required":
		return ": write minCount=1"
	case "not", "and", "or", "xone", "qualifiedvalueshape", "qualifiedmincount", "qualifiedmaxcount", "property":
		return ": it takes shapes, which tags can't say"
	}
	return didYouMean(name, names)
}

// read applies one item.
func (d *declaration) read(p parameter, item tag.Item) error {
	switch {
	case p.name == "node":
		return errors.New("node follows from the Go type: declare the field as a struct, a pointer to one or a slice of them")
	case d.f == nil && !p.node:
		return fmt.Errorf("%s stands on a property: the blank field has %s", p.name, words(d.allowed(parameters())))
	case d.f != nil && !p.field:
		return fmt.Errorf("%s concerns the whole node: write it on a blank field, _ struct{} `sh:%q`", p.name, p.example)
	case p.arity == noValue && item.Values != nil:
		return fmt.Errorf("%s takes no value: write %s, or nothing", p.name, p.example)
	case p.arity != noValue && item.Values == nil:
		return fmt.Errorf("%s needs a value, such as %s", p.name, p.example)
	case p.arity == oneValue && len(item.Values) > 1:
		return fmt.Errorf("%s takes one value, such as %s; a | inside it is written \\|", p.name, p.example)
	}
	if err := p.read(d, item.Values); err != nil {
		return fmt.Errorf("%s: %w", p.name, err)
	}
	return nil
}

// prose reads label, doc, message and their variants by language. Other keys are not ours.
func (d *declaration) prose(pair tag.Pair) {
	target := d.message
	key, lang, tagged := strings.Cut(pair.Key, "-")
	switch key {
	case "message":
	case "doc":
		target = d.description
	case "label":
		target = d.label
	default:
		return
	}
	if target == nil {
		d.fail(pair.String(), "stands on a property: the blank field has ld (the class), sh, message and doc")
		return
	}
	if !tagged {
		lang = "en"
	}
	switch err := literal.CheckLanguageTag(lang); {
	case err != nil:
		d.fail(pair.String(), "the key ends in a language: %w", err)
	case strings.TrimSpace(pair.Value) == "":
		d.fail(pair.String(), "the text is empty: write it or remove the tag")
	default:
		if _, twice := target.Get(lang); twice {
			d.fail(pair.String(), "there is a text in %s already", lang)
			return
		}
		*target = append(*target, literal.LangValue{Lang: lang, Value: pair.Value})
	}
}

// term reads a value of the property as a tag writes it.
func (d *declaration) term(text string) (rdf.Term, error) {
	switch d.f.Kind {
	case record.KindNode, record.KindRef:
		return rdf.Term{}, fmt.Errorf("the values of %s can't be listed in a tag", an(d.f.Kind.String()))
	case record.KindToken:
		return d.token(text)
	case record.KindLangString:
		i := strings.LastIndexByte(text, '@')
		if i < 0 {
			return rdf.Term{}, fmt.Errorf("%q has no language: write %s@en", text, text)
		}
		return rdf.NewLangString(text[:i], text[i+1:]), nil
	default:
	}
	if d.p.NodeKind == vocab.SHIRI {
		iri, err := d.prefixes.Expand(text)
		return rdf.NewIRI(iri), err
	}
	form, err := canonical(d.f, d.p.Datatype, text)
	return rdf.NewLiteral(form, d.p.Datatype), err
}

func (d *declaration) token(text string) (rdf.Term, error) {
	names := make([]string, len(d.f.Tokens))
	for i, t := range d.f.Tokens {
		if t.Name == text {
			return rdf.NewIRI(t.IRI), nil
		}
		names[i] = t.Name
	}
	return rdf.Term{}, fmt.Errorf("%q is no token of %s%s; its tokens are %s", text, d.f.Value, didYouMean(text, names), words(names))
}

// didYouMean is the end of a sentence about an unknown word, empty when no known word is like it.
func didYouMean(word string, known []string) string {
	if best, ok := vocab.Closest(word, known); ok {
		return fmt.Sprintf(": did you mean %q?", best)
	}
	return ""
}

// words lists words for an error message.
func words(list []string) string { return strings.Join(list, ", ") }

// an is a noun with its indefinite article.
func an(noun string) string {
	if strings.ContainsRune("aeiou", rune(noun[0])) {
		return "an " + noun
	}
	return "a " + noun
}
