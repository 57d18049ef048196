package record_test

import (
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

type colour string

func (colour) Tokens() []record.Token {
	return []record.Token{{Name: "red", IRI: "http://example.org/red"}, {Name: "blue", IRI: "http://example.org/blue"}}
}

type ref struct{ ID string }

func (ref) ReferenceTo() any { return (*all)(nil) }

type base struct {
	_       struct{}         `ld:"http://example.org/Base"`
	Created literal.DateTime `json:"created"`
}

type part struct {
	Name string `json:"name"`
	Size *int   `json:"size"`
}

// all has a field of each kind and of each placement.
type all struct {
	_ struct{} `ld:"http://example.org/All"`
	_ struct{} `sh:"closed"`
	base
	ID       string              `json:"id" ld:"@id"`
	Text     string              `json:"text,omitempty"`
	Flag     bool                `json:"flag"`
	I        int                 `json:"i"`
	I8       int8                `json:"i8"`
	I16      int16               `json:"i16"`
	I32      int32               `json:"i32"`
	I64      int64               `json:"i64"`
	U        uint                `json:"u"`
	U8       uint8               `json:"u8"`
	U16      uint16              `json:"u16"`
	U32      uint32              `json:"u32"`
	U64      uint64              `json:"u64"`
	F32      float32             `json:"f32"`
	F64      float64             `json:"f64"`
	Day      literal.Date        `json:"day"`
	Instant  literal.DateTime    `json:"instant"`
	Stamp    time.Time           `json:"stamp"`
	Clock    literal.Time        `json:"clock"`
	Year     literal.GYear       `json:"year"`
	Price    literal.Decimal     `json:"price"`
	Title    literal.LangString  `json:"title"`
	Colour   colour              `json:"colour"`
	Ref      ref                 `json:"ref"`
	Part     part                `json:"part"`
	PartP    *part               `json:"partP"`
	Parts    []part              `json:"parts"`
	PartPs   []*part             `json:"partPs"`
	TextP    *string             `json:"textP"`
	TitleP   *literal.LangString `json:"titleP"`
	Days     []literal.Date      `json:"days"`
	Stamps   []*time.Time        `json:"stamps"`
	Colours  []colour            `json:"colours"`
	Self     *all                `json:"self"`
	LeftOut  chan int            `json:"-"`
	internal int
}

func layout(tb testing.TB) *record.Type {
	tb.Helper()
	typ, err := record.Of(reflect.TypeFor[all]())
	if err != nil {
		tb.Fatal(err)
	}
	return typ
}

func TestFieldsAreFoundInOrder(t *testing.T) {
	typ := layout(t)
	keys := make([]string, 0, len(typ.Fields))
	for _, f := range typ.Fields {
		keys = append(keys, f.Key)
	}
	want := "created id text flag i i8 i16 i32 i64 u u8 u16 u32 u64 f32 f64 day instant stamp clock year price title colour " +
		"ref part partP parts partPs textP titleP days stamps colours self"
	if got := strings.Join(keys, " "); got != want {
		t.Errorf("got  %s\nwant %s", got, want)
	}
	if typ.Tag != `ld:"http://example.org/All" sh:"closed"` {
		t.Errorf("the tags of the blank fields are %q: those of embedded structs are not among them", typ.Tag)
	}
	if typ.Identifier() != typ.Field("id") || typ.Field("nothing") != nil {
		t.Error("fields are not found by their keys")
	}
	if typ.Field("self").Node != typ {
		t.Error("a type that nests itself is not a cycle")
	}
	if typ.Field("ref").Target != reflect.TypeFor[all]() || len(typ.Field("colours").Tokens) != 2 {
		t.Error("references and enumerations are not recognised")
	}
	if !typ.Field("partP").Optional() || typ.Field("part").Optional() || !typ.Field("parts").Many || typ.Field("parts").Value != reflect.TypeFor[part]() {
		t.Error("pointers and slices are not recognised")
	}
}

func TestAHyphenCanBeAKey(t *testing.T) {
	if typ, err := record.Of(declared(field("F", `json:"-,"`))); err != nil || typ.Field("-") == nil {
		t.Errorf("as in encoding/json, a comma makes the hyphen a key: %v", err)
	}
}

func TestKindsFollowFromTypes(t *testing.T) {
	typ := layout(t)
	for key, want := range map[string]record.Kind{
		"text": record.KindString, "flag": record.KindBool, "i8": record.KindInt, "u16": record.KindUint, "f32": record.KindFloat,
		"day": record.KindDate, "instant": record.KindDateTime, "stamp": record.KindDateTime, "clock": record.KindTime,
		"year": record.KindGYear, "price": record.KindDecimal, "title": record.KindLangString, "colour": record.KindToken,
		"ref": record.KindRef, "part": record.KindNode, "partPs": record.KindNode, "stamps": record.KindDateTime,
	} {
		if got := typ.Field(key).Kind; got != want || got.String() == "unknown" {
			t.Errorf("%s is a %s, want %s", key, got, want)
		}
	}
	if record.Kind(0).String() != "unknown" {
		t.Error("the zero kind has a name")
	}
}

func TestValuesAreRead(t *testing.T) {
	typ := layout(t)
	moment := time.Date(2026, 5, 20, 8, 30, 0, 5, time.UTC)
	text, size := "", 3
	title := literal.LangString{{Lang: "en", Value: "a"}, {Lang: "nl", Value: "b"}}
	value := &all{
		base: base{Created: literal.DateTimeOf(moment)},
		Text: "text", Flag: true, I: math.MinInt, I8: -8, I16: -16, I32: -32, I64: math.MinInt64,
		U: math.MaxUint, U8: 8, U16: 16, U32: 32, U64: math.MaxUint64, F32: 0.1, F64: 0.2,
		Day: literal.DateOf(moment), Instant: literal.DateTimeOf(moment), Stamp: moment, Clock: literal.TimeOf(moment), Year: 2026,
		Price: "1.50", Title: title, Colour: "red", Ref: ref{"x"}, Part: part{Size: &size}, PartP: &part{Name: "p"},
		Parts: []part{{Name: "a"}, {Name: "b"}}, PartPs: []*part{nil, {Name: "c"}}, TextP: &text, TitleP: &title,
		Days: []literal.Date{{}, literal.DateOf(moment)}, Stamps: []*time.Time{&moment}, Colours: []colour{"red", "blue"},
	}
	p := unsafe.Pointer(value)
	at := func(key string, i int) (*record.Field, unsafe.Pointer) {
		f := typ.Field(key)
		if f.Len(p) <= i {
			t.Fatalf("%s has %d values", key, f.Len(p))
		}
		return f, f.At(p, i)
	}
	name := typ.Field("part").Node.Field("name")
	for key, want := range map[string]int64{"i": math.MinInt64, "i8": -8, "i16": -16, "i32": -32, "i64": math.MinInt64} {
		if f, v := at(key, 0); f.Int(v) != want {
			t.Errorf("%s is %d", key, f.Int(v))
		}
	}
	for key, want := range map[string]uint64{"u": math.MaxUint64, "u8": 8, "u16": 16, "u32": 32, "u64": math.MaxUint64} {
		if f, v := at(key, 0); f.Uint(v) != want {
			t.Errorf("%s is %d", key, f.Uint(v))
		}
	}
	for key, want := range map[string]float64{"f32": 0.1, "f64": 0.2} {
		if f, v := at(key, 0); f.Float(v) != want {
			t.Errorf("%s is %v", key, f.Float(v))
		}
	}
	for key, want := range map[string]string{"text": "text", "price": "1.50", "colour": "red", "ref": "x", "textP": ""} {
		if _, v := at(key, 0); record.String(v) != want {
			t.Errorf("%s is %q", key, record.String(v))
		}
	}
	for _, key := range []string{"created", "instant", "stamp", "stamps"} {
		if f, v := at(key, 0); !f.DateTime(v).Equal(moment) {
			t.Errorf("%s is %v", key, f.DateTime(v))
		}
	}
	if _, v := at("flag", 0); !record.Bool(v) {
		t.Error("flag is false")
	}
	if _, v := at("day", 0); record.Date(v) != value.Day {
		t.Error("day differs")
	}
	if _, v := at("days", 1); record.Date(v) != value.Day {
		t.Error("days differ")
	}
	if _, v := at("clock", 0); record.Time(v) != value.Clock {
		t.Error("clock differs")
	}
	if _, v := at("year", 0); record.GYear(v) != 2026 {
		t.Error("year differs")
	}
	for _, key := range []string{"title", "titleP"} {
		if _, v := at(key, 1); *record.LangValue(v) != title[1] {
			t.Errorf("%s differs", key)
		}
	}
	for _, row := range []struct {
		key  string
		i    int
		want string
	}{{"partP", 0, "p"}, {"parts", 0, "a"}, {"parts", 1, "b"}, {"partPs", 1, "c"}} {
		if _, v := at(row.key, row.i); record.String(name.At(v, 0)) != row.want {
			t.Errorf("%s %d is %q", row.key, row.i, record.String(name.At(v, 0)))
		}
	}
	if _, v := at("partPs", 0); v != nil {
		t.Error("a nil element is not nil")
	}
	if _, v := at("colours", 1); record.String(v) != "blue" {
		t.Error("colours differ")
	}
	if n := testing.AllocsPerRun(100, func() {
		for _, f := range typ.Fields {
			for i := range f.Len(p) {
				if v := f.At(p, i); v != nil && f.Kind == record.KindDateTime {
					_ = f.DateTime(v)
				}
			}
		}
	}); n != 0 {
		t.Errorf("reading allocates %v times", n)
	}
}

func TestWhatIsZeroIsAbsent(t *testing.T) {
	typ := layout(t)
	p := unsafe.Pointer(&all{})
	for _, f := range typ.Fields {
		want := 0
		switch f.Kind {
		case record.KindBool, record.KindInt, record.KindUint, record.KindFloat:
			want = 1
		default:
		}
		if got := f.Len(p); got != want {
			t.Errorf("%s has %d values", f.Key, got)
		}
	}
}

type (
	noStruct string
	untagged struct{ Name string }
	acronym  struct{ HTTPStatus string }
	badKey   struct {
		F string `json:"a.b"`
	}
	mapped struct {
		F map[string]string `json:"a"`
	}
	anything struct {
		F any `json:"a"`
	}
	nestedSlice struct {
		F [][]string `json:"a"`
	}
	bytes struct {
		F []byte `json:"a"`
	}
	texts struct {
		F []literal.LangString `json:"a"`
	}
	function struct {
		F func() `json:"a"`
	}
	numberID struct {
		F int `json:"a" ld:"@id"`
	}
	pointerID struct {
		F *string `json:"a" ld:"@id"`
	}
	twoIDs struct {
		F string `json:"a" ld:"@id"`
		G string `json:"b" ld:"@id"`
	}
	embedsPointer struct{ *part }
	embedsTime    struct{ time.Time }
	deep          struct {
		F []*badKey `json:"a"`
	}

	wideRef      struct{ ID, Other string }
	nilRef       struct{ ID string }
	pointerRef   struct{ ID string }
	valueRef     struct{ ID string }
	numberEnum   int
	emptyEnum    string
	colonEnum    string
	namelessEnum string
	sameEnum     string
)

func (wideRef) ReferenceTo() any          { return (*part)(nil) }
func (nilRef) ReferenceTo() any           { return nil }
func (*pointerRef) ReferenceTo() any      { return (*part)(nil) }
func (valueRef) ReferenceTo() any         { return part{} }
func (numberEnum) Tokens() []record.Token { return nil }
func (emptyEnum) Tokens() []record.Token  { return nil }
func (colonEnum) Tokens() []record.Token {
	return []record.Token{{Name: "a:b", IRI: "http://example.org/"}}
}
func (namelessEnum) Tokens() []record.Token { return []record.Token{{IRI: "http://example.org/"}} }
func (sameEnum) Tokens() []record.Token {
	return []record.Token{{Name: "a", IRI: "http://example.org/"}, {Name: "b", IRI: "http://example.org/"}}
}

// declared makes a struct type that go vet would not let pass.
func declared(fields ...reflect.StructField) reflect.Type { return reflect.StructOf(fields) }

func field(name string, tag reflect.StructTag) reflect.StructField {
	return reflect.StructField{Name: name, Type: reflect.TypeFor[string](), Tag: tag}
}

func TestWhatCanNotBeAPropertyIsNamed(t *testing.T) {
	for _, row := range []struct {
		name string
		typ  reflect.Type
		want string
	}{
		{"no struct", reflect.TypeFor[noStruct](), "declared as a struct"},
		{"no key", reflect.TypeFor[untagged](), "untagged.Name: has no json key: write `json:\"name\"`"},
		{"no key for an initialism", reflect.TypeFor[acronym](), "write `json:\"httpStatus\"`"},
		{"a key with a dot", reflect.TypeFor[badKey](), `json key "a.b"`},
		{"a key twice", declared(field("F", `json:"a"`), field("G", `json:"a"`)), "taken by field F"},
		{"a field that is not exported", declared(reflect.StructField{Name: "f", PkgPath: "record_test", Type: reflect.TypeFor[string](), Tag: `json:"a"`}), "is not exported"},
		{"a map", reflect.TypeFor[mapped](), "LangString"},
		{"an interface", reflect.TypeFor[anything](), "one declared type"},
		{"a slice of slices", reflect.TypeFor[nestedSlice](), "can't be the value"},
		{"bytes", reflect.TypeFor[bytes](), "base64Binary"},
		{"a slice of language strings", reflect.TypeFor[texts](), "holds many values already"},
		{"a function", reflect.TypeFor[function](), "can't be the value"},
		{"a number as identifier", reflect.TypeFor[numberID](), "is a string, not int"},
		{"a pointer as identifier", reflect.TypeFor[pointerID](), "is a string, not *string"},
		{"two identifiers", reflect.TypeFor[twoIDs](), "second identifier beside F"},
		{"an embedded pointer", reflect.TypeFor[embedsPointer](), "by value"},
		{"an embedded value", reflect.TypeFor[embedsTime](), "only a plain struct can be embedded"},
		{"a mistake in a nested type", reflect.TypeFor[deep](), "badKey.F"},
		{"a reference with two fields", reflect.TypeFor[struct {
			F wideRef `json:"a"`
		}](), "a struct of one field"},
		{"a reference to nothing", reflect.TypeFor[struct {
			F nilRef `json:"a"`
		}](), "must return a pointer to a struct"},
		{"a reference to a value", reflect.TypeFor[struct {
			F valueRef `json:"a"`
		}](), "must return a pointer to a struct"},
		{"a reference on a pointer", reflect.TypeFor[struct {
			F pointerRef `json:"a"`
		}](), "pointer receiver"},
		{"an enumeration of numbers", reflect.TypeFor[struct {
			F numberEnum `json:"a"`
		}](), "must be a string type"},
		{"an empty enumeration", reflect.TypeFor[struct {
			F emptyEnum `json:"a"`
		}](), "lists no tokens"},
		{"a token with a colon", reflect.TypeFor[struct {
			F colonEnum `json:"a"`
		}](), "has no colon"},
		{"a token without name", reflect.TypeFor[struct {
			F namelessEnum `json:"a"`
		}](), "without name or IRI"},
		{"an IRI twice", reflect.TypeFor[struct {
			F sameEnum `json:"a"`
		}](), "listed twice"},
	} {
		t.Run(row.name, func(t *testing.T) {
			if _, err := record.Of(row.typ); err == nil || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want an error with %q", err, row.want)
			}
		})
	}
}
