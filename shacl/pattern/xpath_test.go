package pattern_test

import (
	"errors"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/pattern"
)

func TestExpressionsOfXPathAreTranslated(t *testing.T) {
	for _, row := range []struct{ name, expression, flags, match, differ string }{
		{"a plain one", `^[2-8][0-9]*$`, "", "39", "9"},
		{"a hyphen that is escaped where ECMA-262 refuses it", `^a\-b$`, "", "a-b", "ab"},
		{"a class of a script", `^\p{Greek}+$`, "", "αβ", "ab"},
		{"digits of every script", `^\d+$`, "", "٣", "a"},
		{"no digits", `^\D$`, "", "a", "٣"},
		{"word characters of every script", `^\w[\w-]$`, "", "é-", "+-"},
		{"no word characters", `^\W[\W_]$`, "", " _", "é "},
		{"name characters", `^\i\c*$`, "", "é-1", "1é"},
		{"no name characters", `^\I\C$`, "", "1 ", "a1"},
		{"name characters in a class", `^[\i\-@]+$`, "", "a-@", "1"},
		{"a bracket in a class", `^[[a]+$`, "", "[a", "b"},
		{"case ignored", `aldi`, "i", "ALDI", "ALTI"},
		{"a dot for everything", `a.b`, "s", "a\nb", "ab"},
		{"lines", `^b$`, "m", "a\nb", "ab"},
		{"white space that means nothing", "a b\n[ ]c", "x", "ab c", "abc"},
		{"characters that mean themselves", `a.b(`, "q", "xa.b(", "axb("},
		{"the same, case ignored", `a.b(`, "qi", "A.B(", "axb("},
		{"a flag twice", `a`, "ii", "A", "b"},
	} {
		t.Run(row.name, func(t *testing.T) {
			re, err := pattern.CompileXPath(row.expression, row.flags)
			if err != nil {
				t.Fatal(err)
			}
			if !re.MatchString(row.match) {
				t.Errorf("%s does not match %q", re, row.match)
			}
			if re.MatchString(row.differ) {
				t.Errorf("%s matches %q", re, row.differ)
			}
		})
	}
}

func TestExpressionsThatRE2LacksAreRefused(t *testing.T) {
	for _, row := range []struct{ name, expression, flags, want string }{
		{"look-ahead", `^(?=a)b`, "", "RE2 refuses it"},
		{"a back-reference", `(a)\1`, "", "no back-references"},
		{"subtraction", `[a-z-[aeiou]]`, "", "no subtraction"},
		{"a POSIX class", `[[:alpha:]]`, "", "no POSIX classes"},
		{"a Unicode block", `\p{IsGreek}`, "", "no Unicode blocks"},
		{"no name character in a class", `[\C]`, "", `write [^\c]`},
		{"a backslash at the end", `a\`, "", "ends the expression"},
		{"an unknown flag", `a`, "ü", "there is no flag ü"},
		{"a group without end", `(a`, "", "missing closing"},
		{"too much", `(a{1000}){1000}`, "", "RE2 refuses it"},
		{"too much one after the other", strings.Repeat(`a{1000}`, 17), "", "more than 16384 parts"},
		{"too much inside each other", `((ab?[c-e]f*g?h?i?j?k?l?){0,100}){10}`, "", "more than 16384 parts"},
	} {
		t.Run(row.name, func(t *testing.T) {
			_, err := pattern.CompileXPath(row.expression, row.flags)
			var refused *pattern.Error
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), row.want) {
				t.Errorf("got %v, want an error with %q", err, row.want)
			}
		})
	}
}

func FuzzCompileXPath(f *testing.F) {
	for _, seed := range []string{`^[2-8][0-9]*$`, `\i\c*`, `[\i-]`, `[a-z-[b]]`, `[[:x:]]`, `\p{IsGreek}`, `a\`, `[`, `[\D]`, `(`, `\Qa\E`} {
		f.Add(seed, "i")
		f.Add(seed, "xq")
	}
	f.Fuzz(func(t *testing.T, expression, flags string) {
		re, err := pattern.CompileXPath(expression, flags)
		var refused *pattern.Error
		switch {
		case err == nil:
			re.MatchString("a b")
		case !errors.As(err, &refused) || err.Error() == "":
			t.Errorf("got %v", err)
		}
		if quoted, err := pattern.CompileXPath(expression, "q"); err == nil && !quoted.MatchString(expression) {
			t.Errorf("%q does not match itself", expression)
		}
	})
}
