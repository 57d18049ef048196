package shacl

import (
	"slices"
	"strings"

	"github.com/hydrant-ld/hydrant/shacl/message"
	"github.com/hydrant-ld/hydrant/shacl/pattern"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
)

// textual says that length and pattern make sense for the values.
func (k *checker) textual() bool {
	switch k.f.Kind {
	case record.KindLangString:
		return true
	case record.KindString:
		return k.p.NodeKind == vocab.SHIRI || familyOf(k.p.Datatype) == familyText
	default:
		return false
	}
}

// kind names the values for error messages.
func (k *checker) kind() string {
	if k.f.Kind == record.KindString && k.p.Datatype != "" && k.p.Datatype != vocab.XSDString {
		return "string of datatype " + message.Name(k.p.Datatype)
	}
	return k.f.Kind.String()
}

// checkText checks length, pattern and flags.
func (k *checker) checkText() {
	p := k.p
	if !k.textual() {
		if p.MinLength != 0 || p.MaxLength != 0 {
			k.fail("sh", "minLength and maxLength: %s has no length: bound it with minInclusive and maxInclusive, or use a string", an(k.kind()))
		}
		if p.Pattern != "" {
			k.fail("pattern", "%s has no pattern: use a string", an(k.kind()))
		}
		if p.Flags != "" {
			k.fail("sh", "flags: %s has no pattern", an(k.kind()))
		}
		return
	}
	switch {
	case p.MinLength < 0 || p.MaxLength < 0:
		k.fail("sh", "a length is not negative")
	case p.MaxLength > 0 && p.MinLength > p.MaxLength:
		k.fail("sh", "minLength %d is more than maxLength %d: no value could satisfy both", p.MinLength, p.MaxLength)
	}
	if p.Pattern == "" {
		if p.Flags != "" {
			k.fail("sh", "flags belong to a pattern: add pattern:\"…\" or remove them")
		}
		return
	}
	if err := pattern.CheckFlags(p.Flags); err != nil {
		k.fail("sh", "flags: %w", err)
		return
	}
	expression, err := pattern.Compile(p.Pattern, p.Flags)
	if err != nil {
		k.fail("pattern", "%w", err)
		return
	}
	k.expression = expression
}

// checkLanguages checks languageIn and uniqueLang.
func (k *checker) checkLanguages() {
	p := k.p
	if k.f.Kind != record.KindLangString {
		if p.LanguageIn != nil {
			k.fail("sh", "languageIn: %s has no language: use literal.LangString", an(k.kind()))
		}
		if p.UniqueLang {
			k.fail("sh", "uniqueLang: %s has no language: use literal.LangString", an(k.kind()))
		}
		return
	}
	for i, lang := range p.LanguageIn {
		if err := literal.CheckLanguageTag(lang); err != nil {
			k.fail("sh", "languageIn: %w", err)
		}
		if slices.ContainsFunc(p.LanguageIn[:i], func(other string) bool { return strings.EqualFold(other, lang) }) {
			k.fail("sh", "languageIn: %s stands twice", lang)
		}
	}
}
