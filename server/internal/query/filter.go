package query

import (
	"strconv"
	"strings"
)

// MaxItems is how many alternatives one list may have.
const MaxItems = 100

// An Operator says how a filter compares a property with its values.
type Operator uint8

// The operators, each with the prefix it is written with.
const (
	Equal          Operator = iota // "eq:", and no prefix
	NotEqual                       // "ne:"
	Greater                        // "gt:"
	GreaterOrEqual                 // "gte:"
	Less                           // "lt:"
	LessOrEqual                    // "lte:"
)

// String returns the operator as it is written, without the colon.
func (o Operator) String() string {
	switch o {
	case Equal:
		return "eq"
	case NotEqual:
		return "ne"
	case Greater:
		return "gt"
	case GreaterOrEqual:
		return "gte"
	case Less:
		return "lt"
	case LessOrEqual:
		return "lte"
	}
	return "Operator(" + strconv.Itoa(int(o)) + ")"
}

// TakesList reports whether the operator compares with several values: any of them for Equal, none of them for NotEqual.
func (o Operator) TakesList() bool { return o == Equal || o == NotEqual }

// A Filter is the value of a filter parameter, read.
type Filter struct {
	Operator Operator
	Values   []string // decoded; at least one, and only one unless the operator takes a list
}

// ParseFilter reads the raw value of a filter parameter ([Param.Raw]):
//
//	[operator ":"] value *( "," value )
//
// The operator is eq, ne, gt, gte, lt or lte, and eq when there is none; whatever else stands in front of a colon belongs
// to the value, so "eq:gte:5" is the value gte:5. The colon may be percent-encoded, as form encoders do, the comma may not:
// "%2C" is a comma inside a value. Only eq and ne take more than one value. The values are appended to buffer[:0].
// The mistakes are empty values, lists where one value is wanted, and lists of more than [MaxItems].
func ParseFilter(raw string, buffer []string) (Filter, error) {
	operator, size := cutOperator(raw)
	values, err := ParseList(raw[size:], buffer)
	if err != nil {
		return Filter{}, err
	}
	if len(values) > 1 && !operator.TakesList() {
		return Filter{}, &Error{
			Code: CodeMaxItems, Value: shorten(printable(raw)), Limit: "1",
			Detail: operator.String() + ": takes one value, want a comma inside a value written as %2C",
		}
	}
	return Filter{operator, values}, nil
}

// ParseList reads a list from a raw value: a literal comma separates, "%2C" is a comma inside a value. The decoded items are
// appended to buffer[:0]. The mistakes are an empty item, a broken encoding and more than [MaxItems] items.
func ParseList(raw string, buffer []string) ([]string, error) {
	items, mistakes := buffer[:0], []error(nil)
	for rest, more := raw, true; more; {
		var item string
		item, rest, more = strings.Cut(rest, ",")
		if len(items)+len(mistakes) == MaxItems {
			mistakes = append(mistakes, &Error{Code: CodeMaxItems, Limit: strconv.Itoa(MaxItems), Detail: "more than " + strconv.Itoa(MaxItems) + " values in the list"})
			break
		}
		if item == "" {
			return items[:0], emptyItem(raw)
		}
		text, mistake := decode(item)
		if mistake != nil {
			mistakes = append(mistakes, mistake)
			continue
		}
		items = append(items, text)
	}
	if mistakes != nil {
		return items[:0], join(mistakes)
	}
	return items, nil
}

// emptyItem is the mistake of a list, or of a value, with nothing in it.
func emptyItem(list string) *Error {
	if list == "" {
		return &Error{Code: CodeMinLength, Limit: "1", Detail: "the value is empty, want a value or no parameter at all"}
	}
	return &Error{
		Code: CodeMinLength, Value: shorten(printable(list)), Limit: "1",
		Detail: "an item of the list is empty, want one comma between two values",
	}
}

// cutOperator returns the operator that a raw value begins with and the number of bytes it takes with its colon.
func cutOperator(raw string) (Operator, int) {
	var text [3]byte
	length := 0
	for i := 0; i < len(raw); {
		c, size := decodeByte(raw[i:])
		if size == 0 {
			break
		}
		i += size
		if c == ':' {
			if operator, ok := operatorNamed(text[:length]); ok {
				return operator, i
			}
			break
		}
		if length == len(text) {
			break
		}
		text[length] = c
		length++
	}
	return Equal, 0
}

// operatorNamed returns the operator that is written like this.
func operatorNamed(text []byte) (Operator, bool) {
	switch string(text) {
	case "eq":
		return Equal, true
	case "ne":
		return NotEqual, true
	case "gt":
		return Greater, true
	case "gte":
		return GreaterOrEqual, true
	case "lt":
		return Less, true
	case "lte":
		return LessOrEqual, true
	}
	return Equal, false
}
