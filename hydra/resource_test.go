package hydra_test

import (
	"testing"

	"github.com/hydrant-ld/hydrant/hydra"
)

// Named has the same names on many levels.
type Named struct {
	ID    string `json:"id" ld:"@id"`
	Name  string `json:"name" ld:"ex:name" filter:"exact"`
	Owner struct {
		Name  string `json:"name" ld:"ex:ownerName" filter:"exact"`
		Email string `json:"e-mail" ld:"ex:email" filter:"exact"`
		Page  string `json:"page" ld:"ex:page" filter:"exact"`
		Home  struct {
			City  string `json:"city" ld:"ex:city" filter:"exact" sort:"true"`
			Photo string `json:"photo" ld:"ex:photo" filter:"exact"`
		} `json:"home" ld:"ex:home"`
	} `json:"owner" ld:"ex:owner"`
	Seller struct {
		Name string `json:"name" ld:"ex:sellerName"`
		Home struct {
			City string `json:"city" ld:"ex:sellerCity" filter:"exact"`
			Code string `json:"code" ld:"ex:code" filter:"exact"`
		} `json:"home" ld:"ex:sellerHome"`
	} `json:"seller" ld:"ex:seller"`
}

func TestShortNamesMeanOneProperty(t *testing.T) {
	class := hydra.NewClass(ex+"Named", "/named", hydra.ClassMeta{Prefixes: map[string]string{"ex": ex}},
		hydra.ComputedLink("photo", ex+"photos", nil, func(*Named) string { return "" }))
	cfg := config(t)
	cfg.Resources = append(cfg.Resources, served(class))
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	r := api.Resource("/named")
	for path, want := range map[string]string{
		"name":             "name",             // means itself although others end in it
		"owner.name":       "owner.name",       // name is another property
		"owner.e-mail":     "e-mail",           // unique
		"owner.page":       "owner.page",       // page is a parameter of the framework
		"owner.home.city":  "owner.home.city",  // home.city and city are ambiguous
		"seller.home.city": "seller.home.city", // likewise
		"owner.home.photo": "home.photo",       // photo is a link
		"seller.home.code": "code",             // unique
		"seller.home":      "seller.home",      // not filterable
	} {
		if got := r.ShortName(r.Definition.Property(path)); got != want {
			t.Errorf("%s is called %s, want %s", path, got, want)
		}
	}
	want := "/api/named{?name,owner.name,e%2Dmail,owner.page,owner.home.city,home.photo,seller.home.city,code,fields,sort,page,pageSize,after}"
	if got := r.Template("/api"); got != want {
		t.Errorf("template %s\nwant     %s", got, want)
	}
}

func TestATemplateOffersWhatTheCollectionUnderstands(t *testing.T) {
	cfg := config(t)
	r := &cfg.Resources[1]
	r.Filterable, r.Sortable, r.Cursor = nil, nil, false
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if got, want := api.Resources()[1].Template("https://data.example.org/api"), "https://data.example.org/api/organizations{?fields,page,pageSize}"; got != want {
		t.Errorf("template %s, want %s", got, want)
	}
}

func TestAReferenceLeadsToItsResource(t *testing.T) {
	api := compile(t)
	events := api.Resource("/events")
	field := events.Definition.Property("organizer").Leaf().Field
	if target := api.Target(field.Target); target == nil || target != api.Resource("/organizations") {
		t.Errorf("organizer leads to %v", target)
	}
	if api.Resource("/nothing") != nil || api.Context("nothing") != nil {
		t.Error("there is something of that name")
	}
	for path, key := range map[string]string{"/events": "events", "/title": "titleCollection"} {
		if got := api.Resource(path).Key(); got != key {
			t.Errorf("the key of %s is %s, want %s", path, got, key)
		}
	}
}

func TestAResourceWithoutOperationsOnItHasNoControlsForThem(t *testing.T) {
	cfg := config(t)
	cfg.Resources[1].Item, cfg.Resources[2].Collection = nil, nil
	api, err := hydra.Compile(cfg)
	if err != nil {
		t.Fatal(err)
	}
	if o := api.ItemControls(api.Resources()[1], "/api"); len(o) != 0 {
		t.Errorf("items have %v", o)
	}
	if _, linked := api.EntryPoint("/api").Get("titleCollection"); linked {
		t.Error("the entry point links a collection that can't be read")
	}
}

func TestAReferenceIsWrittenAndReadAsText(t *testing.T) {
	var r hydra.Ref[Org]
	if err := r.UnmarshalText([]byte("42")); err != nil || r.ID != "42" {
		t.Errorf("%v %v", r, err)
	}
	if text, err := r.MarshalText(); err != nil || string(text) != "42" {
		t.Errorf("%s %v", text, err)
	}
	if _, ok := r.ReferenceTo().(*Org); !ok {
		t.Errorf("refers to %T", r.ReferenceTo())
	}
}
