package negotiate_test

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/negotiate"
)

// table is the order of A1-04.
var table = []negotiate.Offer{
	{Type: "application/ld+json", Quality: 1},
	{Type: "application/trig", Quality: 1},
	{Type: "application/n-quads", Quality: 1},
	{Type: "text/html", Quality: 0.9},
	{Type: "text/turtle", Quality: 0.7},
	{Type: "application/n-triples", Quality: 0.7},
	{Type: "application/rdf+xml", Quality: 0.5},
	{Type: "application/json", Quality: 0.4},
	{Type: "text/csv", Quality: 0.4},
}

func newOffers(tb testing.TB, offers []negotiate.Offer, fallback int) *negotiate.Offers {
	tb.Helper()
	compiled, err := negotiate.NewOffers(offers, fallback)
	if err != nil {
		tb.Fatal(err)
	}
	return compiled
}

// without returns the table without the given types.
func without(types ...string) []negotiate.Offer {
	var left []negotiate.Offer
	for _, offer := range table {
		if !strings.Contains(strings.Join(types, " "), offer.Type) {
			left = append(left, offer)
		}
	}
	return left
}

const none = "406"

func choose(offers *negotiate.Offers, accept ...string) string {
	index, ok := offers.Choose(accept)
	if !ok {
		return none
	}
	return offers.Type(index)
}

func TestChooseFollowsTheClientThenTheTable(t *testing.T) {
	offers := newOffers(t, table, 0)
	tests := []struct {
		name   string
		accept []string
		want   string
	}{
		{"A1-04 no Accept is the default", nil, "application/ld+json"},
		{"A1-04 anything is JSON-LD", []string{"*/*"}, "application/ld+json"},
		{"A1-04 Turtle before RDF/XML", []string{"text/turtle, application/rdf+xml"}, "text/turtle"},
		{"A1-04 any application type is JSON-LD", []string{"application/*"}, "application/ld+json"},
		{"A1-04 any text type is HTML", []string{"text/*"}, "text/html"},
		{"A1-04 Turtle before JSON", []string{"application/json, text/turtle"}, "text/turtle"},
		{"A1-04 Turtle before N-Triples", []string{"application/n-triples, text/turtle"}, "text/turtle"},
		{"A1-04 HTML before Turtle", []string{"text/turtle, text/html"}, "text/html"},
		{"A1-04 JSON-LD before TriG and N-Quads", []string{"application/n-quads, application/trig, application/ld+json"}, "application/ld+json"},
		{"A1-05 weights of the client beat the table", []string{"text/turtle;q=0.2, application/rdf+xml;q=0.9"}, "application/rdf+xml"},
		{"G-03 an expanded profile is JSON-LD", []string{`application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"`}, "application/ld+json"},
		{"G-03 a profile with a weight is JSON-LD", []string{`application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded";q=0.5, text/html;q=0.1`}, "application/ld+json"},

		{"one type is that type", []string{"text/csv"}, "text/csv"},
		{"several lines are one list", []string{"text/csv;q=0.1", "application/n-triples;q=0.2"}, "application/n-triples"},
		{"case does not count", []string{"Text/TURTLE;Q=1"}, "text/turtle"},
		{"white space does not count", []string{" text/turtle ;q=0.1 ,\ttext/csv ; q=0.2 "}, "text/csv"},
		{"a browser gets HTML", []string{"text/html,application/xhtml+xml,application/xml;q=0.9,image/avif,image/webp,*/*;q=0.8"}, "text/html"},
		{"rdflib gets RDF/XML", []string{"application/rdf+xml,text/rdf+n3;q=0.9,application/xhtml+xml;q=0.5, */*;q=0.1"}, "application/rdf+xml"},
		{"Jena gets Turtle", []string{"text/turtle,application/n-triples;q=0.9,application/ld+json;q=0.8,application/rdf+xml;q=0.7,*/*;q=0.3"}, "text/turtle"},
		{"Java's client gets HTML", []string{"text/html, image/gif, image/jpeg, *; q=.2, */*; q=.2"}, "text/html"},
		{"axios gets JSON-LD, which */* weighs the same", []string{"application/json, text/plain, */*"}, "application/ld+json"},

		{"an exact range beats the wider one", []string{"text/*;q=0.9, text/html;q=0.1, text/csv;q=0.95"}, "text/csv"},
		{"the most specific range sets the weight", []string{"*/*;q=0.1, application/*;q=0.5, application/ld+json;q=0.2"}, "application/trig"},
		{"zero excludes a type", []string{"application/ld+json;q=0, application/*"}, "application/trig"},
		{"zero for a group excludes the group", []string{"application/*;q=0, */*"}, "text/html"},
		{"zero for the default leaves the table", []string{"application/ld+json;q=0, */*"}, "application/trig"},
		{"zero for a foreign profile refuses nothing", []string{`application/ld+json;profile="x";q=0, */*`}, "application/ld+json"},
		{"the plain range beats one with foreign parameters", []string{`application/ld+json;profile="x";q=0.9, application/ld+json;q=0.1, text/csv;q=0.5`}, "text/csv"},
		{"the higher of two equal ranges counts", []string{"text/csv;q=0.1, text/csv;q=0.9, text/html;q=0.5"}, "text/csv"},

		{"an unknown type is refused", []string{"image/png"}, none},
		{"everything refused is refused", []string{"*/*;q=0"}, none},
		{"zero with decimals is zero", []string{"text/turtle;q=0.000"}, none},
		{"a tiny weight is not zero", []string{"text/turtle;q=0.0001"}, "text/turtle"},

		{"an empty line is the default", []string{""}, "application/ld+json"},
		{"commas alone are the default", []string{",,"}, "application/ld+json"},
		{"nothing but malformed elements is the default", []string{"nonsense, text/, /turtle, */html, te xt/html, text/turtle;q=2"}, "application/ld+json"},
		{"a malformed weight makes its element ignored", []string{"text/turtle;q=high, text/csv;q=0.1"}, "text/csv"},
		{"a weight above one makes its element ignored", []string{"text/turtle;q=1.001, text/csv;q=0.1"}, "text/csv"},
		{"a negative weight makes its element ignored", []string{"text/turtle;q=-1, text/csv;q=0.1"}, "text/csv"},
		{"an empty weight makes its element ignored", []string{"text/turtle;q=, text/csv;q=0.1"}, "text/csv"},
		{"an open quote makes its element ignored", []string{`text/csv;q=0.1, text/turtle;x="`}, "text/csv"},
		{"a comma in quotes does not end the element", []string{`application/ld+json;profile="a, text/csv";q=0.5, text/turtle;q=0.2`}, "application/ld+json"},
		{"a Kelvin sign is no k", []string{"text/\u212a"}, "application/ld+json"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := choose(offers, test.accept...); got != test.want {
				t.Errorf("Accept %q chose %s, want %s", test.accept, got, test.want)
			}
		})
	}
}

func TestChooseTakesTurtleAmongTextTypesWithoutHTML(t *testing.T) {
	if got := choose(newOffers(t, without("text/html"), 0), "text/*"); got != "text/turtle" {
		t.Errorf("A1-04: got %s, want text/turtle", got)
	}
}

func TestChooseFallsBackToAConfiguredDefault(t *testing.T) {
	offers := newOffers(t, table, 7)
	tests := []struct{ name, accept, want string }{
		{"anything is the default", "*/*", "application/json"},
		{"anything with a weight is the default", "*/*;q=0.3", "application/json"},
		{"an unknown type beside anything is the default", "image/png, */*;q=0.3", "application/json"},
		{"the default named beside anything is the default", "application/json, text/plain, */*", "application/json"},
		{"another type named beside anything is that type", "application/ld+json, */*", "application/ld+json"},
		{"the default refused leaves the table", "application/json;q=0, */*", "application/ld+json"},
		{"a group follows the table", "application/*", "application/ld+json"},
		{"two named types follow the table", "application/json, text/turtle", "text/turtle"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := choose(offers, test.accept); got != test.want {
				t.Errorf("Accept %q chose %s, want %s", test.accept, got, test.want)
			}
		})
	}
}

func TestChooseTellsOffersApartByTheirParameters(t *testing.T) {
	offers := newOffers(t, []negotiate.Offer{
		{Type: "text/csv", Quality: 1},
		{Type: "text/csv;header=absent", Quality: 0.5},
	}, 0)
	tests := []struct{ name, accept, want string }{
		{"the plain type is the preferred offer", "text/csv", "text/csv"},
		{"the parameter picks its offer", "text/csv;header=absent", "text/csv; header=absent"},
		{"the parameter may be quoted", `text/csv;HEADER="absent"`, "text/csv; header=absent"},
		{"a foreign parameter beside it is ignored", "text/csv;header=absent;charset=utf-8", "text/csv"},
		{"the parameter with the lower weight loses", "text/csv;header=absent;q=0.1, text/csv;q=0.5", "text/csv"},
		{"the parameter refused leaves the plain type", "text/csv;header=absent;q=0, */*", "text/csv"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if got := choose(offers, test.accept); got != test.want {
				t.Errorf("Accept %q chose %s, want %s", test.accept, got, test.want)
			}
		})
	}
}

func TestChooseReadsABoundedPart(t *testing.T) {
	offers := newOffers(t, table, 0)
	if got := choose(offers, strings.Repeat("image/png,", 63)+"text/csv"); got != "text/csv" {
		t.Errorf("element 64: got %s, want text/csv", got)
	}
	if got := choose(offers, strings.Repeat("image/png,", 64)+"text/csv"); got != none {
		t.Errorf("element 65: got %s, want it ignored", got)
	}
	padding := "image/" + strings.Repeat("x", 8<<10)
	if got := choose(offers, "text/csv,"+padding+",text/turtle"); got != "text/csv" {
		t.Errorf("beyond 8 KiB: got %s, want it ignored", got)
	}
}

func TestNewOffersReportsEveryMistake(t *testing.T) {
	_, err := negotiate.NewOffers([]negotiate.Offer{
		{Type: "text/turtle", Quality: 1},
		{Type: "Text/Turtle", Quality: 0.5},
		{Type: "text/*", Quality: 1},
		{Type: "turtle", Quality: 1},
		{Type: "text/html", Quality: 0},
		{Type: "text/csv;q=1", Quality: 1},
	}, 6)
	if err == nil {
		t.Fatal("want an error")
	}
	for _, want := range []string{
		"number 6 of 6", `"Text/Turtle" is offered twice`, `"text/*" is not a media type`, `"turtle" is not a media type`,
		`"text/html" has quality 0`, `"text/csv;q=1" has a weight`,
	} {
		if !strings.Contains(err.Error(), want) {
			t.Errorf("%q does not say %q", err, want)
		}
	}
	if _, err := negotiate.NewOffers(make([]negotiate.Offer, negotiate.MaxOffers+1), 0); err == nil || !strings.Contains(err.Error(), "at most 32") {
		t.Errorf("got %v, want the limit named", err)
	}
	if _, err := negotiate.NewOffers(nil, 0); err == nil {
		t.Error("no offers at all should be a mistake")
	}
}

func TestPrefersOnlyWhatIsNamedAndWeighsMore(t *testing.T) {
	rdf := newOffers(t, table[:7], 0)
	problem := newOffers(t, []negotiate.Offer{{Type: "application/problem+json", Quality: 1}, {Type: "application/json", Quality: 0.5}}, 0)
	tests := []struct {
		name   string
		accept []string
		want   string
	}{
		{"no Accept prefers nothing", nil, none},
		{"anything prefers nothing", []string{"*/*"}, none},
		{"a group prefers nothing", []string{"text/*"}, none},
		{"JSON prefers nothing", []string{"application/json"}, none},
		{"an unknown type prefers nothing", []string{"application/xml"}, none},
		{"a malformed Accept prefers nothing", []string{"turtle"}, none},
		{"Turtle is preferred", []string{"text/turtle"}, "text/turtle"},
		{"Turtle in any case is preferred", []string{"Text/Turtle"}, "text/turtle"},
		{"JSON-LD is preferred", []string{"application/ld+json"}, "application/ld+json"},
		{"Turtle before anything is preferred", []string{"text/turtle, */*;q=0.1"}, "text/turtle"},
		{"Turtle beside anything is preferred", []string{"text/turtle, */*"}, "text/turtle"},
		{"Turtle below anything is not", []string{"text/turtle;q=0.5, */*"}, none},
		{"Turtle beside JSON is not", []string{"text/turtle, application/json"}, none},
		{"Turtle before JSON is preferred", []string{"text/turtle, application/json;q=0.9"}, "text/turtle"},
		{"Turtle before JSON but below problems is not", []string{"text/turtle, application/json;q=0.1", "application/problem+json"}, none},
		{"Turtle refused is not", []string{"text/turtle;q=0"}, none},
		{"the best of several is preferred", []string{"text/turtle;q=0.3, application/n-triples;q=0.4, application/json;q=0.2"}, "application/n-triples"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got := none
			if index, ok := rdf.Prefers(test.accept, problem); ok {
				got = rdf.Type(index)
			}
			if got != test.want {
				t.Errorf("Accept %q prefers %s, want %s", test.accept, got, test.want)
			}
		})
	}
}

func TestChooseAllocatesNothing(t *testing.T) {
	offers := newOffers(t, table, 0)
	for _, accept := range [][]string{
		nil,
		{"*/*"},
		{"text/turtle"},
		{"text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"},
		{`application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"`},
		{"image/png"},
	} {
		if n := testing.AllocsPerRun(100, func() {
			offers.Choose(accept)
			offers.Prefers(accept, offers)
		}); n != 0 {
			t.Errorf("Accept %q: %v allocations", accept, n)
		}
	}
}

func FuzzChoose(f *testing.F) {
	for _, seed := range []string{
		"", "*/*", "text/*;q=0", `application/ld+json;profile="http://www.w3.org/ns/json-ld#expanded"`, "a/b;q=0.1234;;x", `x/y;q="1"`,
		"text/html;level=1;q=.3,*", "text/turtle;q=1.000, ;q=1",
	} {
		f.Add(seed, "text/csv")
	}
	offers := newOffers(f, table, 0)
	f.Fuzz(func(t *testing.T, first, second string) {
		index, ok := offers.Choose([]string{first, second})
		if ok && (index < 0 || index >= offers.Len()) {
			t.Fatalf("index %d of %d", index, offers.Len())
		}
		again, okAgain := offers.Choose([]string{first + "," + second})
		if len(first)+len(second) < 4000 && strings.Count(first, `"`)%2 == 0 && !strings.Contains(first, `\`) && (index != again || ok != okAgain) {
			t.Fatalf("two lines chose %d %v, one line %d %v", index, ok, again, okAgain)
		}
		if preferred, yes := offers.Prefers([]string{first}, offers); yes {
			t.Fatalf("offer %d is preferred above itself", preferred)
		}
	})
}
