package main

import (
	"strings"
	"testing"
)

// wantPage fails the test unless a page of addresses has these links, rel=page, and that many members.
func wantPage(t *testing.T, o object, query string, size int, links string) {
	t.Helper()
	want := map[string]string{"self": adressen + "?" + query}
	for link := range strings.FieldsSeq(links) {
		rel, page, _ := strings.Cut(link, "=")
		var kept []string
		for pair := range strings.SplitSeq(query, "&") {
			if !strings.HasPrefix(pair, "page=") {
				kept = append(kept, pair)
			}
		}
		want[rel] = adressen + "?" + strings.Join(kept, "&") + "&page=" + page
		if strings.Contains(query, "page=") && strings.HasPrefix(query, "page=") {
			want[rel] = adressen + "?page=" + page + "&" + strings.Join(kept, "&")
		}
	}
	got, _ := o["_links"].(object)
	for rel, at := range want {
		if href(o, rel) != at {
			t.Errorf("%s is %q, want %q", rel, href(o, rel), at)
		}
	}
	if len(got) != len(want) {
		t.Errorf("the links are %v, want %v", got, want)
	}
	if found := members(o, "adressen"); len(found) != size {
		t.Errorf("%d members, want %d", len(found), size)
	}
}

func TestPaging(t *testing.T) {
	api := newTestAPI(t)
	const all = "straat=Molenstraat" // 72 addresses
	first := func(o object) any { return members(o, "adressen")[0]["huisnummer"] }
	for _, test := range []struct {
		name, query string
		size, from  int
		links       string
	}{
		{"B6_01 without a page it is the first", all, 20, 1, "next=2 last=4"},
		{"B6_02 the first page", all + "&page=1", 20, 1, "next=2 last=4"},
		{"B6_03 a page in the middle", all + "&page=3", 20, 41, "first=1 previous=2 next=4 last=4"},
		{"B6_04 the last page", all + "&page=4", 12, 61, "first=1 previous=3"},
		{"B6_07 all links keep the size", all + "&pageSize=15&page=3", 15, 31, "first=1 previous=2 next=4 last=5"},
		{"B6_07 and what stands behind the page", "page=3&pageSize=15&" + all, 15, 31, "first=1 previous=2 next=4 last=5"},
		{"B6_06 one page has no other", "straat=Kerkstraat", 2, 1, ""},
		{"B6_08 the largest page", all + "&pageSize=100", 72, 1, ""},
		{"B6_08 the smallest page", all + "&pageSize=1", 1, 1, "next=2 last=72"},
	} {
		t.Run(test.name, func(t *testing.T) {
			o := hal(t, api, adressen+"?"+test.query)
			wantPage(t, o, test.query, test.size, test.links)
			if got := first(o); got != float64(test.from) {
				t.Errorf("it begins with %v, want %d", got, test.from)
			}
		})
	}
	t.Run("B6_06 no hits are an empty list", func(t *testing.T) {
		same(t, hal(t, api, adressen+"?straat=Nergens"), `{`+self(adressen+"?straat=Nergens")+`,"_embedded":{"adressen":[]}}`)
	})
	t.Run("B6_05 a page that there is not", func(t *testing.T) {
		got := wrong(t, api, adressen+"?"+all+"&page=15", "page", "page")
		if got.Reason != "De opgegeven pagina bestaat niet." {
			t.Error(got.Reason)
		}
		p := api.Get(t, adressen+"?"+all+"&page=15", asHAL).Problem(t)
		if p.Instance != adressen+"?"+all+"&page=15" {
			t.Error(p.Instance)
		}
	})
	t.Run("B6_08 sizes and pages that can't be", func(t *testing.T) {
		wrong(t, api, adressen+"?pageSize=0", "pageSize", "minimum")
		wrong(t, api, adressen+"?pageSize=101", "pageSize", "maximum")
		wrong(t, api, adressen+"?page=0", "page", "minimum")
		wrong(t, api, adressen+"?page=x", "page", "integer")
	})
	t.Run("B6_09 who doesn't count has no last page", func(t *testing.T) {
		uncounted := newTestAPI(t, func(s *sources) { s.adressen.Count = nil })
		wantPage(t, hal(t, uncounted, adressen+"?"+all+"&page=3"), all+"&page=3", 20, "first=1 previous=2 next=4")
		wantPage(t, hal(t, uncounted, adressen+"?"+all+"&page=4"), all+"&page=4", 12, "first=1 previous=3")
		wrong(t, uncounted, adressen+"?"+all+"&page=15", "page", "page")
	})
	t.Run("B6_10 the body says previous and the header prev", func(t *testing.T) {
		r := api.Get(t, adressen+"?"+all+"&page=2", asHAL)
		links := r.Links()
		if len(links["prev"]) != 1 || links["prev"][0] != base+"/adressen?"+all+"&page=1" || !strings.Contains(string(r.Body), `"previous":`) || strings.Contains(string(r.Body), `"prev":`) {
			t.Errorf("%v\n%s", links, r.Body)
		}
	})
	t.Run("B6_11 a page tells no totals", func(t *testing.T) {
		if got := keys(hal(t, api, adressen), ""); got != "_embedded _links" {
			t.Error(got)
		}
	})
	t.Run("following next visits every member once", func(t *testing.T) {
		seen := map[any]bool{}
		for target := adressen + "?after=&pageSize=25&" + all; target != ""; {
			o := hal(t, api, target)
			for _, member := range members(o, "adressen") {
				if seen[member["identificatie"]] {
					t.Errorf("%v comes twice", member)
				}
				seen[member["identificatie"]] = true
			}
			target = href(o, "next")
		}
		if len(seen) != 72 {
			t.Errorf("%d members, want 72", len(seen))
		}
	})
}
