package pattern_test

import (
	"errors"
	"regexp"
	"strings"
	"testing"

	"github.com/hydrant-ld/hydrant/shacl/pattern"
)

func TestWhatAllEnginesShareIsAccepted(t *testing.T) {
	for _, row := range []struct{ expression, match, differ string }{
		{`^[A-Z]{3}-[0-9]{4}$`, "ABC-1234", "abc-1234"},
		{`a|b`, "b", "c"},
		{`^(a|b)+$`, "abab", "abc"},
		{`^(?:ab){2,3}?$`, "abab", "ab"},
		{`^a{2,}$`, "aaa", "a"},
		{`^a*?b+?c??$`, "bc", "d"},
		{`\bword\B`, "words", "word"},
		{`^\d\D\w\W\s\S$`, "1a_- x", "111111"},
		{`^\p{Lu}\P{Lu}$`, "Éé", "éÉ"},
		{`^\t\n\r\f\v\x41$`, "\t\n\r\f\vA", "A"},
		{`^\^\$\\\.\*\+\?\(\)\[\]\{\}\|\/$`, `^$\.*+?()[]{}|/`, ""},
		{`^[\S ]+$`, "a b", "a\tb"},
		{`^[^"]+$`, "a", `"`},
		{`^[-a]+$`, "-a", "b"},
		{`^[a-]+$`, "-a", "b"},
		{`^[a\-z]+$`, "-az", "b"},
		{`^[\w\d\p{Lu}.]+$`, "aÉ.", "é"},
		{`^[\]\[\\^]+$`, `][\^`, "a"},
		{`^[\x41-\x43]$`, "B", "D"},
		{`^[(){}|/*+?.$]+$`, "(){}|/*+?.$", "a"},
		{`^.$`, "é", "\n"},
		{`^é日$`, "é日", "e"},
		{`^$`, "", "a"},
		{`()`, "a", "\x00impossible"},
		{`^-@:,;=!#%&~<>_'" $`, `-@:,;=!#%&~<>_'" `, "a"},
		{`^\d{5}(-\d{4})?$`, "12345-6789", "1234"},
		{`^(\+|00)[1-9][0-9]{6,14}$`, "+32123456789", "0123"},
	} {
		t.Run(row.expression, func(t *testing.T) {
			re, err := pattern.Compile(row.expression, "")
			if err != nil {
				t.Fatal(err)
			}
			if !re.MatchString(row.match) {
				t.Errorf("%q does not match", row.match)
			}
			if row.expression != "()" && re.MatchString(row.differ) {
				t.Errorf("%q matches", row.differ)
			}
		})
	}
}

func TestWhatEnginesDifferInIsRefused(t *testing.T) {
	for _, row := range []struct{ name, expression, want string }{
		{"look-ahead", `^(?=.*a)b`, "no look-around"},
		{"negative look-ahead", `^(?!a)b`, "no look-around"},
		{"look-behind", `(?<=a)b`, "no look-around"},
		{"negative look-behind", `(?<!a)b`, "no look-around"},
		{"an atomic group", `(?>a)b`, "atomic groups"},
		{"a possessive quantifier", `a++`, "possessive"},
		{"a possessive optional", `a?+`, "possessive"},
		{"a possessive repetition", `a{2}+`, "possessive"},
		{"a back-reference", `(a)\1`, "no back-references"},
		{"a named back-reference", `(a)\k<n>`, "no back-references"},
		{"a named group of RE2", `(?P<year>a)`, "named groups"},
		{"a named group of ECMA-262", `(?<year>a)`, "named groups"},
		{"a flag inside", `(?i)a`, `sh:"flags=i"`},
		{"a flag for a group", `(?i:a)`, `sh:"flags=i"`},
		{"a comment", `(?#a)b`, "no comments"},
		{"the beginning", `\Aa`, "write ^"},
		{"the end", `a\z`, "write $"},
		{"the end in Perl", `a\Z`, "write $"},
		{"a quotation", `\Qa.b\E`, `\Q…\E`},
		{"horizontal space", `\h`, `write [ \t]`},
		{"no horizontal space", `\H`, `write [ \t]`},
		{"a line break", `\R`, `\r?\n`},
		{"a unicode escape", `\u00e9`, "the character itself"},
		{"a control escape", `\cA`, `\x with two`},
		{"a long hexadecimal escape", `\x{e9}`, "two hexadecimal digits"},
		{"a short hexadecimal escape", `\x4`, "two hexadecimal digits"},
		{"an octal number", `\012`, "octal"},
		{"NUL", `\0`, "octal"},
		{"a name of XML Schema", `\i\c*`, "XML Schema"},
		{"a bell", `\a`, "ECMA-262 has no"},
		{"an escape of nothing", `\y`, "no escape"},
		{"an escaped hyphen outside of a class", `a\-b`, "write -"},
		{"an escaped punctuation mark", `a\@b`, "write the character alone"},
		{"an escaped letter beyond ASCII", `\é`, "write the character alone"},
		{"a backslash at the end", `a\`, "ends the expression"},
		{"a property without braces", `\pL`, `write \p{L}`},
		{"a script", `\p{Greek}`, `\p{Greek} does not`},
		{"a negated property", `\p{^L}`, "does not"},
		{"a property without end", `\p{L`, "does not"},
		{"a POSIX class", `[[:alpha:]]`, "POSIX"},
		{"subtraction", `[a-z-[aeiou]]`, "subtraction"},
		{"subtraction after a set", `[\w-[aeiou]]`, "subtraction"},
		{"intersection", `[a-z&&[^b]]`, "operations on classes"},
		{"a bracket in a class", `[a[b]`, `write \[`},
		{"an empty class", `[]`, "empty to ECMA-262"},
		{"a class that begins with a bracket", `[]a]`, "empty to ECMA-262"},
		{"a class of everything", `[^]`, "empty to ECMA-262"},
		{"a class without end", `[a`, "closing ] of the class"},
		{"a range without end", `[a-`, "closing ] of the class"},
		{"a range that runs backwards", `[z-a]`, "from more to less"},
		{"a range of escapes that runs backwards", `[\x43-\x41]`, "from more to less"},
		{"a range from a set", `[\d-z]`, "a character at each end"},
		{"a range to a set", `[a-\d]`, "a character at each end"},
		{"a hyphen behind a range", `[a-z-9]`, "a hyphen stands first or last"},
		{"a word boundary in a class", `[\b]`, "no shared meaning in a class"},
		{"no digit in a class", `[^\D5]`, `write [^\d…]`},
		{"no word character in a class", `[\W_]`, `(?:\W|…)`},
		{"a closing brace", `a}`, `write \}`},
		{"a closing bracket", `a]`, `write \]`},
		{"an opening brace", `a{`, `write \{`},
		{"braces around a name", `a{b}`, `write \{`},
		{"at most", `a{,5}`, "{0,m}"},
		{"too many", `a{1,1001}`, "at most 1000 times"},
		{"far too many", `a{99999999999999999999}`, "at most 1000 times"},
		{"from more to less", `a{3,2}`, "from more to less"},
		{"a repetition without end", `a{3`, `write \{`},
		{"too many in all", `(a{1000}){1000}`, "RE2 refuses it"},
		{"a quantifier on nothing", `*a`, "nothing to repeat"},
		{"a quantifier in a group on nothing", `(+a)`, "nothing to repeat"},
		{"a quantifier in an alternative on nothing", `a|?`, "nothing to repeat"},
		{"a quantifier on an anchor", `^*`, "can't repeat an anchor"},
		{"a quantifier on a boundary", `\b+`, "can't repeat an anchor"},
		{"two quantifiers", `a**`, "follows another quantifier"},
		{"two repetitions", `a{2}{3}`, "follows another quantifier"},
		{"a group without end", `(a`, "closing ) is missing"},
		{"a group without beginning", `a)`, "no group to close"},
		{"no UTF-8", "a\xff", "not valid UTF-8"},
	} {
		t.Run(row.name, func(t *testing.T) {
			err := pattern.Check(row.expression)
			var refused *pattern.Error
			if !errors.As(err, &refused) || !strings.Contains(err.Error(), row.want) {
				t.Fatalf("%q: got %v, want an error with %q", row.expression, err, row.want)
			}
			if refused.Offset > len(row.expression) {
				t.Errorf("the offset %d is beyond the end", refused.Offset)
			}
		})
	}
}

func TestFlagsAreApplied(t *testing.T) {
	for _, row := range []struct{ name, flags, expression, match string }{
		{"case is ignored", "i", `^a$`, "A"},
		{"the dot matches line breaks", "s", `^a.b$`, "a\nb"},
		{"anchors match at line breaks", "m", `^b$`, "a\nb"},
		{"all three", "ims", `^b.C$`, "a\nB\nc"},
	} {
		t.Run(row.name, func(t *testing.T) {
			re, err := pattern.Compile(row.expression, row.flags)
			if err != nil || !re.MatchString(row.match) {
				t.Errorf("%v %v", re, err)
			}
			if plain := regexp.MustCompile(row.expression); plain.MatchString(row.match) {
				t.Error("it matches without flags, too")
			}
		})
	}
	for _, flags := range []string{"x", "ii", "U", "i)", "é"} {
		if _, err := pattern.Compile("a", flags); err == nil {
			t.Errorf("flags %q are accepted", flags)
		}
	}
}

func TestSetsAreSpelledOutForXPath(t *testing.T) {
	for _, row := range []struct{ expression, want string }{
		{`^\d{4}$`, `^[0-9]{4}$`},
		{`\w+\D`, `[0-9A-Za-z_]+[^0-9]`},
		{`\W\\d`, `[^0-9A-Za-z_]\\d`},
		{`[\w.-]@[^\d\]\s]\d`, `[0-9A-Za-z_.-]@[^0-9\]\s][0-9]`},
		{`é\[\d`, `é\[[0-9]`},
	} {
		t.Run(row.expression, func(t *testing.T) {
			if got := pattern.Spelled(row.expression); got != row.want {
				t.Errorf("got %s, want %s", got, row.want)
			}
			sameToXPath(t, row.expression)
		})
	}
}

// sameToXPath says that an expression matches the same texts in a shapes graph as in a tag.
func sameToXPath(t *testing.T, expression string) {
	t.Helper()
	own, err := pattern.Compile(expression, "")
	if err != nil {
		t.Fatal(err)
	}
	of, err := pattern.CompileXPath(pattern.Spelled(expression), "")
	if err != nil {
		if !strings.Contains(err.Error(), "parts") { // what strangers write has a size
			t.Errorf("%q is accepted, but its spelling %q: %v", expression, pattern.Spelled(expression), err)
		}
		return
	}
	for _, text := range []string{"", "a", "Z", "5", "_", "-", " ", "é", "٣", "ß", "a5_", "2026-05-20", "a\nb", "\r", "[x]", `\`, "]", "日本"} {
		if own.MatchString(text) != of.MatchString(text) {
			t.Errorf("%q matches %q: %t as a tag, %t in a graph as %q", expression, text, own.MatchString(text), of.MatchString(text), pattern.Spelled(expression))
		}
	}
}

func FuzzCheck(f *testing.F) {
	for _, seed := range []string{
		`^[A-Z]{3}-[0-9]{4}$`, `(?:a|b)*?`, `[\w\-.]+@[\w.]+`, `(?=a)`, `[a-z-[b]]`, `a{1,1001}`, `\p{Lu}`, `\x41`, `[^]]`, `(a{9}){9}`,
		`[\]-a]`, `[--/]`, `[^\d\w]\D\W`, "é+", `\`, `((((`, `a|*`,
	} {
		f.Add(seed)
	}
	f.Fuzz(func(t *testing.T, expression string) {
		if pattern.Check(expression) != nil {
			return
		}
		if _, err := regexp.Compile(expression); err != nil {
			t.Errorf("%q is accepted, but %v", expression, err)
		}
		if _, err := pattern.Compile(expression, "ism"); err != nil {
			t.Errorf("%q is accepted, but with flags %v", expression, err)
		}
		sameToXPath(t, expression)
	})
}
