package query_test

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/server/internal/query"
)

// mistakes returns each mistake in err as "code param: detail", and reports those that are of another type.
func mistakes(tb testing.TB, err error) []*query.Error {
	tb.Helper()
	var all []*query.Error
	for mistake := range query.All(err) {
		var one *query.Error
		if !errors.As(mistake, &one) {
			tb.Fatalf("%v is a %T, want a *query.Error", mistake, mistake)
		}
		all = append(all, one)
	}
	return all
}

func TestParseKeepsOrderAndBothForms(t *testing.T) {
	type pair struct{ name, value, raw string }
	tests := []struct {
		name, query string
		want        []pair
	}{
		{"no parameter", "", nil},
		{"one", "name=Jan", []pair{{"name", "Jan", "Jan"}}},
		{"the order and repetitions stay", "b=1&a=2&b=3", []pair{{"b", "1", "1"}, {"a", "2", "2"}, {"b", "3", "3"}}},
		{"empty pairs are skipped", "&a=1&&b=2&", []pair{{"a", "1", "1"}, {"b", "2", "2"}}},
		{"a name alone has an empty value", "after", []pair{{"after", "", ""}}},
		{"a name with an equals sign has an empty value", "after=", []pair{{"after", "", ""}}},
		{"only the first equals sign divides", "a=b=c", []pair{{"a", "b=c", "b=c"}}},
		{"percent-encoding is decoded", "na%6De=J%C3%A9", []pair{{"name", "Jé", "J%C3%A9"}}},
		{"lower-case hexadecimal digits are decoded", "a=%c3%a9", []pair{{"a", "é", "%c3%a9"}}},
		{"a plus sign is a space", "a=Jan+de+Wit%2B", []pair{{"a", "Jan de Wit+", "Jan+de+Wit%2B"}}},
		{"an encoded ampersand belongs to the value", "a=b%26c=d", []pair{{"a", "b&c=d", "b%26c=d"}}},
		{"an encoded semicolon belongs to the value", "a=b%3Bc", []pair{{"a", "b;c", "b%3Bc"}}},
		{"UTF-8 that is not encoded is text", "a=é", []pair{{"a", "é", "é"}}},
		{"case counts in names", "Name=x&name=y", []pair{{"Name", "x", "x"}, {"name", "y", "y"}}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var params query.Params
			if err := params.Parse(test.query); err != nil {
				t.Fatal(err)
			}
			if len(params.List) != len(test.want) {
				t.Fatalf("got %+v, want %+v", params.List, test.want)
			}
			for i, want := range test.want {
				if got := params.List[i]; got.Name != want.name || got.Value != want.value || got.Raw != want.raw {
					t.Errorf("got %+v, want %+v", got, want)
				}
			}
		})
	}
}

func TestParseNamesTheParameterThatIsWrong(t *testing.T) {
	tests := []struct {
		name, query, param string
		code               query.Code
		detail             string
	}{
		{"a percent sign at the end", "a=1&name=100%", "name", query.CodeNotAllowedCharacter, `percent-encoding "%" is broken`},
		{"a percent sign with one digit", "name=%4", "name", query.CodeNotAllowedCharacter, `percent-encoding "%4" is broken`},
		{"a percent sign with letters", "name=%zz&a=1", "name", query.CodeNotAllowedCharacter, `percent-encoding "%zz" is broken`},
		{"a broken name", "na%me=1", "na%me", query.CodeNotAllowedCharacter, `in the name of the parameter, percent-encoding "%me"`},
		{"a semicolon as separator", "a=1;b=2", "a", query.CodeNotAllowedCharacter, "want & between parameters and %3B"},
		{"a semicolon in a name", "a;b=2", "a;b", query.CodeNotAllowedCharacter, "want & between parameters"},
		{"an encoded byte that is not UTF-8", "name=%FF", "name", query.CodeNotAllowedCharacter, "byte 0xFF is not UTF-8"},
		{"a byte that is not UTF-8", "name=\xff", "name", query.CodeNotAllowedCharacter, "byte 0xFF is not UTF-8"},
		{"an encoded surrogate", "name=%ED%A0%80", "name", query.CodeNotAllowedCharacter, "byte 0xED is not UTF-8"},
		{"an overlong NUL", "name=%C0%80", "name", query.CodeNotAllowedCharacter, "byte 0xC0 is not UTF-8"},
		{"an encoded NUL", "name=a%00b", "name", query.CodeNotAllowedCharacter, "control character 0x00"},
		{"an encoded line feed", "name=a%0Ab", "name", query.CodeNotAllowedCharacter, "control character 0x0A"},
		{"a tab", "name=a\tb", "name", query.CodeNotAllowedCharacter, "control character 0x09"},
		{"DEL", "name=%7F", "name", query.CodeNotAllowedCharacter, "control character 0x7F"},
		{"a C1 control", "name=%C2%85", "name", query.CodeNotAllowedCharacter, "control character 0x85"},
		{"a control character in a name", "na%00me=1", "na%00me", query.CodeNotAllowedCharacter, "in the name of the parameter, control character"},
		{"no name", "=1", "", query.CodeMinLength, "a parameter without a name"},
		{"too long", "a=" + strings.Repeat("x", query.MaxBytes), "", query.CodeMaxLength, "8194 bytes long, want at most 8192"},
		{"too many", strings.Repeat("a=1&", 101), "", query.CodeMaxItems, "more than 100 parameters"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			var params query.Params
			all := mistakes(t, params.Parse(test.query))
			if len(all) != 1 {
				t.Fatalf("got %v, want one mistake", all)
			}
			if got := all[0]; got.Param != test.param || got.Code != test.code || !strings.Contains(got.Detail, test.detail) {
				t.Errorf("got %q %s %q, want %q %s %q", got.Param, got.Code, got.Detail, test.param, test.code, test.detail)
			}
		})
	}
}

func TestParseReportsAllMistakesAndKeepsTheRest(t *testing.T) {
	var params query.Params
	err := params.Parse("a=%&b=2&c=%00&=4")
	if got := mistakes(t, err); len(got) != 3 || got[0].Param != "a" || got[1].Param != "c" || got[2].Param != "" {
		t.Errorf("got %v, want those of a, c and the one without a name", err)
	}
	if len(params.List) != 1 || params.List[0].Name != "b" {
		t.Errorf("got %+v, want b", params.List)
	}
	if want := "a: percent-encoding"; !strings.HasPrefix(err.Error(), want) {
		t.Errorf("%q does not begin with %q", err, want)
	}
}

func TestParseTakesExactlyTheLimits(t *testing.T) {
	var params query.Params
	if err := params.Parse(strings.Repeat("a=1&", 100)); err != nil || len(params.List) != 100 {
		t.Errorf("got %d parameters, %v", len(params.List), err)
	}
	if err := params.Parse("a=" + strings.Repeat("x", query.MaxBytes-2)); err != nil {
		t.Error(err)
	}
}

func TestGetCountsRepetitions(t *testing.T) {
	var params query.Params
	if err := params.Parse("page=1&a=2&page=3"); err != nil {
		t.Fatal(err)
	}
	if first, count := params.Get("page"); first.Value != "1" || count != 2 {
		t.Errorf("got %q, %d times", first.Value, count)
	}
	if _, count := params.Get("Page"); count != 0 {
		t.Errorf("case should count, got %d", count)
	}
}

func TestAllYieldsEachMistakeOnce(t *testing.T) {
	one, two, three := errors.New("1"), errors.New("2"), errors.New("3")
	var got []error
	for mistake := range query.All(errors.Join(one, errors.Join(two, three))) {
		got = append(got, mistake)
	}
	if !slices.Equal(got, []error{one, two, three}) {
		t.Errorf("got %v", got)
	}
	got = nil
	for mistake := range query.All(errors.Join(one, two)) {
		got = append(got, mistake)
		break
	}
	if !slices.Equal(got, []error{one}) {
		t.Errorf("got %v from a loop that was left", got)
	}
	for mistake := range query.All(nil) {
		t.Errorf("nil has no mistake, got %v", mistake)
	}
}

func TestATypicalQueryAllocatesNothing(t *testing.T) {
	var params query.Params
	names, err := query.NewNames([]string{"name", "startDate", "location.address.addressCountry"})
	if err != nil {
		t.Fatal(err)
	}
	values, keys, paths := make([]string, 0, 8), make([]query.SortKey, 0, 8), make([]int, 0, 8)
	if n := testing.AllocsPerRun(100, func() {
		if err := params.Parse("addressCountry=Germany,France&startDate=gte:2019-01-01&sort=-startDate,name&pageSize=7&fields=name,addressCountry"); err != nil {
			t.Fatal(err)
		}
		for i := range params.List {
			var err error
			switch p := &params.List[i]; p.Name {
			case "sort":
				_, err = query.ParseSort(p.Value, names, keys)
			case "pageSize":
				_, err = query.ParsePositive(p.Value, 1, 100)
			case "fields":
				_, err = query.ParseFields(p.Value, names, paths)
			default:
				if _, err = names.Resolve(p.Name); err == nil {
					_, err = query.ParseFilter(p.Raw, values)
				}
			}
			if err != nil {
				t.Fatal(err)
			}
		}
	}); n != 0 {
		t.Errorf("%v allocations", n)
	}
}

func FuzzParse(f *testing.F) {
	for _, seed := range []string{
		"", "a=b&c=d", "a=%41&b=+&c", "a=%", "a;b=1", "=x", "a=%00", "a=\xff", "%C3%A9=%c3%a9", "a=%ED%A0%80&&", "fields=a%2Cb,c",
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		var params query.Params
		if err := params.Parse(raw); err != nil {
			if all := mistakes(t, err); len(all) == 0 || len(all) > query.MaxParams+1 || !utf8.ValidString(err.Error()) {
				t.Fatalf("%d mistakes: %q", len(all), err)
			}
			return
		}
		want, err := url.ParseQuery(raw)
		if err != nil {
			t.Fatalf("net/url refuses what is taken here: %v", err)
		}
		for _, param := range params.List {
			values := want[param.Name]
			if len(values) == 0 || values[0] != param.Value {
				t.Fatalf("%q: got %q, net/url has %q", param.Name, param.Value, values)
			}
			want[param.Name] = values[1:]
		}
		for name, left := range want {
			if len(left) > 0 {
				t.Fatalf("%q=%q is missing", name, left)
			}
		}
	})
}
