package memory

import (
	"fmt"
	"slices"
	"unsafe"

	"github.com/hydrant-ld/hydrant/server/internal/query"
	"github.com/hydrant-ld/hydrant/server/store"
	"github.com/hydrant-ld/hydrant/server/store/memory/internal/sorted"
)

// filter is a condition of a query, compiled for a snapshot.
type filter struct {
	*store.Filter
	column   *column
	position int // of the column
	pattern  query.Pattern
	// spans says that the condition holds for exactly the items of its column's index from low to high. Otherwise count
	// estimates how many resources it holds for at most.
	spans     bool
	low, high int
	count     int
}

// filters compiles the conditions of a query.
func (s *snapshot) filters(conditions []store.Filter, dst []filter) ([]filter, error) {
	for i := range conditions {
		f := filter{Filter: &conditions[i], count: s.size()}
		position, ok := s.table.byPath[f.Property.Path]
		if !ok {
			return nil, undeclared(f.Property, "filterable")
		}
		if len(f.Values) == 0 || slices.ContainsFunc(f.Values, store.Value.IsAbsent) {
			return nil, fmt.Errorf("memory: the filter of %s has no value to compare with", f.Property.Path)
		}
		f.position, f.column = position, &s.table.columns[position]
		index := s.indexes[position]
		if f.Operator == store.Matches {
			pattern, err := query.CompilePattern(f.Values[0].String())
			if err != nil {
				return nil, err
			}
			f.pattern = pattern
		} else {
			f.measure(index)
		}
		dst = append(dst, f)
	}
	return dst, nil
}

// measure finds the items of the index that the condition holds for.
func (f *filter) measure(index sorted.List[item]) {
	value := f.Values[0]
	f.spans, f.low, f.high = true, 0, index.Len()
	switch f.Operator {
	case store.Equal:
		if len(f.Values) > 1 {
			f.spans, f.count = false, 0
			for _, v := range f.Values {
				f.count += behind(index, v) - from(index, v)
			}
			return
		}
		f.low, f.high = from(index, value), behind(index, value)
	case store.Greater:
		f.low, f.high = behind(index, value), from(index, store.Value{})
	case store.GreaterOrEqual:
		f.low, f.high = from(index, value), from(index, store.Value{})
	case store.Less:
		f.high = from(index, value)
	case store.LessOrEqual:
		f.high = behind(index, value)
	case store.NotEqual, store.Matches:
		f.spans = false
		return
	}
	f.high = max(f.low, f.high)
	f.count = f.high - f.low
}

// exact says that the condition is one value.
func (f *filter) exact() bool { return f.Operator == store.Equal && len(f.Values) == 1 }

// holds says whether the condition holds for a resource.
func (f *filter) holds(resource unsafe.Pointer) bool {
	found := false
	store.Each(f.column.property, resource, func(v store.Value) bool {
		found = f.holdsFor(v)
		return !found
	})
	return found != (f.Operator == store.NotEqual)
}

// holdsFor says whether the condition holds for a value, or, of NotEqual, whether it does not.
func (f *filter) holdsFor(v store.Value) bool {
	switch f.Operator {
	case store.Greater:
		return store.Compare(v, f.Values[0]) > 0
	case store.GreaterOrEqual:
		return store.Compare(v, f.Values[0]) >= 0
	case store.Less:
		return store.Compare(v, f.Values[0]) < 0
	case store.LessOrEqual:
		return store.Compare(v, f.Values[0]) <= 0
	case store.Matches:
		return f.pattern.Match(v.String())
	case store.Equal, store.NotEqual:
		for i := range f.Values {
			if store.Compare(v, f.Values[i]) == 0 {
				return true
			}
		}
	}
	return false
}

// allHold says whether all conditions hold for a resource.
func allHold(filters []filter, resource unsafe.Pointer) bool {
	for i := range filters {
		if !filters[i].holds(resource) {
			return false
		}
	}
	return true
}
