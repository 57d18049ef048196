package query

import (
	"slices"
	"strconv"
	"strings"
)

// MaxSortKeys is how many keys one sort may have.
const MaxSortKeys = 8

// A SortKey is one key of a sort.
type SortKey struct {
	Path       int // number of the path in the Names it was resolved with
	Descending bool
}

// ParseSort reads the decoded value of a sort parameter, names between commas, a "-" in front of a name for descending
// order, and appends the keys to buffer[:0], the most significant first. The mistakes are an empty value or item, unknown
// and ambiguous names, a path that is there twice, and more than [MaxSortKeys] keys.
func ParseSort(value string, names *Names, buffer []SortKey) ([]SortKey, error) {
	keys, mistakes := buffer[:0], []error(nil)
	count := 0
	for rest, more := value, true; more; count++ {
		var item string
		item, rest, more = strings.Cut(rest, ",")
		if count == MaxSortKeys {
			mistakes = append(mistakes, &Error{Code: CodeMaxItems, Limit: strconv.Itoa(MaxSortKeys), Detail: "more than " + strconv.Itoa(MaxSortKeys) + " sort keys"})
			break
		}
		name, descending := strings.CutPrefix(item, "-")
		if name == "" {
			mistakes = append(mistakes, emptyItem(value))
			break
		}
		path, err := names.Resolve(name)
		if err == nil && slices.ContainsFunc(keys, func(key SortKey) bool { return key.Path == path }) {
			err = &Error{Code: CodeUnique, Value: shorten(item), Detail: names.Path(path) + " is there twice, want each sort key once"}
		}
		if err != nil {
			mistakes = append(mistakes, err)
			continue
		}
		keys = append(keys, SortKey{path, descending})
	}
	if mistakes != nil {
		return keys[:0], join(mistakes)
	}
	return keys, nil
}
