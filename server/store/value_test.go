package store_test

import (
	"math"
	"slices"
	"testing"
	"time"
	"unsafe"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/storetest"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// property returns a property of the suite's specimens.
func property(tb testing.TB, path string) *hydra.Property {
	tb.Helper()
	definition, err := storetest.NewClass().Definition()
	if err != nil {
		tb.Fatal(err)
	}
	p := definition.Property(path)
	if p == nil {
		tb.Fatalf("there is no property %s", path)
	}
	return p
}

func date(tb testing.TB, text string) hydra.Date {
	tb.Helper()
	d, err := literal.ParseDate(text)
	if err != nil {
		tb.Fatal(err)
	}
	return d
}

func clock(tb testing.TB, text string) hydra.Time {
	tb.Helper()
	c, err := literal.ParseTime(text)
	if err != nil {
		tb.Fatal(err)
	}
	return c
}

func TestValuesOfOneKindAreInTheirOrder(t *testing.T) {
	instant := time.Date(2026, 5, 20, 8, 0, 0, 5, time.UTC)
	for name, ascending := range map[string][]store.Value{
		"texts by code points":        {store.Text(""), store.Text("B"), store.Text("a"), store.Text("é")},
		"false before true":           {store.Bool(false), store.Bool(true)},
		"negative integers first":     {store.Int(math.MinInt64), store.Int(-1), store.Int(0), store.Int(math.MaxInt64)},
		"large unsigned integers":     {store.Uint(0), store.Uint(1), store.Uint(math.MaxUint64)},
		"floats, NaN first":           {store.Float(math.NaN()), store.Float(math.Inf(-1)), store.Float(-1.5), store.Float(0), store.Float(0.1), store.Float(math.Inf(1))},
		"decimals by value":           {store.Decimal("-10"), store.Decimal("-9.5"), store.Decimal("0.10"), store.Decimal("9"), store.Decimal("10.0")},
		"dates":                       {store.Date(date(t, "0001-01-01")), store.Date(date(t, "2025-12-31")), store.Date(date(t, "2026-01-01")), store.Date(date(t, "9999-12-31"))},
		"instants to the nanosecond":  {store.DateTime(time.Unix(-5, 0)), store.DateTime(instant.Add(-1)), store.DateTime(instant), store.DateTime(instant.Add(time.Hour))},
		"times of day":                {store.Time(clock(t, "00:00:00")), store.Time(clock(t, "00:00:00.000000001")), store.Time(clock(t, "23:59:59"))},
		"years before our era first":  {store.GYear(-44), store.GYear(1), store.GYear(2026)},
		"every value before absence":  {store.Text("z"), {}},
		"absence behind numbers, too": {store.Uint(math.MaxUint64), {}},
	} {
		t.Run(name, func(t *testing.T) {
			for i, a := range ascending {
				for j, b := range ascending {
					if got, want := store.Compare(a, b), min(max(i-j, -1), 1); got != want {
						t.Errorf("%q and %q compare as %d, want %d", a, b, got, want)
					}
				}
			}
		})
	}
}

func TestEqualValuesMayHaveDifferentTexts(t *testing.T) {
	zone := time.FixedZone("", 3600)
	for name, pair := range map[string][2]store.Value{
		"decimals with more zeros":   {store.Decimal("1.0"), store.Decimal("+01.00")},
		"zero with and without sign": {store.Float(0), store.Float(math.Copysign(0, -1))},
		"instants with two offsets":  {store.DateTime(time.Date(2026, 1, 1, 1, 0, 0, 0, zone)), store.DateTime(time.Date(2026, 1, 1, 0, 0, 0, 0, time.UTC))},
	} {
		t.Run(name, func(t *testing.T) {
			if c := store.Compare(pair[0], pair[1]); c != 0 {
				t.Errorf("%q and %q compare as %d", pair[0], pair[1], c)
			}
		})
	}
}

func TestValuesHaveTextsAndGoValues(t *testing.T) {
	instant := time.Date(2026, 5, 20, 8, 30, 0, 250_000_000, time.FixedZone("", 7200))
	for _, test := range []struct {
		name  string
		value store.Value
		text  string
		want  any
	}{
		{"text", store.Text("a, b"), "a, b", "a, b"},
		{"boolean", store.Bool(true), "true", true},
		{"integer", store.Int(-5), "-5", int64(-5)},
		{"unsigned integer", store.Uint(math.MaxUint64), "18446744073709551615", uint64(math.MaxUint64)},
		{"float", store.Float(0.1), "0.1", 0.1},
		{"infinity", store.Float(math.Inf(-1)), "-INF", math.Inf(-1)},
		{"decimal", store.Decimal("10.50"), "10.50", "10.50"},
		{"date", store.Date(date(t, "2024-02-29")), "2024-02-29", time.Date(2024, 2, 29, 0, 0, 0, 0, time.UTC)},
		{"instant", store.DateTime(instant), "2026-05-20T06:30:00.25Z", instant.UTC()},
		{"time of day", store.Time(clock(t, "23:59:59.000000001")), "23:59:59.000000001", "23:59:59.000000001"},
		{"year", store.GYear(-44), "-0044", int64(-44)},
		{"absent value", store.Value{}, "", nil},
		{"absent date", store.Date(hydra.Date{}), "", nil},
		{"absent instant", store.DateTime(time.Time{}), "", nil},
		{"absent time of day", store.Time(hydra.Time{}), "", nil},
		{"absent year", store.GYear(0), "", nil},
		{"absent decimal", store.Decimal(""), "", nil},
	} {
		t.Run(test.name, func(t *testing.T) {
			if got := test.value.String(); got != test.text {
				t.Errorf("the text is %q, want %q", got, test.text)
			}
			if got := string(test.value.Append([]byte("x"))); got != "x"+test.text {
				t.Errorf("appended it is %q, want %q", got, "x"+test.text)
			}
			if got := test.value.Go(); got != test.want {
				t.Errorf("the Go value is %#v, want %#v", got, test.want)
			}
		})
	}
}

func TestEachEntersWhateverHasManyValues(t *testing.T) {
	height, depth := 0, int16(-3)
	specimen := &storetest.Specimen{
		ID: "1", Mode: "wet", Owner: hydra.Ref[storetest.Owner]{ID: "o"}, Depth: &depth, Legs: 4,
		Title:  hydra.LangString{{Lang: "en", Value: "One"}, {Lang: "nl", Value: "Een"}},
		Tags:   []string{"b", "", "b"},
		Scores: []int{3, -1},
		Place:  &storetest.Place{Height: &height},
		Parts: []storetest.Part{
			{Label: "first", Added: []hydra.Date{date(t, "2024-01-02"), date(t, "2024-01-01")}},
			{},
			{Label: "last", Added: []hydra.Date{{}, date(t, "2024-01-03")}},
		},
	}
	for path, want := range map[string][]string{
		"id": {"1"}, "mode": {"wet"}, "owner": {"o"}, "depth": {"-3"}, "legs": {"4"}, "title": {"One", "Een"}, "tags": {"b", "", "b"},
		"scores": {"3", "-1"}, "place.height": {"0"}, "place.city": nil, "parts.label": {"first", "last"}, "name": nil,
		"parts.added": {"2024-01-02", "2024-01-01", "2024-01-03"}, "ratio": nil, "found": nil, "seen": nil, "alive": {"false"}, "place": nil,
	} {
		t.Run(path, func(t *testing.T) {
			p := property(t, path)
			var got []string
			store.Each(p, unsafe.Pointer(specimen), func(v store.Value) bool {
				got = append(got, v.String())
				return true
			})
			if !slices.Equal(got, want) {
				t.Errorf("got %q, want %q", got, want)
			}
			first := store.ValueOf(p, unsafe.Pointer(specimen))
			if first.IsAbsent() != (len(want) == 0) || len(want) > 0 && first.String() != want[0] {
				t.Errorf("the first is %q, want that of %q", first, want)
			}
		})
	}
}

func TestManyValuedIsWhatHasAListOnTheWay(t *testing.T) {
	for path, want := range map[string]bool{
		"name": false, "place.city": false, "depth": false, "title": true, "tags": true, "parts.label": true, "parts.added": true,
	} {
		if got := store.ManyValued(property(t, path)); got != want {
			t.Errorf("%s: %v, want %v", path, got, want)
		}
	}
}

func TestReadingAndComparingValuesDoesNotAllocate(t *testing.T) {
	specimens := storetest.Generate(50, 1)
	definition, err := storetest.NewClass().Definition()
	if err != nil {
		t.Fatal(err)
	}
	var buffer [256]byte
	total := 0
	allocs := testing.AllocsPerRun(10, func() {
		for _, p := range definition.Properties {
			for i := 1; i < len(specimens); i++ {
				a, b := store.ValueOf(p, unsafe.Pointer(specimens[i-1])), store.ValueOf(p, unsafe.Pointer(specimens[i]))
				total += store.Compare(a, b) + len(a.AppendKey(buffer[:0]))
				store.Each(p, unsafe.Pointer(specimens[i]), func(v store.Value) bool {
					total += len(v.Append(buffer[:0]))
					return true
				})
			}
		}
	})
	if allocs != 0 || total == 0 {
		t.Errorf("%v allocations", allocs)
	}
}
