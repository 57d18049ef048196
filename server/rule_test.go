package server_test

import (
	"net/http"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/server"
)

// Search is what requests are bound to rules for.
type Search struct {
	ID    string  `json:"id" ld:"@id"`
	A     string  `json:"a" ld:"ex:a" filter:"exact" doc:"A."`
	B     string  `json:"b" ld:"ex:b" filter:"text" sort:"true" doc:"B."`
	C     []int   `json:"c" ld:"ex:c" filter:"exact" doc:"C."`
	D     string  `json:"d" ld:"ex:d" doc:"Not filtered by."`
	Group *Nested `json:"group" ld:"ex:group" doc:"Group."`
}

// Nested has a filter too.
type Nested struct {
	E string `json:"e" ld:"ex:e" filter:"exact" sort:"true" doc:"E."`
}

func searches(options ...hydra.ClassOption[Search]) *hydra.Class[Search] {
	return hydra.NewClass("https://example.org/ns#Search", "/searches", hydra.ClassMeta{Prefixes: example}, options...)
}

func TestRulesOfParameters(t *testing.T) {
	anything := []hydra.ClassOption[Search]{hydra.RequireFilters[Search]()}
	sets := []hydra.ClassOption[Search]{hydra.RequireFilters[Search]("a"), hydra.RequireFilters[Search]("b", "group.e")}
	exclusive := []hydra.ClassOption[Search]{hydra.ExclusiveFilters[Search]("a", "b", "group.e")}
	values := []hydra.ClassOption[Search]{hydra.FilterValues[Search]("c", 2, 3), hydra.CodeTable[Search]("a", func(code string) bool { return code == "x" })}
	for _, test := range []struct {
		name    string
		options []hydra.ClassOption[Search]
		query   string
		want    string
	}{
		{"no filter where one is wanted", anything, "", "paramsRequired"},
		{"only the framework's parameters where a filter is wanted", anything, "?page=1&fields=a", "paramsRequired"},
		{"any filter", anything, "?c=1", ""},
		{"no filter where a set is wanted", sets, "", "paramsRequired"},
		{"a part of a set", sets, "?b=1", "paramsCombination"},
		{"another part of it", sets, "?e=1", "paramsCombination"},
		{"a filter that is in no set", sets, "?c=1", "paramsCombination"},
		{"one set", sets, "?a=1", ""},
		{"the other set and more", sets, "?b=1&e=1&c=1", ""},
		{"a filter that excludes others, alone", exclusive, "?a=1&c=2", ""},
		{"two filters that exclude each other", exclusive, "?a=1&e=2", "unsupportedCombi"},
		{"the same filter twice excludes nothing", exclusive, "?b=aa*&b=*bb", ""},
		{"no filter is no combination", exclusive, "", ""},
		{"too few values", values, "?c=1", "minItems"},
		{"too many values", values, "?c=1,2,3,4", "maxItems"},
		{"enough values", values, "?c=1,2", ""},
		{"a code of the table", values, "?a=x", ""},
		{"no code of the table", values, "?a=y", "table"},
		{"wrong parameters come before rules", anything, "?nothing=1", "unknownParam"},
	} {
		t.Run(test.name, func(t *testing.T) {
			api := serve(t, searches(test.options...), nil, &Search{ID: "1"})
			w := get(api, "/api/searches"+test.query, "Accept-Language", "nl")
			if test.want == "" && w.Code != http.StatusOK || test.want != "" && (w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), `"code":"`+test.want+`"`)) {
				t.Errorf("%d %s, want %s", w.Code, w.Body, test.want)
			}
			if strings.HasPrefix(test.want, "params") && strings.Contains(w.Body.String(), "invalidParams") {
				t.Errorf("no parameter is wrong: %s", w.Body)
			}
		})
	}
}

func TestRulesAreDocumented(t *testing.T) {
	api := serve(t, searches(hydra.RequireFilters[Search]("a"), hydra.RequireFilters[Search]("b", "group.e"), hydra.ExclusiveFilters[Search]("a", "b")), nil, &Search{ID: "1"})
	want := "A request has at least these filters: a, or b + e. A request has at most one of these filters: a, b."
	for _, path := range []string{"/api/documentation", "/api/swagger.json", "/api/openapi.json"} {
		if body := get(api, path).Body.String(); !strings.Contains(body, want) {
			t.Errorf("%s: no %q in %s", path, want, body)
		}
	}
}

func TestRulesThatCantBeAreRefused(t *testing.T) {
	_, err := searches(hydra.RequireFilters[Search]("nothing", "d"), hydra.ExclusiveFilters[Search]("a"), hydra.FilterValues[Search]("c", 3, 2), hydra.CodeTable[Search]("a", nil)).Definition()
	for _, want := range []string{`RequireFilters("nothing")`, `RequireFilters("d")`, "two paths or more", `FilterValues("c", 3, 2)`, `CodeTable("a")`} {
		if err == nil || !strings.Contains(err.Error(), want) {
			t.Errorf("%v, want %s", err, want)
		}
	}
}

func TestAliasesOfParameters(t *testing.T) {
	values := []*Search{{ID: "1", B: "x"}, {ID: "2", B: "y"}, {ID: "3", B: "y", Group: &Nested{E: "z"}}}
	aliased := serve(t, searches(), func(c *server.Config) { c.Aliases = server.APIPlatformAliases }, values...)
	plain := serve(t, searches(), nil, values...)
	for _, test := range []struct{ alias, own string }{
		{"itemsPerPage=2&page=1", "pageSize=2&page=1"},
		{"order%5Bb%5D=desc&itemsPerPage=1", "sort=-b&pageSize=1"},
		{"order[b]=DESC&page=1&order[group.e]=asc", "sort=-b,group.e&page=1"},
		{"a=1&order[e]=asc", "a=1&sort=e"},
	} {
		got, want := get(aliased, "/api/searches?"+test.alias), get(plain, "/api/searches?"+test.own)
		cut := func(body string) string { // the view and its links have the names that were sent
			before, after, _ := strings.Cut(body, `"view":{`)
			_, after, _ = strings.Cut(after, `}`)
			return before + after
		}
		for _, l := range linkOf.FindAllStringSubmatch(strings.Join(got.Header()["Link"], ", "), -1) {
			if l[2] == "first" || l[2] == "next" || l[2] == "last" {
				if w := get(aliased, strings.TrimPrefix(l[1], "https://data.example.org")); w.Code != http.StatusOK {
					t.Errorf("%s leads to %s: %d %s", test.alias, l[1], w.Code, w.Body)
				}
			}
		}
		if got.Code != http.StatusOK || cut(got.Body.String()) != cut(want.Body.String()) {
			t.Errorf("%s: %d %s\nwant %d %s", test.alias, got.Code, got.Body, want.Code, want.Body)
		}
		if w := get(plain, "/api/searches?"+test.alias); w.Code != http.StatusBadRequest {
			t.Errorf("%s without aliases: %d", test.alias, w.Code)
		}
	}
	for query, want := range map[string]string{
		"order[b]=up": `"name":"order[b]","code":"enum"`, "order[nothing]=asc": `"code":"sort"`, "order[b]=asc&sort=b": `"code":"unique"`, "itemsPerPage=0": `"name":"itemsPerPage","code":"minimum"`,
		"order[b]=asc&order[b]=desc": `"name":"order[b]","code":"unique"`, "order[e]=asc&order[group.e]=desc": `"name":"order[group.e]","code":"unique"`,
	} {
		if w := get(aliased, "/api/searches?"+query); w.Code != http.StatusBadRequest || !strings.Contains(w.Body.String(), want) {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
		}
	}
}

// Underscored has a key that looks like an alias.
type Underscored struct {
	ID    string  `json:"id" ld:"@id"`
	Odd   string  `json:"group__e" ld:"ex:odd" filter:"exact" doc:"Odd."`
	Group *Nested `json:"group" ld:"ex:group" doc:"Group."`
}

func TestAnAliasIsNoNameOfAnythingElse(t *testing.T) {
	class := hydra.NewClass[Underscored]("https://example.org/ns#Underscored", "/underscored", hydra.ClassMeta{Prefixes: example})
	api := serve(t, class, func(c *server.Config) { c.Aliases = server.HaalCentraalAliases },
		&Underscored{ID: "1", Odd: "x"}, &Underscored{ID: "2", Group: &Nested{E: "x"}})
	for query, want := range map[string]string{"group__e=x": "/api/underscored/1", "group.e=x": "/api/underscored/2"} {
		w := get(api, "/api/underscored?"+query)
		if w.Code != http.StatusOK || !strings.Contains(w.Body.String(), `"totalItems":1,"member":[{"@id":"`+want+`"`) {
			t.Errorf("%s: %d %s", query, w.Code, w.Body)
		}
	}
}

func TestTitlesOfProblemsAreInTheAPIsLanguageUnlessAskedFor(t *testing.T) {
	dutch := func(c *server.Config) { c.Metadata.Languages = []string{"nl-BE", "en"} }
	for _, test := range []struct {
		change         options
		accept, prefix string
	}{
		{nil, "", "One or more"},
		{dutch, "", "Een of meer"},
		{dutch, "en", "One or more"},
		{dutch, "fr", "Een of meer"},
		{func(c *server.Config) { c.ProblemLanguage = "nl" }, "", "Een of meer"},
		{func(c *server.Config) { c.ProblemLanguage = "nl" }, "en-GB", "One or more"},
		{func(c *server.Config) { dutch(c); c.ProblemLanguage = "en" }, "", "One or more"},
	} {
		api := serve(t, searches(), test.change, &Search{ID: "1"})
		if w := get(api, "/api/searches?x=1", "Accept-Language", test.accept); !strings.Contains(w.Body.String(), `"title":"`+test.prefix) {
			t.Errorf("%q: %s", test.accept, w.Body)
		}
	}
	_, err := server.New(server.Config{ProblemLanguage: "fr"})
	if err == nil || !strings.Contains(err.Error(), `"fr" is none of en, nl`) {
		t.Errorf("French titles: %v", err)
	}
}
