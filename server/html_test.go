package server_test

import (
	"bytes"
	"context"
	"encoding/json"
	"errors"
	"fmt"
	"html"
	"net/http"
	"net/http/httptest"
	"net/url"
	"os"
	"path/filepath"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// browser is what a browser sends.
const browser = "text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"

// inDutch gives an API Dutch as its second language.
func inDutch(c *server.Config) {
	c.Metadata.Title = hydra.Text{"en": "Specimens", "nl": "Exemplaren"}
	c.Metadata.Languages = []string{"en", "nl", "nl-be"}
}

var (
	tagPattern  = regexp.MustCompile(`<(/?[a-zA-Z!][^\s>]*)((?:\s+[^\s=>]+(?:="[^"]*")?)*)\s*>`)
	attrPattern = regexp.MustCompile(`\s+([^\s=>]+)(?:="([^"]*)")?`)
	dataPattern = regexp.MustCompile(`(?s)<script type="application/ld\+json">(.*?)</script>`)
)

// skeleton is the mark-up of a page: its elements with the names of their attributes. All of what looks like the start of a tag has
// to be one, since a browser reads it so.
func skeleton(t *testing.T, page string) string {
	t.Helper()
	page = dataPattern.ReplaceAllString(page, "<data>")
	var out strings.Builder
	tags := tagPattern.FindAllStringSubmatch(page, -1)
	if len(tags) != strings.Count(page, "<") {
		t.Fatalf("%d tags, but %d less-than signs in\n%s", len(tags), strings.Count(page, "<"), page)
	}
	for _, tag := range tags {
		out.WriteString("\n" + tag[1])
		for _, a := range attrPattern.FindAllStringSubmatch(tag[2], -1) {
			out.WriteString(" " + a[1])
		}
	}
	return out.String()
}

// attributes are the values of an attribute on a page.
func attributes(page, name string) []string {
	var out []string
	for _, tag := range tagPattern.FindAllStringSubmatch(page, -1) {
		for _, a := range attrPattern.FindAllStringSubmatch(tag[2], -1) {
			if a[1] == name {
				out = append(out, a[2])
			}
		}
	}
	return out
}

func TestEveryResourceHasAPage(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t), {ID: "2"}}, inDutch)
	item := "/api/specimens/" + url.PathEscape(full(t).ID)
	for _, path := range []string{
		"/api", "/api/documentation", "/api/shapes", "/api/catalog", "/api/problems/notFound",
		"/api/specimens", "/api/specimens?pageSize=1&title=*xx*&sort=-int", "/api/specimens?after=&pageSize=1", item, item + "?fields=title", "/api/people/friends",
	} {
		for _, test := range []struct{ accept, language, want string }{
			{browser, "", "en"}, {"text/html", "nl-BE,nl;q=0.9,en;q=0.5", "nl-be"}, {"text/*", "nl", "nl"}, {"text/html", "fr", "en"},
		} {
			w := get(api, path, "Accept", test.accept, "Accept-Language", test.language)
			h, page := w.Header(), w.Body.String()
			if w.Code != http.StatusOK || h.Get("Content-Type") != "text/html; charset=utf-8" {
				t.Fatalf("%s as %s: %d %s\n%s", path, test.accept, w.Code, h.Get("Content-Type"), page)
			}
			if !strings.HasPrefix(h.Get("Content-Language"), test.want) || !slices.Equal(attributes(page, "lang")[:1], []string{test.want}) {
				t.Errorf("%s in %q: Content-Language %q, lang %q, want %s", path, test.language, h.Get("Content-Language"), attributes(page, "lang"), test.want)
			}
			if !strings.Contains(h.Get("Vary"), "Accept-Language") {
				t.Errorf("%s: Vary %q", path, h.Get("Vary"))
			}
			policy := h.Get("Content-Security-Policy")
			for _, part := range []string{"default-src 'none'", "style-src 'self'", "img-src 'none'", "form-action 'self'", "frame-ancestors 'none'", "base-uri 'none'"} {
				if !strings.Contains(policy, part) {
					t.Errorf("%s: the policy %q has no %s", path, policy, part)
				}
			}
			marks := skeleton(t, page)
			for _, once := range []string{"\nh1", "\nmain", "\ntitle", "\nhtml", "\ndata"} {
				if strings.Count(marks, once) != 1 {
					t.Errorf("%s: %d times%s", path, strings.Count(marks, once), once)
				}
			}
			if strings.Contains(marks, "\nscript") || strings.Contains(marks, "\nstyle") || strings.Contains(marks, " on") || strings.Contains(marks, " style") {
				t.Errorf("%s: script or style in\n%s", path, marks)
			}
		}
	}
}

func TestThePageOfAResourceHasItsJSONLD(t *testing.T) {
	staff := func(c *server.Config) {
		c.Audience = func(r *http.Request) []string { return r.Header["Audience"] }
	}
	api := newAPI(t, []*Specimen{full(t), {ID: "</script><!--", Title: "</script><script>alert(1)</script>"}}, staff)
	item := "/api/specimens/" + url.PathEscape(full(t).ID)
	for _, path := range []string{"/api", "/api/documentation", "/api/shapes", "/api/specimens", "/api/specimens?int=-7", item, item + "?fields=title,plain", "/api/specimens/%3C%2Fscript%3E%3C%21--"} {
		for _, audience := range []string{"", "staff"} {
			want := graph(t, api, path, get(api, path, "Accept", "application/ld+json", "Audience", audience))
			w := get(api, path, "Accept", browser, "Audience", audience)
			data := dataPattern.FindStringSubmatch(w.Body.String())
			if data == nil || strings.Contains(data[1], "<") {
				t.Fatalf("%s: no data, or data that a browser reads as mark-up: %q", path, data)
			}
			embedded := httptest.NewRecorder()
			embedded.Header().Set("Content-Type", "application/ld+json")
			embedded.Body.WriteString(data[1])
			if got := graph(t, api, path, embedded); len(want) == 0 || rdf.Diff(want, got) != "" {
				t.Errorf("%s for %q: %s", path, audience, rdf.Diff(want, got))
			}
			if audience == "" && strings.Contains(w.Body.String(), "s3cret") {
				t.Errorf("%s shows what is for the staff only", path)
			}
		}
	}
	if w := get(api, item, "Accept", browser, "Audience", "staff"); !strings.Contains(w.Body.String(), "s3cret") {
		t.Error("the staff doesn't see what is for it")
	}
	if w := get(api, "/api/specimens", "Accept", browser); strings.Contains(w.Body.String(), `name="secret"`) {
		t.Error("the form has a filter for the staff only")
	}
	if w := get(api, "/api/specimens", "Accept", browser, "Audience", "staff"); !strings.Contains(w.Body.String(), `name="secret"`) {
		t.Error("the form has no filter for the staff")
	}
}

func TestOnlyWhoAsksForHTMLGetsIt(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	for accept, want := range map[string]string{
		"": "application/ld+json", "*/*": "application/ld+json", "text/*": "text/html; charset=utf-8", "text/html": "text/html; charset=utf-8",
		browser: "text/html; charset=utf-8", "text/turtle, text/html;q=0.9": "text/turtle; charset=utf-8",
		"application/json, text/html": "text/html; charset=utf-8", "*/*, text/html;q=0": "application/ld+json",
	} {
		for _, path := range []string{"/api", "/api/documentation", "/api/specimens", "/api/specimens/1"} {
			if w := get(api, path, "Accept", accept); w.Header().Get("Content-Type") != want {
				t.Errorf("%s with Accept %q: %s, want %s", path, accept, w.Header().Get("Content-Type"), want)
			}
		}
	}
}

func TestAPageLeadsToAllOtherRepresentations(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}, {ID: "2", Int: 5}})
	for path, count := range map[string]int{
		"/api": 7, "/api/shapes": 7, "/api/catalog?page=1": 7, "/api/specimens": 9 + 2, "/api/specimens?sort=-int&pageSize=1&page=2&int=gte:0": 9 + 2,
		"/api/specimens/1": 8, "/api/specimens/1?fields=title": 8, "/api/specimens?after=&format=html": 9 + 2, "/api/problems/notFound": 7,
	} {
		page := get(api, path, "Accept", browser).Body.String()
		found := map[string]bool{}
		for _, tag := range tagPattern.FindAllString(page, -1) {
			if !strings.Contains(tag, `rel="alternate"`) {
				continue
			}
			href, mediaType := html.UnescapeString(attributes(tag, "href")[0]), html.UnescapeString(attributes(tag, "type")[0])
			if strings.HasPrefix(tag, "<link") && !strings.HasPrefix(href, strings.Split(path, "?")[0]+"?") {
				t.Errorf("%s: %s", path, tag)
			}
			w := get(api, href, "Accept", browser)
			if w.Code != http.StatusOK || !strings.HasPrefix(w.Header().Get("Content-Type"), mediaType) || w.Body.String() == page {
				t.Errorf("%s: %s is %d %s, want %s", path, href, w.Code, w.Header().Get("Content-Type"), mediaType)
			}
			if asked, _, _ := strings.Cut(href, "?"); asked == "/api/specimens" && mediaType == "text/csv" && strings.Contains(path, "page=2") != !strings.Contains(w.Body.String(), "/2,") {
				t.Errorf("%s: %s is another page: %s", path, href, w.Body)
			}
			found[href] = strings.HasPrefix(tag, "<a") || found[href]
		}
		for href, link := range found {
			if !link {
				t.Errorf("%s: nobody can follow the link to %s", path, href)
			}
		}
		if len(found) != count || !strings.Contains(page, "curl -H") {
			t.Errorf("%s: %d representations, want %d: %v", path, len(found), count, found)
		}
	}
	page := get(api, "/api/specimens?sort=-int&pageSize=1&page=2&int=gte:0&fields=int", "Accept", browser).Body.String()
	for _, file := range []string{"/api/specimens.csv", "/api/specimens.ndjson"} {
		if href := file + "?sort=-int&int=gte:0&fields=int"; !slices.Contains(attributes(html.UnescapeString(page), "href"), href) {
			t.Errorf("there is no %s in\n%s", href, page)
		}
	}
}

func unescapeHTML(text string) string {
	return strings.NewReplacer("&amp;", "&", "&#43;", "+", "&#39;", "'", "&lt;", "<").Replace(text)
}

func TestTheStylesheetNeverChangesAtItsPath(t *testing.T) {
	api := newAPI(t, nil)
	page := get(api, "/api", "Accept", browser).Body.String()
	i := slices.IndexFunc(attributes(page, "href"), func(href string) bool { return strings.HasSuffix(href, ".css") })
	w := get(api, attributes(page, "href")[i])
	if w.Code != http.StatusOK || w.Header().Get("Content-Type") != "text/css; charset=utf-8" || !strings.Contains(w.Header().Get("Cache-Control"), "immutable") {
		t.Errorf("%d %v", w.Code, w.Header())
	}
	if !strings.Contains(w.Body.String(), "color-scheme: light dark") {
		t.Error("the style is for light or dark, not for both")
	}
}

func TestAPageHasAnETagOfItsLanguage(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1", Title: "x"}}, inDutch)
	for _, path := range []string{"/api", "/api/specimens", "/api/specimens/1"} {
		seen := map[string]string{}
		for _, language := range []string{"en", "nl"} {
			w := get(api, path, "Accept", browser, "Accept-Language", language)
			etag := w.Header().Get("Etag")
			if other, ok := seen[etag]; ok || etag == "" {
				t.Errorf("%s: %s has the ETag %s of %s", path, language, etag, other)
			}
			seen[etag] = language
			if again := get(api, path, "Accept", browser, "Accept-Language", language, "If-None-Match", etag); again.Code != http.StatusNotModified || again.Body.Len() > 0 {
				t.Errorf("%s: %d", path, again.Code)
			}
		}
		if api := newAPI(t, []*Specimen{{ID: "1", Title: "x"}}, inDutch, func(c *server.Config) { c.Metadata.Title = hydra.Text{"en": "Other"} }); seen[get(api, path, "Accept", browser).Header().Get("Etag")] != "" {
			t.Errorf("%s: another title of the API has the same ETag", path)
		}
	}
}

// hostile are strings that would like to be mark-up, script, or an address that runs.
func hostile(t *testing.T) []string {
	t.Helper()
	own := []string{
		`<script>alert(1)</script>`, `</script><script>alert(1)</script>`, `"><img src=x onerror=alert(1)>`, `'><svg/onload=alert(1)>`,
		`<!--`, `--><script>`, `]]>`, `</title><script>`, `</textarea>`, `{{.Words}}`, `{{template "main"}}`, "\u2028\u2029</script>", "\x00<b>",
		`javascript:alert(1)`, `JaVaScRiPt:alert(1)`, "java\tscript:alert(1)", "\x01javascript:alert(1)", ` javascript:alert(1)`, `data:text/html,<script>alert(1)</script>`,
		`vbscript:msgbox(1)`, `//evil.example/x`, `/\evil.example`, `\\evil.example`, `https:evil`, `http://`, `mailto:`, `&lt;script&gt;`, `&#106;avascript:alert(1)`,
		`http://a" onmouseover="alert(1)`, `https://example.org/'><script>`, "https://example.org/\u202egnp.exe", `x' onfocus='alert(1)' autofocus='`, "`${alert(1)}`", `ws://x`, `file:///etc/passwd`,
	}
	if testing.Short() {
		return own
	}
	folder := os.Getenv("HYDRANT_TESTDATA")
	if folder == "" {
		if os.Getenv("CI") == "true" {
			t.Fatal("HYDRANT_TESTDATA is not set")
		}
		t.Log("HYDRANT_TESTDATA is not set: own strings only")
		return own
	}
	text, err := os.ReadFile(filepath.Join(folder, "corpora/blns/blns.json"))
	if err != nil {
		t.Fatal(err)
	}
	var naughty []string
	if err := json.Unmarshal(text, &naughty); err != nil {
		t.Fatal(err)
	}
	if len(naughty) < 400 {
		t.Fatalf("%d strings only", len(naughty))
	}
	return append(own, naughty...)
}

// specimenOf is a specimen that has one text everywhere.
func specimenOf(text string) *Specimen {
	return &Specimen{
		ID: text, Title: text, Text: hydra.LangString{{Lang: "en", Value: text}, {Lang: text, Value: text}}, Price: hydra.Decimal(text), Page: text, Month: text,
		Colour: Colour(text), Colours: []Colour{Colour(text)}, Pages: []string{text, text}, Friend: hydra.Ref[Friend]{ID: text},
		Part: &Part{Name: text, Method: text, Part: &Part{Name: text}}, Plain: Plain{First: text, Hidden: text}, Parts: []*Part{{Name: text}, {Name: text}},
		Named: &Named{IRI: text, Label: text}, Secret: text, Computed: text,
	}
}

// safe says whether an address may stand on a page.
func safe(href string) bool {
	u, err := url.Parse(unescapeHTML(href))
	if err != nil {
		return false
	}
	switch u.Scheme {
	case "http", "https":
		return u.Host != ""
	case "mailto":
		return true
	case "":
		return u.Host == "" && (strings.HasPrefix(href, "/") && !strings.HasPrefix(href, "//") && !strings.Contains(href, `\`) || strings.HasPrefix(href, "#"))
	}
	return false
}

func TestNoTextOfARecordBecomesMarkUp(t *testing.T) {
	value := specimenOf("")
	api := newAPIWith(t, store.Store[Specimen]{
		Get: func(context.Context, string) (store.Item[Specimen], error) {
			return store.Item[Specimen]{Value: value}, nil
		},
		List: func(context.Context, *store.Query) (store.Page[Specimen], error) {
			return store.Page[Specimen]{Items: []store.Item[Specimen]{{Value: value}}}, nil
		},
	}, func(c *server.Config) { c.Audience = func(*http.Request) []string { return []string{"staff"} } })
	// A link or not is all that a text may decide.
	plain := regexp.MustCompile(`\n/?(a|bdi|span)( [a-z -]+)?`)
	paths := []string{"/api/specimens/x", "/api/specimens"}
	value = specimenOf("harmless")
	want := map[string]string{}
	for _, path := range paths {
		want[path] = plain.ReplaceAllString(skeleton(t, get(api, path, "Accept", browser).Body.String()), "")
	}
	for _, text := range hostile(t) {
		if text == "" {
			continue
		}
		value = specimenOf(text)
		for _, path := range paths {
			w := get(api, path, "Accept", browser)
			page := w.Body.String()
			if w.Code != http.StatusOK {
				t.Fatalf("%s with %q: %d", path, text, w.Code)
			}
			if got := plain.ReplaceAllString(skeleton(t, page), ""); got != want[path] {
				t.Errorf("%s with %q has other elements:\n%s\nwant\n%s", path, text, got, want[path])
			}
			for _, href := range append(attributes(page, "href"), attributes(page, "action")...) {
				if !safe(href) {
					t.Errorf("%s with %q leads to %q", path, text, href)
				}
			}
			if strings.Contains(page, "ZgotmplZ") {
				t.Errorf("%s with %q: html/template had to stop something", path, text)
			}
		}
	}
}

func TestNoTextOfARequestBecomesMarkUp(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	for _, text := range hostile(t) {
		for _, path := range []string{
			"/api/specimens?title=" + url.QueryEscape(text), "/api/specimens?" + url.QueryEscape(text) + "=1", "/api/specimens?sort=" + url.QueryEscape(text),
			"/api/specimens/" + url.PathEscape(text), "/api/specimens?fields=title&title=" + url.QueryEscape(text) + "&colour=" + url.QueryEscape(text),
		} {
			w := get(api, path, "Accept", browser)
			page := w.Body.String()
			if w.Code == http.StatusSeeOther {
				continue
			}
			if w.Header().Get("Content-Type") != "text/html; charset=utf-8" || w.Header().Get("Content-Security-Policy") == "" {
				t.Fatalf("%s: %d %v", path, w.Code, w.Header())
			}
			skeleton(t, page)
			for _, href := range append(attributes(page, "href"), attributes(page, "action")...) {
				if !safe(href) {
					t.Errorf("%s leads to %q", path, href)
				}
			}
			for line := range strings.Lines(page) {
				if command, ok := strings.CutPrefix(line, "<pre><code>curl "); ok && strings.Count(unescapeHTML(command), "'") != 4 {
					t.Errorf("%s: a command that ends too early: %s", path, command)
				}
			}
		}
	}
}

func TestOnlySafeAddressesBecomeLinks(t *testing.T) {
	for _, test := range []struct {
		iri  string
		link bool
	}{
		{"https://example.org/a?b=c#d", true},
		{"http://example.org/", true},
		{"mailto:a@example.org", true},
		{"/api/specimens/2", true},
		{"urn:x:y", false},
		{"javascript:alert(1)", false},
		{"data:text/html,x", false},
		{"//example.org/", false},
		{"ftp://example.org/", false},
		{"relative", false},
	} {
		api := newAPI(t, []*Specimen{{ID: "1", Page: test.iri}})
		page := get(api, "/api/specimens/1?fields=page", "Accept", browser).Body.String()
		if slices.Contains(attributes(page, "href"), test.iri) != test.link {
			t.Errorf("%s: a link is %v, want %v", test.iri, !test.link, test.link)
		}
		if !strings.Contains(page, "<bdi>"+test.iri+"</bdi>") {
			t.Errorf("%s is not on the page", test.iri)
		}
	}
}

func TestAProblemIsAPageForBrowsers(t *testing.T) {
	api := newAPI(t, nil, inDutch)
	for _, test := range []struct {
		path, accept, language string
		status                 int
		mediaType              string
		contains               []string
	}{
		{"/api/nothing", browser, "", 404, "text/html; charset=utf-8", []string{"The requested resource does not exist.", "Nothing is served at this path", "notFound", "/api/problems/notFound"}},
		{"/api/nothing", browser, "nl", 404, "text/html; charset=utf-8", []string{"Opgevraagde resource bestaat niet.", `<span lang="en" dir="auto">Nothing is served`}},
		{"/api/specimens?int=x&pag=1", browser, "", 400, "text/html; charset=utf-8", []string{"paramsValidation", "<code>int</code>", "<code>pag</code>", "The value is not a valid integer.", "unknownParam", "did you mean page?"}},
		{"/api/nothing", "*/*", "", 404, "application/problem+json", []string{`"code":"notFound"`}},
		{"/api/nothing", "application/json, text/html", "", 404, "application/problem+json", []string{`"code":"notFound"`}},
		{"/api/nothing", "text/*", "", 404, "application/problem+json", []string{`"code":"notFound"`}},
	} {
		w := get(api, test.path, "Accept", test.accept, "Accept-Language", test.language)
		if w.Code != test.status || w.Header().Get("Content-Type") != test.mediaType {
			t.Errorf("%s as %s: %d %s", test.path, test.accept, w.Code, w.Header().Get("Content-Type"))
		}
		for _, text := range test.contains {
			if !strings.Contains(w.Body.String(), text) {
				t.Errorf("%s as %s: no %s in\n%s", test.path, test.accept, text, w.Body)
			}
		}
		if isPage := strings.HasPrefix(test.mediaType, "text/html"); strings.Contains(w.Header().Get("Content-Security-Policy"), "style-src") != isPage {
			t.Errorf("%s as %s: policy %s", test.path, test.accept, w.Header().Get("Content-Security-Policy"))
		}
	}
}

func TestAFormLeadsToAQueryThatSomebodyWouldWrite(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}})
	for _, test := range []struct{ name, query, want string }{
		{"fields left empty are gone", "title=&int=&bool=&sort=&pageSize=", ""},
		{"what is filled in stays", "title=x+y&int=&sort=-int", "title=x+y&sort=-int"},
		{"a comparison goes before the value", "int=gte%3A&int=3", "int=gte:3"},
		{"each comparison goes before its own value", "int=gte%3A&int=3&int=lte%3A&int=5", "int=gte:3&int=lte:5"},
		{"a comparison without a value is gone", "int=gte%3A&int=&title=x", "title=x"},
		{"a comparison waits for its own parameter", "int=gte%3A&title=x&int=3", "title=x&int=gte:3"},
		{"equality needs no comparison", "int=&int=3", "int=3"},
		{"the start of a cursor is no field left empty", "after=&title=", "after="},
		{"a value stays as it was encoded", "title=a%2Cb%26c&int=", "title=a%2Cb%26c"},
	} {
		t.Run(test.name, func(t *testing.T) {
			w := get(api, "/api/specimens?"+test.query, "Accept", browser)
			want := "/api/specimens"
			if test.want != "" {
				want += "?" + test.want
			}
			if w.Code != http.StatusSeeOther || w.Header().Get("Location") != want || !strings.Contains(w.Header().Get("Vary"), "Accept") {
				t.Errorf("%d to %q, want %q", w.Code, w.Header().Get("Location"), want)
			}
			if w := get(api, want, "Accept", browser); w.Code != http.StatusOK {
				t.Errorf("%s: %d", want, w.Code)
			}
		})
	}
	for _, query := range []string{"title=x", "int=gte:3", "after=", "title=gte:", "sort=-int"} {
		if w := get(api, "/api/specimens?"+query, "Accept", browser); query != "title=gte:" && w.Code != http.StatusOK {
			t.Errorf("%s: %d", query, w.Code)
		}
	}
	if w := get(api, "/api/specimens?title="); w.Code != http.StatusBadRequest {
		t.Errorf("an empty filter as JSON-LD: %d, want 400", w.Code)
	}
}

func TestTheFormHasTheValuesOfTheRequest(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1", Title: "one", Int: 4, Colour: "red"}})
	page := get(api, "/api/specimens?title=*one*&int=gte:3&int=lt:9&colour=red&bool=false&sort=-int&pageSize=7&fields=title,int", "Accept", browser).Body.String()
	for _, want := range []string{
		`name="title" type="text" value="*one*"`, `name="int" type="number" value="3"`, `name="int" type="number" value="9"`,
		`<option value="gte:" selected>`, `<option value="lt:" selected>`, `<option value="red" selected>`, `<option value="false" selected>`,
		`<option value="-int" selected>`, `name="pageSize" type="number" min="1" max="100" value="7"`, `<input type="hidden" name="fields" value="title,int">`,
		`aria-sort="descending"`, `href="/api/specimens?int=gte:3&amp;int=lt:9&amp;colour=red&amp;bool=false&amp;sort=-int&amp;pageSize=7&amp;fields=title,int" aria-label="Remove the filter Title"`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}
	if got := strings.Count(page, `name="int" type="number"`); got != 3 {
		t.Errorf("%d fields for a range with two bounds, want one more", got)
	}
}

// submit is the query that a browser sends of the form on a page as it stands.
func submit(t *testing.T, page string) string {
	t.Helper()
	_, form, found := strings.Cut(page, "<form ")
	form, _, closed := strings.Cut(form, "</form>")
	if !found || !closed {
		t.Fatalf("no form in\n%s", page)
	}
	value := func(tag string) string { return html.UnescapeString(append(attributes(tag, "value"), "")[0]) }
	var pairs []string
	send := func(name, value string) {
		pairs = append(pairs, url.QueryEscape(html.UnescapeString(name))+"="+url.QueryEscape(value))
	}
	selecting := ""
	for _, tag := range tagPattern.FindAllString(form, -1) {
		switch name := append(attributes(tag, "name"), "")[0]; {
		case strings.HasPrefix(tag, "<select"):
			selecting = name
		case strings.HasPrefix(tag, "<option") && strings.Contains(tag, " selected"):
			send(selecting, value(tag))
		case strings.HasPrefix(tag, "<input"):
			send(name, value(tag))
		}
	}
	return strings.Join(pairs, "&")
}

func TestAFormThatIsSentAsItStandsAsksForTheSame(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1", Title: "one", Int: 4, Colour: "red"}, {ID: "2", Title: "a,b", Int: 5, Colour: "blue"}, {ID: "3", Title: "100%"}})
	for _, query := range []string{
		"", "title=*one*&int=gte:3&int=lt:9&colour=red&bool=false&sort=-int,title&pageSize=7&fields=title,int",
		"title=a%2Cb", "title=a%2Cb,one", "title=eq:gt:x,one", "title=100%25,a%2Cb", "title=one&title=one,two", "title=ne:one,two",
		"title=a,+b,c%2B", "colour=red,blue", "colour=ne:red,blue", "int=4,5", "int=ne:4,5", "int=gte:4&int=4,5", "colour=eq:red,blue",
	} {
		path := "/api/specimens" + strings.TrimSuffix("?"+query, "?")
		page := get(api, path, "Accept", browser)
		if page.Code != http.StatusOK {
			t.Fatalf("%s: %d %s", path, page.Code, page.Body)
		}
		sent := "/api/specimens?" + submit(t, page.Body.String())
		w := get(api, sent, "Accept", browser)
		for range 2 {
			if w.Code == http.StatusSeeOther {
				sent = w.Header().Get("Location")
				w = get(api, sent, "Accept", browser)
			}
		}
		var want, got struct{ Member []json.RawMessage }
		if err := errors.Join(json.Unmarshal(get(api, path).Body.Bytes(), &want), json.Unmarshal(get(api, sent).Body.Bytes(), &got)); err != nil {
			t.Fatal(err)
		}
		_, again, _ := strings.Cut(sent, "?")
		if w.Code != http.StatusOK || fmt.Sprintf("%s", want) != fmt.Sprintf("%s", got) || sortedParams(t, again) != sortedParams(t, strings.Replace(query, "=eq:red", "=red", 1)) {
			t.Errorf("%s becomes %s: %d\n%s\nwant\n%s", path, sent, w.Code, got, want)
		}
	}
}

// sortedParams are the parameters of a query, decoded but for commas in values, in the order of their names.
func sortedParams(t *testing.T, query string) string {
	t.Helper()
	values, err := url.ParseQuery(strings.NewReplacer("%2C", "%252C", "%25", "%2525").Replace(query))
	if err != nil {
		t.Fatal(err)
	}
	for name := range values {
		if name == "sort" || name == "fields" {
			values[name][0] = strings.ReplaceAll(values[name][0], "%2C", ",")
		}
		slices.Sort(values[name])
	}
	return values.Encode()
}

func TestTheFormShowsAlternativesToBeChanged(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1", Title: "one", Int: 4, Colour: "red"}})
	page := get(api, "/api/specimens?colour=ne:red,blue&title=a%2Cb,100%25,%22x%22", "Accept", browser).Body.String()
	for _, want := range []string{
		`<select name="colour[]" aria-label="Colour: comparison"><option value="eq:">is one of</option><option value="ne:" selected>is none of</option>`,
		`name="colour[]" type="text" value="red,blue"`, `name="title[]" type="text" value="a%2Cb,100%25,&#34;x&#34;"`,
		`Colour <bdi>is none of red, blue</bdi>`, `Title <bdi>is one of a%2Cb, 100%25, &#34;x&#34;</bdi>`,
	} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}
	for sent, want := range map[string]string{
		"colour%5B%5D=ne%3A&colour%5B%5D=red%2Cblue": "colour=ne:red,blue", "colour[]=eq%3A&colour[]=red": "colour=red",
		"colour%5B%5D=ne%3A&colour%5B%5D=": "", "title%5B%5D=eq%3A&title%5B%5D=gt%3Aa%2C+b%252C%26": "title=eq:gt%3Aa,b%2C%26", "title%5B%5D=100%25%2Ca": "title=100%25,a",
	} {
		target := "/api/specimens" + strings.TrimSuffix("?"+want, "?")
		if w := get(api, "/api/specimens?"+sent, "Accept", browser); w.Code != http.StatusSeeOther || w.Header().Get("Location") != target {
			t.Errorf("%s: %d to %q, want %q", sent, w.Code, w.Header().Get("Location"), target)
		}
		if w := get(api, "/api/specimens?"+sent); w.Code != http.StatusBadRequest {
			t.Errorf("%s as JSON-LD: %d", sent, w.Code)
		}
	}
}

func TestAPageLeadsToTheOtherPages(t *testing.T) {
	var values []*Specimen
	for _, id := range []string{"1", "2", "3", "4", "5"} {
		values = append(values, &Specimen{ID: id, Title: "t" + id})
	}
	api := newAPI(t, values)
	for _, test := range []struct {
		path, summary string
		links         []string
	}{
		{"/api/specimens?pageSize=2", "1–2 of 5 results", []string{"page=2", "page=3"}},
		{"/api/specimens?pageSize=2&page=2", "3–4 of 5 results", []string{"page=1", "page=1", "page=3", "page=3"}},
		{"/api/specimens?pageSize=2&page=3", "5–5 of 5 results", []string{"page=1", "page=2"}},
		{"/api/specimens", "5 results", nil},
		{"/api/specimens?title=t3", "1 result", nil},
		{"/api/specimens?title=none", "Nothing matches.", nil},
	} {
		page := get(api, test.path, "Accept", browser).Body.String()
		if !strings.Contains(page, ">"+test.summary+"</p>") {
			t.Errorf("%s: no %q", test.path, test.summary)
		}
		var got []string
		for _, href := range attributes(page, "href") {
			if strings.Contains(href, "format=") {
				continue
			}
			if i := strings.LastIndex(href, "page="); i > 0 && href[i-1] != 'r' && !strings.Contains(test.path, href[i:]) {
				got = append(got, href[i:])
			}
		}
		if !slices.Equal(got, test.links) {
			t.Errorf("%s leads to %v, want %v", test.path, got, test.links)
		}
	}
	page := get(api, "/api/specimens?after=&pageSize=2", "Accept", browser).Body.String()
	i := slices.IndexFunc(attributes(page, "rel"), func(rel string) bool { return rel == "next" })
	if i < 0 {
		t.Fatal("a page by cursor leads nowhere")
	}
	first := regexp.MustCompile(`href="([^"]*)" rel="next"`).FindStringSubmatch(page)[1]
	if next := get(api, unescapeHTML(first), "Accept", browser); next.Code != http.StatusOK || !strings.Contains(next.Body.String(), ">t3<") {
		t.Errorf("%s: %d", first, next.Code)
	}
}

func TestADocumentIsInTheLanguageOfTheReader(t *testing.T) {
	api := newAPI(t, nil, inDutch)
	for language, want := range map[string][]string{
		"en": {"Entry point", "Specimens", "Documentation", "Collections"},
		"nl": {"Startpunt", "Exemplaren", "Documentatie", "Verzamelingen"},
	} {
		page := get(api, "/api", "Accept", browser, "Accept-Language", language).Body.Bytes()
		page = append(page, get(api, "/api/documentation", "Accept", browser, "Accept-Language", language).Body.Bytes()...)
		for _, text := range want {
			if !bytes.Contains(page, []byte(text)) {
				t.Errorf("%s: there is no %q", language, text)
			}
		}
	}
	own, err := api.Document("documentation", "text/html")
	if err != nil || !bytes.Equal(own, get(api, "/api/documentation", "Accept", browser).Body.Bytes()) {
		t.Errorf("the document is not what is served: %v", err)
	}
}

// FuzzRequestOfAForm checks that what a form sends leads to one other address at most.
func FuzzRequestOfAForm(f *testing.F) {
	for _, seed := range []string{"a=&b=c", "int=gte%3A&int=3", "int=gte:&int=lt:&int=3", "=&=", "after=&x", "%zz=&a=%", "title=%3D%26&title=", "é=&ü=1", "int=%67te%3A&int=%", "int=000%&&#00=0", "#a=&b=%23&#c"} {
		f.Add(seed)
	}
	var api *server.Server
	f.Fuzz(func(t *testing.T, query string) {
		if api == nil {
			api = newAPI(t, []*Specimen{{ID: "1"}})
		}
		r := httptest.NewRequest(http.MethodGet, "/api/specimens", nil)
		r.URL.RawQuery = query
		r.Header.Set("Accept", browser)
		w := httptest.NewRecorder()
		api.ServeHTTP(w, r)
		if w.Code != http.StatusSeeOther {
			return
		}
		location, err := url.Parse(w.Header().Get("Location"))
		if err != nil || location.Path != "/api/specimens" || location.Host != "" || location.Scheme != "" {
			t.Fatalf("%q leads to %q: %v", query, w.Header().Get("Location"), err)
		}
		r.URL.RawQuery = location.RawQuery
		w = httptest.NewRecorder()
		if api.ServeHTTP(w, r); w.Code == http.StatusSeeOther {
			t.Errorf("%q leads to %q, and that to %q", query, location, w.Header().Get("Location"))
		}
	})
}

func TestTheFormSearchesWhatCanBeSearched(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1", Title: "one two"}, {ID: "2", Title: "two"}})
	page := get(api, "/api/specimens?search=one+two", "Accept", browser).Body.String()
	for _, want := range []string{`name="search" type="search" value="one two"`, "<span>Search for <bdi>one two</bdi></span>", "1 result<"} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}
	without := newAPIWith(t, store.Store[Specimen]{
		List: func(context.Context, *store.Query) (store.Page[Specimen], error) { return store.Page[Specimen]{}, nil },
	})
	if page := get(without, "/api/specimens", "Accept", browser).Body.String(); strings.Contains(page, `name="search"`) || !strings.Contains(page, "Nothing matches.") {
		t.Errorf("a store that searches nothing has a field for it, or nothing is found:\n%s", page)
	}
}

func TestLinksOfPagesMayBeRelative(t *testing.T) {
	api := newAPI(t, []*Specimen{full(t), {ID: "2"}}, func(c *server.Config) { c.Links = server.LinkRelative })
	for _, path := range []string{"/api", "/api/", "/api/specimens", "/api/specimens/2", "/api/specimens/" + url.PathEscape(full(t).ID), "/api/documentation", "/api/problems/notFound", "/api/nothing"} {
		w := get(api, path, "Accept", browser)
		at, err := url.Parse("https://data.example.org" + path)
		if err != nil {
			t.Fatal(err)
		}
		own := 0
		for _, href := range attributes(w.Body.String(), "href") {
			ref, err := url.Parse(unescapeHTML(href))
			if err != nil {
				t.Fatal(err)
			}
			to := at.ResolveReference(ref)
			if to.Host != at.Host || ref.Host != "" || strings.HasPrefix(href, "#") {
				continue
			}
			own++
			if w := get(api, to.RequestURI(), "Accept", browser); w.Code != http.StatusOK && path != "/api/nothing" && !strings.HasSuffix(to.Path, "/\u00e9") && !strings.Contains(href, "rdfxml") {
				t.Errorf("%s leads to %s, which is %d", path, href, w.Code)
			}
		}
		if own < 5 {
			t.Errorf("%s leads to %d of the API's resources", path, own)
		}
		if !strings.Contains(w.Body.String(), "<code>https://data.example.org/api") {
			t.Errorf("%s: no address", path)
		}
	}
}

func TestAQueryThatIsWrongCanBeMendedInItsForm(t *testing.T) {
	api := newAPI(t, []*Specimen{{ID: "1"}}, inDutch)
	w := get(api, "/api/specimens?title=x&int=gte:y&colour=green&bool=true", "Accept", browser, "Accept-Language", "nl")
	page := w.Body.String()
	if w.Code != http.StatusBadRequest {
		t.Errorf("%d", w.Code)
	}
	for _, want := range []string{
		`<form action="/api/specimens" method="get">`, `name="title" type="text" value="x"`, `name="int" type="text" value="y"`,
		`<option value="green" selected>green</option>`, `<option value="true" selected>ja</option>`, "<details class=\"filter\" open>",
	} {
		if !strings.Contains(page, want) {
			t.Errorf("there is no %s in\n%s", want, page)
		}
	}
	if w := get(api, "/api/nothing", "Accept", browser); strings.Contains(w.Body.String(), "<form") {
		t.Error("a page that there isn't has a form")
	}
}
