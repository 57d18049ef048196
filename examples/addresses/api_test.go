package main

import (
	"encoding/json"
	"fmt"
	"net/http"
	"os"
	"path/filepath"
	"reflect"
	"regexp"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server"
	"github.com/hydrant-ld/hydrant/server/cli"
	"github.com/hydrant-ld/hydrant/server/servertest"
)

// base is the public address that the tests make the API with, root its path.
const (
	base = "http://localhost:8080/v1.1"
	root = "/v1.1"
)

// Header fields of requests.
const (
	asHAL    = "Accept: application/hal+json"
	volledig = "Authorization: Bearer volledig"
)

// Resources of the seed.
const (
	moulin      = root + "/ingeschrevenpersonen/999993653"
	buitenland  = root + "/ingeschrevenpersonen/999990159"
	zaak        = root + "/kadastraalonroerendezaken/76870487970000"
	legeZaak    = root + "/kadastraalonroerendezaken/76870482570000"
	gerechtigde = zaak + "/zakelijkgerechtigden/30493367"
	adressen    = root + "/adressen"
	adres       = adressen + "/0518200000437093"
	panden      = root + "/panden"
	objecten    = root + "/adresseerbareobjecten"
)

func made(tb testing.TB, change ...func(*sources)) *server.Server {
	tb.Helper()
	return madeWith(tb, cli.Settings{BaseURL: base}, change...)
}

func madeWith(tb testing.TB, settings cli.Settings, change ...func(*sources)) *server.Server {
	tb.Helper()
	from, err := seeded(tb.Context(), settings)
	if err != nil {
		tb.Fatal(err)
	}
	for _, c := range change {
		c(&from)
	}
	s, err := newServer(settings, from)
	if err != nil {
		tb.Fatal(err)
	}
	return s
}

func newTestAPI(tb testing.TB, change ...func(*sources)) *servertest.API {
	tb.Helper()
	return servertest.New(tb, made(tb, change...)).WithShapes(tb)
}

// object is a JSON object.
type object = map[string]any

// hal gets a resource as HAL, for somebody who may see everything.
func hal(tb testing.TB, api *servertest.API, target string) object {
	tb.Helper()
	return halAs(tb, api, target, volledig)
}

func halAs(tb testing.TB, api *servertest.API, target string, header ...string) object {
	tb.Helper()
	var o object
	r := api.Get(tb, target, append(header, asHAL)...).WantStatus(tb, http.StatusOK)
	if r.MediaType() != "application/hal+json" || strings.Contains(string(r.Body), `"@`) {
		tb.Fatalf("%s: %s\n%s", target, r.MediaType(), r.Body)
	}
	r.JSON(tb, &o)
	return o
}

// same fails the test unless a value is what the JSON says.
func same(tb testing.TB, got any, want string) {
	tb.Helper()
	var v any
	if err := json.Unmarshal([]byte(want), &v); err != nil {
		tb.Fatalf("%v in %s", err, want)
	}
	if !reflect.DeepEqual(got, v) {
		text, _ := json.Marshal(got)
		tb.Errorf("got  %s\nwant %s", text, want)
	}
}

// self is the members "_links" of a resource that has the link to itself only.
func self(target string) string { return `"_links":{"self":{"href":"` + target + `"}}` }

// keys are the sorted keys of an object at a dotted path.
func keys(o object, path string) string {
	for _, step := range strings.FieldsFunc(path, func(r rune) bool { return r == '.' }) {
		o, _ = o[step].(object)
	}
	var names []string
	for name := range o {
		names = append(names, name)
	}
	slices.Sort(names)
	return strings.Join(names, " ")
}

// href is the address of a link.
func href(o object, rel string) string {
	links, _ := o["_links"].(object)
	link, _ := links[rel].(object)
	text, _ := link["href"].(string)
	return text
}

// members are the resources embedded under a name.
func members(o object, name string) []object {
	embedded, _ := o["_embedded"].(object)
	list, _ := embedded[name].([]any)
	var out []object
	for _, one := range list {
		member, _ := one.(object)
		out = append(out, member)
	}
	return out
}

// wrong fails the test unless a request has exactly one wrong parameter, and returns it.
func wrong(tb testing.TB, api *servertest.API, target, name, code string) servertest.InvalidParam {
	tb.Helper()
	p := api.Get(tb, target, asHAL, volledig).WantStatus(tb, http.StatusBadRequest).Problem(tb)
	if p.Code != "paramsValidation" || p.Title != "Een of meerdere parameters zijn niet correct." || len(p.InvalidParams) != 1 {
		tb.Fatalf("%s: %+v", target, p)
	}
	if got := p.InvalidParams[0]; got.Name != name || got.Code != code || got.Reason == "" {
		tb.Errorf("%s: %+v, want %s on %s", target, got, code, name)
	}
	return p.InvalidParams[0]
}

// TestEveryCaseHasATest looks for the numbers of the cases of Haal Centraal in the names of these tests.
func TestEveryCaseHasATest(t *testing.T) {
	files, err := filepath.Glob("*_test.go")
	if err != nil {
		t.Fatal(err)
	}
	tested := map[string]bool{
		"B7_10": true, "B7_11": true, // who is who, and who may what: not served
		"B7_14": true, // coordinate systems: not served
		"B7_16": true, // bodies: nothing is written
	}
	for _, file := range files {
		text, err := os.ReadFile(file)
		if err != nil {
			t.Fatal(err)
		}
		for _, number := range regexp.MustCompile(`B[1-8]_[0-9]{2}\b`).FindAllString(string(text), -1) {
			tested[number] = true
		}
	}
	for i, cases := range []int{17, 18, 13, 4, 8, 11, 16, 13} {
		for n := 1; n <= cases; n++ {
			if number := fmt.Sprintf("B%d_%02d", i+1, n); !tested[number] {
				t.Errorf("no test has the number %s", number)
			}
		}
	}
}

func TestTheDeclarationLacksNothing(t *testing.T) {
	for _, finding := range servertest.Lint(made(t)) {
		if finding.Rule == "required" { // nobody can rely on a property: fields and audiences leave any of them out
			continue
		}
		t.Error(finding)
	}
}
