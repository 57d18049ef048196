package record

import (
	"errors"
	"fmt"
	"reflect"
	"strings"
	"time"
	"unicode"

	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// Type is the layout of a struct type: its properties in the order of declaration.
type Type struct {
	// Go is the struct type.
	Go reflect.Type
	// Tag is the tag of the blank field `_ struct{}`, where a type says what concerns the whole node.
	Tag reflect.StructTag
	// Fields are the properties in the order of declaration, those of embedded structs in place.
	Fields []*Field

	byKey map[string]*Field
}

// Field returns the property with this JSON key, or nil.
func (t *Type) Field(key string) *Field { return t.byKey[key] }

// Identifier returns the field whose tag is `ld:"@id"`, or nil: nodes of such a type are blank.
func (t *Type) Identifier() *Field {
	for _, f := range t.Fields {
		if f.Identifier {
			return f
		}
	}
	return nil
}

// FieldError says which field of which type can't carry a property, and why.
type FieldError struct {
	Type  reflect.Type
	Field string
	Err   error
}

// Error names type and field, then the reason.
func (e *FieldError) Error() string { return fmt.Sprintf("%s.%s: %v", e.Type, e.Field, e.Err) }

// Unwrap returns the reason.
func (e *FieldError) Unwrap() error { return e.Err }

// Of returns the layout of a struct type. Exported fields need a `json` key; `json:"-"` leaves a field out. The error
// joins a [*FieldError] for every field that can't be a property, those of nested types included.
func Of(t reflect.Type) (*Type, error) {
	b := builder{types: map[reflect.Type]*Type{}}
	typ := b.build(t)
	return typ, errors.Join(b.errs...)
}

type builder struct {
	types map[reflect.Type]*Type
	errs  []error
}

func (b *builder) fail(t reflect.Type, field, format string, args ...any) {
	b.errs = append(b.errs, &FieldError{Type: t, Field: field, Err: fmt.Errorf(format, args...)})
}

func (b *builder) build(t reflect.Type) *Type {
	if typ, ok := b.types[t]; ok {
		return typ
	}
	typ := &Type{Go: t, byKey: map[string]*Field{}}
	b.types[t] = typ
	if t.Kind() != reflect.Struct {
		b.errs = append(b.errs, fmt.Errorf("%s: a resource is declared as a struct, not as a %s", t, t.Kind()))
		return typ
	}
	b.addFields(typ, t, 0)
	return typ
}

func (b *builder) addFields(typ *Type, t reflect.Type, base uintptr) {
	for sf := range t.Fields() {
		switch {
		case sf.Name == "_":
			if typ.Go == t {
				typ.Tag = reflect.StructTag(strings.TrimSpace(string(typ.Tag + " " + sf.Tag)))
			}
		case embeds(sf):
			b.addFields(typ, sf.Type, base+sf.Offset)
		case sf.Anonymous && sf.Tag.Get("json") == "":
			b.fail(t, sf.Name, "only a plain struct can be embedded, by value: give the field a json key to make it a property")
		case sf.PkgPath != "":
			if sf.Tag.Get("ld") != "" || sf.Tag.Get("json") != "" {
				b.fail(t, sf.Name, "is not exported but has tags of a property: export it or remove its tags")
			}
		default:
			b.addField(typ, t, sf, base+sf.Offset)
		}
	}
}

func (b *builder) addField(typ *Type, t reflect.Type, sf reflect.StructField, offset uintptr) {
	if sf.Tag.Get("json") == "-" {
		return
	}
	key, _, _ := strings.Cut(sf.Tag.Get("json"), ",")
	if key == "" {
		b.fail(t, sf.Name, "has no json key: write `json:\"%s\"`, or `json:\"-\"` to leave it out", suggestedKey(sf.Name))
		return
	}
	if strings.ContainsAny(key, ".@: \t\n\"\\,") || !printable(key) {
		b.fail(t, sf.Name, "json key %q: a key has no dot, colon, comma, @, quote or space", key)
		return
	}
	if typ.byKey[key] != nil {
		b.fail(t, sf.Name, "json key %q is taken by field %s", key, typ.byKey[key].Name)
		return
	}
	f := &Field{Name: sf.Name, Key: key, Tag: sf.Tag, Go: sf.Type, offset: offset, Identifier: sf.Tag.Get("ld") == "@id"}
	if err := b.place(f, sf.Type); err != nil {
		b.fail(t, sf.Name, "%w", err)
		return
	}
	if f.Identifier {
		switch {
		case f.Kind != KindString || f.placement != placedDirectly:
			b.fail(t, sf.Name, "an identifier (`ld:\"@id\"`) is a string, not %s", sf.Type)
		case typ.Identifier() != nil:
			b.fail(t, sf.Name, "is a second identifier beside %s: a node has one", typ.Identifier().Name)
		}
	}
	typ.byKey[key] = f
	typ.Fields = append(typ.Fields, f)
}

// place finds out how the values of a field of type t are reached and of what kind they are.
func (b *builder) place(f *Field, t reflect.Type) error {
	if kind, ok := valueKind(t); ok {
		return b.classify(f, t, kind)
	}
	switch t.Kind() {
	case reflect.Pointer:
		f.placement = placedBehindPointer
		return b.classifyElement(f, t.Elem())
	case reflect.Slice:
		f.Many = true
		f.placement = placedInSlice
		elem := t.Elem()
		if elem.Kind() == reflect.Pointer {
			f.placement = placedInSliceOfPointers
			elem = elem.Elem()
		}
		if elem.Kind() == reflect.Uint8 {
			return errors.New("bytes have no place in a graph: use a string and say its datatype, for example `sh:\"datatype=xsd:base64Binary\"`")
		}
		return b.classifyElement(f, elem)
	default:
		return unsupported(t)
	}
}

func (b *builder) classifyElement(f *Field, t reflect.Type) error {
	kind, ok := valueKind(t)
	if !ok {
		return unsupported(t)
	}
	if kind == KindLangString && f.Many {
		return errors.New("a language string holds many values already: it can't be the element of a slice")
	}
	return b.classify(f, t, kind)
}

func (b *builder) classify(f *Field, t reflect.Type, kind Kind) error {
	f.Kind, f.Value, f.size, f.bits = kind, t, t.Size(), uint8(min(t.Size()*8, 64))
	f.clock = t == reflect.TypeFor[time.Time]()
	if err := checkReceiver(t); err != nil {
		return err
	}
	switch kind {
	case KindNode:
		f.Node = b.build(t)
	case KindToken:
		enum, _ := reflect.TypeAssert[Enumeration](reflect.Zero(t))
		f.Tokens = enum.Tokens()
		return checkTokens(f.Tokens)
	case KindRef:
		ref, _ := reflect.TypeAssert[Reference](reflect.Zero(t))
		target := reflect.TypeOf(ref.ReferenceTo())
		if target == nil || target.Kind() != reflect.Pointer || target.Elem().Kind() != reflect.Struct {
			return fmt.Errorf("ReferenceTo of %s must return a pointer to a struct, not %v", t, target)
		}
		f.Target = target.Elem()
	default:
	}
	return nil
}

// checkReceiver refuses types whose methods would be overlooked, so that their values would pass as plain strings or nodes.
func checkReceiver(t reflect.Type) error {
	for _, i := range [...]reflect.Type{reflect.TypeFor[Enumeration](), reflect.TypeFor[Reference]()} {
		if !t.Implements(i) && reflect.PointerTo(t).Implements(i) {
			return fmt.Errorf("method %s of %s has a pointer receiver: declare it on the value", i.Method(0).Name, t)
		}
	}
	if t.Kind() == reflect.Struct && t.Implements(reflect.TypeFor[Reference]()) && !isReference(t) {
		return fmt.Errorf("reference type %s must be a struct of one field, the identifier, a string", t)
	}
	if t.Kind() != reflect.String && t.Implements(reflect.TypeFor[Enumeration]()) {
		return fmt.Errorf("enumeration %s must be a string type", t)
	}
	return nil
}

func isReference(t reflect.Type) bool {
	return t.Kind() == reflect.Struct && t.Implements(reflect.TypeFor[Reference]()) &&
		t.NumField() == 1 && t.Field(0).Type.Kind() == reflect.String
}

// embeds says that a field is an embedded struct whose fields count as those of the struct around it.
func embeds(sf reflect.StructField) bool {
	if !sf.Anonymous || sf.Tag.Get("json") != "" {
		return false
	}
	kind, ok := valueKind(sf.Type)
	return ok && kind == KindNode
}

func checkTokens(tokens []Token) error {
	if len(tokens) == 0 {
		return errors.New("the enumeration lists no tokens")
	}
	seen := map[string]bool{}
	for _, t := range tokens {
		switch {
		case t.Name == "" || t.IRI == "":
			return fmt.Errorf("the enumeration has a token without name or IRI: %q %q", t.Name, t.IRI)
		case strings.ContainsAny(t.Name, ":@ ,\"\\") || !printable(t.Name):
			return fmt.Errorf("token %q: a token has no colon, comma, @, quote or space, since it is a term of the JSON-LD context", t.Name)
		case seen[t.Name] || seen[string(t.IRI)]:
			return fmt.Errorf("token %q (%s) is listed twice", t.Name, t.IRI)
		}
		seen[t.Name], seen[string(t.IRI)] = true, true
	}
	return nil
}

func unsupported(t reflect.Type) error {
	hint := "use a string, a number, a bool, a date, a language string, a reference, a struct, or a pointer to or a slice of one"
	switch t.Kind() {
	case reflect.Map:
		hint = "use hydra.LangString for text by language, a struct or a slice of structs for anything else"
	case reflect.Interface:
		hint = "a property has one declared type"
	default:
	}
	return fmt.Errorf("type %s can't be the value of a property: %s", t, hint)
}

// valueKind returns the kind of a type that holds one value (or, for a language string, the values themselves).
func valueKind(t reflect.Type) (Kind, bool) {
	switch t {
	case reflect.TypeFor[literal.Date]():
		return KindDate, true
	case reflect.TypeFor[literal.DateTime](), reflect.TypeFor[time.Time]():
		return KindDateTime, true
	case reflect.TypeFor[literal.Time]():
		return KindTime, true
	case reflect.TypeFor[literal.GYear]():
		return KindGYear, true
	case reflect.TypeFor[literal.Decimal]():
		return KindDecimal, true
	case reflect.TypeFor[literal.LangString]():
		return KindLangString, true
	}
	if isReference(t) {
		return KindRef, true
	}
	switch t.Kind() {
	case reflect.String:
		if t.Implements(reflect.TypeFor[Enumeration]()) {
			return KindToken, true
		}
		return KindString, true
	case reflect.Bool:
		return KindBool, true
	case reflect.Int, reflect.Int8, reflect.Int16, reflect.Int32, reflect.Int64:
		return KindInt, true
	case reflect.Uint, reflect.Uint8, reflect.Uint16, reflect.Uint32, reflect.Uint64:
		return KindUint, true
	case reflect.Float32, reflect.Float64:
		return KindFloat, true
	case reflect.Struct:
		return KindNode, true
	default:
		return 0, false
	}
}

// suggestedKey is the name of a Go field in the manner of JSON: ID becomes id, StartDate startDate, URLPath urlPath.
func suggestedKey(name string) string {
	runes := []rune(name)
	for i, r := range runes {
		if !unicode.IsUpper(r) || i > 0 && i+1 < len(runes) && !unicode.IsUpper(runes[i+1]) {
			break
		}
		runes[i] = unicode.ToLower(r)
	}
	return string(runes)
}

func printable(s string) bool {
	for _, r := range s {
		if r < 0x21 || r == 0x7f || r == '\uFFFD' {
			return false
		}
	}
	return true
}
