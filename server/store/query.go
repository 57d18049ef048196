package store

import "github.com/hydrant-ld/hydrant/hydra"

// Query selects, orders and pages resources. The server has checked it: properties are among those that the store serves,
// values are of their property's kind, limits are within bounds. A query must not be kept or changed.
type Query struct {
	// Filters must all hold.
	Filters []Filter
	// Search is free text; empty is none. It selects the resources that have each of its words ([AppendWords]) somewhere
	// in the properties that [hydra.Definition.Searchable] lists, the last word as a word or as the beginning of one. It
	// has one word at least. Filters must hold too, and the order is that of Sort all the same.
	Search string
	// Sort lists the keys of the order, most significant first. The identifier, ascending, is always the last one, so that
	// the order is total; resources without a value come last, whatever the direction. Values are in the order of
	// [Compare]: texts by their code points, whatever the language.
	Sort []Order
	// Limit is the largest number of items to return.
	Limit int
	// Offset is the number of resources to skip, for paging by number; with After, of those behind the cursor.
	Offset int
	// After are the sort keys of the last item of the page before, one for each member of Sort and then the identifier,
	// for paging by cursor: the page begins behind that place, whether the item is still there or not. Nil is the first
	// page.
	After []Value
}

// Filter is a condition on one property. A property with many values satisfies it when one of its values does, and NotEqual
// when none of them is equal: also when there is none. Two ranges on a property with many values may be satisfied by
// two of them. A text by language has many values: the texts, whatever their language.
type Filter struct {
	Property *hydra.Property
	Operator Operator
	// Values has one value, or several for Equal (any of them) and NotEqual (none of them). None is absent. They are of
	// the property's kind ([ParseValue]), but for Matches a text.
	Values []Value
}

// Order is one key of an order.
type Order struct {
	Property   *hydra.Property
	Descending bool
}

// Operator is how a filter compares.
type Operator uint8

// The operators. Matches compares text with a pattern that starts or ends in wildcards: * for any run of characters
// other than space, ? for one; it matches whole words in the text, and upper and lower case are the same.
const (
	Equal Operator = iota
	NotEqual
	Greater
	GreaterOrEqual
	Less
	LessOrEqual
	Matches
)
