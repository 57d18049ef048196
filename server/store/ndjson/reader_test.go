package ndjson_test

import (
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"io"
	"iter"
	"slices"
	"strings"
	"testing"
	"testing/iotest"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory"
	"github.com/hydrant-ld/hydrant/server/store/ndjson"
	"github.com/hydrant-ld/hydrant/vocab"
)

// Talk has a property of every kind.
type Talk struct {
	ID       string           `json:"id" ld:"@id" pattern:"^[a-z0-9.-]+$"`
	Name     string           `json:"name" ld:"schema:name" sh:"minCount=1;maxLength=40"`
	About    hydra.LangString `json:"about" ld:"schema:description"`
	Day      hydra.Date       `json:"day" ld:"schema:startDate" sh:"lessThanOrEquals=until"`
	Until    hydra.Date       `json:"until" ld:"schema:endDate"`
	At       hydra.DateTime   `json:"at" ld:"schema:doorTime"`
	Price    hydra.Decimal    `json:"price" ld:"schema:price"`
	Seats    int8             `json:"seats" ld:"schema:maximumAttendeeCapacity"`
	Rows     uint16           `json:"rows" ld:"schema:remainingAttendeeCapacity"`
	Rating   *float64         `json:"rating" ld:"schema:ratingValue"`
	Free     bool             `json:"free" ld:"schema:isAccessibleForFree"`
	Keywords []string         `json:"keywords" ld:"schema:keywords" sh:"maxCount=3"`
	Speaker  *Speaker         `json:"speaker" ld:"schema:performer"`
	Helpers  []Speaker        `json:"helpers" ld:"schema:contributor"`
	Notes    string           `json:"notes" ld:"schema:text" sh:"maxLength=5;severity=Warning"`
}

// Speaker is nested, and nests itself.
type Speaker struct {
	_      struct{} `ld:"schema:Person"`
	Name   string   `json:"name" ld:"schema:name" sh:"minCount=1"`
	URL    string   `json:"url" ld:"schema:url" sh:"nodeKind=IRI"`
	Mentor *Speaker `json:"mentor" ld:"schema:knows"`
}

func talks() *hydra.Class[Talk] {
	return hydra.NewClass[Talk](vocab.SchemaEvent, "/talks", hydra.ClassMeta{})
}

func newReader(tb testing.TB) *ndjson.Reader[Talk] {
	tb.Helper()
	r, err := ndjson.NewReader(talks())
	if err != nil {
		tb.Fatal(err)
	}
	return r
}

// read returns the identifiers of the good records, and what was wrong with the others.
func read(tb testing.TB, all iter.Seq2[ndjson.Record[Talk], error]) (ids []string, rejected []*ndjson.RejectionError, failed error) {
	tb.Helper()
	for record, err := range all {
		var rejection *ndjson.RejectionError
		switch {
		case errors.As(err, &rejection):
			if record.Value != nil || record.Line != rejection.Line {
				tb.Errorf("line %d: a rejected record has a value, or another line", rejection.Line)
			}
			rejected = append(rejected, rejection)
		case err != nil:
			failed = err
		default:
			if record.Value.ID != record.ID {
				tb.Errorf("the record %s is called %s", record.Value.ID, record.ID)
			}
			ids = append(ids, fmt.Sprintf("%d:%s", record.Line, record.ID))
		}
	}
	return ids, rejected, failed
}

func TestALineIsRejectedWithEveryReason(t *testing.T) {
	deep := strings.Repeat(`{"name":"a","mentor":`, 70) + "null" + strings.Repeat("}", 70)
	for _, row := range []struct{ name, line, want string }{
		{"broken JSON", `{"id":"a","name":}`, "column 18: broken JSON: invalid character '}' looking for beginning of value"},
		{"an unfinished object", `{"id":"a"`, "column 9: broken JSON: unexpected end of JSON input"},
		{"text behind the object", `{"id":"a","name":"A"} {}`, "column 23: broken JSON: invalid character '{' after top-level value"},
		{"no object", `["a"]`, `want a record, an object such as {"id": …}, not a list`},
		{"a number for a record", `17`, `want a record, an object such as {"id": …}, not the number 17`},
		{"invalid UTF-8", "{\"id\":\"é\xff\"}", "column 9: invalid UTF-8"},
		{"the first half of a surrogate pair", `{"id":"a","name":"\ud83dx"}`, "column 19: half a surrogate pair"},
		{"the second half of a surrogate pair", `{"id":"a","name":"\ude00"}`, "column 19: half a surrogate pair"},
		{"two first halves", `{"id":"a","name":"\ud83d\ud83d"}`, "column 19: half a surrogate pair"},
		{"half a pair at the end", `{"id":"a","name":"\ud83d"}`, "column 19: half a surrogate pair"},
		{"a misspelt key", `{"id":"a","nmae":"A"}`, `nmae: there is no such key: did you mean "name"?`}, //nolint:misspell // it is the mistake under test
		{"a key in the wrong case", `{"ID":"a","name":"A"}`, `ID: there is no such key: did you mean "id"?`},
		{"a key written with another letter that folds to it", `{"id":"a","name":"A","\u212aeywords":[]}`, `eywords: there is no such key: did you mean "keywords"?`},
		{"a key like nothing there is", `{"id":"a","name":"A","@context":"x","zzzzzzzzzz":1}`, "@context: there is no such key: want one of about, at, day,|zzzzzzzzzz: there is no such key: want one of about"},
		{"a nested key", `{"id":"a","name":"A","speaker":{"name":"S","nam":"T"}}`, `speaker.nam: there is no such key: did you mean "name"?`},
		{"a key twice", `{"id":"a","name":"A","name":"B"}`, "name: the key stands twice"},
		{"a key twice, once escaped", `{"id":"a","name":"A","n\u0061me":"B"}`, "name: the key stands twice"},
		{"a nested key twice", `{"id":"a","name":"A","helpers":[{"name":"S"},{"name":"S","name":"T"}]}`, "helpers[1].name: the key stands twice"},
		{"null in a list", `{"id":"a","name":"A","keywords":["go",null]}`, "keywords[1]: null in a list is no value: leave it out"},
		{"one value for a list", `{"id":"a","name":"A","keywords":"go"}`, "keywords: want a list, […], not a string"},
		{"a list for one value", `{"id":"a","name":["A"]}`, "name: want a string, not a list"},
		{"a number for a string", `{"id":"a","name":5}`, "name: want a string, not the number 5"},
		{"a string for an object", `{"id":"a","name":"A","speaker":"S"}`, "speaker: want an object, {…}, not a string"},
		{"objects that are nested too deep", `{"id":"a","name":"A","speaker":` + deep + `}`, "objects are nested more than 64 deep"},
		{"a fraction", `{"id":"a","name":"A","seats":1.5}`, "seats: want a whole number of at most 8 bits, not the number 1.5"},
		{"a number that is too large", `{"id":"a","name":"A","seats":128}`, "seats: want a whole number of at most 8 bits, not the number 128"},
		{"a negative count", `{"id":"a","name":"A","rows":-1}`, "rows: want a whole number of at most 16 bits that is not negative, not the number -1"},
		{"a string for a number", `{"id":"a","name":"A","rating":"5"}`, "rating: want a number, not a string"},
		{"a word for a boolean", `{"id":"a","name":"A","free":"yes"}`, "free: want true or false, not a string"},
		{"a date that no calendar has", `{"id":"a","name":"A","day":"2026-02-30","until":"2026-03-01"}`, "day: "},
		{"a number for a decimal", `{"id":"a","name":"A","price":1.5}`, "price: "},
		{"a text without its language", `{"id":"a","name":"A","about":"x"}`, "about: "},
		{"a language twice", `{"id":"a","name":"A","about":{"en":"x","EN":"y"}}`, "about: "},
		{"all wrong types at once", `{"id":1,"name":2,"day":"x","sets":3}`, "id: want a string|name: want a string|day: |sets: there is no such key: did you mean \"seats\"?"},
		{"a missing name", `{"id":"a"}`, "name: "},
		{"a missing identifier", `{"name":"A"}`, "id: "},
		{"null for what is required", `{"id":"a","name":null}`, "name: "},
		{"an end before its start", `{"id":"a","name":"A","day":"2026-05-02","until":"2026-05-01"}`, "day: "},
		{"a URL with a space", `{"id":"a","name":"A","speaker":{"name":"S","url":"http://example.org/a b"}}`, "speaker.url: "},
		{"all broken constraints at once", `{"id":"A!","keywords":["a","b","c","d"],"helpers":[{"name":"S"},{"url":"x"}]}`, "id: |name: |keywords: |helpers[1].name: |helpers[1].url: "},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, rejected, err := read(t, newReader(t).Read(strings.NewReader(row.line)))
			if err != nil || len(rejected) != 1 {
				t.Fatalf("%d rejections, error %v: want one rejection", len(rejected), err)
			}
			want := strings.Split(row.want, "|")
			if len(rejected[0].Reasons) != len(want) {
				t.Fatalf("reasons %q, want %q", rejected[0].Reasons, want)
			}
			for i, reason := range rejected[0].Reasons {
				if !strings.Contains(reason, want[i]) || strings.HasPrefix(reason, ": ") {
					t.Errorf("%q, want %q in it", reason, want[i])
				}
			}
		})
	}
}

func TestGoodRecordsAreReadAsTheyAre(t *testing.T) {
	const line = `{"id":"a.1","name":"A \ud83d\ude00 \\ud83d","about":{"nl":"Over","en":"About"},"day":"2026-05-01","until":"2026-05-02","at":"2026-05-01T10:00:00Z",` +
		`"price":"10.50","seats":-128,"rows":65535,"rating":4.5,"free":true,"keywords":["x","y"],"speaker":{"name":"S","url":"https://example.org/s","mentor":{"name":"M"}},` +
		`"helpers":[{"name":"H"}],"notes":"longer than a warning allows"}`
	for record, err := range newReader(t).Read(strings.NewReader(line)) {
		if err != nil {
			t.Fatal(err)
		}
		v := record.Value
		if v.Name != "A 😀 \\ud83d" || v.About[0].Lang != "nl" || v.Day.String() != "2026-05-01" || v.Price != "10.50" || v.Seats != -128 ||
			v.Rows != 65535 || *v.Rating != 4.5 || !v.Free || len(v.Keywords) != 2 || v.Speaker.Mentor.Name != "M" || v.Helpers[0].Name != "H" {
			t.Errorf("%+v", v)
		}
	}
}

func TestLinesAreTakenApart(t *testing.T) {
	tooLong := `{"id":"long","name":"` + strings.Repeat("x", ndjson.MaxLine) + `"}`
	longest := `{"id":"longest","name":"A"` + strings.Repeat(" ", ndjson.MaxLine-len(`{"id":"longest","name":"A"}`)) + "}"
	source := "\xef\xbb\xbf" + `{"id":"a","name":"A"}` + "\r\n" + // line 1: a byte order mark, a line end of two characters
		"\n  \t\n" + // 2, 3: blank
		`{"id":"b","name":"B"}` + "\n" + // 4
		tooLong + "\n" + // 5
		longest + "\r\n" + // 6
		"\xef\xbb\xbf" + `{"id":"c","name":"C"}` + "\n" + // 7: a byte order mark where none belongs
		`{"id":"d","name":"D"}` // 8: no line end
	for name, r := range map[string]io.Reader{"at once": strings.NewReader(source), "in small pieces": iotest.HalfReader(strings.NewReader(source))} {
		ids, rejected, err := read(t, newReader(t).Read(r))
		if want := []string{"1:a", "4:b", "6:longest", "8:d"}; err != nil || !slices.Equal(ids, want) {
			t.Errorf("%s: %q, error %v, want %q", name, ids, err, want)
		}
		if len(rejected) != 2 || rejected[0].Line != 5 || rejected[0].Reasons[0] != "the line is longer than 1048576 bytes" || rejected[1].Line != 7 {
			t.Errorf("%s: rejected %v, want lines 5 and 7", name, rejected)
		}
	}
	ids, rejected, err := read(t, newReader(t).Read(strings.NewReader(tooLong)))
	if len(ids) != 0 || len(rejected) != 1 || err != nil {
		t.Errorf("one line that is too long: %q, %v, %v", ids, rejected, err)
	}
	if ids, rejected, err := read(t, newReader(t).Read(strings.NewReader(""))); len(ids)+len(rejected) != 0 || err != nil {
		t.Errorf("nothing at all: %q, %v, %v", ids, rejected, err)
	}
}

func TestAnErrorOfTheSourceEndsReading(t *testing.T) {
	broken := errors.New("the disk is gone")
	source := io.MultiReader(strings.NewReader(`{"id":"a","name":"A"}`+"\n"+`{"id":"b"`), iotest.ErrReader(broken))
	ids, rejected, err := read(t, newReader(t).Read(source))
	if len(ids) != 1 || len(rejected) != 0 || !errors.Is(err, broken) || !strings.Contains(err.Error(), "line 2") {
		t.Errorf("%q, %v, %v: want one record, and the error with its line", ids, rejected, err)
	}
}

func TestLoadKeepsTheGoodOnes(t *testing.T) {
	s, err := memory.New(talks(), memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	source := `{"id":"a","name":"A"}
{"id":"b"}
{"id":"..","name":"no client can ask for it"}
{"id":"a","name":"again"}
{"id":"c","name":"C"}
`
	var said []string
	summary, err := newReader(t).Load(t.Context(), strings.NewReader(source), s.Put, func(r *ndjson.RejectionError) { said = append(said, r.Error()) })
	if err != nil || summary.String() != "2 loaded, 3 rejected" || s.Len() != 2 {
		t.Errorf("%v, error %v, %d stored", summary, err, s.Len())
	}
	for i, want := range []string{"line 2 (b): name: ", "line 4 (a): the identifier is that of line 1 already", `line 3 (..): `} {
		if i >= len(said) || !strings.Contains(said[i], want) {
			t.Errorf("reports %q, want %q", said, want)
		}
	}
}

func TestLoadStopsWhenNothingCanBeStored(t *testing.T) {
	source := strings.NewReader(`{"id":"a","name":"A"}` + "\n" + `{"id":"b","name":"B"}`)
	calls := 0
	_, err := newReader(t).Load(t.Context(), source, func(...*Talk) error {
		calls++
		return fmt.Errorf("no connection: %w", store.ErrUnavailable)
	}, nil)
	if !errors.Is(err, store.ErrUnavailable) || calls != 1 {
		t.Errorf("error %v after %d calls, want store.ErrUnavailable after one", err, calls)
	}
	ctx, cancel := context.WithCancelCause(t.Context())
	stopped := errors.New("enough")
	cancel(stopped)
	if _, err := newReader(t).Load(ctx, strings.NewReader(`{"id":"a","name":"A"}`), func(...*Talk) error { return nil }, nil); !errors.Is(err, stopped) {
		t.Errorf("error %v, want the context's cause", err)
	}
}

func TestLoadStoresInBatches(t *testing.T) {
	var source strings.Builder
	for i := range 25_000 {
		fmt.Fprintf(&source, "{\"id\":\"t%d\",\"name\":\"T\"}\n", i)
	}
	var sizes []int
	summary, err := newReader(t).Load(t.Context(), strings.NewReader(source.String()), func(values ...*Talk) error {
		sizes = append(sizes, len(values))
		return nil
	}, nil)
	if err != nil || summary.Loaded != 25_000 || !slices.Equal(sizes, []int{10_000, 10_000, 5_000}) {
		t.Errorf("%v in batches of %v, error %v", summary, sizes, err)
	}
}

func TestAReaderNeedsACorrectClass(t *testing.T) {
	type wrong struct {
		ID string `json:"id" ld:"@id" sh:"minCuont=1"`
	}
	if _, err := ndjson.NewReader(hydra.NewClass[wrong](vocab.SchemaEvent, "/x", hydra.ClassMeta{})); err == nil {
		t.Error("no error for a class with a mistake in it")
	}
}

// FuzzRead reads files of any kind: each line that is not blank gives a record or a rejection, and what is accepted is
// accepted again when it is written and read once more.
func FuzzRead(f *testing.F) {
	for _, seed := range []string{
		`{"id":"a","name":"A"}`, "{\"id\":\"a\",\"name\":\"A\"}\r\n\n[]\n{}\n", `{"ID":"a","name":"A","name":"B"}`, `{"id":"a","name":"\ud83d\ude00\\u"}`,
		`{"id":"a","name":"A","speaker":{"name":"S","mentor":{"name":"M","mentor":null}},"helpers":[null]}`, "\xef\xbb\xbf{\"id\":\"\xff\"}",
		`{"id":"a","name":"A","about":{"en":"x"},"day":"2026-01-01","until":"2026-01-02","at":"2026-01-01T00:00:00.5+01:00","price":"1e5","seats":1e2,"rating":-0}`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, text string) {
		reader := newReader(t)
		lines := 0
		for i, line := range strings.Split(text, "\n") {
			if i == 0 {
				line = strings.TrimPrefix(strings.TrimSuffix(line, "\r"), "\xef\xbb\xbf")
			}
			if strings.TrimSpace(line) != "" || len(line) > ndjson.MaxLine {
				lines++
			}
		}
		for record, err := range reader.Read(strings.NewReader(text)) {
			lines--
			var rejection *ndjson.RejectionError
			if err != nil {
				if !errors.As(err, &rejection) || len(rejection.Reasons) == 0 {
					t.Fatalf("%v: want a rejection with its reasons", err)
				}
				continue
			}
			again, err := json.Marshal(record.Value)
			if err != nil {
				t.Fatal(err)
			}
			for _, err := range reader.Read(strings.NewReader(string(again))) {
				if err != nil {
					t.Fatalf("%s\nwas accepted, then written as\n%s\n%v", text, again, err)
				}
			}
		}
		if lines != 0 {
			t.Fatalf("%d lines more than records and rejections", lines)
		}
	})
}
