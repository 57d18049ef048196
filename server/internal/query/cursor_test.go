package query_test

import (
	"encoding/base64"
	"errors"
	"slices"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/server/internal/query"
)

const fingerprint = 0x0123456789ABCDEF

func newCursor(tb testing.TB, values ...string) string {
	tb.Helper()
	cursor, err := query.AppendCursor(nil, fingerprint, values...)
	if err != nil {
		tb.Fatal(err)
	}
	return string(cursor)
}

func TestACursorGivesBackItsValues(t *testing.T) {
	tests := []struct {
		name   string
		values []string
	}{
		{"no value", nil},
		{"one value", []string{"42"}},
		{"several values", []string{"2026-01-01", "Fosdem", "42"}},
		{"empty values", []string{"", "a", ""}},
		{"any text", []string{"é日\x00\n\"<>&\xff"}},
		{"a long value", []string{strings.Repeat("x", 3000), "y"}},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			cursor := newCursor(t, test.values...)
			if len(cursor) > query.MaxCursor || strings.Trim(cursor, "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_") != "" {
				t.Errorf("%q is not safe in a query", cursor)
			}
			got, err := query.DecodeCursor(cursor, fingerprint, nil)
			if err != nil || !slices.Equal(got, test.values) {
				t.Errorf("got %q, %v, want %q", got, err, test.values)
			}
		})
	}
}

func TestACursorOfAnotherQueryIsForeign(t *testing.T) {
	if _, err := query.DecodeCursor(newCursor(t, "a"), fingerprint+1, nil); !errors.Is(err, query.ErrForeignCursor) {
		t.Errorf("got %v", err)
	}
}

func TestEveryChangedCharacterIsNoticed(t *testing.T) {
	cursor := newCursor(t, "2026-01-01", "42")
	for i := range len(cursor) {
		for _, c := range []byte("Aa0-_=%\n é") {
			if cursor[i] == c {
				continue
			}
			changed := cursor[:i] + string(rune(c)) + cursor[i+1:]
			if _, err := query.DecodeCursor(changed, fingerprint, nil); !errors.Is(err, query.ErrMalformedCursor) {
				t.Errorf("character %d changed to %q: got %v", i, c, err)
			}
		}
		if _, err := query.DecodeCursor(cursor[:i], fingerprint, nil); !errors.Is(err, query.ErrMalformedCursor) {
			t.Errorf("cut at %d: got %v", i, err)
		}
	}
}

func TestDecodeCursorRefusesWhatIsNoCursor(t *testing.T) {
	cursor := newCursor(t, "42")
	tests := []struct{ name, cursor string }{
		{"nothing", ""},
		{"text", "hello"},
		{"a line break inside", cursor[:4] + "\n" + cursor[4:]},
		{"padding", cursor + "="},
		{"one character more", cursor + "A"},
		{"the ordinary alphabet", strings.Repeat("+/", 20)},
		{"too much", strings.Repeat("A", query.MaxCursor+1)},
		{"the most", strings.Repeat("A", query.MaxCursor)},
	}
	for _, test := range tests {
		t.Run(test.name, func(t *testing.T) {
			if _, err := query.DecodeCursor(test.cursor, fingerprint, nil); !errors.Is(err, query.ErrMalformedCursor) {
				t.Errorf("got %v", err)
			}
		})
	}
}

func TestAppendCursorRefusesWhatDoesNotFit(t *testing.T) {
	got, err := query.AppendCursor([]byte("after="), fingerprint, strings.Repeat("x", 4000))
	if !errors.Is(err, query.ErrCursorTooLong) || string(got) != "after=" {
		t.Errorf("got %q, %v", got, err)
	}
}

func TestCursorsAllocateOnlyTheirValues(t *testing.T) {
	cursor, values, dst := newCursor(t, "2026-01-01", "42"), make([]string, 0, 4), make([]byte, 0, 256)
	if n := testing.AllocsPerRun(100, func() {
		if _, err := query.AppendCursor(dst, fingerprint, "2026-01-01", "42"); err != nil {
			t.Fatal(err)
		}
	}); n != 0 {
		t.Errorf("%v allocations to append", n)
	}
	if n := testing.AllocsPerRun(100, func() {
		if _, err := query.DecodeCursor(cursor, fingerprint, values); err != nil {
			t.Fatal(err)
		}
	}); n > 1 {
		t.Errorf("%v allocations to decode", n)
	}
}

func FuzzCursor(f *testing.F) {
	f.Add("2026-01-01", "42", newCursor(f, "2026-01-01", "42"))
	f.Add("", "é\x00", "")
	f.Add("a", "b", base64.RawURLEncoding.EncodeToString(make([]byte, 20)))
	f.Fuzz(func(t *testing.T, first, second, text string) {
		if cursor, err := query.AppendCursor(nil, fingerprint, first, second); err == nil {
			got, err := query.DecodeCursor(string(cursor), fingerprint, nil)
			if err != nil || !slices.Equal(got, []string{first, second}) {
				t.Fatalf("got %q, %v", got, err)
			}
		}
		values, err := query.DecodeCursor(text, fingerprint, nil)
		if err != nil {
			return
		}
		if again := newCursor(t, values...); again != text {
			t.Fatalf("%q and %q hold the same", text, again)
		}
	})
}
