package main

import (
	"bufio"
	"bytes"
	"cmp"
	"encoding/json"
	"net/http"
	"net/url"
	"os"
	"slices"
	"strconv"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/cli"
	"github.com/hydrant-ld/hydrant/server/servertest"
	"github.com/hydrant-ld/hydrant/server/store/memory"
)

// original is a record of the file, read without any of the framework's code.
type original struct {
	ID, Name, StartDate, EndDate, URL, EventAttendanceMode string
	Keywords, InLanguage                                   []string
	Location                                               struct {
		Address struct{ AddressLocality, AddressCountry string }
	}
	CallForPapers struct{ URL, EndDate string }
}

// originals are the records of the file that conform.
func originals(t *testing.T) []original {
	t.Helper()
	all := slices.DeleteFunc(everyOriginal(t), func(o original) bool { return strings.Contains(o.URL+o.CallForPapers.URL, " ") })
	if len(all) != 6008 {
		t.Fatalf("%d records conform, want 6008", len(all))
	}
	return all
}

// everyOriginal are all records of the file.
func everyOriginal(t *testing.T) []original {
	t.Helper()
	file, err := os.Open(conferences(t))
	if err != nil {
		t.Fatal(err)
	}
	defer file.Close()
	var all []original
	lines := bufio.NewScanner(file)
	for lines.Scan() {
		var o original
		if err := json.Unmarshal(lines.Bytes(), &o); err != nil {
			t.Fatal(err)
		}
		all = append(all, o)
	}
	if err := lines.Err(); err != nil {
		t.Fatal(err)
	}
	if len(all) != 6011 {
		t.Fatalf("%d records, want 6011", len(all))
	}
	return all
}

// where picks the identifiers of the records that a condition holds for, in an order.
func where(all []original, condition func(*original) bool, order func(a, b *original) int) []string {
	var found []*original
	for i := range all {
		if condition(&all[i]) {
			found = append(found, &all[i])
		}
	}
	slices.SortFunc(found, func(a, b *original) int { return cmp.Or(order(a, b), strings.Compare(a.ID, b.ID)) })
	ids := make([]string, len(found))
	for i, o := range found {
		ids[i] = o.ID
	}
	return ids
}

func byID(*original, *original) int { return 0 }

// walk follows the next links from a page to the last one, and returns the identifiers and how many pages there were.
func walk(t *testing.T, api *servertest.API, target string) (ids []string, pages int) {
	t.Helper()
	for target != "" {
		r := api.Get(t, target).WantStatus(t, http.StatusOK)
		var c collection
		r.JSON(t, &c)
		for _, m := range c.Member {
			ids = append(ids, m.ID)
		}
		if c.View.ID != target {
			t.Fatalf("the view of %s is %s", target, c.View.ID)
		}
		next := r.Links()["next"]
		switch {
		case c.View.Next == "" && len(next) == 0:
		case len(next) != 1 || next[0] != "http://localhost:8080"+c.View.Next:
			t.Fatalf("%s: the Link header leads to %q, the body to %q", target, next, c.View.Next)
		}
		target = c.View.Next
		if pages++; pages > 1000 {
			t.Fatal("the next links never end")
		}
	}
	return ids, pages
}

func TestPagingThrough601EventsByPageAndByCursor(t *testing.T) {
	t.Run("all 601 of the file, as a store that validates nothing has them", func(t *testing.T) {
		pageThrough(t, unvalidated(t), everyOriginal(t), 601, 430)
	})
	t.Run("the 600 of them that conform, as the command line loads them", func(t *testing.T) {
		pageThrough(t, loaded(t), originals(t), 600, 429)
	})
}

func pageThrough(t *testing.T, api *servertest.API, all []original, count, dates int) {
	t.Helper()
	days := map[string]bool{}
	want := where(all, func(o *original) bool {
		if o.Location.Address.AddressCountry != "Germany" || o.StartDate < "2019-01-01" {
			return false
		}
		days[o.StartDate] = true
		return true
	}, func(a, b *original) int { return strings.Compare(b.StartDate, a.StartDate) })
	if len(want) != count || len(days) != dates {
		t.Fatalf("%d events on %d days are in Germany since 2019, want %d on %d", len(want), len(days), count, dates)
	}
	const query = "?addressCountry=Germany&startDate=gte:2019-01-01&sort=-startDate&pageSize=7"
	for _, start := range []string{query, query + "&page=1", query + "&after="} {
		got, pages := walk(t, api, events+start)
		if !slices.Equal(got, want) {
			t.Errorf("%s: %d events, want %d; the first difference is at %d", start, len(got), count, difference(got, want))
		}
		if pages != 86 {
			t.Errorf("%s: %d pages, want 86", start, pages)
		}
	}
	first := list(t, api, events+query)
	if *first.TotalItems != count || first.ID != events+"?addressCountry=Germany&startDate=gte:2019-01-01" ||
		!strings.HasSuffix(first.View.Last, "page=86") || first.View.Previous != "" {
		t.Errorf("the first page: totalItems %d, @id %s, last %s, previous %s", *first.TotalItems, first.ID, first.View.Last, first.View.Previous)
	}
	last := list(t, api, first.View.Last)
	if len(last.Member) != count-85*7 || last.View.Next != "" || !strings.HasSuffix(last.View.Previous, "page=85") {
		t.Errorf("the last page: %d members, next %s, previous %s", len(last.Member), last.View.Next, last.View.Previous)
	}
	for page, i := last, 85; page.View.Previous != ""; i-- {
		for k, m := range page.Member {
			if want[i*7+k] != m.ID {
				t.Fatalf("going back, page %d has %s at %d, want %s", i+1, m.ID, k, want[i*7+k])
			}
		}
		page = list(t, api, page.View.Previous)
	}
}

// unvalidated is the API with all 6,011 events, also those that break a constraint: reading validates nothing.
func unvalidated(t *testing.T) *servertest.API {
	t.Helper()
	text, err := os.ReadFile(conferences(t))
	if err != nil {
		t.Fatal(err)
	}
	var all []*Event
	for line := range bytes.Lines(text) {
		event := new(Event)
		if err := json.Unmarshal(line, event); err != nil {
			t.Fatal(err)
		}
		all = append(all, event)
	}
	store, err := memory.New(Events, memory.Config{})
	if err != nil {
		t.Fatal(err)
	}
	if err := store.Put(all...); err != nil {
		t.Fatal(err)
	}
	s, err := newServer(cli.Settings{BaseURL: base}, store.Functions())
	if err != nil {
		t.Fatal(err)
	}
	return servertest.New(t, s)
}

func difference(a, b []string) int {
	for i := range min(len(a), len(b)) {
		if a[i] != b[i] {
			return i
		}
	}
	return min(len(a), len(b))
}

func TestAPageIsTheSameByNumberAndByCursorWhateverItsSize(t *testing.T) {
	api := loaded(t)
	const query = events + "?inLanguage=fr,de,es&sort=addressCountry,-name&pageSize="
	want, _ := walk(t, api, query+"100")
	if len(want) < 50 {
		t.Fatalf("%d events", len(want))
	}
	for _, size := range []string{"1", "13", "99"} {
		if got, _ := walk(t, api, query+size); !slices.Equal(got, want) {
			t.Errorf("pages of %s: %d events, want %d", size, len(got), len(want))
		}
		if got, _ := walk(t, api, query+size+"&after="); !slices.Equal(got, want) {
			t.Errorf("pages of %s by cursor: %d events, want %d", size, len(got), len(want))
		}
	}
}

func TestFiltersSelectExactlyWhatTheySay(t *testing.T) {
	api, all := loaded(t), originals(t)
	for _, row := range []struct {
		query     string
		condition func(*original) bool
		order     func(a, b *original) int
	}{
		{"startDate=gte:2019-06-01&startDate=lt:2019-07-01", func(o *original) bool { return o.StartDate >= "2019-06-01" && o.StartDate < "2019-07-01" }, byID},
		{"startDate=gt:2019-06-01&startDate=lte:2019-07-01", func(o *original) bool { return o.StartDate > "2019-06-01" && o.StartDate <= "2019-07-01" }, byID},
		{"startDate=2019-06-03", func(o *original) bool { return o.StartDate == "2019-06-03" }, byID},
		{"startDate=2019-06-03,2019-06-04", func(o *original) bool { return o.StartDate == "2019-06-03" || o.StartDate == "2019-06-04" }, byID},
		{"startDate=gte:2030-01-01", func(*original) bool { return false }, byID},
		{"startDate=gte:2019-07-01&startDate=lt:2019-06-01", func(*original) bool { return false }, byID},
		{"endDate=gte:2020-01-01&startDate=lt:2020-01-01", func(o *original) bool { return o.EndDate >= "2020-01-01" && o.StartDate < "2020-01-01" }, byID},
		{"keywords=ruby&startDate=gte:2018-01-01", func(o *original) bool { return slices.Contains(o.Keywords, "ruby") && o.StartDate >= "2018-01-01" }, byID},
		{"keywords=ruby,elixir", func(o *original) bool {
			return slices.Contains(o.Keywords, "ruby") || slices.Contains(o.Keywords, "elixir")
		}, byID},
		{"keywords=ruby&keywords=elixir", func(o *original) bool {
			return slices.Contains(o.Keywords, "ruby") && slices.Contains(o.Keywords, "elixir")
		}, byID},
		{"keywords=ne:javascript,general&startDate=gte:2022-01-01", func(o *original) bool {
			return !slices.Contains(o.Keywords, "javascript") && !slices.Contains(o.Keywords, "general") && o.StartDate >= "2022-01-01"
		}, byID},
		{"inLanguage=fr", func(o *original) bool { return slices.Contains(o.InLanguage, "fr") }, byID},
		{"eventAttendanceMode=online&startDate=lt:2021-01-01", func(o *original) bool { return o.EventAttendanceMode == "online" && o.StartDate < "2021-01-01" }, byID},
		{"eventAttendanceMode=https://schema.org/MixedEventAttendanceMode", func(o *original) bool { return o.EventAttendanceMode == "mixed" }, byID},
		{"addressCountry=Belgium,Netherlands&sort=addressCountry,-startDate", func(o *original) bool {
			return o.Location.Address.AddressCountry == "Belgium" || o.Location.Address.AddressCountry == "Netherlands"
		}, func(a, b *original) int {
			return cmp.Or(strings.Compare(a.Location.Address.AddressCountry, b.Location.Address.AddressCountry), strings.Compare(b.StartDate, a.StartDate))
		}},
		{"location.address.addressCountry=Belgium&sort=name", func(o *original) bool { return o.Location.Address.AddressCountry == "Belgium" }, func(a, b *original) int { return strings.Compare(a.Name, b.Name) }},
		{"addressLocality=Gent,Ghent", func(o *original) bool {
			return o.Location.Address.AddressLocality == "Gent" || o.Location.Address.AddressLocality == "Ghent"
		}, byID},
		{"callForPapers.endDate=gte:2022-03-01&sort=-callForPapers.endDate", func(o *original) bool { return o.CallForPapers.EndDate >= "2022-03-01" }, func(a, b *original) int { return strings.Compare(b.CallForPapers.EndDate, a.CallForPapers.EndDate) }},
		{"callForPapersEndDate=gte:2022-03-01&sort=-callForPapersEndDate", func(o *original) bool { return o.CallForPapers.EndDate >= "2022-03-01" }, func(a, b *original) int { return strings.Compare(b.CallForPapers.EndDate, a.CallForPapers.EndDate) }},
		{"url=http://rubyfuza.org", func(o *original) bool { return o.URL == "http://rubyfuza.org" }, byID},
		{"name=*rubyconf*", func(o *original) bool { return strings.Contains(strings.ToLower(o.Name), "rubyconf") }, byID},
	} {
		want := where(all, row.condition, row.order)
		for _, paging := range []string{"&pageSize=100", "&pageSize=100&after="} {
			got, _ := walk(t, api, events+"?"+row.query+paging)
			if !slices.Equal(got, want) {
				t.Errorf("%s%s: %d events, want %d; the first difference is at %d", row.query, paging, len(got), len(want), difference(got, want))
			}
		}
		if total := *list(t, api, events+"?"+row.query).TotalItems; total != len(want) {
			t.Errorf("%s: totalItems %d, want %d", row.query, total, len(want))
		}
	}
}

func TestEveryValueWithACommaCanBeFilteredBy(t *testing.T) {
	t.Run("all 1,395 of the file", func(t *testing.T) { filterByComma(t, unvalidated(t), everyOriginal(t), 1395) })
	t.Run("the 1,393 of them that conform", func(t *testing.T) { filterByComma(t, loaded(t), originals(t), 1393) })
}

func filterByComma(t *testing.T, api *servertest.API, all []original, count int) {
	t.Helper()
	byTown := map[string][]string{}
	records := 0
	for _, o := range all {
		if town := o.Location.Address.AddressLocality; strings.Contains(town, ",") {
			byTown[town] = append(byTown[town], o.ID)
			records++
		}
	}
	if records != count {
		t.Fatalf("%d records have a comma in the town, want %d", records, count)
	}
	found := 0
	for town, ids := range byTown {
		slices.Sort(ids)
		got, _ := walk(t, api, events+"?pageSize=100&addressLocality="+url.QueryEscape(town))
		if !slices.Equal(got, ids) {
			t.Errorf("%s: %d events, want %d", town, len(got), len(ids))
		}
		found += len(got)
	}
	if found != records {
		t.Errorf("%d records found by their town, want %d", found, records)
	}
	if either := list(t, api, events+"?addressLocality=Dallas,%20TX"); *either.TotalItems != 0 {
		t.Errorf("a literal comma separates: %d events are in \"Dallas\" or \" TX\", want none", *either.TotalItems)
	}
	both := list(t, api, events+"?addressLocality=Dallas%2C%20TX,Austin%2C%20TX")
	if want := len(byTown["Dallas, TX"]) + len(byTown["Austin, TX"]); *both.TotalItems != want || want == 0 {
		t.Errorf("%d events are in Dallas or Austin, want %d", *both.TotalItems, want)
	}
}

func TestFieldsKeepsWhatWasAskedFor(t *testing.T) {
	api := loaded(t)
	for _, row := range []struct{ fields, want string }{
		{"name,addressLocality", `{"@id":"/api/events/rubyfuza-2013-02-07","@type":"Event","name":"Rubyfuza","location":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Cape Town"}}}`},
		{"url", `{"@id":"/api/events/rubyfuza-2013-02-07","@type":"Event","url":"http://rubyfuza.org"}`},
		{"location.address.addressCountry", `{"@id":"/api/events/rubyfuza-2013-02-07","@type":"Event","location":{"@type":"Place","address":{"@type":"PostalAddress","addressCountry":"South Africa"}}}`},
		{"address,id,address.addressCountry", `{"@id":"/api/events/rubyfuza-2013-02-07","@type":"Event","id":"rubyfuza-2013-02-07","location":{"@type":"Place","address":{"@type":"PostalAddress","addressLocality":"Cape Town","addressCountry":"South Africa"}}}`},
		{"organizer", `{"@id":"/api/events/rubyfuza-2013-02-07","@type":"Event"}`},
		{"callForPapers.url", `{"@id":"/api/events/rubyfuza-2013-02-07","@type":"Event"}`},
	} {
		var page struct{ Member []json.RawMessage }
		api.Get(t, events+"?name=Rubyfuza&startDate=2013-02-07&fields="+row.fields).WantStatus(t, http.StatusOK).JSON(t, &page)
		if len(page.Member) != 1 || string(page.Member[0]) != row.want {
			t.Errorf("fields=%s: %s, want %s", row.fields, page.Member, row.want)
		}
		plain := api.Get(t, "/api/events/rubyfuza-2013-02-07?fields="+row.fields, "Accept: application/json").WantStatus(t, http.StatusOK)
		if got := strings.TrimSpace(string(plain.Body)); got != row.want {
			t.Errorf("an item, fields=%s: %s, want %s", row.fields, got, row.want)
		}
	}
}

func TestEveryRealEventIsServed(t *testing.T) {
	api, all := loaded(t), originals(t)
	got, pages := walk(t, api, events+"?pageSize=100&fields=id")
	want := where(all, func(*original) bool { return true }, byID)
	if !slices.Equal(got, want) || pages != 61 {
		t.Errorf("%d events on %s pages, want %d on 61", len(got), strconv.Itoa(pages), len(want))
	}
}
