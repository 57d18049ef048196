package shacl_test

import (
	"fmt"
	"math"
	"math/rand/v2"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// Leaf is nested, and has an identifier.
type Leaf struct {
	_     struct{}       `ld:"ex:Leaf"`
	ID    string         `json:"id" ld:"@id"`
	Name  string         `json:"name" ld:"ex:name" sh:"minCount=1;maxLength=2"`
	Codes []string       `json:"codes" ld:"ex:codes" sh:"maxCount=2;minLength=2;severity=Warning" message:"Codes."`
	From  literal.Date   `json:"from" ld:"ex:from" sh:"lessThanOrEquals=until"`
	Until []literal.Date `json:"until" ld:"ex:until"`
}

// Branch is nested, without an identifier, and nests a leaf and itself.
type Branch struct {
	Size   *int      `json:"size" ld:"ex:size" sh:"minInclusive=2;maxExclusive=10"`
	Mode   Mode      `json:"mode" ld:"ex:mode" sh:"in=online|mixed"`
	Leaf   *Leaf     `json:"leaf" ld:"ex:leaf" sh:"minCount=1"`
	Leaves []Leaf    `json:"leaves" ld:"ex:leaves" sh:"nodeKind=IRI;maxCount=1"`
	Sub    []*Branch `json:"sub" ld:"ex:sub" sh:"severity=Info"`
}

// noMode is a word that is no token of [Mode].
const noMode = "elsewhere"

// ownMessage is a message that shapes have.
const ownMessage = "It is wrong."

// generator makes struct types, values and constraints.
type generator struct {
	*rand.Rand
	testing.TB
	nodes int
}

func pick[T any](g *generator, from ...T) T { return from[g.IntN(len(from))] }

func (g *generator) chance(percent int) bool { return g.IntN(100) < percent }

// structType is a struct with an identifier and a few random fields.
func (g *generator) structType() reflect.Type {
	fields := []reflect.StructField{
		{Name: "_", PkgPath: "github.com/hydrant-ld/hydrant/shacl_test", Type: reflect.TypeFor[struct{}](), Tag: reflect.StructTag(
			pick(g, `doc:"A thing."`, `sh:"closed"`, `sh:"closed;severity=Warning" message:"A thing."`, `sh:"severity=Info"`))},
		{Name: "ID", Type: reflect.TypeFor[string](), Tag: `json:"id" ld:"@id" sh:"maxLength=3"`},
	}
	n := 1 + g.IntN(6)
	for i := range n {
		t, constraints := g.field()
		key := fmt.Sprintf("f%d", i)
		if g.chance(30) {
			other := fmt.Sprintf("f%d", (i+1+g.IntN(max(1, n-1)))%n)
			constraints = append(constraints, pick(g, "equals=", "disjoint=", "lessThan=", "lessThanOrEquals=")+other)
		}
		if g.chance(15) {
			constraints = append(constraints, pick(g, "severity=Warning", "severity=Info", "deactivated"))
		}
		tag := fmt.Sprintf(`json:"%s" ld:"ex:%s" sh:"%s"`, key, key, strings.Join(constraints, ";"))
		if g.chance(20) && textual(t) {
			tag += ` pattern:"` + pick(g, "^a", "b$", "^[0-9-]+$", "^.$", `^\\d$`, `^\\D+$`, `^\\w+$`, `^[\\w:/.]+$`, `\\W`, `\\s`, `[^\\s\\d]`, `\\ba`) + `"`
		}
		if g.chance(10) {
			tag += ` message:"` + ownMessage + `" message-nl:"Het is fout."`
		}
		fields = append(fields, reflect.StructField{Name: strings.ToUpper(key), Type: t, Tag: reflect.StructTag(tag)})
	}
	return reflect.StructOf(fields)
}

// textual says that the values of a field are texts or IRIs, which may have a pattern.
func textual(t reflect.Type) bool {
	for t.Kind() == reflect.Slice && t != reflect.TypeFor[literal.LangString]() || t.Kind() == reflect.Pointer {
		t = t.Elem()
	}
	return t == reflect.TypeFor[string]() || t == reflect.TypeFor[literal.LangString]()
}

// field is the type of a field and constraints that may suit it.
func (g *generator) field() (reflect.Type, []string) {
	var constraints []string
	t := pick(g, reflect.TypeFor[string](), reflect.TypeFor[string](), reflect.TypeFor[string](),
		reflect.TypeFor[bool](), reflect.TypeFor[int](), reflect.TypeFor[int8](), reflect.TypeFor[int64](), reflect.TypeFor[uint](), reflect.TypeFor[uint16](), reflect.TypeFor[uint64](), reflect.TypeFor[float64](),
		reflect.TypeFor[float32](), reflect.TypeFor[literal.Date](), reflect.TypeFor[literal.DateTime](), reflect.TypeFor[time.Time](),
		reflect.TypeFor[literal.Time](), reflect.TypeFor[literal.GYear](), reflect.TypeFor[literal.Decimal](),
		reflect.TypeFor[literal.LangString](), reflect.TypeFor[Mode](), reflect.TypeFor[Ref](), reflect.TypeFor[Leaf](), reflect.TypeFor[Branch]())
	if g.chance(60) {
		constraints = g.constraints(t)
	}
	switch {
	case t == reflect.TypeFor[literal.LangString]():
	case g.chance(40):
		if g.chance(50) {
			constraints = append(constraints, fmt.Sprintf("minCount=%d", 1+g.IntN(3)))
		}
		if g.chance(50) {
			constraints = append(constraints, fmt.Sprintf("maxCount=%d", 1+g.IntN(3)))
		}
		if g.chance(20) {
			t = reflect.PointerTo(t)
		}
		return reflect.SliceOf(t), constraints
	case g.chance(30):
		t = reflect.PointerTo(t)
	}
	if g.chance(40) {
		constraints = append(constraints, "minCount=1")
	}
	return t, constraints
}

// constraints on the values of a type.
func (g *generator) constraints(t reflect.Type) []string {
	bound := func(values ...string) []string {
		return []string{pick(g, "minInclusive=", "minExclusive=", "maxInclusive=", "maxExclusive=", "hasValue=", "in=") + pick(g, values...)}
	}
	switch t {
	case reflect.TypeFor[string]():
		return pick(g,
			[]string{"minLength=2"}, []string{"maxLength=2"}, []string{"minLength=1;maxLength=3"}, []string{"in=a|ab|2020-01"}, []string{"hasValue=a|ab;maxCount=5"}, []string{"in=a|b|c|d|e|f|g|h|ab|abc"}, []string{"hasValue=ab"},
			[]string{"datatype=xsd:gYearMonth;minInclusive=2021-01"}, []string{"datatype=xsd:gYearMonth"}, []string{"datatype=xsd:token;maxLength=3"},
			[]string{"datatype=xsd:byte;minInclusive=2"}, []string{"datatype=xsd:boolean"}, []string{"datatype=xsd:dateTime;maxExclusive=2026-05-20T00:00:00Z"},
			[]string{"datatype=xsd:duration;minExclusive=P30D"}, []string{"nodeKind=IRI"}, []string{"nodeKind=IRI;minLength=18"}, []string{"datatype=ex:code"})
	case reflect.TypeFor[int](), reflect.TypeFor[int8](), reflect.TypeFor[int64]():
		return append(bound("0", "1", "2", "100"), pick(g, "order=1", "datatype=xsd:byte", "datatype=xsd:positiveInteger"))
	case reflect.TypeFor[uint](), reflect.TypeFor[uint16]():
		return bound("0", "1", "2", "100")
	case reflect.TypeFor[uint64]():
		return bound("0", "1", "9223372036854775808")
	case reflect.TypeFor[float64](), reflect.TypeFor[float32]():
		return bound("0", "1.5", "2E1", "1.1", "0.1")
	case reflect.TypeFor[literal.Date]():
		return bound("2026-05-20", "2026-05-21")
	case reflect.TypeFor[literal.DateTime](), reflect.TypeFor[time.Time]():
		return bound("2026-05-20T08:00:00Z", "2026-05-20T10:00:00Z")
	case reflect.TypeFor[literal.Time]():
		return bound("08:00:00", "12:00:00")
	case reflect.TypeFor[literal.GYear]():
		return bound("2025", "2026")
	case reflect.TypeFor[literal.Decimal]():
		return bound("1", "1.5", "100")
	case reflect.TypeFor[literal.LangString]():
		return pick(g, []string{"languageIn=en|nl"}, []string{"maxLength=2"}, []string{"minCount=2"}, []string{"languageIn=en;minLength=2"}, []string{"uniqueLang;languageIn=en-GB|nl"})
	case reflect.TypeFor[Mode]():
		return pick(g, []string{"in=online|mixed"}, []string{"hasValue=online"})
	case reflect.TypeFor[Leaf]():
		return []string{pick(g, "nodeKind=IRI", "nodeKind=BlankNode", "class=ex:Leaf")}
	}
	return nil
}

// fill gives a value a random content.
func (g *generator) fill(v reflect.Value, depth int) {
	switch p := v.Addr().Interface().(type) {
	case *literal.Date:
		*p = parsed(g, literal.ParseDate, "2026-05-20", "2026-05-21", "2026-06-01")
	case *literal.DateTime:
		*p = parsed(g, literal.ParseDateTime, "2026-05-20T08:00:00Z", "2026-05-20T10:00:00.5+02:00", "2027-01-01T00:00:00Z")
	case *time.Time:
		*p = parsed(g, literal.ParseDateTime, "2026-05-20T08:00:00Z", "2026-05-20T10:00:00Z", "2027-01-01T00:00:00Z").Time()
	case *literal.Time:
		*p = parsed(g, literal.ParseTime, "08:00:00", "12:00:00.5", "23:59:59")
	case *literal.GYear:
		*p = pick[literal.GYear](g, 2025, 2026, -44)
	case *literal.Decimal:
		*p = pick[literal.Decimal](g, "1", "1.0", "1.5", "-7", "1e3")
	case *literal.LangString:
		for _, lang := range []string{"en", "nl", "en-GB", "EN"} {
			if g.chance(35) {
				*p = append(*p, literal.LangValue{Lang: lang, Value: pick(g, "a", "ab", "abc")})
			}
		}
	case *Mode:
		*p = pick[Mode](g, "online", "offline", "mixed", noMode)
	case *Ref:
		p.ID = pick(g, "", "1", "2", "3")
	case *Leaf:
		g.fillFields(v, depth)
		g.nodes++
		p.ID = pick(g, "", fmt.Sprintf("http://example.org/leaf/%d", g.nodes))
	default:
		g.fillKind(v, depth)
	}
}

func (g *generator) fillKind(v reflect.Value, depth int) {
	switch v.Kind() {
	case reflect.Struct:
		g.fillFields(v, depth)
	case reflect.Pointer:
		if g.chance(10) {
			return
		}
		v.Set(reflect.New(v.Type().Elem()))
		g.fill(v.Elem(), depth)
	case reflect.Slice:
		v.Set(reflect.MakeSlice(v.Type(), g.IntN(4), 3))
		for i := range v.Len() {
			g.fill(v.Index(i), depth)
		}
	case reflect.String:
		v.SetString(pick(g, "", "A", "٣", "ß", "a\nb", "\r", "\u00a0", " ", "_", "a", "ab", "abc", "é😀", "x  y", "2020-01", "2026-05", "300", "5", "true", "yes", "P1M", "P1Y",
			"2026-05-19T00:00:00Z", "2026-05-19T00:00:00", "http://example.org/", "http://example.org/a b", "urn:x:y"))
	case reflect.Bool:
		v.SetBool(g.chance(50))
	case reflect.Int, reflect.Int8:
		v.SetInt(pick[int64](g, -1, 0, 1, 2, 100))
	case reflect.Int64:
		v.SetInt(pick[int64](g, math.MinInt64, math.MaxInt64, 1<<53, 1<<53+1, 2))
	case reflect.Uint, reflect.Uint16:
		v.SetUint(pick[uint64](g, 0, 1, 2, 100))
	case reflect.Uint64:
		v.SetUint(pick[uint64](g, math.MaxInt64, math.MaxInt64+1, math.MaxUint64, 2))
	case reflect.Float32, reflect.Float64:
		v.SetFloat(pick(g, 0, 1.5, 20, -3.25, 1.1, 0.1, 1e-7))
	default:
	}
}

// fillFields fills most fields of a struct; nested structs end at a depth.
func (g *generator) fillFields(v reflect.Value, depth int) {
	for i := range v.NumField() {
		nests := strings.Contains(v.Type().Field(i).Type.String(), "shacl_test.")
		if !v.Field(i).CanSet() || g.chance(25) || nests && depth == 0 {
			continue
		}
		g.fill(v.Field(i), depth-1)
	}
}

func parsed[T any](g *generator, parse func(string) (T, error), texts ...string) T {
	v, err := parse(pick(g, texts...))
	if err != nil {
		g.Fatal(err)
	}
	return v
}

// projection writes records as triples, as the upper rooms do.
type projection struct {
	triples []rdf.Triple
	blanks  int
	// repeats says that a value came twice.
	repeats bool
}

func (p *projection) add(s rdf.Term, predicate vocab.IRI, o rdf.Term) {
	t := rdf.Triple{Subject: s, Predicate: rdf.NewIRI(predicate), Object: o}
	p.repeats = p.repeats || slices.Contains(p.triples, t)
	p.triples = append(p.triples, t)
}

func (p *projection) node(s *shacl.Schema, node rdf.Term, memory unsafe.Pointer) {
	if s.Class() != "" {
		p.add(node, vocab.RDFType, rdf.NewIRI(s.Class()))
	}
	for _, property := range s.Properties() {
		if property.Shape == nil {
			continue
		}
		for i := range property.Field.Len(memory) {
			v := property.Field.At(memory, i)
			if v == nil {
				continue
			}
			switch property.Field.Kind {
			case record.KindNode:
				p.blanks++
				inner := rdf.NewBlankNode(fmt.Sprintf("b%d", p.blanks))
				if id := property.Node.Layout().Identifier(); id != nil && id.Len(v) > 0 && vocab.CheckIRI(record.String(id.At(v, 0))) == nil {
					inner = rdf.NewIRI(vocab.IRI(record.String(id.At(v, 0))))
				}
				p.add(node, property.Shape.Path, inner)
				p.node(property.Node, inner, v)
			case record.KindRef:
				ref := rdf.NewIRI(vocab.IRI("http://example.org/events/" + record.String(v)))
				p.add(node, property.Shape.Path, ref)
				p.triples = append(p.triples, rdf.Triple{Subject: ref, Predicate: rdf.NewIRI(vocab.RDFType), Object: rdf.NewIRI("http://example.org/Event")})
			default:
				p.add(node, property.Shape.Path, property.Term(v))
			}
		}
	}
}
