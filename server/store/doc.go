// Package store is what a data source offers to the server: a struct of functions, [Store].
//
// A function that is nil is neither served nor documented nor allowed, so that what a store can do, what the documents
// say and what the server answers are the same by construction. An existing repository plugs in with method values:
//
//	server.Bind(Events, store.Store[Event]{Get: repository.Find, List: repository.List})
//
// The ready-made stores (package memory) fill the same struct for any declared type, and package storetest proves that a
// store means what this package says.
//
// What comes in is a [Query] that the server has checked: filters and an order over declared properties, with typed
// values ([ParseValue]), and a page by number or by cursor ([ParseKey]). What goes out are pointers to resources with
// their versions. For stores that work on Go values, [ValueOf], [Each] and [Compare] read and order the values of a
// property; for those that work on a database, [Value.Go] gives what its driver takes.
//
// The package knows no HTTP and no syntax of queries.
package store
