package literal_test

import (
	"bytes"
	"encoding/json"
	"fmt"
	"math"
	"regexp"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// encode returns what package json writes without escaping HTML.
func encode(t *testing.T, v any) string {
	t.Helper()
	var b bytes.Buffer
	e := json.NewEncoder(&b)
	e.SetEscapeHTML(false)
	if err := e.Encode(v); err != nil {
		t.Fatal(err)
	}
	return strings.TrimSuffix(b.String(), "\n")
}

func TestAppendJSONString(t *testing.T) {
	tests := []struct{ name, text, want string }{
		{"an empty text", "", `""`},
		{"ASCII", "GopherDay 2026", `"GopherDay 2026"`},
		{"quotation marks and backslashes", `a"b\c`, `"a\"b\\c"`},
		{"short escapes", "\b\f\n\r\t", `"\b\f\n\r\t"`},
		{"other controls", "\x00\x1f", `"\u0000\u001f"`},
		{"delete stands for itself", "\x7f", "\"\x7f\""},
		{"HTML stands for itself", "<a href='x'>&</a>", `"<a href='x'>&</a>"`},
		{"other characters stand for themselves", "é 活動 😀 \uFFFD", `"é 活動 😀 ` + "\uFFFD" + `"`},
		{"line separators of JavaScript", "a\u2028b\u2029", `"a\u2028b\u2029"`},
		{"each byte of invalid UTF-8", "a\xff\xc3b\xe6\xb4", `"a\ufffd\ufffdb\ufffd\ufffd"`},
		{"an encoded surrogate", "\xed\xa0\x80", `"\ufffd\ufffd\ufffd"`},
	}
	for _, tt := range tests {
		t.Run(tt.name, func(t *testing.T) {
			if got := string(literal.AppendJSONString([]byte(">"), tt.text)); got != ">"+tt.want {
				t.Errorf("got %s, want >%s", got, tt.want)
			}
			if want := encode(t, tt.text); want != tt.want {
				t.Errorf("package json writes %s", want)
			}
		})
	}
}

func FuzzAppendJSONStringAgreesWithPackageJSON(f *testing.F) {
	for _, s := range []string{"", "plain", "\"\\/\b\x00", "é\u2028", "\xff\xed\xa0\x80", "<&>"} {
		f.Add(s)
	}
	f.Fuzz(func(t *testing.T, s string) {
		if got, want := string(literal.AppendJSONString(nil, s)), encode(t, s); got != want {
			t.Errorf("got  %s\nwant %s", got, want)
		}
	})
}

// floats are numbers at the edges of formats.
var floats = []float64{
	0, math.Copysign(0, -1), 1, -1, 1.5, 0.1, 0.1 + 0.2, 1e-6, 9.99e-7, 1e-7, 1e20, 1e21, 1.5e21, -1.5e-9, 1e-10, 1e100, 123456789,
	51.0543422, 3.7174243, math.MaxFloat64, math.SmallestNonzeroFloat64, math.Pi, 1.0 / 3, 100, 1e15, 123456.5, math.MaxInt64, 10, 2e10,
}

func TestFloatsInJSON(t *testing.T) {
	for _, f := range floats {
		if got, want := string(literal.AppendJSONFloat([]byte("[12e-"), f)), "[12e-"+encode(t, f); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	for f, want := range map[float64]string{math.Inf(1): `"INF"`, math.Inf(-1): `"-INF"`} {
		if got := string(literal.AppendJSONFloat(nil, f)); got != want {
			t.Errorf("got %s, want %s", got, want)
		}
	}
	if got := string(literal.AppendJSONFloat(nil, math.NaN())); got != `"NaN"` {
		t.Errorf("got %s", got)
	}
}

// jsonLD is the conversion of numbers as JSON-LD processors in Go and other languages implement it.
func jsonLD(f float64) string {
	zeros := regexp.MustCompile(`(\d)0*E\+?(-)?0*(\d)`)
	return zeros.ReplaceAllString(fmt.Sprintf("%1.15E", f), "${1}E${2}${3}")
}

func TestDoubles(t *testing.T) {
	tests := []struct {
		number float64
		want   string
	}{
		{1.5, "1.5E0"},
		{0, "0.0E0"},
		{1, "1.0E0"},
		{-10, "-1.0E1"},
		{0.1, "1.0E-1"},
		{5.3, "5.3E0"},
		{1e10, "1.0E10"},
		{1e100, "1.0E100"},
		{-1.5e-9, "-1.5E-9"},
		{1.0 / 3, "3.333333333333333E-1"},
		{math.MaxFloat64, "1.797693134862316E308"},
		{math.Inf(1), "INF"},
		{math.Inf(-1), "-INF"},
		{math.NaN(), "NaN"},
	}
	for _, tt := range tests {
		if got := string(literal.AppendDouble([]byte("0.E+00"), tt.number)); got != "0.E+00"+tt.want {
			t.Errorf("got %s, want 0.E+00%s", got, tt.want)
		}
	}
	for _, f := range floats {
		got := string(literal.AppendDouble(nil, f))
		if got != jsonLD(f) {
			t.Errorf("got %s, want %s", got, jsonLD(f))
		}
		if err := literal.CheckLexical(vocab.XSDDouble, got); err != nil {
			t.Error(err)
		}
	}
}

func FuzzFloatsAgreeWithJSONLD(f *testing.F) {
	for _, x := range floats {
		f.Add(x)
	}
	f.Fuzz(func(t *testing.T, x float64) {
		if math.IsNaN(x) || math.IsInf(x, 0) {
			return
		}
		if got, want := string(literal.AppendDouble(nil, x)), jsonLD(x); got != want {
			t.Errorf("double: got %s, want %s", got, want)
		}
		if got, want := string(literal.AppendJSONFloat(nil, x)), encode(t, x); got != want {
			t.Errorf("JSON: got %s, want %s", got, want)
		}
	})
}

func TestWidenKeepsTheDeclaredNumber(t *testing.T) {
	for f, want := range map[float32]float64{0.1: 0.1, 1.5: 1.5, -3.14: -3.14, 16777216: 16777216, math.MaxFloat32: 3.4028235e38, 1e-45: 1e-45} {
		if got := literal.Widen(f); got != want {
			t.Errorf("got %v, want %v", got, want)
		}
	}
	if !math.IsNaN(literal.Widen(float32(math.NaN()))) || !math.IsInf(literal.Widen(float32(math.Inf(-1))), -1) {
		t.Error("special values changed")
	}
}
