package query_test

import (
	"errors"
	"net/url"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/query"
)

func TestParseFilterReadsOperatorAndValues(t *testing.T) {
	tests := []struct {
		name, raw string
		operator  query.Operator
		want      []string
	}{
		{"no operator is eq", "Germany", query.Equal, []string{"Germany"}},
		{"eq", "eq:Germany", query.Equal, []string{"Germany"}},
		{"ne", "ne:Germany", query.NotEqual, []string{"Germany"}},
		{"gt", "gt:2026-01-01", query.Greater, []string{"2026-01-01"}},
		{"gte", "gte:2026-01-01", query.GreaterOrEqual, []string{"2026-01-01"}},
		{"lt", "lt:2026-01-01", query.Less, []string{"2026-01-01"}},
		{"lte", "lte:2026-01-01", query.LessOrEqual, []string{"2026-01-01"}},
		{"a list is any of", "a,b", query.Equal, []string{"a", "b"}},
		{"a list with ne is none of", "ne:a,b,c", query.NotEqual, []string{"a", "b", "c"}},
		{"an encoded comma belongs to the value", "Dam%201%2C%20Gent,b", query.Equal, []string{"Dam 1, Gent", "b"}},
		{"an encoded comma belongs to the value of any operator", "gte:a%2cb", query.GreaterOrEqual, []string{"a,b"}},
		{"an encoded colon ends an operator", "gte%3A2026-01-01", query.GreaterOrEqual, []string{"2026-01-01"}},
		{"encoded letters are an operator", "%67te:1", query.GreaterOrEqual, []string{"1"}},
		{"eq escapes what looks like an operator", "eq:gte:5", query.Equal, []string{"gte:5"}},
		{"an operator inside a list is text", "a,gte:b", query.Equal, []string{"a", "gte:b"}},
		{"a colon after anything else is text", "http://example.org/a:b", query.Equal, []string{"http://example.org/a:b"}},
		{"an unknown operator is text", "ge:5", query.Equal, []string{"ge:5"}},
		{"an operator in capitals is text", "GTE:5", query.Equal, []string{"GTE:5"}},
		{"a colon in front is text", ":5", query.Equal, []string{":5"}},
		{"a time is text", "12:30", query.Equal, []string{"12:30"}},
		{"a second operator is text", "gte:lt:5", query.GreaterOrEqual, []string{"lt:5"}},
		{"a plus sign is a space", "New+York", query.Equal, []string{"New York"}},
		{"an operator without colon is text", "gte", query.Equal, []string{"gte"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := query.ParseFilter(test.raw, nil)
			if err != nil {
				t.Fatal(err)
			}
			if got.Operator != test.operator || !slices.Equal(got.Values, test.want) {
				t.Errorf("got %v %q, want %v %q", got.Operator, got.Values, test.operator, test.want)
			}
		})
	}
}

func TestParseFilterRefuses(t *testing.T) {
	tests := []struct {
		name, raw string
		code      query.Code
		detail    string
	}{
		{"nothing", "", query.CodeMinLength, "the value is empty"},
		{"an operator alone", "gte:", query.CodeMinLength, "the value is empty"},
		{"an empty item", "a,,b", query.CodeMinLength, "an item of the list is empty"},
		{"an empty first item", ",a", query.CodeMinLength, "an item of the list is empty"},
		{"an empty last item", "a,", query.CodeMinLength, "an item of the list is empty"},
		{"a list where one value is wanted", "gte:a,b", query.CodeMaxItems, "gte: takes one value, want a comma inside a value written as %2C"},
		{"more items than allowed", strings.Repeat("a,", query.MaxItems) + "a", query.CodeMaxItems, "more than 100 values"},
		{"a broken encoding", "a,%4", query.CodeNotAllowedCharacter, `"%4" is broken`},
		{"an item cut inside a character", "%C3,%A9", query.CodeNotAllowedCharacter, "byte 0xC3 is not UTF-8"},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			_, err := query.ParseFilter(test.raw, nil)
			all := mistakes(t, err)
			if len(all) == 0 || all[0].Code != test.code || !strings.Contains(all[0].Detail, test.detail) {
				t.Errorf("got %v, want %s %q", err, test.code, test.detail)
			}
		})
	}
}

func TestParseFilterTakesExactlyMaxItems(t *testing.T) {
	got, err := query.ParseFilter(strings.Repeat("a,", query.MaxItems-1)+"a", nil)
	if err != nil || len(got.Values) != query.MaxItems {
		t.Errorf("got %d values, %v", len(got.Values), err)
	}
}

func TestOperatorsAreWrittenAsTheyAreRead(t *testing.T) {
	for operator := query.Equal; operator <= query.LessOrEqual; operator++ {
		got, err := query.ParseFilter(operator.String()+":x", nil)
		if err != nil || got.Operator != operator || got.Values[0] != "x" {
			t.Errorf("%v was read as %v %q, %v", operator, got.Operator, got.Values, err)
		}
	}
	if got := query.Operator(9).String(); got != "Operator(9)" {
		t.Errorf("got %q", got)
	}
}

func FuzzParseFilter(f *testing.F) {
	for _, seed := range []string{"", "a", "ne:a,b", "gte:5", "gte%3A5", "eq:gte:5", "a%2Cb,c", "%", "lte:a,b", "ne:,", "+", "%C3,%A9"} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, raw string) {
		filter, err := query.ParseFilter(raw, nil)
		if err != nil {
			mistakes(t, err)
			return
		}
		if len(filter.Values) == 0 || len(filter.Values) > 1 && !filter.Operator.TakesList() {
			t.Fatalf("%v with %d values", filter.Operator, len(filter.Values))
		}
		var again strings.Builder
		for i, value := range filter.Values {
			if i > 0 {
				again.WriteByte(',')
			}
			again.WriteString(url.QueryEscape(value))
		}
		second, err := query.ParseFilter(filter.Operator.String()+":"+again.String(), nil)
		if err != nil || second.Operator != filter.Operator || !slices.Equal(second.Values, filter.Values) {
			t.Fatalf("%+v, written again, is %+v, %v", filter, second, err)
		}
	})
}

func TestParsePositiveChecksTheRange(t *testing.T) {
	tests := []struct {
		name, text string
		want       int
		code       query.Code
	}{
		{"the least", "1", 1, ""},
		{"the most", "100", 100, ""},
		{"leading zeros", "007", 7, ""},
		{"too small", "0", 0, query.CodeMinimum},
		{"negative", "-3", 0, query.CodeMinimum},
		{"too large", "101", 0, query.CodeMaximum},
		{"far too large", strings.Repeat("9", 40), 0, query.CodeMaximum},
		{"far too small", "-" + strings.Repeat("9", 40), 0, query.CodeMinimum},
		{"empty", "", 0, query.CodeInteger},
		{"a sign alone", "-", 0, query.CodeInteger},
		{"letters", "a", 0, query.CodeInteger},
		{"a fraction", "1.5", 0, query.CodeInteger},
		{"a space", " 1", 0, query.CodeInteger},
		{"a plus sign", "+1", 0, query.CodeInteger},
		{"an exponent", "1e2", 0, query.CodeInteger},
		{"digits of another script", "\u0661", 0, query.CodeInteger},
		{"letters after very many digits", strings.Repeat("9", 40) + "x", 0, query.CodeInteger},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			got, err := query.ParsePositive(test.text, 1, 100)
			var mistake *query.Error
			if errors.As(err, &mistake) != (test.code != "") || mistake != nil && mistake.Code != test.code || got != test.want {
				t.Errorf("got %d, %v, want %d, %q", got, err, test.want, test.code)
			}
		})
	}
	const maxInt = int(^uint(0) >> 1)
	if got, err := query.ParsePositive("9223372036854775807", 1, maxInt); err != nil || got != maxInt {
		t.Errorf("got %d, %v", got, err)
	}
	if _, err := query.ParsePositive("9223372036854775808", 1, maxInt); err == nil {
		t.Error("one more than fits should be too large")
	}
}
