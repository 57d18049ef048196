package query_test

import (
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/query"
)

// fixtureZ is the zakelijkgerechtigde of the B2 cases.
var fixtureZ = []string{
	"identificatie", "aanvangsdatum",
	"erfpachtCanon.soortErfpachtCanon.code", "erfpachtCanon.soortErfpachtCanon.waarde",
	"erfpachtCanon.jaarlijksBedrag.som", "erfpachtCanon.jaarlijksBedrag.valuta.code", "erfpachtCanon.jaarlijksBedrag.valuta.waarde",
	"tenaamstelling.aandeel.noemer", "tenaamstelling.aandeel.teller", "tenaamstelling.aantekeningen.identificatie",
	"tenaamstelling.gezamenlijkAandeel.noemer", "tenaamstelling.gezamenlijkAandeel.teller",
	"persoon.identificatie", "persoon.omschrijving", "persoon.type",
	"_links.self", "_links.persoon", "_links.betrokkenPartner",
}

func newNames(tb testing.TB, paths ...string) *query.Names {
	tb.Helper()
	names, err := query.NewNames(paths)
	if err != nil {
		tb.Fatal(err)
	}
	return names
}

func TestResolveFindsTheExactPathOrTheOnlySuffix(t *testing.T) {
	names := newNames(t, fixtureZ...)
	tests := []struct{ name, asked, want string }{
		{"B2-01 a root name", "aanvangsdatum", "aanvangsdatum"},
		{"B2-02 a full path", "tenaamstelling.aandeel.noemer", "tenaamstelling.aandeel.noemer"},
		{"B2-03 a suffix of two segments", "aandeel.noemer", "tenaamstelling.aandeel.noemer"},
		{"B2-04 a group by its name", "aandeel", "tenaamstelling.aandeel"},
		{"B2-05 the exact path beats suffixes", "identificatie", "identificatie"},
		{"B2-07 a suffix that tells two apart", "valuta.code", "erfpachtCanon.jaarlijksBedrag.valuta.code"},
		{"B2-07 a unique leaf", "som", "erfpachtCanon.jaarlijksBedrag.som"},
		{"B2-07 a unique group", "soortErfpachtCanon", "erfpachtCanon.soortErfpachtCanon"},
		{"B2-08 a property beats the link of its name", "persoon", "persoon"},
		{"B2-09 the link by its path", "_links.persoon", "_links.persoon"},
		{"B2-10 a link by its unique suffix", "betrokkenPartner", "_links.betrokkenPartner"},
		{"B2-12 arrays have no segment", "aantekeningen.identificatie", "tenaamstelling.aantekeningen.identificatie"},
		{"B1-04 a group by its path", "tenaamstelling", "tenaamstelling"},
		{"B1-05 a dotted name", "persoon.type", "persoon.type"},
		{"B1-06 a link", "_links.self", "_links.self"},
		{"all links", "_links", "_links"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			path, err := names.Resolve(test.asked)
			if err != nil {
				t.Fatal(err)
			}
			if got := names.Path(path); got != test.want {
				t.Errorf("%s is %s, want %s", test.asked, got, test.want)
			}
		})
	}
}

func TestResolveRefusesAmbiguousNames(t *testing.T) {
	names := newNames(t, fixtureZ...)
	tests := []struct {
		name, asked string
		want        []string
	}{
		{"B2-06 two shares", "noemer", []string{"tenaamstelling.aandeel.noemer", "tenaamstelling.gezamenlijkAandeel.noemer"}},
		{"B2-07 teller", "teller", []string{"tenaamstelling.aandeel.teller", "tenaamstelling.gezamenlijkAandeel.teller"}},
		{"B2-07 code", "code", []string{"erfpachtCanon.soortErfpachtCanon.code", "erfpachtCanon.jaarlijksBedrag.valuta.code"}},
		{"B2-07 waarde", "waarde", []string{"erfpachtCanon.soortErfpachtCanon.waarde", "erfpachtCanon.jaarlijksBedrag.valuta.waarde"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := names.Resolve(test.asked)
			var mistake *query.AmbiguousNameError
			if !errors.As(err, &mistake) || mistake.Name != test.asked || mistake.Count != 2 || !slices.Equal(mistake.Candidates, test.want) {
				t.Fatalf("got %v, want %v", err, test.want)
			}
			if want := test.asked + " is ambiguous: " + strings.Join(test.want, ", "); err.Error() != want {
				t.Errorf("got %q, want %q", err, want)
			}
		})
	}
}

func TestResolveRefusesAmbiguousNamesOfPersons(t *testing.T) {
	names := newNames(t, "geboorte.land", "overlijden.land", "verblijfplaats.datumAanvangAdreshouding.jaar")
	if _, err := names.Resolve("land"); err == nil || err.Error() != "land is ambiguous: geboorte.land, overlijden.land" {
		t.Errorf("B2-15: got %v", err)
	}
	for _, asked := range []string{"datumAanvangAdreshouding.jaar", "jaar"} {
		if path, err := names.Resolve(asked); err != nil || names.Path(path) != "verblijfplaats.datumAanvangAdreshouding.jaar" {
			t.Errorf("B2-07 %s: got %v", asked, err)
		}
	}
}

func TestAnAmbiguousNameListsTheFirstCandidates(t *testing.T) {
	names := newNames(t, "e.x", "a.x", "d.x", "c.x", "b.x")
	_, err := names.Resolve("x")
	if want := "x is ambiguous: e.x, a.x, d.x and 2 more"; err == nil || err.Error() != want {
		t.Errorf("got %v, want %q", err, want)
	}
}

func TestResolveRefusesUnknownNames(t *testing.T) {
	names := newNames(t, fixtureZ...)
	tests := []struct{ name, asked, message string }{
		{"B1-09 an unknown name", "kleur", "kleur is unknown"},
		{"B1-10 another case", "Identificatie", "Identificatie is unknown, did you mean identificatie?"},
		{"B2-11 a part of a segment", "andeel", "andeel is unknown, did you mean aandeel?"},
		{"a misspelt path", "persoon.tpye", "persoon.tpye is unknown, did you mean persoon.type?"},
		{"a gap in the path", "tenaamstelling.noemer", "tenaamstelling.noemer is unknown"},
		{"a path that goes on", "aanvangsdatum.jaar", "aanvangsdatum.jaar is unknown"},
		{"a dot in front", ".som", ".som is unknown, did you mean som?"},
		{"nothing", "", " is unknown"},
		{"very much", strings.Repeat("é", 500), strings.Repeat("é", 40) + "… is unknown"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := names.Resolve(test.asked)
			var mistake *query.UnknownNameError
			if !errors.As(err, &mistake) || mistake.Name != test.asked || err.Error() != test.message {
				t.Errorf("got %v, want %q", err, test.message)
			}
		})
	}
}

func TestNamesNumberDeclaredPathsFirst(t *testing.T) {
	names := newNames(t, "b.c.d", "a", "b.c")
	var all []string
	for i := range names.Len() {
		all = append(all, names.Path(i))
	}
	if names.Declared() != 3 || !slices.Equal(all, []string{"b.c.d", "a", "b.c", "b"}) {
		t.Errorf("got %v, %d declared", all, names.Declared())
	}
}

func TestNewNamesReportsEveryMistake(t *testing.T) {
	_, err := query.NewNames([]string{"", "a", "a", "a..b", ".c", "d.", "e,f"})
	if err == nil {
		t.Fatal("want an error")
	}
	for _, want := range []string{
		"a path is empty", `"a" is declared twice`, `"a..b" has an empty segment`, `".c" has an empty segment`,
		`"d." has an empty segment`, `"e,f" has a comma`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
}

func TestAnAliasMeansItsPath(t *testing.T) {
	names, err := query.NewNames(fixtureZ,
		query.Alias{Name: "valutaCode", Path: "erfpachtCanon.jaarlijksBedrag.valuta.code"}, query.Alias{Name: "deel", Path: "tenaamstelling.aandeel"})
	if err != nil {
		t.Fatal(err)
	}
	for name, want := range map[string]string{
		"valutaCode": "erfpachtCanon.jaarlijksBedrag.valuta.code", "valuta.code": "erfpachtCanon.jaarlijksBedrag.valuta.code",
		"deel": "tenaamstelling.aandeel",
	} {
		i, err := names.Resolve(name)
		if err != nil || names.Path(i) != want {
			t.Errorf("%s: %v, want %s", name, err, want)
		}
	}
	_, err = names.Resolve("valutacode")
	var unknown *query.UnknownNameError
	if !errors.As(err, &unknown) {
		t.Fatalf("case counts: %v", err)
	}
	if suggestion, _ := unknown.Suggestion(); suggestion != "valutaCode" {
		t.Errorf("the suggestion is %q", suggestion)
	}
}

func TestAnAliasIsANewNameOfAPath(t *testing.T) {
	paths := []string{"name", "owner.name", "owner.home.code", "seller.home.code"}
	for _, test := range []struct {
		name  string
		alias query.Alias
		want  string
	}{
		{"no path", query.Alias{Name: "x", Path: "buyer"}, `"buyer" is no path`},
		{"an end of a path", query.Alias{Name: "x", Path: "home"}, `"home" is no path`},
		{"an ambiguous end", query.Alias{Name: "x", Path: "home.code"}, `"home.code" is no path`},
		{"no name", query.Alias{Path: "name"}, "want a name without dots and commas"},
		{"a dot", query.Alias{Name: "a.b", Path: "name"}, "want a name without dots and commas"},
		{"a comma", query.Alias{Name: "a,b", Path: "name"}, "want a name without dots and commas"},
		{"a path", query.Alias{Name: "name", Path: "owner.name"}, "has a meaning already"},
		{"the end of paths", query.Alias{Name: "code", Path: "owner.home.code"}, "has a meaning already"},
	} {
		t.Run(test.name, func(t *testing.T) {
			_, err := query.NewNames(paths, test.alias)
			if err == nil || !strings.Contains(err.Error(), test.want) {
				t.Errorf("got %v, want %q", err, test.want)
			}
		})
	}
	_, err := query.NewNames(paths, query.Alias{Name: "x", Path: "name"}, query.Alias{Name: "x", Path: "owner.name"})
	if err == nil {
		t.Error("two paths have the same alias")
	}
}

func TestParseFieldsResolvesEachName(t *testing.T) {
	names := newNames(t, fixtureZ...)
	tests := []struct {
		name, value string
		want        []string
	}{
		{"B1-08 empty is no selection", "", nil},
		{"B1-02 one name", "aanvangsdatum", []string{"aanvangsdatum"}},
		{"B1-03 the order is the client's", "persoon,aanvangsdatum", []string{"persoon", "aanvangsdatum"}},
		{"B2-14 overlap stays", "aandeel,aandeel.noemer,aandeel", []string{"tenaamstelling.aandeel", "tenaamstelling.aandeel.noemer", "tenaamstelling.aandeel"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			paths, err := query.ParseFields(test.value, names, nil)
			if err != nil {
				t.Fatal(err)
			}
			var got []string
			for _, path := range paths {
				got = append(got, names.Path(path))
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %v, want %v", got, test.want)
			}
		})
	}
}

func TestParseFieldsReportsAllMistakes(t *testing.T) {
	names := newNames(t, fixtureZ...)
	tests := []struct {
		name, value string
		want        []string
	}{
		{"unknown and ambiguous", "kleur,som,noemer", []string{
			"kleur is unknown", "noemer is ambiguous: tenaamstelling.aandeel.noemer, tenaamstelling.gezamenlijkAandeel.noemer",
		}},
		{"an empty item", "som,,persoon", []string{"an item of the list is empty, want one comma between two values"}},
		{"a comma alone", ",", []string{"an item of the list is empty, want one comma between two values"}},
		{"too many", strings.Repeat("som,", query.MaxItems) + "som", []string{"more than 100 names in the list"}},
		{"a space behind the comma", "persoon, som", []string{" som is unknown, did you mean som?"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := query.ParseFields(test.value, names, nil)
			var got []string
			for mistake := range query.All(err) {
				got = append(got, mistake.Error())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	_, err := query.ParseFields(strings.Repeat("x,", 90)+"x", names, nil)
	if count := len(slices.Collect(query.All(err))); count != 11 {
		t.Errorf("%d mistakes reported, want the first 10 and that there may be more", count)
	}
}

func TestParseSortReadsKeysAndDirections(t *testing.T) {
	names := newNames(t, "name", "startDate", "location.name", "location.address.addressCountry")
	keys, err := query.ParseSort("-startDate,name,-addressCountry", names, nil)
	if err != nil {
		t.Fatal(err)
	}
	if want := []query.SortKey{{Path: 1, Descending: true}, {Path: 0}, {Path: 3, Descending: true}}; !slices.Equal(keys, want) {
		t.Errorf("got %+v, want %+v", keys, want)
	}
}

func TestParseSortReportsAllMistakes(t *testing.T) {
	names := newNames(t, "a", "b", "c.d", "e", "f", "g", "h", "i", "j", "k.x", "l.x")
	tests := []struct {
		name, value string
		want        []string
	}{
		{"an empty value", "", []string{"the value is empty, want a value or no parameter at all"}},
		{"an empty item", "a,", []string{"an item of the list is empty, want one comma between two values"}},
		{"a sign alone", "a,-", []string{"an item of the list is empty, want one comma between two values"}},
		{"a path twice", "c.d,-d", []string{"c.d is there twice, want each sort key once"}},
		{"unknown and ambiguous", "startDate,x", []string{"startDate is unknown", "x is ambiguous: k.x, l.x"}},
		{"two signs", "--name", []string{"-name is unknown"}},
		{"too many keys", "a,b,d,e,f,g,h,i,j", []string{"more than 8 sort keys"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := query.ParseSort(test.value, names, nil)
			var got []string
			for mistake := range query.All(err) {
				got = append(got, mistake.Error())
			}
			if !slices.Equal(got, test.want) {
				t.Errorf("got %q, want %q", got, test.want)
			}
		})
	}
	if keys, err := query.ParseSort("a,b,d,e,f,g,h,i", names, nil); err != nil || len(keys) != query.MaxSortKeys {
		t.Errorf("got %v, %v", keys, err)
	}
}

func FuzzParseFields(f *testing.F) {
	for _, seed := range []string{"", "som", "aandeel,noemer", "persoon,,", "-som,-identificatie", "_links.self,.", "tenaamstelling.", "Som"} {
		f.Add(seed)
	}
	names := newNames(f, fixtureZ...)
	f.Fuzz(func(t *testing.T, value string) {
		paths, err := query.ParseFields(value, names, nil)
		if err != nil {
			for mistake := range query.All(err) {
				if mistake.Error() == "" {
					t.Fatal("a mistake says nothing")
				}
			}
		} else if value != "" {
			for i, asked := range strings.Split(value, ",") {
				if path := names.Path(paths[i]); path != asked && !strings.HasSuffix(path, "."+asked) {
					t.Fatalf("%q was resolved to %q", asked, path)
				}
			}
		}
		keys, err := query.ParseSort(value, names, nil)
		if err == nil && (len(keys) == 0 || len(keys) > query.MaxSortKeys) {
			t.Fatalf("%d keys", len(keys))
		}
	})
}
