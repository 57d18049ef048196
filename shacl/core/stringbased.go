package core

import (
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/shacl/pattern"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// compileMinLength is sh:minLength ([SHACL 4.4.1]). A blank node has no length and always violates it, even if it is 0.
//
// [SHACL 4.4.1]: https://www.w3.org/TR/shacl/#MinLengthConstraintComponent
func compileMinLength(d *declaration) (constraint, bool) {
	n, ok := d.count(0)
	return constraint{
		message: message.MinLength(n),
		holds: func(r *run, v rdf.ID) bool {
			t := r.term(v)
			return t.Kind != rdf.BlankNode && utf8.RuneCountInString(t.Value) >= n
		},
	}, ok
}

// compileMaxLength is sh:maxLength ([SHACL 4.4.2]).
//
// [SHACL 4.4.2]: https://www.w3.org/TR/shacl/#MaxLengthConstraintComponent
func compileMaxLength(d *declaration) (constraint, bool) {
	n, ok := d.count(0)
	return constraint{
		message: message.MaxLength(n),
		holds: func(r *run, v rdf.ID) bool {
			t := r.term(v)
			return t.Kind != rdf.BlankNode && (len(t.Value) <= n || utf8.RuneCountInString(t.Value) <= n)
		},
	}, ok
}

// compilePattern is sh:pattern with sh:flags ([SHACL 4.4.3]).
//
// [SHACL 4.4.3]: https://www.w3.org/TR/shacl/#PatternConstraintComponent
func compilePattern(d *declaration) (constraint, bool) {
	source := d.arg(0)
	if source.Kind != rdf.Literal || source.Datatype != vocab.XSDString {
		return d.reject(0, "want a regular expression as text, got %s", source)
	}
	flags := ""
	if d.has(1) {
		if t := d.arg(1); t.Kind != rdf.Literal || t.Datatype != vocab.XSDString {
			return d.reject(1, "want letters as text, got %s", t)
		}
		flags = d.arg(1).Value
	}
	expression, err := pattern.CompileXPath(source.Value, flags)
	if err != nil {
		return d.reject(0, "%v", err)
	}
	return constraint{
		message: message.Pattern(source.Value),
		holds: func(r *run, v rdf.ID) bool {
			t := r.term(v)
			return t.Kind != rdf.BlankNode && expression.MatchString(t.Value)
		},
	}, true
}

// compileLanguageIn is sh:languageIn ([SHACL 4.4.4]): en allows en-GB.
//
// [SHACL 4.4.4]: https://www.w3.org/TR/shacl/#LanguageInConstraintComponent
func compileLanguageIn(d *declaration) (constraint, bool) {
	members, ok := d.members(0)
	if !ok {
		return constraint{}, false
	}
	ranges := make([]string, len(members))
	for i, t := range d.terms(members) {
		if t.Kind != rdf.Literal || t.Datatype != vocab.XSDString {
			return d.reject(0, "want a list of language tags as text, got %s", t)
		}
		ranges[i] = t.Value
	}
	return constraint{
		message: message.LanguageIn(ranges),
		holds:   func(r *run, v rdf.ID) bool { return literal.MatchLanguage(r.term(v).Lang, ranges) },
	}, true
}

// compileUniqueLang is sh:uniqueLang ([SHACL 4.4.5]): a result for each language that has several values.
//
// [SHACL 4.4.5]: https://www.w3.org/TR/shacl/#UniqueLangConstraintComponent
func compileUniqueLang(d *declaration) (constraint, bool) {
	return constraint{
		message: message.UniqueLang(""),
		check: func(r *run, at place) {
			if len(at.values) < 2 {
				return
			}
			count := map[string]int{}
			for _, v := range at.values {
				lang := strings.ToLower(r.term(v).Lang)
				if lang == "" {
					continue
				}
				if count[lang]++; count[lang] == 2 {
					r.repeated(at, lang)
				}
			}
		},
	}, d.isTrue(d.shape, vocab.SHUniqueLang, d.args[0][0])
}
