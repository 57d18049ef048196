// Package query reads the query component of a request strictly: parameters, filter values, wildcards, lists of names,
// sort keys, positive integers and paging cursors.
//
// It knows the grammar of each and nothing of what a parameter is for: which names there are, which property a filter
// belongs to and what datatype it has is the caller's business, and so is the wording of a problem. It does not use
// net/url, which drops parts it cannot read and forgets the order and the encoding of the others.
//
// What comes in is the raw query, untrusted. What goes out are strings cut from it, so that a typical query allocates
// nothing, and mistakes: every function that takes a value returns all of them at once ([All] walks them), each an
// [*Error], [*UnknownNameError] or [*AmbiguousNameError] that says what is wrong and what would be right. Everything is bounded.
//
//	var params query.Params // reused from request to request
//	if err := params.Parse(request.URL.RawQuery); err != nil { … }
//	for _, param := range params.List {
//		path, err := filterable.Resolve(param.Name)        // "addressCountry" → location.address.addressCountry
//		filter, err := query.ParseFilter(param.Raw, buffer) // "ne:a,b" → not equal, [a b]
//		…
//	}
package query
