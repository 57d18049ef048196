package hydra_test

import (
	"bytes"
	"encoding/json"
	"flag"
	"os"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/jsonld"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

var update = flag.Bool("update", false, "write the golden files anew")

// facts answers questions about a graph.
type facts []rdf.Triple

// objects returns the objects of a subject's property, sorted; a blank node as "_".
func (f facts) objects(subject rdf.Term, predicate vocab.IRI) []rdf.Term {
	var out []rdf.Term
	for _, t := range f {
		if t.Subject == subject && t.Predicate.IRI() == predicate {
			out = append(out, t.Object)
		}
	}
	return out
}

// one returns the only object of a subject's property.
func (f facts) one(tb testing.TB, subject rdf.Term, predicate vocab.IRI) rdf.Term {
	tb.Helper()
	objects := f.objects(subject, predicate)
	if len(objects) != 1 {
		tb.Fatalf("%s %s has %d objects, want 1: %v", subject.Value, predicate, len(objects), objects)
	}
	return objects[0]
}

func (f facts) has(tb testing.TB, subject rdf.Term, predicate vocab.IRI, want ...rdf.Term) {
	tb.Helper()
	got := f.objects(subject, predicate)
	for _, w := range want {
		if !slices.Contains(got, w) {
			tb.Errorf("%s %s is %v, want %v", subject.Value, predicate, got, w)
		}
	}
	if len(got) != len(want) {
		tb.Errorf("%s %s is %v, want exactly %v", subject.Value, predicate, got, want)
	}
}

func iri(s string) rdf.Term { return rdf.NewIRI(vocab.IRI(s)) }

func integer(s string) rdf.Term { return rdf.NewLiteral(s, vocab.XSDInteger) }

func date(s string) rdf.Term { return rdf.NewLiteral(s, vocab.XSDDate) }

func truth(s string) rdf.Term { return rdf.NewLiteral(s, vocab.XSDBoolean) }

// golden compares a graph with that of a file.
func golden(t *testing.T, name string, got []rdf.Triple) {
	t.Helper()
	if *update {
		var out bytes.Buffer
		if err := rdf.WriteNTriples(&out, got); err != nil {
			t.Fatal(err)
		}
		if err := os.WriteFile("testdata/"+name, out.Bytes(), 0o644); err != nil {
			t.Fatal(err)
		}
	}
	if diff := rdf.Diff(expected(t, name), got); diff != "" {
		t.Errorf("%s (go test -update writes it anew):\n%s", name, diff)
	}
}

// metadataOf checks what both the entry point and the documentation say about the API.
func metadataOf(t *testing.T, f facts, self rdf.Term) {
	t.Helper()
	titles := []rdf.Term{rdf.NewLangString("Events", "en"), rdf.NewLangString("Evenementen", "nl")}
	f.has(t, self, vocab.DCTTitle, titles...)
	f.has(t, self, vocab.HydraTitle, titles...)
	f.has(t, self, vocab.DCTDescription, rdf.NewLangString("What there is to do.", "en"), rdf.NewLangString("Wat er te doen is.", "nl"))
	f.has(t, self, vocab.OWLVersionInfo, rdf.NewString("1.4.0"))
	f.has(t, self, vocab.DCTIssued, date("2026-01-15"))
	f.has(t, self, vocab.DCTModified, date("2026-11-01"))
	f.has(t, self, vocab.DCTLicense, iri("https://creativecommons.org/publicdomain/zero/1.0/"))
	f.has(t, iri("https://creativecommons.org/publicdomain/zero/1.0/"), vocab.RDFType, rdf.NewIRI(vocab.DCTLicenseDocument))
	f.has(t, iri("https://creativecommons.org/publicdomain/zero/1.0/"), vocab.FOAFName, rdf.NewString("CC0 1.0"))
	f.has(t, self, vocab.SchemaTermsOfService, iri("https://data.example.org/terms"))
	f.has(t, self, vocab.DCATKeyword, rdf.NewLangString("event", "en"), rdf.NewLangString("conference", "en"), rdf.NewLangString("evenement", "nl"))
	f.has(t, self, vocab.DCATAccessURL, iri(base))
	f.has(t, self, vocab.DCATMediaType,
		iri("https://www.iana.org/assignments/media-types/application/ld+json"),
		iri("https://www.iana.org/assignments/media-types/application/json"),
		iri("https://www.iana.org/assignments/media-types/text/turtle"),
		iri("https://www.iana.org/assignments/media-types/application/n-triples"),
		iri("https://www.iana.org/assignments/media-types/application/n-quads"))

	contact := f.one(t, self, vocab.SchemaContactPointProperty)
	f.has(t, self, vocab.DCATContactPoint, contact)
	f.has(t, contact, vocab.RDFType, rdf.NewIRI(vocab.SchemaContactPoint), rdf.NewIRI(vocab.VCardKind))
	f.has(t, contact, vocab.SchemaName, rdf.NewString("Data desk"))
	f.has(t, contact, vocab.SchemaEmail, rdf.NewString("data@example.org"))
	f.has(t, contact, vocab.SchemaURLProperty, iri("https://example.org/contact"))
	f.has(t, contact, vocab.SchemaTelephone, rdf.NewString("+32 2 000 00 00"))
	f.has(t, contact, vocab.VCardFn, rdf.NewString("Data desk"))
	f.has(t, contact, vocab.VCardHasEmail, iri("mailto:data@example.org"))
	f.has(t, contact, vocab.VCardHasTelephone, iri("tel:+3220000000"))

	period := f.one(t, self, vocab.DCTTemporal)
	f.has(t, period, vocab.RDFType, rdf.NewIRI(vocab.DCTPeriodOfTime))
	f.has(t, period, vocab.DCATStartDate, date("2014-01-01"))
	f.has(t, period, vocab.SchemaStartDate, date("2014-01-01"))
	f.has(t, period, vocab.DCATEndDate, date("2027-12-31"))
	f.has(t, period, vocab.SchemaEndDate, date("2027-12-31"))
	place := f.one(t, self, vocab.DCTSpatial)
	f.has(t, place, vocab.RDFType, rdf.NewIRI(vocab.DCTLocation))
	f.has(t, place, vocab.LOCNGeometryProperty,
		rdf.NewLiteral("POLYGON((2.5 49.5, 6.4 49.5, 6.4 51.5, 2.5 51.5, 2.5 49.5))", vocab.GeoSPARQLWKTLiteral))
	publisher := f.one(t, self, vocab.DCTPublisher)
	f.has(t, publisher, vocab.RDFType, rdf.NewIRI(vocab.FOAFAgent), rdf.NewIRI(vocab.NSDCT+"Agent"))
	f.has(t, publisher, vocab.FOAFName, rdf.NewLangString("Us", "en"))
}

func TestTheEntryPointLeadsToEverything(t *testing.T) {
	api := compile(t)
	document := api.EntryPoint("/api")
	triples := graph(t, api, document)
	golden(t, "entrypoint.nt", triples)
	f := facts(triples)
	self := iri(base)
	metadataOf(t, f, self)
	f.has(t, self, vocab.RDFType, iri(space+"EntryPoint"), rdf.NewIRI(vocab.DCATDataService))
	types, _ := document.Get("@type")
	if names, ok := types.([]string); !ok || len(names) == 0 || names[0] != "EntryPoint" {
		t.Errorf("the first type is %v, want the API's own", types)
	}
	f.has(t, self, vocab.HydraAPIDocumentationProperty, iri(base+"/documentation"))
	f.has(t, self, vocab.DCATEndpointURL, self)
	f.has(t, self, vocab.DCATEndpointDescription, iri(base+"/openapi.json"))
	f.has(t, self, space+"events", iri(base+"/events"))
	f.has(t, self, space+"organizations", iri(base+"/organizations"))
	f.has(t, self, space+"titleCollection", iri(base+"/title"))
	f.has(t, self, vocab.HydraCollectionProperty, iri(base+"/events"), iri(base+"/organizations"), iri(base+"/title"))
	operation := f.one(t, self, vocab.HydraOperationProperty)
	f.has(t, operation, vocab.HydraMethod, rdf.NewString("GET"))
	f.has(t, operation, vocab.HydraReturns, iri(space+"EntryPoint"))
}

func TestReadingTheEntryPointHasTheStatusesThatTheServerGivesIt(t *testing.T) {
	cfg := config(t)
	for name, test := range map[string]struct {
		given []hydra.Status
		want  []string
	}{
		"as given":       {[]hydra.Status{{Code: 200, Title: text("Here")}, {Code: 400, Title: text("No")}}, []string{"200 Here", "400 No"}},
		"unless none is": {nil, []string{"200 The entry point", "304 Not changed since the ETag that was sent"}},
	} {
		t.Run(name, func(t *testing.T) {
			cfg.EntryPointStatuses = test.given
			api, err := hydra.Compile(cfg)
			if err != nil {
				t.Fatal(err)
			}
			if len(test.given) > 0 {
				test.given[0].Title["en"] = "changed later"
			}
			f := facts(graph(t, api, api.Documentation()))
			var got []string
			for _, status := range f.objects(iri(base+"/documentation#getEntryPoint"), vocab.HydraPossibleStatus) {
				for _, title := range f.objects(status, vocab.HydraTitle) {
					if title.Lang == "en" {
						got = append(got, f.one(t, status, vocab.HydraStatusCode).Value+" "+title.Value)
					}
				}
			}
			if slices.Sort(got); !slices.Equal(got, test.want) {
				t.Errorf("the statuses are %q, want %q", got, test.want)
			}
		})
	}
}

func TestReferencesStandBehindThePrefix(t *testing.T) {
	api := compile(t)
	want := graph(t, api, api.EntryPoint(base))
	if diff := rdf.Diff(want, graph(t, api, api.EntryPoint("/api"))); diff != "" {
		t.Errorf("as paths the references lead elsewhere:\n%s", diff)
	}
	body, err := json.Marshal(api.EntryPoint("/gw/api"))
	if err != nil {
		t.Fatal(err)
	}
	if n := strings.Count(string(body), `"/api`); n > 0 {
		t.Errorf("%d references don't start with the prefix: %s", n, body)
	}
}

func TestTheEntryPointAtTheRootOfAHostHasASlash(t *testing.T) {
	cfg := config(t)
	cfg.BaseURL = "https://data.example.org"
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if got := api.Base(); got != (hydra.Base{URL: "https://data.example.org", Scheme: "https", Host: "data.example.org"}) {
		t.Errorf("base %+v", got)
	}
	for prefix, want := range map[string]string{"": "/", "https://data.example.org": "https://data.example.org/", "/gw": "/gw"} {
		if got, _ := api.EntryPoint(prefix).Get("@id"); got != want {
			t.Errorf("behind %q the entry point is %v, want %s", prefix, got, want)
		}
	}
	if got, _ := api.Documentation().Get("entrypoint"); got != "https://data.example.org/" {
		t.Errorf("entrypoint %v", got)
	}
}

func TestTheDocumentationDescribesEveryClass(t *testing.T) {
	api := compile(t)
	document := api.Documentation()
	triples := graph(t, api, document)
	golden(t, "documentation.nt", triples)
	f := facts(triples)
	self := iri(base + "/documentation")
	metadataOf(t, f, self)
	f.has(t, self, vocab.RDFType, rdf.NewIRI(vocab.HydraAPIDocumentation))
	f.has(t, self, vocab.HydraEntrypoint, iri(base))
	f.has(t, self, vocab.HydraExtension, iri("https://w3id.org/hydra/extension#shacl"))
	f.has(t, self, vocab.SHShapesGraph, iri(base+"/shapes"))
	f.has(t, self, vocab.HydraSupportedClass, iri(space+"EntryPoint"), rdf.NewIRI(vocab.SchemaEvent), rdf.NewIRI(vocab.SchemaOrganization),
		iri(ex+"Step"), rdf.NewIRI(vocab.SchemaPlace), rdf.NewIRI(vocab.SchemaPostalAddress))
	for _, triple := range triples {
		if triple.Predicate.IRI() == vocab.HydraMethod {
			f.one(t, triple.Subject, vocab.HydraReturns)
			f.one(t, triple.Subject, vocab.HydraExpects)
			if len(f.objects(triple.Subject, vocab.HydraTitle)) == 0 || len(f.objects(triple.Subject, vocab.HydraPossibleStatus)) == 0 {
				t.Errorf("%s has no title or no status", triple.Subject.Value)
			}
		}
	}
}

func TestASupportedPropertyIsAPropertyShape(t *testing.T) {
	api := compile(t)
	f := facts(graph(t, api, api.Documentation()))
	name := iri(base + "/shapes#EventShape-name")
	f.has(t, name, vocab.RDFType, rdf.NewIRI(vocab.HydraSupportedProperty), rdf.NewIRI(vocab.SHPropertyShape))
	f.has(t, name, vocab.HydraTitle, rdf.NewString("name"))
	f.has(t, name, vocab.SHName, rdf.NewString("name"))
	f.has(t, name, vocab.HydraDescription, rdf.NewLangString("What it is called.", "en"), rdf.NewLangString("Hoe het heet.", "nl"))
	f.has(t, name, vocab.HydraProperty, rdf.NewIRI(vocab.SchemaName))
	f.has(t, name, vocab.SHPath, rdf.NewIRI(vocab.SchemaName))
	f.has(t, name, vocab.SHMinCount, integer("1"))
	f.has(t, name, vocab.SHMaxCount, integer("1"))
	f.has(t, name, vocab.SHMaxLength, integer("200"))
	f.has(t, name, vocab.HydraRequired, truth("true"))
	f.has(t, name, vocab.HydraReadable, truth("true"))
	f.has(t, name, vocab.HydraWritable, truth("false"))
	f.has(t, name, vocab.HydraWriteable, truth("false"))
	f.has(t, iri(base+"/shapes#EventShape-startDate"), vocab.SHLessThanOrEquals, rdf.NewIRI(vocab.SchemaEndDate))
	f.has(t, iri(base+"/shapes#EventShape-organizer"), vocab.SHNodeKindProperty, rdf.NewIRI(vocab.SHIRI))
	f.has(t, iri(base+"/shapes#EventShape-organizer"), vocab.SHClass)
	f.has(t, rdf.NewIRI(vocab.SchemaOrganizer), vocab.RDFType, rdf.NewIRI(vocab.HydraLink))
	f.has(t, rdf.NewIRI(vocab.SchemaOrganizer), vocab.RDFSRange, rdf.NewIRI(vocab.SchemaOrganization))
	f.has(t, iri(ex+"reviews"), vocab.RDFType, rdf.NewIRI(vocab.HydraLink))

	call := f.one(t, iri(ex+"callForPapers"), vocab.RDFSRange)
	f.has(t, call, vocab.HydraSupportedPropertyProperty,
		iri(base+"/shapes#CallForPapersShape-url"), iri(base+"/shapes#CallForPapersShape-endDate"),
		iri(base+"/shapes#CallForPapersShape-email"), iri(base+"/shapes#CallForPapersShape-venue"))
}

func TestALinkToACollectionIsAPropertyShapeToo(t *testing.T) {
	api := compile(t)
	documentation, shapes := facts(graph(t, api, api.Documentation())), facts(graph(t, api, api.Shapes()))
	entry := iri(base + "/shapes#EntryPoint")
	var links []rdf.Term
	for key, description := range map[string][]rdf.Term{
		"events": {rdf.NewLangString("Events", "en")}, "organizations": nil, "titleCollection": nil,
	} {
		link := iri(entry.Value + "-" + key)
		links = append(links, link)
		documentation.has(t, link, vocab.RDFType, rdf.NewIRI(vocab.HydraSupportedProperty), rdf.NewIRI(vocab.SHPropertyShape))
		documentation.has(t, link, vocab.HydraProperty, iri(space+key))
		documentation.has(t, link, vocab.HydraRequired, truth("false"))
		shapes.has(t, link, vocab.RDFType, rdf.NewIRI(vocab.SHPropertyShape))
		for _, f := range []facts{documentation, shapes} {
			f.has(t, link, vocab.SHPath, iri(space+key))
			f.has(t, link, vocab.SHName, rdf.NewString(key))
			f.has(t, link, vocab.SHDescription, description...)
			f.has(t, link, vocab.SHMaxCount, integer("1"))
			f.has(t, link, vocab.SHNodeKindProperty, rdf.NewIRI(vocab.SHIRI))
		}
	}
	documentation.has(t, iri(space+"EntryPoint"), vocab.HydraSupportedPropertyProperty, links...)
	shapes.has(t, entry, vocab.RDFType, rdf.NewIRI(vocab.SHNodeShape))
	shapes.has(t, entry, vocab.SHTargetClass, iri(space+"EntryPoint"))
	shapes.has(t, entry, vocab.SHProperty, links...)
}

func TestAClassMayBeCalledLikeTheEntryPoint(t *testing.T) {
	cfg := config(t)
	d, err := hydra.NewClass[Other](vocab.SchemaEntryPoint, "/starts", hydra.ClassMeta{Term: "EntryPoint"}).Definition()
	if err != nil {
		t.Fatal(err)
	}
	cfg.Resources[2].Definition, cfg.Resources[2].Filterable = d, nil
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	f := facts(graph(t, api, api.Shapes()))
	f.has(t, iri(base+"/shapes#EntryPoint"), vocab.SHTargetClass, iri(space+"EntryPoint"))
	f.has(t, iri(base+"/shapes#EntryPointShape"), vocab.SHTargetClass, rdf.NewIRI(vocab.SchemaEntryPoint))
}

func TestAClassIsDescribedByItsTypeOrElseByThePropertyThatHoldsIt(t *testing.T) {
	api := compile(t)
	f := facts(graph(t, api, api.Documentation()))
	en, nl := func(s string) rdf.Term { return rdf.NewLangString(s, "en") }, func(s string) rdf.Term { return rdf.NewLangString(s, "nl") }
	for class, test := range map[rdf.Term]struct {
		title       rdf.Term
		description []rdf.Term
	}{
		rdf.NewIRI(vocab.SchemaPlace):                          {rdf.NewString("Place"), []rdf.Term{en("A place."), nl("Een plaats.")}},
		rdf.NewIRI(vocab.SchemaPostalAddress):                  {rdf.NewString("Address"), []rdf.Term{en("Its address."), nl("Haar adres.")}},
		rdf.NewIRI(vocab.SchemaOrganization):                   {rdf.NewString("Organization"), []rdf.Term{en("Who organizes.")}},
		f.one(t, iri(ex+"callForPapers"), vocab.RDFSRange):     {rdf.NewString("callForPapers"), []rdf.Term{en("How to speak there.")}},
		f.one(t, rdf.NewIRI(vocab.SchemaGeo), vocab.RDFSRange): {rdf.NewString("geo"), nil},
	} {
		f.has(t, class, vocab.HydraTitle, test.title)
		f.has(t, class, vocab.HydraDescription, test.description...)
	}
}

// TestALinkToACollectionIsReadByClientsThatDoNotFlatten walks the tree as such a client does: by the first type, and by
// the nested range.
func TestALinkToACollectionIsReadByClientsThatDoNotFlatten(t *testing.T) {
	api := compile(t)
	body, err := jsonld.AppendJSON(nil, api.Documentation())
	if err != nil {
		t.Fatal(err)
	}
	var document struct {
		Graph          any `json:"@graph"`
		SupportedClass []struct {
			ID                string `json:"@id"`
			SupportedProperty []struct {
				Title    string
				Property struct {
					ID              string `json:"@id"`
					Type            string `json:"@type"`
					Range           [2]any
					MemberAssertion struct{ Property, Object string }
				}
			}
		}
	}
	// The other classes have properties with one range, which this client's type has no place for.
	head, _, _ := bytes.Cut(body, []byte(`,{"@id":"schema:Event"`))
	if err := json.Unmarshal(append(bytes.Clone(head), "]}"...), &document); err != nil {
		t.Fatal(err)
	}
	if document.Graph != nil {
		t.Error("the documentation has a @graph")
	}
	entry := document.SupportedClass[0]
	if entry.ID != space+"EntryPoint" || len(entry.SupportedProperty) != 3 {
		t.Fatalf("the first class is %+v", entry)
	}
	property := entry.SupportedProperty[0]
	restriction, _ := json.Marshal(property.Property.Range[1])
	switch p := property.Property; {
	case property.Title != "events", p.ID != space+"events", p.Type != "Link":
		t.Errorf("property %+v", property)
	case p.Range[0] != "hydra:Collection":
		t.Errorf("range %v", p.Range)
	case string(restriction) != `{"equivalentClass":{"@type":"owl:Restriction","allValuesFrom":"schema:Event","onProperty":"hydra:member"}}`:
		t.Errorf("restriction %s", restriction)
	case p.MemberAssertion.Property != "rdf:type" || p.MemberAssertion.Object != "schema:Event":
		t.Errorf("member assertion %+v", p.MemberAssertion)
	}
}

func TestWritableFollowsFromOperationAndAccess(t *testing.T) {
	cfg := config(t)
	events := &cfg.Resources[0]
	events.Collection = append(events.Collection, hydra.Operation{
		ID: "createEvent", Method: "POST", Title: text("Create"), Expects: vocab.SchemaEvent, Returns: vocab.SchemaEvent, Statuses: found(),
	})
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	f := facts(graph(t, api, api.Documentation()))
	for key, want := range map[string]string{
		"EventShape-name": "true", "EventShape-notes": "true", "EventShape-sold": "false", "EventShape-id": "false",
		"AddressShape-addressCountry": "true", "OrganizationShape-name": "false",
	} {
		f.has(t, iri(base+"/shapes#"+key), vocab.HydraWritable, truth(want))
		f.has(t, iri(base+"/shapes#"+key), vocab.HydraWriteable, truth(want))
	}
}

func TestTheShapesAreThoseOfPackageShacl(t *testing.T) {
	api := compile(t)
	var schemas []*shacl.Schema
	for _, r := range api.Resources() {
		schemas = append(schemas, r.Definition.Schema)
	}
	want, err := shacl.Triples(api.Naming(), schemas...)
	if err != nil {
		t.Fatal(err)
	}
	got := graph(t, api, api.Shapes())
	golden(t, "shapes.nt", got)
	declared := slices.DeleteFunc(slices.Clone(got), func(triple rdf.Triple) bool { // the entry point has no struct type
		return strings.HasPrefix(triple.Subject.Value, base+"/shapes#EntryPoint")
	})
	if diff := rdf.Diff(want, declared); diff != "" {
		t.Error(diff)
	}
	f := facts(got)
	f.has(t, iri(base+"/shapes#EventShape"), vocab.SHTargetClass, rdf.NewIRI(vocab.SchemaEvent))
	f.has(t, iri(base+"/shapes#GeoShape-latitude"), vocab.SHMinInclusive, rdf.NewLiteral("-90", vocab.XSDDecimal))
}

func TestAProblemTypeIsAClassOfErrors(t *testing.T) {
	api := compile(t)
	f := facts(graph(t, api, api.ProblemType("/api", "notFound", 404, hydra.Text{"en": "Not found", "nl": "Niet gevonden"})))
	self := iri(base + "/problems/notFound")
	f.has(t, self, vocab.RDFType, rdf.NewIRI(vocab.HydraClass), rdf.NewIRI(vocab.HydraStatus))
	f.has(t, self, vocab.RDFSSubClassOf, rdf.NewIRI(vocab.HydraError))
	f.has(t, self, vocab.HydraStatusCode, integer("404"))
	f.has(t, self, vocab.HydraTitle, rdf.NewLangString("Not found", "en"), rdf.NewLangString("Niet gevonden", "nl"))
}

func TestNoLinkToACollectionHasTheKeyOfSomethingElse(t *testing.T) {
	var document struct {
		Context map[string]any `json:"@context"`
	}
	if err := json.Unmarshal(compile(t).Context("entrypoint").Body, &document); err != nil {
		t.Fatal(err)
	}
	tried := 0
	for key := range document.Context {
		if strings.ToLower(key) != key || strings.ContainsAny(key, ":@") || key == "events" || key == "organizations" || key == "catalog" {
			continue // no path, one of the links, or a path that no class can have
		}
		cfg := config(t)
		d, err := hydra.NewClass[Other](vocab.SchemaThing, "/"+key, hydra.ClassMeta{}).Definition()
		if err != nil {
			t.Fatal(err)
		}
		cfg.Resources[2].Definition, cfg.Resources[2].Filterable = d, nil
		api, err := hydra.Compile(cfg)
		if err != nil {
			t.Fatal(err)
		}
		if got := api.Resource("/" + key).Key(); got == key {
			t.Errorf("the link to /%s has the key of something else", key)
		}
		facts(graph(t, api, api.EntryPoint("/api"))).has(t, iri(base), vocab.IRI(space+api.Resource("/"+key).Key()), iri(base+"/"+key))
		tried++
	}
	if tried < 15 {
		t.Errorf("only %d keys were tried", tried)
	}
}
