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
		Name  string `json:"name" ld:"ex:nameOfOwner" filter:"exact"`
		Over  string `json:"über" ld:"ex:ownerOver" filter:"exact"`
		Email string `json:"e-mail" ld:"ex:email" filter:"exact"`
		Page  string `json:"page" ld:"ex:page" filter:"exact"`
		Home  struct {
			City  string `json:"city" ld:"ex:city" filter:"exact" sort:"true"`
			Photo string `json:"photo" ld:"ex:photo" filter:"exact"`
		} `json:"home" ld:"ex:home"`
	} `json:"owner" ld:"ex:owner"`
	OwnerName string `json:"ownerName" ld:"ex:ownerName" filter:"exact"`
	Over      string `json:"über" ld:"ex:over" filter:"exact"`
	HomeZip   string `json:"homeZip" ld:"ex:homeZip" filter:"exact"`
	URLPath   string `json:"URLPath" ld:"ex:urlPath" filter:"exact"`
	ISBN      string `json:"ISBN" ld:"ex:isbn" filter:"exact"`
	Seller    struct {
		Name string `json:"name" ld:"ex:sellerName"`
		Home struct {
			City string `json:"city" ld:"ex:sellerCity" filter:"exact"`
			Code string `json:"code" ld:"ex:code" filter:"exact"`
			Zip  string `json:"zip" ld:"ex:zip" filter:"exact"`
		} `json:"home" ld:"ex:sellerHome"`
		Depot struct {
			Zip string `json:"zip" ld:"ex:depotZip"`
		} `json:"depot" ld:"ex:depot"`
	} `json:"seller" ld:"ex:seller"`
}

func TestShortNamesMeanOnePropertyAndAreInCamelCase(t *testing.T) {
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
		"name":             "name",           // means itself although others end in it
		"owner.name":       "ownerName2",     // name is another property, and ownerName too
		"ownerName":        "ownerName",      // is in camel case
		"owner.e-mail":     "eMail",          // unique
		"owner.page":       "ownerPage",      // page is a parameter of the framework
		"owner.home.city":  "ownerHomeCity",  // home.city and city are ambiguous
		"seller.home.city": "sellerHomeCity", // likewise
		"owner.home.photo": "homePhoto",      // photo is a link
		"seller.home.code": "code",           // unique
		"seller.home.zip":  "sellerHomeZip",  // homeZip is a property
		"homeZip":          "homeZip",
		"URLPath":          "urlPath",
		"ISBN":             "isbn",
		"\u00fcber":        "\u00fcber",       // has no camel case
		"owner.\u00fcber":  "owner.\u00fcber", // likewise
		"seller.home":      "seller.home",     // clients do not filter by it
	} {
		p := r.Definition.Property(path)
		if p == nil {
			t.Fatalf("there is no %s", path)
		}
		if got := r.ShortName(p); got != want {
			t.Errorf("%s is called %s, want %s", path, got, want)
		}
	}
	want := "/api/named{?name,ownerName2,owner.%C3%BCber,eMail,ownerPage,ownerHomeCity,homePhoto,ownerName,%C3%BCber,homeZip,urlPath,isbn," +
		"sellerHomeCity,code,sellerHomeZip,fields,sort,page,pageSize,after}"
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
