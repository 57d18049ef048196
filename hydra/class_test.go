package hydra_test

import (
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/vocab"
)

// define compiles a class and returns its mistakes.
func define[T any](path string, meta hydra.ClassMeta, options ...hydra.ClassOption[T]) string {
	if meta.Term == "" {
		meta.Term = "Thing"
	}
	_, err := hydra.NewClass[T](vocab.SchemaThing, path, meta, options...).Definition()
	if err == nil {
		return ""
	}
	return err.Error()
}

type operationKey struct {
	ID string `json:"id" ld:"@id"`
	X  string `json:"operation" ld:"schema:name"`
}

type slashKey struct {
	ID string `json:"id" ld:"@id"`
	X  string `json:"a/b" ld:"schema:name"`
}

type noIdentifier struct {
	X string `json:"x" ld:"schema:name"`
}

type reservedParameter struct {
	ID string `json:"id" ld:"@id"`
	X  string `json:"search" ld:"schema:name" filter:"exact"`
}

type filteredNode struct {
	ID string `json:"id" ld:"@id"`
	X  *Geo   `json:"x" ld:"schema:geo" filter:"exact"`
}

type rangedToken struct {
	ID string `json:"id" ld:"@id"`
	X  Mode   `json:"x" ld:"schema:eventAttendanceMode" filter:"range"`
}

type textNumber struct {
	ID string `json:"id" ld:"@id"`
	X  int    `json:"x" ld:"schema:size" filter:"text"`
}

type wrongFilter struct {
	ID string `json:"id" ld:"@id"`
	X  string `json:"x" ld:"schema:name" filter:"fuzzy"`
}

type wrongSort struct {
	ID string `json:"id" ld:"@id"`
	X  string `json:"x" ld:"schema:name" sort:"asc"`
}

type sortedMany struct {
	ID string   `json:"id" ld:"@id"`
	X  []string `json:"x" ld:"schema:name" sort:"true"`
}

type wrongAccess struct {
	ID string `json:"id" ld:"@id"`
	X  string `json:"x" ld:"schema:name" access:"staff only"`
}

type hiddenIdentifier struct {
	ID string `json:"id" ld:"@id" access:"staff"`
}

// Operation has the name of a type of Hydra.
type Operation struct {
	_    struct{} `ld:"schema:Action"`
	Name string   `json:"name" ld:"schema:name"`
}

type nestsReserved struct {
	ID string     `json:"id" ld:"@id"`
	X  *Operation `json:"x" ld:"schema:potentialAction"`
}

type nestsNameless struct {
	ID string `json:"id" ld:"@id"`
	X  struct {
		_    struct{} `ld:"schema:Action"`
		Name string   `json:"name" ld:"schema:name"`
	} `json:"x" ld:"schema:potentialAction"`
}

// Tree nests itself and has no class.
type Tree struct {
	Name     string  `json:"name" ld:"schema:name"`
	Children []*Tree `json:"children" ld:"schema:hasPart"`
}

type nestsTree struct {
	ID   string `json:"id" ld:"@id"`
	Tree *Tree  `json:"tree" ld:"schema:hasPart"`
}

// scoped leads to a node without class that has the same key.
type scoped struct {
	ID   string `json:"id" ld:"@id"`
	Name *struct {
		Name string `json:"name" ld:"schema:name"`
	} `json:"name" ld:"schema:alternateName"`
}

// Deep leads to one in another, where the same key leads to a third.
type deep struct {
	ID   string `json:"id" ld:"@id"`
	Part struct {
		Name struct {
			Name struct {
				Text string `json:"text" ld:"schema:text"`
			} `json:"name" ld:"schema:name"`
		} `json:"name" ld:"schema:alternateName"`
	} `json:"part" ld:"schema:hasPart"`
}

type typeKey struct {
	ID    string `json:"id" ld:"@id"`
	Note  string `json:"Place" ld:"schema:description"`
	Place *Place `json:"place" ld:"schema:location"`
}

type operationTypeKey struct {
	ID string `json:"id" ld:"@id"`
	X  string `json:"Operation" ld:"schema:potentialAction"`
}

type ticket struct {
	ID   string `json:"id" ld:"@id"`
	Name string `json:"name" ld:"schema:name"`
}

func TestMistakesInAClassAreNamed(t *testing.T) {
	link := func(key string, property vocab.IRI, f func(*ticket) string) hydra.ClassOption[ticket] {
		return hydra.ComputedLink(key, property, nil, f)
	}
	target := func(*ticket) string { return "" }
	for name, c := range map[string]struct{ got, want string }{
		"a path without slash":           {define[ticket]("things", hydra.ClassMeta{}), `a path is made of segments`},
		"a path in capitals":             {define[ticket]("/Things", hydra.ClassMeta{}), `"/Things" is not`},
		"a path of the framework":        {define[ticket]("/shapes", hydra.ClassMeta{}), `the path /shapes is the framework's own`},
		"a path of the framework inside": {define[ticket]("/docs/things", hydra.ClassMeta{}), `the path /docs is the framework's own`},
		"a path named like a context":    {define[ticket]("/problem", hydra.ClassMeta{}), `the name of one of the framework's own`},
		"a name of Hydra":                {define[ticket]("/things", hydra.ClassMeta{Term: "Collection"}), `the name Collection is Hydra's own`},
		"a name with a space":            {define[ticket]("/things", hydra.ClassMeta{Term: "A thing"}), `"A thing" can't stand in "@type"`},
		"a blank title":                  {define[ticket]("/things", hydra.ClassMeta{Title: hydra.Text{"en": ""}}), `ClassMeta.Title: the text in "en" is empty`},
		"a prefix that is taken":         {define[ticket]("/things", hydra.ClassMeta{Prefixes: map[string]string{"schema": ex}}), `prefix "schema" already stands for`},
		"no identifier":                  {define[noIdentifier]("/things", hydra.ClassMeta{}), "has no identifier: give the field that names a resource the tag `ld:\"@id\"`"},
		"a key of the framework":         {define[operationKey]("/things", hydra.ClassMeta{}), `the key "operation" is the framework's own`},
		"a key with a slash":             {define[slashKey]("/things", hydra.ClassMeta{}), `"a/b", with its slash`},
		"a parameter of the framework":   {define[reservedParameter]("/things", hydra.ClassMeta{}), `"search" is a query parameter of the framework`},
		"a filter on a node":             {define[filteredNode]("/things", hydra.ClassMeta{}), `a nested node can't be compared`},
		"a range without order":          {define[rangedToken]("/things", hydra.ClassMeta{}), `enumeration values have no order`},
		"text search in numbers":         {define[textNumber]("/things", hydra.ClassMeta{}), `integer values are no text`},
		"an unknown filter":              {define[wrongFilter]("/things", hydra.ClassMeta{}), `want exact, range or text`},
		"an unknown sort":                {define[wrongSort]("/things", hydra.ClassMeta{}), `want true`},
		"an order of many values":        {define[sortedMany]("/things", hydra.ClassMeta{}), `no single place in an order`},
		"an audience with a space":       {define[wrongAccess]("/things", hydra.ClassMeta{}), `want read, or the name of an audience`},
		"a hidden identifier":            {define[hiddenIdentifier]("/things", hydra.ClassMeta{}), `an identifier can't be hidden`},
		"a nested name of Hydra":         {define[nestsReserved]("/things", hydra.ClassMeta{}), `the name of the type hydra_test.Operation is Hydra's own`},
		"a nested class without name":    {define[nestsNameless]("/things", hydra.ClassMeta{}), `no name that can stand in "@type"`},
		"a name for two types":           {define[Referee]("/things", hydra.ClassMeta{Term: "Place"}), `the types hydra_test.Referee and hydra_test.Place have the same name, Place`},
		"a cycle without class":          {define[nestsTree]("/things", hydra.ClassMeta{}), `the type hydra_test.Tree nests itself: give it a class`},
		"a key that leads to itself":     {define[scoped]("/things", hydra.ClassMeta{Term: "Thing"}), `the key "name" of hydra_test.scoped leads to a`},
		"a key that leads on to itself":  {define[deep]("/things", hydra.ClassMeta{Term: "Thing"}), `the key "name" of struct {`},
		"a key that is a type":           {define[typeKey]("/things", hydra.ClassMeta{Term: "Thing"}), `the key "Place" of hydra_test.typeKey is also the name in "@type" of hydra_test.Place`},
		"a key that is Hydra's type":     {define[operationTypeKey]("/things", hydra.ClassMeta{Term: "Thing"}), `the key "Operation" of hydra_test.operationTypeKey is also a type of Hydra's`},
		"a link that is a type":          {define("/things", hydra.ClassMeta{Term: "Thing"}, link("Thing", ex+"x", target)), `the key of the link "Thing" is also the name in "@type"`},
		"a link with a taken key":        {define("/things", hydra.ClassMeta{}, link("name", ex+"x", target)), `link "name": the key is taken`},
		"a link of the framework":        {define("/things", hydra.ClassMeta{}, link("operation", ex+"x", target)), `link "operation": the key is taken`},
		"a link with a colon":            {define("/things", hydra.ClassMeta{}, link("a:b", ex+"x", target)), `link "a:b": a key has no dot, colon`},
		"a link twice":                   {define("/things", hydra.ClassMeta{}, link("a", ex+"x", target), link("a", ex+"y", target)), `link "a" is declared twice`},
		"a link without property":        {define("/things", hydra.ClassMeta{}, link("a", "", target)), `link "a" has no property`},
		"a link with a compact IRI":      {define("/things", hydra.ClassMeta{}, link("a", "schema:review", target)), `"schema:review" is a compact IRI: write "https://schema.org/review"`},
		"a link without function":        {define("/things", hydra.ClassMeta{}, link("a", ex+"x", nil)), `link "a": there is no function`},
	} {
		t.Run(name, func(t *testing.T) {
			if !strings.Contains(c.got, c.want) || strings.Contains(c.got, "\n") {
				t.Errorf("got  %s\nwant one line with %s", c.got, c.want)
			}
		})
	}
}

// Referee nests Place.
type Referee struct {
	ID    string `json:"id" ld:"@id"`
	Place *Place `json:"place" ld:"schema:location"`
}

func TestTheIRIOfAClassIsNoCompactIRI(t *testing.T) {
	_, err := hydra.NewClass[ticket]("schema:Ticket", "/tickets", hydra.ClassMeta{}).Definition()
	if err == nil || !strings.Contains(err.Error(), `"schema:Ticket" is a compact IRI: write "https://schema.org/Ticket"`) {
		t.Errorf("got %v", err)
	}
	if _, err := hydra.NewClass[ticket]("", "/tickets", hydra.ClassMeta{}).Definition(); err == nil || !strings.Contains(err.Error(), "no class") {
		t.Errorf("got %v", err)
	}
	var none *hydra.Class[ticket]
	if _, err := none.Definition(); err == nil {
		t.Error("a nil class has a definition")
	}
}

func TestATypeMayNameItsOwnClass(t *testing.T) {
	d, err := hydra.NewClass[Venue]("", "/venues", hydra.ClassMeta{}).Definition()
	if err != nil {
		t.Fatal(err)
	}
	if d.IRI != vocab.SchemaPlace || d.Term != "Venue" || d.Name != "venues" {
		t.Errorf("%s %s %s", d.IRI, d.Term, d.Name)
	}
}

// Venue names its class.
type Venue struct {
	_  struct{} `ld:"schema:Place"`
	ID string   `json:"id" ld:"@id"`
}

func TestPropertiesAreListedByDottedPath(t *testing.T) {
	d, err := eventClass().Definition()
	if err != nil {
		t.Fatal(err)
	}
	country := d.Property("location.address.addressCountry")
	switch {
	case country == nil:
		t.Fatal("there is no location.address.addressCountry")
	case country.Filter != hydra.FilterExact || !country.Sortable || country.Group() || len(country.Steps) != 3:
		t.Errorf("%+v", country)
	case !d.Property("location").Group():
		t.Error("location is no group")
	case d.Property("location.country") != nil:
		t.Error("location.country exists")
	case d.Property("sold").Access != "read" || d.Property("notes").Access != "staff" || d.Property("name").Access != "":
		t.Error("access is not that of the tags")
	}
	if d.Property("subEvent.name") != nil {
		t.Error("a type that nests itself is entered again")
	}
	for word, f := range map[string]hydra.Filter{"none": hydra.FilterNone, "exact": hydra.FilterExact, "range": hydra.FilterRange, "text": hydra.FilterText} {
		if f.String() != word {
			t.Errorf("%d is %s, want %s", f, f, word)
		}
	}
}

// Restricted has a group for an audience.
type Restricted struct {
	ID    string `json:"id" ld:"@id"`
	Inner struct {
		Public string `json:"public" ld:"ex:a"`
		Read   string `json:"read" ld:"ex:b" access:"read"`
		Board  string `json:"board" ld:"ex:c" access:"board"`
	} `json:"inner" ld:"ex:inner" access:"staff"`
}

func TestAMemberOfARestrictedGroupIsRestricted(t *testing.T) {
	d, err := hydra.NewClass[Restricted](ex+"Restricted", "/restricted", hydra.ClassMeta{Prefixes: map[string]string{"ex": ex}}).Definition()
	if err != nil {
		t.Fatal(err)
	}
	for path, want := range map[string]string{"inner": "staff", "inner.public": "staff", "inner.read": "staff", "inner.board": "board"} {
		if got := d.Property(path).Access; got != want {
			t.Errorf("%s is for %q, want %q", path, got, want)
		}
	}
}

func TestNamesOfNodes(t *testing.T) {
	d, err := eventClass().Definition()
	if err != nil {
		t.Fatal(err)
	}
	place, call, part := d.Property("location").Leaf().Node, d.Property("callForPapers").Leaf().Node, d.Property("subEvent").Leaf().Node
	for _, c := range []struct{ got, want string }{
		{d.TermOf(d.Schema), "Event"},
		{d.TermOf(part), "Event"},
		{d.TermOf(place), "Place"},
		{d.TermOf(call), ""},
		{hydra.NestedTerm(place), "Place"},
		{hydra.NestedTerm(call), ""},
	} {
		if c.got != c.want {
			t.Errorf("got %q, want %q", c.got, c.want)
		}
	}
}
