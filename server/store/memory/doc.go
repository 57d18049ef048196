// Package memory is a store of resources in memory, for any declared class: what an example, a test, or a data set that
// fits into memory needs.
//
//	events, err := memory.New(Events, memory.Config{})
//	err = events.Put(&Event{ID: "gophercon", Name: "GopherCon"})
//	binding := server.Bind(Events, events.Functions())
//
// What comes in are pointers to values, which belong to the store from then on; what goes out are the same pointers, a
// page at a time. Nothing is copied, written to disk or shared with other processes.
//
// # Consistency
//
// All data hangs on one immutable snapshot. A call of Put or Delete makes the next one, whole batches at a time, and
// publishes it with one atomic store: readers take no locks, never wait for writers, and see all of a batch or nothing of
// it. A page is always consistent in itself. Writers wait for each other.
//
// # Cost
//
// There is an ordered index (an immutable B+tree that counts) for each filterable and each sortable property, one of the
// identifiers, one of their hashes, and one of the words in the properties that can be searched. n is the number of resources, m the number that filters select, w the
// number that have the rarest word of a search:
//
//	| call                                                             | steps                          |
//	|------------------------------------------------------------------|--------------------------------|
//	| Get                                                              | log n                          |
//	| List without filters, by one property or none, any page          | log n + page                   |
//	| List by one exact filter, without sort, any page                 | log n + page                   |
//	| List by a range of the property that it sorts by, any page       | log n + page                   |
//	| Count without filters; of one exact filter; of one range         | log n                          |
//	| List otherwise: the first time                                   | once for a snapshot: n, or     |
//	|                                                                  | fewer for a selective filter;  |
//	|                                                                  | m log m with a second sort key |
//	| List by search: the first time                                   | once for a snapshot: w log w   |
//	| List otherwise: again, any page                                  | log m + page                   |
//	| Count otherwise                                                  | once for a snapshot: n         |
//	| Put, Delete: each index                                          | log n for each value           |
//
// A range is that of a property with one value at most, and may be given by several filters. What List has to work out it
// works out from the most selective index, and keeps in a cache that belongs to the snapshot and is bounded in entries
// and in size. A query that is asked for the first time, and whose first items are found quickly by walking along the
// order, is answered by walking.
package memory
