package server_test

import (
	"context"
	"encoding/csv"
	"fmt"
	"net/http"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
)

// table reads a response as CSV: the names of the columns, and the rows by name.
func table(t *testing.T, api http.Handler, path string, fields ...string) (names []string, rows []map[string]string) {
	t.Helper()
	w := get(api, path, append([]string{"Accept", "text/csv"}, fields...)...)
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/csv; charset=utf-8; header=present" {
		t.Fatalf("%s: %d %v %s", path, w.Code, w.Header(), w.Body)
	}
	body := w.Body.String()
	if strings.Count(body, "\n") < 1 || !strings.HasSuffix(body, "\r\n") {
		t.Fatalf("%s: lines end in CRLF:\n%s", path, body)
	}
	lines, err := csv.NewReader(strings.NewReader(body)).ReadAll()
	if err != nil {
		t.Fatalf("%s: %v in\n%s", path, err, body)
	}
	for _, line := range lines[1:] {
		row := map[string]string{}
		for i, cell := range line {
			row[lines[0][i]] = cell
		}
		rows = append(rows, row)
	}
	return lines[0], rows
}

func TestARowHoldsWhatAnItemHolds(t *testing.T) {
	value := full(t)
	value.Title = "A \"title\", with\nlines; é\U0001F600"
	value.Parts[3].Part = &Part{Name: `x|y\z`}
	names, rows := table(t, newAPI(t, []*Specimen{value, {ID: "zero"}}), "/api/specimens")
	want := map[string]string{
		"iri": "https://data.example.org/api/specimens/a%2Fb%20c%22%C3%A9%3F%23%25", "id": `a/b c"é?#%`,
		"title": value.Title, "text": "one", "bool": "true", "int": "-7", "uint": "0", "float": "1e-9", "float32": "0.1",
		"day": "2024-02-29", "instant": "2026-01-02T01:04:05.6Z", "stamp": "2026-01-02T04:04:05Z", "clock": "00:00:00", "year": "2026",
		"price": "12.50", "page": value.Page, "month": "2026-07", "colour": "red", "colours": "blue|red", "days": "2026-01-01|2026-01-02",
		"pages": "https://example.org/1|urn:x:y", "friend": "https://data.example.org/api/people/friends/jan%20peeters",
		"member.name": "p", "member.part": `{"@type":"Part","name":"q"}`, "member.method": "m", "plain.first": "1",
		// The third part is there and has nothing.
		"parts.name": "r||s", "parts.part": `||{"@type":"Part","name":"x\|y\\\\z"}`, "parts.method": "",
		"named": "https://example.org/named", "named.label": "named", "self": "https://data.example.org/api/people/friends/%C3%A9",
	}
	for _, name := range names {
		if got, ok := want[name]; !ok || rows[0][name] != got {
			t.Errorf("%s is %q, want %q (%v)", name, rows[0][name], got, ok)
		}
	}
	if len(names) != len(want) || names[0] != "iri" || !slices.Equal(names[1:4], []string{"id", "title", "text"}) {
		t.Errorf("the columns are %q", names)
	}
	for name, cell := range rows[1] {
		if zero := map[string]string{"iri": "https://data.example.org/api/specimens/zero", "id": "zero", "bool": "false", "int": "0", "float": "0"}[name]; cell != zero {
			t.Errorf("of the empty one %s is %q, want %q", name, cell, zero)
		}
	}
}

func TestATableHasTheColumnsThatTheSenderMaySeeAndAsksFor(t *testing.T) {
	api := serve(t, workers(), func(c *server.Config) {
		c.Audience = func(r *http.Request) []string { return r.Header["Audience"] }
	}, &Worker{ID: "w1", Work: &Contact{Phone: "1", Room: "2"}, Home: &Contact{Phone: "3", Room: "4"}})
	for _, test := range []struct{ query, audience, want string }{
		{"", "", "[iri id home.phone] [[home.phone:3 id:w1]]"},
		{"", "staff", "[iri id work.phone home.phone] [[home.phone:3 id:w1 work.phone:1]]"},
		{"", "porter", "[iri id home.phone home.room] [[home.phone:3 home.room:4 id:w1]]"},
		{"?fields=home", "porter", "[iri home.phone home.room] [[home.phone:3 home.room:4]]"},
		{"?fields=work", "", "[iri] [[]]"},
	} {
		names, rows := table(t, api, "/api/workers"+test.query, "Audience", test.audience)
		delete(rows[0], "iri")
		if got := strings.ReplaceAll(fmt.Sprint(names, rows), "map", ""); got != test.want {
			t.Errorf("%s as %q: got %s, want %s", test.query, test.audience, got, test.want)
		}
	}
}

// Cells has what a spreadsheet may take for a formula.
type Cells struct {
	ID     string           `json:"id" ld:"@id"`
	Text   string           `json:"text" ld:"ex:text" doc:"Text."`
	Texts  []string         `json:"texts" ld:"ex:texts" doc:"Texts."`
	Title  hydra.LangString `json:"title" ld:"ex:title" doc:"Title."`
	Amount hydra.Decimal    `json:"amount" ld:"ex:amount" doc:"Amount."`
	Count  int              `json:"count" ld:"ex:count" doc:"Count."`
	Counts []float64        `json:"counts" ld:"ex:counts" doc:"Counts."`
	IRI    string           `json:"iri" ld:"ex:iri" doc:"A key that the first column has too."`
}

func TestNoCellIsAFormula(t *testing.T) {
	var values []*Cells
	attacks := []string{
		"=1+1", "=cmd|' /C calc'!A0", "+1", "-1+1", "@SUM(A1)", "\t=1", "\r=1", "\n=1", "-", "=", "+32 475", `="a",b`,
	}
	for i, attack := range attacks {
		values = append(values, &Cells{
			ID: fmt.Sprintf("%02d", i), Text: attack, Texts: []string{attack, "b"}, Title: hydra.LangString{{Lang: "en", Value: attack}},
			Amount: hydra.Decimal("-7.5"), Count: -7, Counts: []float64{-1.5, -2}, IRI: attack,
		})
	}
	values = append(values, &Cells{ID: "=1", Amount: hydra.Decimal("-1+cmd|x"), Text: "a=1", Count: 0})
	api := serve(t, hydra.NewClass[Cells]("https://example.org/ns#Cells", "/cells", hydra.ClassMeta{Prefixes: example}), nil, values...)
	names, rows := table(t, api, "/api/cells")
	if names[0] != "_iri" {
		t.Errorf("two columns have one name: %q", names)
	}
	for i, attack := range attacks {
		row := rows[i]
		for _, name := range []string{"text", "title", "iri"} {
			// Readers of CSV may turn CRLF, which isn't there, into LF, but leave a lone CR.
			if row[name] != "'"+attack {
				t.Errorf("%s of %q is %q", name, attack, row[name])
			}
		}
		joined := strings.NewReplacer("|", `\|`, `\`, `\\`).Replace(attack)
		if row["texts"] != "'"+joined+"|b" {
			t.Errorf("texts of %q are %q", attack, row["texts"])
		}
		if row["amount"] != "-7.5" || row["count"] != "-7" || row["counts"] != "-1.5|-2" {
			t.Errorf("numbers stay numbers: %v", row)
		}
	}
	last := rows[len(rows)-1]
	if last["id"] != "'=1" || last["amount"] != "'-1+cmd|x" || last["text"] != "a=1" {
		t.Errorf("got %q", last)
	}
}

func TestATableIsInOneLanguage(t *testing.T) {
	english, both, none := &Specimen{ID: "1"}, &Specimen{ID: "2"}, &Specimen{ID: "3"}
	english.Text = hydra.LangString{{Lang: "en", Value: "one"}}
	both.Text = hydra.LangString{{Lang: "nl-be", Value: "twee"}, {Lang: "en", Value: "two"}}
	api := newAPI(t, []*Specimen{english, both, none}, func(c *server.Config) { c.Metadata.Languages = []string{"en", "nl-be"} })
	tags := map[string]bool{}
	for language, want := range map[string][2]string{
		"":              {"one two", "en"},
		"nl-BE":         {"one twee", "en, nl-be"},
		"de, fr;q=0.5":  {"one two", "en"},
		"fr;q=0.1, en,": {"one two", "en"},
	} {
		_, rows := table(t, api, "/api/specimens", "Accept-Language", language)
		h := get(api, "/api/specimens", "Accept", "text/csv", "Accept-Language", language).Header()
		if got := rows[0]["text"] + " " + rows[1]["text"] + rows[2]["text"]; got != want[0] || h.Get("Content-Language") != want[1] {
			t.Errorf("%q: %s in %q", language, got, h.Get("Content-Language"))
		}
		if !strings.Contains(h.Get("Vary"), "Accept-Language") {
			t.Errorf("Vary is %q", h.Get("Vary"))
		}
		tags[h.Get("Etag")] = true
	}
	if len(tags) != 2 {
		t.Errorf("%d ETags for two languages", len(tags))
	}
}

func TestATableIsPagedLikeAnyCollection(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1", Int: 3}, {ID: "2", Int: 2}, {ID: "3", Int: 1}})
	_, rows := table(t, api, "/api/specimens?sort=int&pageSize=2")
	w := get(api, "/api/specimens?sort=int&pageSize=2", "Accept", "text/csv")
	if links := strings.Join(w.Header()["Link"], ", "); len(rows) != 2 || rows[0]["id"] != "3" ||
		!strings.Contains(links, `<https://data.example.org/api/specimens?sort=int&pageSize=2&page=2>; rel="next"`) {
		t.Errorf("got %v\n%s", rows, links)
	}
	if again := get(api, "/api/specimens?sort=int&pageSize=2", "Accept", "text/csv", "If-None-Match", w.Header().Get("Etag")); again.Code != http.StatusNotModified {
		t.Errorf("%d", again.Code)
	}
	if names, rows := table(t, api, "/api/specimens?int=9"); len(names) < 10 || len(rows) != 0 {
		t.Errorf("an empty collection has columns and no rows: %q, %v", names, rows)
	}
	for _, path := range []string{"/api/specimens/1", "/api", "/api/documentation"} {
		if w := get(api, path, "Accept", "text/csv"); w.Code != http.StatusNotAcceptable {
			t.Errorf("%s: %d: only collections are tables", path, w.Code)
		}
	}
}

func FuzzACellIsTheTextOrTheTextWithAnApostrophe(f *testing.F) {
	for _, seed := range []string{"", "a", `"`, `a"b,c`, "=1", "'", "a\r\nb", "|", `\`, " x", "\xff", "\uFEFF", "\x00;"} {
		f.Add(seed, seed)
	}
	class := hydra.NewClass[Cells]("https://example.org/ns#Cells", "/cells", hydra.ClassMeta{Prefixes: example})
	value := &Cells{ID: "1"}
	api, err := server.New(server.Config{
		BaseURL: "https://data.example.org", Vocabulary: "https://example.org/ns#",
		Metadata: hydra.Metadata{Title: hydra.Text{"en": "Test"}, Version: "1.0.0"},
	}, server.Bind(class, store.Store[Cells]{List: func(context.Context, *store.Query) (store.Page[Cells], error) {
		return store.Page[Cells]{Items: []store.Item[Cells]{{Value: value}}}, nil
	}}))
	if err != nil {
		f.Fatal(err)
	}
	f.Fuzz(func(t *testing.T, a, b string) {
		value.Text, value.Texts = a, []string{a, b}
		_, rows := table(t, api, "/cells")
		clean := strings.NewReplacer("\r\n", "\n").Replace(strings.ToValidUTF8(a, "\uFFFD")) // as the reader does
		switch got := rows[0]["text"]; {
		case strings.IndexAny(got, "=+-@\t\r\n") == 0:
			t.Errorf("%q is a formula", got)
		case got != clean && got != "'"+clean:
			t.Errorf("%q is %q", a, got)
		}
		if got := rows[0]["texts"]; strings.IndexAny(got, "=+-@\t\r\n") == 0 {
			t.Errorf("%q is a formula", got)
		}
	})
}
