package shacl_test

import (
	"errors"
	"reflect"
	"slices"
	"strings"
	"testing"
	"time"

	"github.com/hydrant-ld/hydrant/shacl"
	"github.com/hydrant-ld/hydrant/shacl/record"
	"github.com/hydrant-ld/hydrant/vocab"
	"github.com/hydrant-ld/hydrant/vocab/literal"
	"github.com/hydrant-ld/hydrant/vocab/rdf"
)

// field makes a struct type with one field beside an identifier, so that a row of the table is one line.
func field[T any](tag string, more ...reflect.StructField) reflect.Type {
	return reflect.StructOf(slices.Concat([]reflect.StructField{
		{Name: "ID", Type: reflect.TypeFor[string](), Tag: `json:"id" ld:"@id"`},
		{Name: "F", Type: reflect.TypeFor[T](), Tag: reflect.StructTag(`json:"f" ` + tag)},
	}, more))
}

// also is a further field G with the key g.
func also[T any](tag string) reflect.StructField {
	return reflect.StructField{Name: "G", Type: reflect.TypeFor[T](), Tag: reflect.StructTag(`json:"g" ld:"ex:g" ` + tag)}
}

// Ref refers to an event.
type Ref struct{ ID string }

func (Ref) ReferenceTo() any { return (*Event)(nil) }

type (
	unknownOnNode struct {
		_ struct{} `sh:"close"`
		F string   `json:"f" ld:"ex:f"`
	}
	propertyOnNode struct {
		_ struct{} `sh:"minCount=1"`
		F string   `json:"f" ld:"ex:f"`
	}
	patternOnNode struct {
		_ struct{} `pattern:"a"`
		F string   `json:"f" ld:"ex:f"`
	}
	labelOnNode struct {
		_ struct{} `label-nl:"x"`
		F string   `json:"f" ld:"ex:f"`
	}
	docOnNode struct {
		_ struct{} `doc-n:"x" doc-nl:" "`
		F string   `json:"f" ld:"ex:f"`
	}
	otherClass struct {
		_ struct{} `ld:"schema:Place"`
		F string   `json:"f" ld:"ex:f"`
	}
	blankPlace struct {
		Name string `json:"name" ld:"schema:name"`
	}
	misspeltInside struct {
		Name string `json:"name" ld:"schema:name" sh:"minCuont=1"`
	}
	embedsMisspelt struct {
		misspeltInside
		F string `json:"f" ld:"ex:f"`
	}
	taggedEmbedding struct {
		blankPlace `sh:"minCount=1"`
		F          string `json:"f" ld:"ex:f"`
	}
	badTokens string
	pointerly string
)

func (badTokens) Tokens() []record.Token {
	return []record.Token{{Name: "a", IRI: "http://example.org/a"}, {Name: "a", IRI: "http://example.org/b"}}
}

func (*pointerly) Tokens() []record.Token {
	return []record.Token{{Name: "a", IRI: "http://example.org/a"}}
}

func TestMistakesInTagsAreNamed(t *testing.T) {
	for _, row := range []struct {
		name string
		typ  reflect.Type
		// want are parts of the error's text.
		want []string
	}{
		// the notation
		{"an unknown constraint has a suggestion", field[string](`ld:"ex:f" sh:"minCuont=1"`), []string{"minCuont", `did you mean "minCount"`}},
		{"an unknown constraint has a list of what is allowed", field[string](`ld:"ex:f" sh:"colour=red"`), []string{`"colour"`, "allowed here are", "maxLength"}},
		{"names are case-sensitive", field[string](`ld:"ex:f" sh:"mincount=1"`), []string{`did you mean "minCount"`}},
		{"pattern is a tag of its own", field[string](`ld:"ex:f" sh:"pattern=^a$"`), []string{`tag of its own, pattern:"…"`}},
		{"message is a tag of its own", field[string](`ld:"ex:f" sh:"message=no"`), []string{`tag of its own, message:"…"`}},
		{"description is the doc tag", field[string](`ld:"ex:f" sh:"description=no"`), []string{`doc:"…"`}},
		{"required is minCount", field[string](`ld:"ex:f" sh:"required"`), []string{"write minCount=1"}},
		{"logical constraints take shapes", field[string](`ld:"ex:f" sh:"or=a|b"`), []string{"takes shapes"}},
		{"node follows from the type", field[string](`ld:"ex:f" sh:"node=ex:Shape"`), []string{"follows from the Go type"}},
		{"an item is not repeated", field[string](`ld:"ex:f" sh:"minCount=1;minCount=1"`), []string{"minCount stands twice"}},
		{"an empty tag is useless", field[string](`ld:"ex:f" sh:""`), []string{"the tag is empty"}},
		{"a semicolon at the end", field[string](`ld:"ex:f" sh:"minCount=1;"`), []string{"item 2", "semicolon"}},
		{"a semicolon at the beginning", field[string](`ld:"ex:f" sh:";minCount=1"`), []string{"item 1", "semicolon"}},
		{"a space after a semicolon", field[string](`ld:"ex:f" sh:"minCount=1; maxLength=3"`), []string{"item 2", "without spaces"}},
		{"a comma instead of a semicolon", field[string](`ld:"ex:f" sh:"minCount=1,maxLength=3"`), []string{`"1,maxLength=3" is not a whole number`}},
		{"an unknown escape", field[string](`ld:"ex:f" sh:"in=a\\nb"`), []string{"a backslash stands before"}},
		{"a value is missing after =", field[string](`ld:"ex:f" sh:"minCount="`), []string{"value is missing"}},
		{"an empty value in a list", field[string](`ld:"ex:f" sh:"in=a||b"`), []string{"value is missing"}},
		{"a value is missing", field[string](`ld:"ex:f" sh:"minCount"`), []string{"minCount needs a value, such as minCount=1"}},
		{"a flag takes no value", field[literal.LangString](`ld:"ex:f" sh:"uniqueLang=true"`), []string{"uniqueLang takes no value"}},
		{"one value is not two", field[string](`ld:"ex:f" sh:"maxLength=1|2"`), []string{"takes one value"}},
		{"a tag without quotes", field[string](`ld:"ex:f" sh:minCount=1`), []string{"not of the form key:\"value\""}},
		{"a tag without a closing quote", field[string](`ld:"ex:f" sh:"minCount=1`), []string{"no closing quote"}},
		{"a key that stands twice", field[string](`ld:"ex:f" sh:"minCount=1" sh:"maxLength=2"`), []string{`key "sh" stands twice`}},

		// the keys
		{"a key with a letter too many", field[string](`ld:"ex:f" ssh:"minCount=1"`), []string{"ssh", `did you mean "sh"`}},
		{"a key with a letter too few", field[string](`ld:"ex:f" patern:"a"`), []string{`did you mean "pattern"`}},
		{"a key of the upper rooms", field[string](`ld:"ex:f" filtr:"exact"`), []string{`did you mean "filter"`}},
		{"a key in upper case", field[string](`ld:"ex:f" SH:"minCount=1"`), []string{`did you mean "sh"`}},
		{"the long form of a key", field[string](`ld:"ex:f" shacl:"minCount=1"`), []string{`did you mean "sh"`}},
		{"a constraint as a key", field[string](`ld:"ex:f" minCount:"1"`), []string{"is an item of the sh tag", "minCount=1"}},
		{"no ld tag", field[string](``), []string{`key "f" means nothing in a graph`, `json:"-"`}},
		{"an unknown prefix", field[string](`ld:"shema:name"`), []string{`unknown prefix "shema"`, `did you mean "schema"`}},
		{"no prefix", field[string](`ld:"name"`), []string{"neither a CURIE"}},
		{"a bad IRI", field[string](`ld:"http://example.org/a b"`), []string{"ld", "IRI"}},
		{"two fields with one predicate", field[string](`ld:"ex:g"`, also[string](``)), []string{"F has the same predicate"}},
		{"the identifier's predicate", field[string](`ld:"dct:identifier"`), []string{"ID has the same predicate"}},
		{"an empty doc", field[string](`ld:"ex:f" doc:" "`), []string{"the text is empty"}},
		{"a doc in no language", field[string](`ld:"ex:f" doc-n:"x"`), []string{"the key ends in a language"}},
		{"two docs in one language", field[string](`ld:"ex:f" doc:"x" doc-en:"y"`), []string{"there is a text in en already"}},
		{"an empty label", field[string](`ld:"ex:f" label-nl:" "`), []string{"the text is empty"}},
		{"two labels in one language", field[string](`ld:"ex:f" label:"x" label-en:"y"`), []string{"there is a text in en already"}},
		{"a label as a constraint", field[string](`ld:"ex:f" sh:"label=x"`), []string{"it is a tag of its own, label"}},
		{"an empty pattern", field[string](`ld:"ex:f" pattern:""`), []string{"the pattern is empty"}},

		// the blank field
		{"an unknown constraint on the node", reflect.TypeFor[unknownOnNode](), []string{"_", `did you mean "closed"`}},
		{"a property's constraint on the node", reflect.TypeFor[propertyOnNode](), []string{"minCount stands on a property"}},
		{"a pattern on the node", reflect.TypeFor[patternOnNode](), []string{"stands on a property"}},
		{"a label on the node", reflect.TypeFor[labelOnNode](), []string{"_", `label-nl:"x"`, "stands on a property"}},
		{"a doc of the node in no language", reflect.TypeFor[docOnNode](), []string{"_", "the key ends in a language", "the text is empty"}},
		{"a node's constraint on a property", field[string](`ld:"ex:f" sh:"closed"`), []string{"concerns the whole node", `_ struct{}`}},
		{"two classes", reflect.TypeFor[otherClass](), []string{"the class is declared as https://schema.org/Event elsewhere"}},
		{"a mistake in an embedded struct", reflect.TypeFor[embedsMisspelt](), []string{"minCuont"}},
		{"tags on an embedded struct", reflect.TypeFor[taggedEmbedding](), []string{"blankPlace", "embedded struct", "sh"}},

		// numbers
		{"not a number", field[string](`ld:"ex:f" sh:"minCount=one"`), []string{`"one" is not a whole number`}},
		{"a negative number", field[string](`ld:"ex:f" sh:"minLength=-1"`), []string{`"-1" is not a whole number`}},
		{"a fraction", field[string](`ld:"ex:f" sh:"maxLength=1.5"`), []string{`"1.5" is not a whole number`}},
		{"too great a number", field[string](`ld:"ex:f" sh:"maxLength=99999999999"`), []string{"not a whole number"}},
		{"maxCount 0", field[string](`ld:"ex:f" sh:"maxCount=0"`), []string{"at least 1"}},
		{"maxLength 0", field[string](`ld:"ex:f" sh:"maxLength=0"`), []string{"at least 1"}},

		// contradictions
		{"minCount above maxCount", field[[]string](`ld:"ex:f" sh:"minCount=3;maxCount=2"`), []string{"minCount 3 is more than maxCount 2"}},
		{"minCount 2 on a scalar", field[string](`ld:"ex:f" sh:"minCount=2"`), []string{"one value at most", "slice"}},
		{"maxCount 2 on a scalar", field[*int](`ld:"ex:f" sh:"maxCount=2"`), []string{"one value at most", "slice"}},
		{"minCount above the values of in", field[[]string](`ld:"ex:f" sh:"minCount=3;in=a|b"`), []string{"more than the 2 values of in"}},
		{"minCount above the booleans", field[[]bool](`ld:"ex:f" sh:"minCount=3"`), []string{"two boolean values"}},
		{"minLength above maxLength", field[string](`ld:"ex:f" sh:"minLength=3;maxLength=2"`), []string{"minLength 3 is more than maxLength 2"}},
		{"a lower bound above the upper", field[int](`ld:"ex:f" sh:"minInclusive=3;maxInclusive=2"`), []string{"no value lies between"}},
		{"an open interval of one value", field[int](`ld:"ex:f" sh:"minInclusive=3;maxExclusive=3"`), []string{"no value lies between"}},
		{"a negative upper bound on an unsigned number", field[uint](`ld:"ex:f" sh:"maxInclusive=-1"`), []string{`"-1" is no finite value of the Go type uint`}},
		{"two lower bounds", field[int](`ld:"ex:f" sh:"minInclusive=3;minExclusive=2"`), []string{"one lower bound"}},
		{"two upper bounds", field[int](`ld:"ex:f" sh:"maxInclusive=3;maxExclusive=2"`), []string{"one upper bound"}},
		{"bounds on a string", field[string](`ld:"ex:f" sh:"minInclusive=3"`), []string{"string has no order"}},
		{"bounds on a boolean", field[bool](`ld:"ex:f" sh:"minInclusive=true"`), []string{"boolean has no order"}},
		{"bounds on an IRI", field[string](`ld:"ex:f" sh:"nodeKind=IRI;minInclusive=ex:a"`), []string{"has no order"}},
		{"a bound outside the Go type", field[int8](`ld:"ex:f" sh:"maxInclusive=300"`), []string{`"300" is no finite value of the Go type int8`}},
		{"a bound outside the datatype", field[int](`ld:"ex:f" sh:"datatype=xsd:byte;maxInclusive=300"`), []string{"300", "127 or less"}},
		{"a bound that is no number", field[int](`ld:"ex:f" sh:"maxInclusive=many"`), []string{"maxInclusive", "digits"}},
		{"a bound that is no date", field[literal.Date](`ld:"ex:f" sh:"minInclusive=2026-02-30"`), []string{"month 02 of 2026 has 28 days"}},
		{"an infinite bound", field[float64](`ld:"ex:f" sh:"maxInclusive=INF"`), []string{"no finite value"}},
		{"length on a number", field[int](`ld:"ex:f" sh:"maxLength=3"`), []string{"integer has no length"}},
		{"length on a date", field[literal.Date](`ld:"ex:f" sh:"minLength=3"`), []string{"date has no length"}},
		{"length on a nested node", field[blankPlace](`ld:"ex:f" sh:"maxLength=3"`), []string{"nested node has no length"}},
		{"pattern on a number", field[int](`ld:"ex:f" pattern:"^1$"`), []string{"integer has no pattern"}},
		{"pattern on a date", field[time.Time](`ld:"ex:f" pattern:"^1$"`), []string{"dateTime has no pattern"}},
		{"pattern on an enumeration", field[Mode](`ld:"ex:f" pattern:"^o"`), []string{"enumeration has no pattern"}},
		{"pattern on a number in a string", field[string](`ld:"ex:f" pattern:"^1$" sh:"datatype=xsd:decimal"`), []string{"string of datatype xsd:decimal has no pattern"}},
		{"flags without pattern", field[string](`ld:"ex:f" sh:"flags=i"`), []string{"flags belong to a pattern"}},
		{"unknown flags", field[string](`ld:"ex:f" pattern:"a" sh:"flags=x"`), []string{"there is no flag 'x'"}},
		{"look-ahead", field[string](`ld:"ex:f" pattern:"(?=a)"`), []string{"pattern", "no look-around"}},
		{"subtraction of classes", field[string](`ld:"ex:f" pattern:"[a-z-[aeiou]]"`), []string{"no subtraction of classes"}},
		{"languageIn on a string", field[string](`ld:"ex:f" sh:"languageIn=en"`), []string{"string has no language"}},
		{"uniqueLang on a number", field[int](`ld:"ex:f" sh:"uniqueLang"`), []string{"integer has no language"}},
		{"a bad language", field[literal.LangString](`ld:"ex:f" sh:"languageIn=e"`), []string{"languageIn"}},
		{"a language twice", field[literal.LangString](`ld:"ex:f" sh:"languageIn=en|EN"`), []string{"EN stands twice"}},

		// datatypes and kinds
		{"a datatype that XML Schema has not", field[string](`ld:"ex:f" sh:"datatype=xsd:gYaerMonth"`), []string{`did you mean "gYearMonth"`}},
		{"a datatype that the Go type has not", field[int](`ld:"ex:f" sh:"datatype=xsd:date"`), []string{"an integer can't be xsd:date", "xsd:short"}},
		{"a decimal in a float", field[float64](`ld:"ex:f" sh:"datatype=xsd:decimal"`), []string{"literal.Decimal"}},
		{"another datatype for a date", field[literal.Date](`ld:"ex:f" sh:"datatype=xsd:dateTime"`), []string{"can't be xsd:dateTime"}},
		{"a negative datatype for an unsigned number", field[uint](`ld:"ex:f" sh:"datatype=xsd:negativeInteger"`), []string{"can't be xsd:negativeInteger"}},
		{"language strings have a type", field[string](`ld:"ex:f" sh:"datatype=rdf:langString"`), []string{"literal.LangString"}},
		{"a datatype on a nested node", field[blankPlace](`ld:"ex:f" sh:"datatype=xsd:string"`), []string{"nodes, which have no datatype"}},
		{"a datatype on an enumeration", field[Mode](`ld:"ex:f" sh:"datatype=xsd:string"`), []string{"which have no datatype"}},
		{"a datatype and an IRI", field[string](`ld:"ex:f" sh:"datatype=xsd:token;nodeKind=IRI"`), []string{"an IRI has no datatype"}},
		{"an unknown node kind", field[string](`ld:"ex:f" sh:"nodeKind=URI"`), []string{`"URI" is not one of IRI`}},
		{"a blank string", field[string](`ld:"ex:f" sh:"nodeKind=BlankNode"`), []string{"Literal or IRI"}},
		{"an IRI in a number", field[int](`ld:"ex:f" sh:"nodeKind=IRI"`), []string{"integer are literals"}},
		{"a literal nested node", field[blankPlace](`ld:"ex:f" sh:"nodeKind=Literal"`), []string{"the values are nodes"}},
		{"an IRI for a node without identifier", field[blankPlace](`ld:"ex:f" sh:"nodeKind=IRI"`), []string{"has no identifier"}},
		{"a class of literals", field[string](`ld:"ex:f" sh:"class=schema:Place"`), []string{"literals, which have no class"}},
		{"another class for a node", field[Place](`ld:"ex:f" sh:"class=schema:Event"`), []string{"declares its class itself"}},
		{"an unknown severity", field[string](`ld:"ex:f" sh:"severity=warning"`), []string{`did you mean "Warning"`}},
		{"bytes", field[[]byte](`ld:"ex:f"`), []string{"bytes have no place in a graph"}},
		{"a map", field[map[string]string](`ld:"ex:f"`), []string{"LangString"}},
		{"an enumeration with a token twice", field[badTokens](`ld:"ex:f"`), []string{"listed twice"}},
		{"an enumeration on a pointer", field[pointerly](`ld:"ex:f"`), []string{"pointer receiver"}},

		// listed values
		{"in outside the datatype", field[int](`ld:"ex:f" sh:"in=1|two"`), []string{"in:", `"two"`}},
		{"in outside the bounds", field[int](`ld:"ex:f" sh:"in=1|20;maxInclusive=10"`), []string{`"20" is outside maxInclusive 10`}},
		{"in outside the pattern", field[string](`ld:"ex:f" pattern:"^a" sh:"in=ab|ba"`), []string{`"ba" does not match the pattern`}},
		{"in beyond the length", field[string](`ld:"ex:f" sh:"in=ab|abc;maxLength=2"`), []string{`"abc" is longer than maxLength 2`}},
		{"a value twice", field[int](`ld:"ex:f" sh:"in=1|01"`), []string{`"1" stands twice`}},
		{"a token that is none", field[Mode](`ld:"ex:f" sh:"in=onlin"`), []string{`did you mean "online"`}},
		{"a text without language", field[literal.LangString](`ld:"ex:f" sh:"in=yes"`), []string{"has no language: write yes@en"}},
		{"hasValue that is not in", field[[]string](`ld:"ex:f" sh:"in=a|b;hasValue=c"`), []string{`"c" is not among the values of in`}},
		{"more hasValue than maxCount", field[string](`ld:"ex:f" sh:"hasValue=a|b"`), []string{"2 values must be present, but maxCount is 1"}},
		{"a default that is not in", field[string](`ld:"ex:f" sh:"in=a|b;defaultValue=c"`), []string{`"c" is not among`}},
		{"values of a nested node", field[blankPlace](`ld:"ex:f" sh:"in=ex:a"`), []string{"can't be listed"}},
		{"a listed IRI that is none", field[string](`ld:"ex:f" sh:"nodeKind=IRI;in=nope"`), []string{"neither a CURIE"}},

		// other properties
		{"an unknown field", field[int](`ld:"ex:f" sh:"lessThan=gg"`, also[int](``)), []string{`no property "gg"`, `did you mean "g"`}},
		{"the field itself", field[int](`ld:"ex:f" sh:"lessThan=f"`), []string{"its own property"}},
		{"incomparable fields", field[int](`ld:"ex:f" sh:"lessThan=g"`, also[literal.Date](``)), []string{"xsd:integer", "xsd:date", "can't be compared"}},
		{"booleans have no order", field[bool](`ld:"ex:f" sh:"lessThan=g"`, also[bool](``)), []string{"can't be compared"}},
		{"two slices have no order", field[[]int](`ld:"ex:f" sh:"lessThan=g"`, also[[]int](``)), []string{"both have many values"}},
		{"equal fields of two datatypes", field[string](`ld:"ex:f" sh:"equals=g"`, also[int](``)), []string{"can't be compared"}},
		{"equals and disjoint", field[string](`ld:"ex:f" sh:"equals=g;disjoint=g"`, also[string](``)), []string{"equals and disjoint"}},
		{"equals and lessThan", field[int](`ld:"ex:f" sh:"equals=g;lessThan=g"`, also[int](``)), []string{"lessThan and equals"}},
		{"lessThan twice", field[int](`ld:"ex:f" sh:"lessThan=g;lessThanOrEquals=g"`, also[int](``)), []string{"declare one of them"}},
		{"a circle", field[int](`ld:"ex:f" sh:"lessThan=g"`, also[int](`sh:"lessThan=f"`)), []string{"no values could satisfy both"}},
	} {
		t.Run(row.name, func(t *testing.T) {
			schema, err := shacl.Compile(row.typ, vocab.SchemaEvent, prefixes(t))
			if err == nil || schema != nil {
				t.Fatalf("the type compiles: %v", schema)
			}
			for _, part := range row.want {
				if !strings.Contains(err.Error(), part) {
					t.Errorf("the error does not say %q:\n%v", part, err)
				}
			}
		})
	}
}

type left struct {
	ID   string `json:"id" ld:"@id"`
	Out  string `json:"-" sh:"minCount=1"`
	Deep inner  `json:"deep" ld:"ex:deep"`
	Bad  string `json:"bad" ld:"ex:bad" sh:"maxLenght=3"`
}

type inner struct {
	Name string `json:"name" ld:"ex:name" pattern:"(?i)a"`
	No   string
}

func TestAllMistakesOfAllTypesAreJoined(t *testing.T) {
	_, err := shacl.Compile(reflect.TypeFor[left](), vocab.SchemaEvent, prefixes(t))
	if err == nil {
		t.Fatal("the type compiles")
	}
	for _, part := range []string{
		"shacl_test.left.Out: json:\"-\": leaves the field out",
		`shacl_test.left.Bad: sh:"maxLenght=3": there is no constraint "maxLenght": did you mean "maxLength"?`,
		`shacl_test.inner.Name: pattern:"(?i)a": `,
		"shacl_test.inner.No: has no json key: write `json:\"no\"`",
	} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not say %q:\n%v", part, err)
		}
	}
	var tagError *shacl.TagError
	if !errors.As(err, &tagError) || tagError.Type.Kind() != reflect.Struct || tagError.Field == "" || errors.Unwrap(tagError) == nil {
		t.Errorf("a TagError names type, field and reason: %+v", tagError)
	}
	if _, ok := errors.AsType[*record.FieldError](err); !ok {
		t.Errorf("fields that can't be properties are a FieldError: %v", err)
	}
}

func TestForeignKeysPass(t *testing.T) {
	typ := field[string](`ld:"ex:f" db:"f" yaml:"f" xml:"f" gorm:"f" validate:"required" bson:"f" toml:"f" form:"f" ` +
		`filter:"exact" sort:"true" access:"read" default:"x" minLength:"2" example:"y" mapstructure:"f" protobuf:"f"`)
	if _, err := shacl.Compile(typ, vocab.SchemaEvent, prefixes(t)); err != nil {
		t.Error(err)
	}
}

func TestATypeNeedsAClassAndAStruct(t *testing.T) {
	if _, err := shacl.Compile(reflect.TypeFor[blankPlace](), "", nil); err == nil || !strings.Contains(err.Error(), "the type has no class") {
		t.Errorf("no class: %v", err)
	}
	if _, err := shacl.Compile(reflect.TypeFor[blankPlace](), "no IRI", nil); err == nil || !strings.Contains(err.Error(), "the class") {
		t.Errorf("a bad class: %v", err)
	}
	if _, err := shacl.Compile(reflect.TypeFor[string](), vocab.SchemaEvent, nil); err == nil || !strings.Contains(err.Error(), "declared as a struct") {
		t.Errorf("no struct: %v", err)
	}
	if _, err := shacl.Compile(nil, vocab.SchemaEvent, nil); err == nil {
		t.Error("no type compiles")
	}
	if s, err := shacl.Compile(reflect.TypeFor[Place](), "", nil); err != nil || s.Class() != vocab.SchemaPlace {
		t.Errorf("a type names its class: %v", err)
	}
}

// edited says in code what tags can't say.
type edited struct {
	_    struct{} `ld:"schema:Event"`
	Code string   `json:"code" ld:"ex:code"`
}

func (*edited) EditShape(s *shacl.NodeShape) {
	s.Closed = true
	p := s.Property("code")
	p.MinCount, p.Pattern = 1, "^[A-Z]+$"
	p.In = []rdf.Term{rdf.NewString("ABC")}
}

type contradictory struct {
	_    struct{}   `ld:"schema:Event"`
	Code string     `json:"code" ld:"ex:code" sh:"maxLength=3"`
	Deep blankPlace `json:"deep" ld:"ex:deep"`
}

func (*contradictory) EditShape(s *shacl.NodeShape) {
	s.TargetClass = vocab.SchemaPlace
	s.Severity = "ex:Bad"
	p := s.Property("code")
	p.MinLength, p.Key = 4, "other"
	s.Property("deep").Node = &shacl.NodeShape{}
	s.Properties = s.Properties[:1]
}

func TestATypeEditsItsShape(t *testing.T) {
	s := compiled[edited](t, "")
	if p := s.Property("code").Shape; p.MinCount != 1 || !s.Shape().Closed {
		t.Errorf("the edit is lost: %+v", p)
	}
	if report, err := s.Validate(&edited{Code: "abc"}); err != nil || len(report.Results()) != 2 {
		t.Errorf("pattern and in are validated: %v %v", report.Text(), err)
	}
}

func TestContradictionsOfTheMethodAreNamed(t *testing.T) {
	_, err := shacl.Compile(reflect.TypeFor[contradictory](), "", prefixes(t))
	if err == nil {
		t.Fatal("the type compiles")
	}
	for _, part := range []string{
		"minLength 4 is more than maxLength 3", "not add, remove or move one", `can't become "other" here`,
		"has its own EditShape", "the class is given to Compile", `severity "ex:Bad"`,
	} {
		if !strings.Contains(err.Error(), part) {
			t.Errorf("the error does not say %q:\n%v", part, err)
		}
	}
}
