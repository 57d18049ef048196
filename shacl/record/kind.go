package record

// Kind is the kind of one value of a property, as it lies in memory.
type Kind uint8

// The kinds of values.
const (
	// KindString is a string or a named string type: the lexical form of a literal, or an IRI.
	KindString Kind = iota + 1
	// KindBool is a bool.
	KindBool
	// KindInt is a signed integer of any size.
	KindInt
	// KindUint is an unsigned integer of any size.
	KindUint
	// KindFloat is a float32 or float64.
	KindFloat
	// KindDate is a literal.Date.
	KindDate
	// KindDateTime is a literal.DateTime or a time.Time.
	KindDateTime
	// KindTime is a literal.Time.
	KindTime
	// KindGYear is a literal.GYear.
	KindGYear
	// KindDecimal is a literal.Decimal.
	KindDecimal
	// KindLangString is a literal.LangString: one value for each language.
	KindLangString
	// KindToken is a string type that lists its tokens: see [Enumeration].
	KindToken
	// KindRef is a reference to a resource of another class: see [Reference].
	KindRef
	// KindNode is a nested struct: a node with properties of its own.
	KindNode
)

// String is the name of the kind as error messages use it.
func (k Kind) String() string {
	switch k {
	case KindString:
		return "string"
	case KindBool:
		return "boolean"
	case KindInt, KindUint:
		return "integer"
	case KindFloat:
		return "float"
	case KindDate:
		return "date"
	case KindDateTime:
		return "dateTime"
	case KindTime:
		return "time"
	case KindGYear:
		return "gYear"
	case KindDecimal:
		return "decimal"
	case KindLangString:
		return "language string"
	case KindToken:
		return "enumeration"
	case KindRef:
		return "reference"
	case KindNode:
		return "nested node"
	}
	return "unknown"
}
