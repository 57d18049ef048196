// Package storetest is one suite for all stores: whoever fills a [store.Store] proves with it that Get, List and Count
// mean what package store says.
//
//	func TestStore(t *testing.T) {
//		storetest.Run(t, func(t *testing.T, class *hydra.Class[storetest.Specimen], specimens []*storetest.Specimen) store.Store[storetest.Specimen] {
//			s, err := mystore.New(class)
//			…
//			return s.Functions()
//		})
//	}
//
// The suite declares a resource with a property of every kind, [Specimen], makes specimens with many ties and gaps, and
// compares the answers to random queries with those of a model that reads all resources one by one. It leaves out what
// a store does not offer: a nil Count, properties that are not in Filterable or Sortable, search if it is not Searchable. It is a package for tests:
// nothing that serves imports it.
package storetest
