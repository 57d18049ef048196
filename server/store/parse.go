package store

import (
	"errors"
	"math"
	"strconv"
	"strings"
	"unicode/utf8"

	"github.com/hydrant-ld/hydrant/hydra"
	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// ValueCode says which rule a text breaks, in the words of the error model (invalidParams[].code).
type ValueCode string

// The codes of a [*ValueError].
const (
	// CodeInteger: not a whole number.
	CodeInteger ValueCode = "integer"
	// CodeNumber: not a number.
	CodeNumber ValueCode = "number"
	// CodeBoolean: not true or false.
	CodeBoolean ValueCode = "boolean"
	// CodeDate: not a date.
	CodeDate ValueCode = "date"
	// CodeDatatype: not a value of another datatype, which is the error's limit.
	CodeDatatype ValueCode = "datatype"
	// CodeEnum: not one of the values there are.
	CodeEnum ValueCode = "enum"
	// CodeMinLength: empty.
	CodeMinLength ValueCode = "minLength"
	// CodeMaxLength: longer than any value of the property can be.
	CodeMaxLength ValueCode = "maxLength"
	// CodeMinimum: less than any value of the property can be.
	CodeMinimum ValueCode = "minimum"
	// CodeMaximum: greater than any value of the property can be.
	CodeMaximum ValueCode = "maximum"
)

// ValueError says why a text is no value to compare a property with.
type ValueError struct {
	// Code is the rule that is broken.
	Code ValueCode
	// Limit is the parameter of the rule, for a message in the reader's language: the bound, the greatest length in
	// characters, the values there are (separated by ", "), or the datatype as a CURIE. It is empty when the code says
	// it all.
	Limit string
	// Detail says in English what is wrong and what would be right, without repeating the text.
	Detail string
}

// Error returns the detail.
func (e *ValueError) Error() string { return e.Detail }

// ParseValue reads a text of a query, already decoded, as a value to compare a property with: of the property's kind and
// datatype, one of its enumeration (a token's name or IRI), no longer than its values may be and within their bounds.
// Every error is a [*ValueError].
//
// It is meant for the comparisons by value. A pattern for [Matches] is no value of the property: make it with [Text].
func ParseValue(p *hydra.Property, text string) (Value, error) {
	leaf := p.Leaf()
	v, err := parseKind(leaf, text)
	if err != nil {
		return Value{}, err
	}
	if leaf.Shape != nil {
		if err := checkShape(leaf, v); err != nil {
			return Value{}, err
		}
	}
	return v, nil
}

// parseKind reads a text as a value of the field's kind.
func parseKind(p *shacl.Property, text string) (Value, error) {
	switch p.Field.Kind {
	case record.KindToken:
		return parseToken(p.Field.Tokens, text)
	case record.KindString, record.KindLangString, record.KindRef:
		if text == "" {
			return Value{}, &ValueError{Code: CodeMinLength, Limit: "1", Detail: "the value is empty, want at least one character"}
		}
		if p.Field.Kind == record.KindString && p.Shape != nil && (p.Shape.NodeKind == vocab.SHIRI || p.Shape.Datatype == vocab.XSDAnyURI) {
			if err := vocab.CheckURI(text); err != nil {
				return Value{}, &ValueError{Code: CodeDatatype, Limit: "xsd:anyURI", Detail: "want an absolute URI such as https://example.org/: " + reasonOf(err)}
			}
		}
		if p.Field.Kind == record.KindString && p.Shape != nil && p.Shape.Datatype != "" {
			if err := literal.CheckLexical(p.Shape.Datatype, text); err != nil {
				return Value{}, lexicalError(p.Shape.Datatype, err)
			}
		}
		return Text(text), nil
	case record.KindBool:
		if err := literal.CheckLexical(vocab.XSDBoolean, text); err != nil {
			return Value{}, lexicalError(vocab.XSDBoolean, err)
		}
		return Bool(text == "true" || text == "1"), nil
	case record.KindInt:
		n, err := strconv.ParseInt(text, 10, 64)
		if err != nil {
			return Value{}, integerError(err)
		}
		return Int(n), nil
	case record.KindUint:
		if digits, negative := strings.CutPrefix(text, "-"); negative && literal.CheckLexical(vocab.XSDNonNegativeInteger, digits) == nil {
			return Value{}, &ValueError{Code: CodeMinimum, Limit: "0", Detail: "a number of this property is not negative, want at least 0"}
		}
		n, err := strconv.ParseUint(strings.TrimPrefix(text, "+"), 10, 64)
		if err != nil {
			return Value{}, integerError(err)
		}
		return Uint(n), nil
	case record.KindFloat:
		return parseFloat(text)
	case record.KindDecimal:
		d, err := literal.ParseDecimal(text)
		return parsed(vocab.XSDDecimal, err, Decimal(d))
	case record.KindDate:
		d, err := literal.ParseDate(text)
		return parsed(vocab.XSDDate, err, Date(d))
	case record.KindDateTime:
		d, err := literal.ParseDateTime(text)
		return parsed(vocab.XSDDateTime, err, DateTime(d.Time()))
	case record.KindTime:
		t, err := literal.ParseTime(text)
		return parsed(vocab.XSDTime, err, Time(t))
	case record.KindGYear:
		y, err := literal.ParseGYear(text)
		return parsed(vocab.XSDGYear, err, GYear(y))
	default:
		return Value{}, &ValueError{Code: CodeDatatype, Detail: "a nested node can't be compared: use one of its properties"}
	}
}

func parsed(datatype vocab.IRI, err error, v Value) (Value, error) {
	if err != nil {
		return Value{}, lexicalError(datatype, err)
	}
	return v, nil
}

func parseToken(tokens []record.Token, text string) (Value, error) {
	for i := range tokens {
		if tokens[i].Name == text || string(tokens[i].IRI) == text {
			return Text(tokens[i].Name), nil
		}
	}
	names := make([]string, len(tokens))
	for i := range tokens {
		names[i] = tokens[i].Name
	}
	return Value{}, enumError(names)
}

func parseFloat(text string) (Value, error) {
	if err := literal.CheckLexical(vocab.XSDDouble, text); err != nil {
		return Value{}, lexicalError(vocab.XSDDouble, err)
	}
	switch text {
	case "INF", "+INF":
		return Float(math.Inf(1)), nil
	case "-INF":
		return Float(math.Inf(-1)), nil
	}
	f, err := strconv.ParseFloat(text, 64)
	if err != nil && !errors.Is(err, strconv.ErrRange) { // out of range rounds to infinity, as XML Schema has it
		return Value{}, &ValueError{Code: CodeNumber, Detail: "want a number such as 1.5"}
	}
	return Float(f), nil
}

// reasonOf is what a check of a URI found, without the URI.
func reasonOf(err error) string {
	if mistake, ok := errors.AsType[*vocab.URIError](err); ok {
		return mistake.Reason
	}
	return err.Error()
}

func integerError(err error) error {
	if errors.Is(err, strconv.ErrRange) {
		return &ValueError{Code: CodeInteger, Detail: "the number does not fit into 64 bits"}
	}
	return &ValueError{Code: CodeInteger, Detail: "want a whole number such as 42"}
}

func enumError(names []string) error {
	list := strings.Join(names, ", ")
	return &ValueError{Code: CodeEnum, Limit: list, Detail: "want one of " + list}
}

// lexicalError words an error of package literal.
func lexicalError(datatype vocab.IRI, err error) error {
	e := &ValueError{Code: CodeDatatype, Detail: err.Error()}
	if lexical, ok := errors.AsType[*literal.LexicalError](err); ok {
		e.Detail = lexical.Reason
	}
	name, ok := strings.CutPrefix(string(datatype), vocab.NSXSD)
	switch {
	case datatype == vocab.XSDDate:
		e.Code = CodeDate
	case datatype == vocab.XSDBoolean:
		e.Code = CodeBoolean
	case datatype == vocab.XSDDecimal || datatype == vocab.XSDDouble || datatype == vocab.XSDFloat:
		e.Code = CodeNumber
	case datatype == vocab.XSDInteger:
		e.Code = CodeInteger
	case ok:
		e.Limit = "xsd:" + name
	default:
		e.Limit = string(datatype)
	}
	return e
}

// checkShape checks a value against the constraints of its property that no value can break: its greatest length, its
// bounds, its list of values. A bound that is excluded passes, since "greater than zero" is a fair question about
// numbers above zero.
func checkShape(p *shacl.Property, v Value) error {
	s := p.Shape
	if v.kind == record.KindString && s.MaxLength > 0 && utf8.RuneCountInString(v.text) > s.MaxLength {
		limit := strconv.Itoa(s.MaxLength)
		return &ValueError{Code: CodeMaxLength, Limit: limit, Detail: "the value is too long, want at most " + limit + " characters"}
	}
	for _, bound := range [...]*rdf.Term{s.MinInclusive, s.MinExclusive} {
		if least, ok := boundOf(p, bound); ok && Compare(v, least) < 0 {
			return &ValueError{Code: CodeMinimum, Limit: least.String(), Detail: "the value is too small, want at least " + least.String()}
		}
	}
	for _, bound := range [...]*rdf.Term{s.MaxInclusive, s.MaxExclusive} {
		if greatest, ok := boundOf(p, bound); ok && Compare(v, greatest) > 0 {
			return &ValueError{Code: CodeMaximum, Limit: greatest.String(), Detail: "the value is too large, want at most " + greatest.String()}
		}
	}
	if len(s.In) == 0 || p.Field.Kind == record.KindToken {
		return nil // a token was looked up already
	}
	names := make([]string, 0, len(s.In))
	for i := range s.In {
		allowed, ok := boundOf(p, &s.In[i])
		if ok && Compare(v, allowed) == 0 {
			return nil
		}
		names = append(names, allowed.String())
	}
	return enumError(names)
}

// boundOf reads a literal of a shape as a value of its property.
func boundOf(p *shacl.Property, term *rdf.Term) (Value, bool) {
	if term == nil {
		return Value{}, false
	}
	v, err := parseKind(p, term.Value)
	return v, err == nil
}
