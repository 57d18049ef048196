package shacl_test

import (
	"fmt"
	"math"
	"reflect"
	"strings"
	"testing"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// outcome validates a record of a type that is made for one row: field F with the tag, and the given value. It returns
// "place Component=value" for each result.
func outcome[T any](tag string, value T, more ...any) func(*testing.T) []string {
	return func(t *testing.T) []string {
		t.Helper()
		var others []reflect.StructField
		for i := 0; i < len(more); i += 2 {
			others = append(others, reflect.StructField{
				Name: "G", Type: reflect.TypeOf(more[i]), Tag: reflect.StructTag(fmt.Sprint(`json:"g" ld:"ex:g" `, more[i+1])),
			})
		}
		typ := field[T](`ld:"ex:f" `+tag, others...)
		s, err := shacl.Compile(typ, vocab.SchemaEvent, prefixes(t))
		if err != nil {
			t.Fatalf("compile: %v", err)
		}
		v := reflect.New(typ)
		v.Elem().Field(0).SetString("1")
		v.Elem().Field(1).Set(reflect.ValueOf(&value).Elem())
		for i := 0; i < len(more); i += 2 {
			v.Elem().Field(2).Set(reflect.ValueOf(more[i]))
		}
		report, err := s.Validate(v.Interface())
		if err != nil {
			t.Fatal(err)
		}
		return results(report)
	}
}

func results(report *shacl.Report) []string {
	texts := make([]string, 0, len(report.Results()))
	for _, r := range report.Results() {
		component := strings.TrimSuffix(strings.TrimPrefix(string(r.Component), vocab.NSSH), "ConstraintComponent")
		text := r.Place() + " " + component
		if !r.Value.IsZero() {
			text += "=" + r.Value.Value
		}
		texts = append(texts, text)
	}
	return texts
}

// text is a language string of alternating languages and values.
func text(pairs ...string) literal.LangString {
	var values literal.LangString
	for i := 0; i < len(pairs); i += 2 {
		values = append(values, literal.LangValue{Lang: pairs[i], Value: pairs[i+1]})
	}
	return values
}

var (
	instant = time.Date(2026, 5, 20, 12, 0, 0, 0, time.FixedZone("", 7200))
	may20   = literal.DateOf(instant)
	may21   = literal.DateOf(instant.AddDate(0, 0, 1))
	noon    = literal.TimeOf(instant)
	moment  = literal.DateTimeOf(instant)
)

func TestValuesAreValidated(t *testing.T) {
	for _, row := range []struct {
		name string
		got  func(*testing.T) []string
		want []string
	}{
		// minCount, maxCount
		{"a required string is absent", outcome(`sh:"minCount=1"`, ""), []string{"f MinCount"}},
		{"a required string is there", outcome(`sh:"minCount=1"`, "a"), nil},
		{"an optional string is absent", outcome(`sh:"minLength=3"`, ""), nil},
		{"a pointer to an empty string is present", outcome(`sh:"minCount=1;minLength=1"`, new("")), []string{"f MinLength="}},
		{"a required pointer is nil", outcome(`sh:"minCount=1"`, (*int)(nil)), []string{"f MinCount"}},
		{"zero behind a pointer is present", outcome(`sh:"minCount=1"`, new(0)), nil},
		{"a number is always present", outcome(`sh:"minCount=1"`, 0), nil},
		{"a boolean is always present", outcome(`sh:"minCount=1"`, false), nil},
		{"a required date is absent", outcome(`sh:"minCount=1"`, literal.Date{}), []string{"f MinCount"}},
		{"a required instant is absent", outcome(`sh:"minCount=1"`, literal.DateTime{}), []string{"f MinCount"}},
		{"a required time.Time is absent", outcome(`sh:"minCount=1"`, time.Time{}), []string{"f MinCount"}},
		{"a required time is absent", outcome(`sh:"minCount=1"`, literal.Time{}), []string{"f MinCount"}},
		{"a required year is absent", outcome(`sh:"minCount=1"`, literal.GYear(0)), []string{"f MinCount"}},
		{"a required decimal is absent", outcome(`sh:"minCount=1"`, literal.Decimal("")), []string{"f MinCount"}},
		{"a required text is absent", outcome(`sh:"minCount=1"`, literal.LangString(nil)), []string{"f MinCount"}},
		{"a required reference is absent", outcome(`sh:"minCount=1"`, Ref{}), []string{"f MinCount"}},
		{"a required token is absent", outcome(`sh:"minCount=1"`, Mode("")), []string{"f MinCount"}},
		{"a required slice is empty", outcome(`sh:"minCount=1"`, []int{}), []string{"f MinCount"}},
		{"a nil element is no value", outcome(`sh:"minCount=1"`, []*int{nil, nil}), []string{"f MinCount"}},
		{"values count once", outcome(`sh:"minCount=2"`, []string{"a", "a"}), []string{"f MinCount"}},
		{"different values count", outcome(`sh:"minCount=2"`, []string{"a", "b", "a"}), nil},
		{"values in different places count once for maxCount", outcome(`sh:"maxCount=1"`, []int{7, 7, 7}), nil},
		{"too many values", outcome(`sh:"maxCount=2"`, []int{1, 2, 3}), []string{"f MaxCount"}},
		{"too many languages", outcome(`sh:"maxCount=1"`, text("en", "a", "nl", "a")), []string{"f MaxCount"}},
		{"instants count by the instant", outcome(`sh:"minCount=2"`, []time.Time{moment.Time(), moment.Time().In(time.FixedZone("", 7200))}), []string{"f MinCount"}},
		{"many equal values count once", outcome(`sh:"minCount=2"`, make([]int, 100)), []string{"f MinCount"}},
		{"many equal dates count once", outcome(`sh:"minCount=2"`, slice(100, may20)), []string{"f MinCount"}},
		{"booleans count once", outcome(`sh:"minCount=2"`, []bool{true, true}), []string{"f MinCount"}},
		{"floats count once", outcome(`sh:"minCount=2"`, []float64{0.5, 0.5}), []string{"f MinCount"}},
		{"times count once", outcome(`sh:"minCount=2"`, []literal.Time{noon, noon}), []string{"f MinCount"}},
		{"years count once", outcome(`sh:"minCount=2"`, []literal.GYear{1, 1}), []string{"f MinCount"}},
		{"references count once", outcome(`sh:"minCount=2"`, []Ref{{"1"}, {"1"}}), []string{"f MinCount"}},
		{"tokens count once", outcome(`sh:"minCount=2"`, []Mode{"online", "online"}), []string{"f MinCount"}},
		{"decimals are terms", outcome(`sh:"minCount=2"`, []literal.Decimal{"1.0", "1.00"}), nil},
		{"pointers count by their values", outcome(`sh:"minCount=2"`, []*int{new(1), nil, new(1)}), []string{"f MinCount"}},
		{"nodes count by identity", outcome(`sh:"minCount=2"`, []blankPlace{{"a"}, {"a"}}), nil},
		{"many nodes count by identity", outcome(`sh:"minCount=100"`, make([]blankPlace, 100)), nil},

		// datatype
		{"a text that is no UTF-8", outcome(``, "a\xff"), []string{"f Datatype=a\uFFFD"}},
		{"a text with U+0000", outcome(``, "a\x00"), []string{"f Datatype=a\uFFFD"}},
		{"a month", outcome(`sh:"datatype=xsd:gYearMonth"`, "2026-05"), nil},
		{"no month", outcome(`sh:"datatype=xsd:gYearMonth"`, "2026-13"), []string{"f Datatype=2026-13"}},
		{"an unknown datatype has any text", outcome(`sh:"datatype=ex:wkt"`, "POINT(1 2)"), nil},
		{"no byte", outcome(`sh:"datatype=xsd:byte"`, 300), []string{"f Datatype=300"}},
		{"a byte", outcome(`sh:"datatype=xsd:byte"`, -128), nil},
		{"no negative number", outcome(`sh:"datatype=xsd:negativeInteger"`, 0), []string{"f Datatype=0"}},
		{"a negative number", outcome(`sh:"datatype=xsd:negativeInteger"`, -1), nil},
		{"no positive number", outcome(`sh:"datatype=xsd:positiveInteger"`, uint(0)), []string{"f Datatype=0"}},
		{"no unsigned byte", outcome(`sh:"datatype=xsd:unsignedByte"`, uint(256)), []string{"f Datatype=256"}},
		{"no short", outcome(`sh:"datatype=xsd:short"`, 1<<15), []string{"f Datatype=32768"}},
		{"no int", outcome(`sh:"datatype=xsd:int"`, -1<<31-1), []string{"f Datatype=-2147483649"}},
		{"no long", outcome(`sh:"datatype=xsd:long"`, uint64(1<<63)), []string{"f Datatype=9223372036854775808"}},
		{"a long", outcome(`sh:"datatype=xsd:long"`, math.MinInt64), nil},
		{"no unsigned short", outcome(`sh:"datatype=xsd:unsignedShort"`, 1<<16), []string{"f Datatype=65536"}},
		{"no unsigned int", outcome(`sh:"datatype=xsd:unsignedInt"`, -1), []string{"f Datatype=-1"}},
		{"an unsigned long", outcome(`sh:"datatype=xsd:unsignedLong"`, uint64(math.MaxUint64)), nil},
		{"no zero or less", outcome(`sh:"datatype=xsd:nonPositiveInteger"`, 1), []string{"f Datatype=1"}},
		{"no number", outcome(``, math.NaN()), []string{"f Datatype=NaN"}},
		{"an infinite number", outcome(``, float32(math.Inf(1))), []string{"f Datatype=INF"}},
		{"no decimal", outcome(``, literal.Decimal("ten")), []string{"f Datatype=ten"}},
		{"an absent date in a slice is no value", outcome(``, []literal.Date{may20, {}}), nil},
		{"an instant that can't be written", outcome(``, time.Date(10000, 1, 1, 0, 0, 0, 0, time.UTC)), []string{"f Datatype=10000-01-01T00:00:00Z"}},
		{"a text in no language", outcome(``, text("", "a")), []string{"f Datatype=a"}},
		{"a text in a malformed language", outcome(``, text("english language", "a")), []string{"f Datatype=a"}},
		{"a URI", outcome(`sh:"datatype=xsd:anyURI"`, "https://example.org/a%20b"), nil},
		{"a space in a URI", outcome(`sh:"datatype=xsd:anyURI"`, "https://example.org/a b"), []string{"f Datatype=https://example.org/a b"}},

		// nodeKind
		{"an IRI", outcome(`sh:"nodeKind=IRI"`, "https://example.org/"), nil},
		{"a space in an IRI", outcome(`sh:"nodeKind=IRI"`, "https://example.org/a b"), []string{"f NodeKind=https://example.org/a b"}},
		{"a relative IRI", outcome(`sh:"nodeKind=IRI"`, "/a"), []string{"f NodeKind=/a"}},
		{"an empty reference in a slice is no value", outcome(``, []Ref{{"1"}, {""}}), nil},
		{"a literal is one", outcome(`sh:"nodeKind=Literal"`, "a"), nil},

		// length, pattern
		{"length counts code points", outcome(`sh:"minLength=3;maxLength=3"`, "één"), nil},
		{"too short", outcome(`sh:"minLength=3"`, "éé"), []string{"f MinLength=éé"}},
		{"too long", outcome(`sh:"maxLength=3"`, "ééén"), []string{"f MaxLength=ééén"}},
		{"each value has a length", outcome(`sh:"maxLength=1"`, []string{"a", "bb", "cc"}), []string{"f[1] MaxLength=bb", "f[2] MaxLength=cc"}},
		{"a text has a length in each language", outcome(`sh:"maxLength=1"`, text("en", "bb", "nl", "c")), []string{"f MaxLength=bb"}},
		{"a pattern matches anywhere", outcome(`pattern:"[0-9]"`, "a1"), nil},
		{"a pattern does not match", outcome(`pattern:"^[0-9]$"`, "a1"), []string{"f Pattern=a1"}},
		{"a newline at the end does not match", outcome(`pattern:"^[0-9]$"`, "1\n"), []string{"f Pattern=1\n"}},
		{"flags ignore case", outcome(`pattern:"^abc$" sh:"flags=i"`, "ABC"), nil},
		{"an IRI has a pattern", outcome(`pattern:"^https:" sh:"nodeKind=IRI"`, "http://example.org/"), []string{"f Pattern=http://example.org/"}},
		{"two constraints give two results", outcome(`pattern:"^[0-9]+$" sh:"maxLength=1"`, "ab"), []string{"f MaxLength=ab", "f Pattern=ab"}},

		// languageIn, uniqueLang
		{"a language", outcome(`sh:"languageIn=en|nl"`, text("en-GB", "a", "NL", "b")), nil},
		{"another language", outcome(`sh:"languageIn=en|nl"`, text("eng", "a")), []string{"f LanguageIn=a"}},
		{"a language twice", outcome(`sh:"uniqueLang"`, text("en", "a", "EN", "b", "en", "c", "nl", "d")), []string{"f UniqueLang"}},
		{"a text has one value per language anyway", outcome(``, text("en", "a", "en", "b")), []string{"f UniqueLang"}},
		{"many languages twice", outcome(``, append(languages(40), languages(40)...)), slice(40, "f UniqueLang")},

		// bounds
		{"at the lower bound", outcome(`sh:"minInclusive=1;maxInclusive=3"`, 1), nil},
		{"below the lower bound", outcome(`sh:"minInclusive=1;maxInclusive=3"`, 0), []string{"f MinInclusive=0"}},
		{"above the upper bound", outcome(`sh:"minInclusive=1;maxInclusive=3"`, int8(4)), []string{"f MaxInclusive=4"}},
		{"at the open lower bound", outcome(`sh:"minExclusive=1"`, 1), []string{"f MinExclusive=1"}},
		{"at the open upper bound", outcome(`sh:"maxExclusive=1"`, 1), []string{"f MaxExclusive=1"}},
		{"an unsigned bound", outcome(`sh:"maxInclusive=18446744073709551615;minExclusive=18446744073709551614"`, uint64(math.MaxUint64)), nil},
		{"a float bound", outcome(`sh:"maxInclusive=0.1"`, 0.1), nil},
		{"a float32 bound", outcome(`sh:"maxInclusive=0.1"`, float32(0.1)), nil},
		{"a float above", outcome(`sh:"maxInclusive=0.1"`, 0.11), []string{"f MaxInclusive=1.1E-1"}},
		{"a date bound", outcome(`sh:"minInclusive=2026-05-21"`, may20), []string{"f MinInclusive=2026-05-20"}},
		{"an instant bound", outcome(`sh:"minExclusive=2026-05-20T10:00:00Z"`, moment), []string{"f MinExclusive=2026-05-20T10:00:00Z"}},
		{"a time bound", outcome(`sh:"maxExclusive=12:00:00"`, noon), []string{"f MaxExclusive=12:00:00"}},
		{"a year bound", outcome(`sh:"minInclusive=2026"`, literal.GYear(2025)), []string{"f MinInclusive=2025"}},
		{"a decimal bound is exact", outcome(`sh:"maxExclusive=0.10"`, literal.Decimal("0.1")), []string{"f MaxExclusive=0.1"}},
		{"a bound of a number in a string", outcome(`sh:"datatype=xsd:gYearMonth;minInclusive=2026-05"`, "2026-04"), []string{"f MinInclusive=2026-04"}},
		{"what can't be compared violates", outcome(`sh:"datatype=xsd:dateTime;minInclusive=2026-05-20T12:00:00"`, "2026-05-20T12:00:00Z"), []string{"f MinInclusive=2026-05-20T12:00:00Z"}},
		{"what is no value violates no bound", outcome(`sh:"datatype=xsd:gYearMonth;minInclusive=2026-05"`, "x"), []string{"f Datatype=x"}},

		// in, hasValue
		{"a listed string", outcome(`sh:"in=a|b\\|c"`, "b|c"), nil},
		{"another string", outcome(`sh:"in=a|b"`, "c"), []string{"f In=c"}},
		{"a long list", outcome(`sh:"in=a|b|c|d|e|f|g|h|i|j"`, []string{"j", "k"}), []string{"f[1] In=k"}},
		{"a listed number", outcome(`sh:"in=01|2"`, []int{1, 3}), []string{"f[1] In=3"}},
		{"a listed boolean", outcome(`sh:"in=1"`, false), []string{"f In=false"}},
		{"a listed unsigned number", outcome(`sh:"in=1"`, uint8(2)), []string{"f In=2"}},
		{"a listed float", outcome(`sh:"in=0.5|1.5"`, 1.5), nil},
		{"a listed date", outcome(`sh:"in=2026-05-20"`, []literal.Date{may20, may21}), []string{"f[1] In=2026-05-21"}},
		{"a listed instant", outcome(`sh:"in=2026-05-20T10:00:00Z"`, moment), nil},
		{"a listed time", outcome(`sh:"in=12:00:01"`, noon), []string{"f In=12:00:00"}},
		{"a listed year", outcome(`sh:"in=2026"`, literal.GYear(2027)), []string{"f In=2027"}},
		{"a listed text", outcome(`sh:"in=yes@en|ja@nl"`, text("EN", "yes", "nl", "nee")), []string{"f In=nee"}},
		{"a listed IRI", outcome(`sh:"nodeKind=IRI;in=ex:a"`, "http://example.org/b"), []string{"f In=http://example.org/b"}},
		{"decimals are listed as terms", outcome(`sh:"in=1.0"`, literal.Decimal("1.00")), []string{"f In=1.00"}},
		{"a token", outcome(``, Mode("online")), nil},
		{"no token", outcome(``, Mode("on-line")), []string{"f In=on-line"}},
		{"a token that is not allowed here", outcome(`sh:"in=online|offline"`, Mode("mixed")), []string{"f In=" + string(vocab.SchemaMixedEventAttendanceMode)}},
		{"a value must be present", outcome(`sh:"hasValue=a|b"`+` pattern:"a|b|c"`, []string{"c", "a"}), []string{"f HasValue"}},
		{"an absent property has no value", outcome(`sh:"hasValue=5"`, []int(nil)), []string{"f HasValue"}},

		// equals, disjoint, lessThan, lessThanOrEquals
		{"equal sets", outcome(`sh:"equals=g"`, []string{"a", "b"}, []string{"b", "a", "b"}, ``), nil},
		{"unequal sets", outcome(`sh:"equals=g"`, []string{"a", "b"}, []string{"b", "c"}, ``), []string{"f[0] Equals=a", "f Equals=c"}},
		{"an absent equal", outcome(`sh:"equals=g"`, "", "a", ``), []string{"f Equals=a"}},
		{"many equal", outcome(`sh:"equals=g"`, numbers(0, 50), numbers(0, 50), ``), nil},
		{"many unequal", outcome(`sh:"equals=g"`, numbers(0, 50), numbers(1, 51), ``), []string{"f[0] Equals=0", "f Equals=50"}},
		{"disjoint sets", outcome(`sh:"disjoint=g"`, []string{"a", "b"}, []string{"c"}, ``), nil},
		{"common values", outcome(`sh:"disjoint=g"`, []string{"a", "b"}, []string{"b"}, ``), []string{"f[1] Disjoint=b"}},
		{"many common values", outcome(`sh:"disjoint=g"`, []int{3, 99}, numbers(0, 50), ``), []string{"f[0] Disjoint=3"}},
		{"common references", outcome(`sh:"disjoint=g"`, Ref{"1"}, Ref{"1"}, ``), []string{"f Disjoint=1"}},
		{"less", outcome(`sh:"lessThan=g"`, may20, may21, ``), nil},
		{"not less", outcome(`sh:"lessThan=g"`, may20, may20, ``), []string{"f LessThan=2026-05-20"}},
		{"less than nothing", outcome(`sh:"lessThan=g"`, may20, literal.Date{}, ``), nil},
		{"less or equal", outcome(`sh:"lessThanOrEquals=g"`, may20, may20, ``), nil},
		{"greater", outcome(`sh:"lessThanOrEquals=g"`, may21, may20, ``), []string{"f LessThanOrEquals=2026-05-21"}},
		{"signed and unsigned", outcome(`sh:"lessThan=g"`, []int{-1, 3}, uint(2), ``), []string{"f[1] LessThan=3"}},
		{"unsigned and signed", outcome(`sh:"lessThan=g"`, uint(2), -1, ``), []string{"f LessThan=2"}},
		{"floats", outcome(`sh:"lessThan=g"`, 1.5, 1.5, ``), []string{"f LessThan=1.5E0"}},
		{"instants", outcome(`sh:"lessThan=g"`, moment, moment.Time().Add(-1), ``), []string{"f LessThan=2026-05-20T10:00:00Z"}},
		{"times", outcome(`sh:"lessThan=g"`, noon, noon, ``), []string{"f LessThan=12:00:00"}},
		{"years", outcome(`sh:"lessThan=g"`, literal.GYear(3), literal.GYear(2), ``), []string{"f LessThan=0003"}},
		{"decimals", outcome(`sh:"lessThan=g"`, literal.Decimal("9"), literal.Decimal("10.5"), ``), nil},
		{"strings by code points", outcome(`sh:"lessThan=g"`, "b", "a", ``), []string{"f LessThan=b"}},

		// deactivated
		{"a deactivated shape constrains nothing", outcome(`sh:"minCount=1;maxLength=1;deactivated"`, ""), nil},
	} {
		t.Run(row.name, func(t *testing.T) {
			if got := row.got(t); fmt.Sprint(got) != fmt.Sprint(row.want) {
				t.Errorf("got  %q\nwant %q", got, row.want)
			}
		})
	}
}

func slice[T any](n int, v T) []T {
	values := make([]T, n)
	for i := range values {
		values[i] = v
	}
	return values
}

func numbers(from, to int) []int {
	var values []int
	for i := from; i < to; i++ {
		values = append(values, i)
	}
	return values
}

func languages(n int) literal.LangString {
	text := make(literal.LangString, 0, n)
	for i := range n {
		text = append(text, literal.LangValue{Lang: fmt.Sprintf("en-x-%d", i), Value: "a"})
	}
	return text
}

func TestAValidRecordConformsWithoutAllocating(t *testing.T) {
	s, event := eventSchema(t), validEvent(t)
	if report, err := s.Validate(event); report != nil || err != nil {
		t.Fatalf("%v %v", report.Text(), err)
	}
	validator, err := shacl.NewValidator[Event](s)
	if err != nil {
		t.Fatal(err)
	}
	if n := testing.AllocsPerRun(100, func() { _ = validator.Validate(event) }); n != 0 {
		t.Errorf("Validator.Validate allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { _, _ = s.Validate(event) }); n != 0 {
		t.Errorf("Schema.Validate allocates %v times", n)
	}
	if n := testing.AllocsPerRun(100, func() { _ = s.ValidateRecord(unsafe.Pointer(event)) }); n != 0 {
		t.Errorf("Schema.ValidateRecord allocates %v times", n)
	}
}

func TestEveryViolationIsReportedWhereItIs(t *testing.T) {
	event := validEvent(t)
	event.ID, event.Name, event.Code = "", "", "gop"
	event.Keywords = []string{"go", "x"}
	event.Location.Name = ""
	event.Location.Address.PostalCode = "90"
	event.Location.Address.Locality = ""
	report, err := eventSchema(t).Validate(event)
	if err != nil {
		t.Fatal(err)
	}
	want := []string{
		"id MinCount", "name MinCount", "code Pattern=gop", "keywords[1] MinLength=x", "location.name MinCount",
		"location.address.postalCode Pattern=90", "location.address.addressLocality MinCount",
	}
	if got := results(report); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	last := report.Results()[5]
	if last.Pointer() != "/location/address/postalCode" || last.ResultPath != vocab.SchemaPostalCode {
		t.Errorf("the pointer is %s, the path %s", last.Pointer(), last.ResultPath)
	}
	if nl, _ := last.Message.Get("nl"); nl != "Vier cijfers." {
		t.Errorf("the shape's message is not used: %v", last.Message)
	}
	if r := report.Results()[3]; r.Pointer() != "/keywords/1" {
		t.Errorf("the pointer is %s", r.Pointer())
	}
	if report.Results()[5].FocusNode != report.Results()[6].FocusNode || report.Results()[4].FocusNode == report.Results()[5].FocusNode {
		t.Errorf("nested nodes are not told apart: %v", report.Results())
	}
}

func TestWhatIsNotTheTypeIsAnError(t *testing.T) {
	s := eventSchema(t)
	for name, value := range map[string]any{
		"another type": &Place{}, "a value": *validEvent(t), "nil": nil, "a nil pointer": (*Event)(nil),
	} {
		t.Run(name, func(t *testing.T) {
			if report, err := s.Validate(value); err == nil || report != nil {
				t.Errorf("%v %v", report, err)
			}
		})
	}
	if _, err := shacl.NewValidator[Place](s); err == nil {
		t.Error("a validator of another type")
	}
	if _, err := shacl.NewValidator[Place](nil); err == nil {
		t.Error("a validator of no schema")
	}
}

// tree nests itself.
type tree struct {
	_      struct{} `ld:"ex:Tree"`
	Label  string   `json:"label" ld:"ex:label" sh:"maxLength=3"`
	Parent *tree    `json:"parent" ld:"ex:parent"`
	Kids   []*tree  `json:"kids" ld:"ex:kids"`
}

func TestATypeThatNestsItselfIsFollowedToABound(t *testing.T) {
	s := compiled[tree](t, "")
	chain := func(n int) *tree {
		root := &tree{}
		for range n {
			root = &tree{Parent: root}
		}
		return root
	}
	if report, _ := s.Validate(chain(shacl.MaxDepth)); !report.Conforms() {
		t.Errorf("%d levels: %v", shacl.MaxDepth, report)
	}
	report, _ := s.Validate(chain(shacl.MaxDepth + 1))
	if len(report.Results()) != 1 || report.Results()[0].Component != vocab.SHNodeConstraintComponent ||
		len(report.Results()[0].Path) != shacl.MaxDepth+1 {
		t.Errorf("%d levels: %v", shacl.MaxDepth+1, report)
	}
	circle := &tree{Label: "long"}
	circle.Parent, circle.Kids = circle, []*tree{circle, nil, circle}
	report, _ = s.Validate(circle)
	if report.Err() == nil || !report.Truncated() || len(report.Results()) != shacl.MaxResults {
		t.Errorf("a record that contains itself: %d results", len(report.Results()))
	}
}

func TestAValidCircleOfManyPathsEnds(t *testing.T) {
	circle := &tree{}
	for range 20 {
		circle.Kids = append(circle.Kids, circle)
	}
	report, _ := compiled[tree](t, "").Validate(circle)
	if report.Err() == nil {
		t.Error("a record that contains itself conforms")
	}
}

// organization has an identifier of its own when it is nested.
type organization struct {
	_    struct{} `ld:"schema:Organization"`
	ID   string   `json:"id" ld:"@id"`
	Name string   `json:"name" ld:"schema:name" sh:"minCount=1"`
}

type hosted struct {
	Hosts  []organization `json:"hosts" ld:"schema:organizer" sh:"maxCount=1"`
	Named  *organization  `json:"named" ld:"schema:sponsor" sh:"nodeKind=IRI"`
	Hidden *organization  `json:"hidden" ld:"schema:funder" sh:"nodeKind=BlankNode"`
}

func TestNestedNodesHaveIdentifiers(t *testing.T) {
	s := compiled[hosted](t, vocab.SchemaEvent)
	report, _ := s.Validate(&hosted{
		Hosts:  []organization{{ID: "http://example.org/o/1"}, {ID: "http://example.org/o/1", Name: "a"}},
		Named:  &organization{Name: "a"},
		Hidden: &organization{Name: "a", ID: "x"},
	})
	want := []string{"hosts[0].name MinCount", "named NodeKind=n1", "hidden NodeKind=n2"}
	if got := results(report); !reflect.DeepEqual(got, want) {
		t.Errorf("got  %q\nwant %q", got, want)
	}
	if focus := report.Results()[0].FocusNode; focus.IRI() != "http://example.org/o/1" {
		t.Errorf("the focus is %v", focus)
	}
	if p := s.Property("hosts").Node.Property("id"); p.Shape != nil || !p.Field.Identifier {
		t.Errorf("the identifier of a nested node is no property: %+v", p)
	}
}

type lenient struct {
	Code string `json:"code" ld:"ex:code" sh:"maxLength=2;severity=Warning" pattern:"^a"`
	Name string `json:"name" ld:"ex:name" sh:"minCount=1;severity=Info"`
}

func TestWarningsAreNoViolations(t *testing.T) {
	report, _ := compiled[lenient](t, vocab.SchemaEvent).Validate(&lenient{Code: "bcd"})
	if report.Conforms() || report.Err() != nil || len(report.Violations()) != 0 || len(report.Results()) != 3 {
		t.Errorf("%v", report.Text())
	}
	want := "3 results:\n  warning: code: The value is longer than 2 characters.\n" +
		"  warning: code: The value does not match the pattern ^a.\n  info: name: A value is required.\n"
	if report.Text() != want {
		t.Errorf("got\n%s\nwant\n%s", report.Text(), want)
	}
}

type ownWords struct {
	_    struct{}    `ld:"schema:Event"`
	Code string      `json:"code" ld:"ex:code" sh:"minCount=1" message-nl:"Een code, graag."`
	Deep *blankPlace `json:"deep" ld:"ex:deep" sh:"minCount=1" message:"A place, please."`
}

func TestAShapesOwnMessageReplacesTheText(t *testing.T) {
	report, _ := compiled[ownWords](t, "").Validate(&ownWords{})
	if want := "2 results:\n  code: Een code, graag.\n  deep: A place, please.\n"; report.Text() != want {
		t.Errorf("got\n%s\nwant\n%s", report.Text(), want)
	}
}

func TestANilReportConforms(t *testing.T) {
	var report *shacl.Report
	if !report.Conforms() || report.Err() != nil || report.Results() != nil || report.Violations() != nil || report.Truncated() {
		t.Error("a nil report does not conform")
	}
	if report.Text() != "The record conforms.\n" {
		t.Errorf("%q", report.Text())
	}
}

func TestAReportIsAnError(t *testing.T) {
	report, _ := eventSchema(t).Validate(&Event{ID: "1", Name: "n", Start: may20})
	err := report.Err()
	if err == nil || err.Error() != "1 result: location: A value is required." {
		t.Errorf("%v", err)
	}
}

// all has a field for each message that the table above does not read.
type messages struct {
	List []string        `json:"list" ld:"ex:list" sh:"minCount=2;maxCount=3;in=a|b|c|d|e"`
	One  []int           `json:"one" ld:"ex:one" sh:"maxCount=1;minExclusive=0;maxExclusive=10"`
	Num  int             `json:"num" ld:"ex:num" sh:"minInclusive=1;maxInclusive=5"`
	URL  string          `json:"url" ld:"ex:url" sh:"datatype=xsd:anyURI"`
	Fee  literal.Decimal `json:"fee" ld:"ex:fee"`
	Has  []string        `json:"has" ld:"ex:has" sh:"hasValue=x;disjoint=list;minLength=1"`
	Mode Mode            `json:"mode" ld:"ex:mode"`
}

func TestMessagesSayWhatWouldBeRight(t *testing.T) {
	s := compiled[messages](t, vocab.SchemaEvent)
	report, _ := s.Validate(&messages{
		List: []string{"a", "b", "c", "d"}, One: []int{0, 10}, Num: 6, URL: "a b", Fee: "1,5", Has: []string{"a", ""}, Mode: "?",
	})
	want := `11 results:
  list: At most 3 different values are allowed.
  one[0]: The value must be more than 0.
  one[1]: The value must be less than 10.
  one: At most 1 different value is allowed.
  num: The value must be 5 or less.
  url: The value is not a valid xsd:anyURI: `
	if got := report.Text(); !strings.HasPrefix(got, want) {
		t.Errorf("got\n%s\nwant\n%s", got, want)
	}
	for _, line := range []string{
		"  fee: The value is not a valid xsd:decimal: it must be digits",
		"  has[1]: The value is shorter than 1 character.\n",
		"  has: The value x must be present.\n",
		"  has[0]: The value must not be one of list.\n",
		"  mode: The value must be one of offline, online, mixed.\n",
	} {
		if !strings.Contains(report.Text(), line) {
			t.Errorf("there is no line %q in\n%s", line, report.Text())
		}
	}
	for _, r := range report.Results() {
		if nl, ok := r.Message.Get("nl"); !ok || !strings.HasSuffix(nl, ".") {
			t.Errorf("%s has no Dutch message: %v", r.Place(), r.Message)
		}
	}
}
