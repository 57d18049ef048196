package query

import (
	"strconv"
	"strings"
)

// maxMistakes is how many wrong names of one list are reported: looking for what was meant takes time.
const maxMistakes = 10

// ParseFields reads the decoded value of a fields parameter, names between commas (encoded or not), and appends the numbers
// of the paths they mean to buffer[:0], as often and in the order as they are asked for. An empty value means no selection
// and gives an empty list. The mistakes are unknown and ambiguous names, an empty item and more than [MaxItems] names; at
// most ten are reported, and that there may be more.
func ParseFields(value string, names *Names, buffer []int) ([]int, error) {
	paths, mistakes := buffer[:0], []error(nil)
	if value == "" {
		return paths, nil
	}
	count := 0
	for rest, more := value, true; more && len(mistakes) < maxMistakes; count++ {
		var name string
		name, rest, more = strings.Cut(rest, ",")
		if count == MaxItems {
			mistakes = append(mistakes, &Error{Code: CodeMaxItems, Limit: strconv.Itoa(MaxItems), Detail: "more than " + strconv.Itoa(MaxItems) + " names in the list"})
			break
		}
		if name == "" {
			mistakes = append(mistakes, emptyItem(value))
			break
		}
		path, err := names.Resolve(name)
		if err != nil {
			mistakes = append(mistakes, err)
			continue
		}
		paths = append(paths, path)
	}
	if len(mistakes) == maxMistakes {
		mistakes = append(mistakes, &Error{Code: CodeMaxItems, Limit: strconv.Itoa(count), Detail: "the names behind these were not looked at"})
	}
	if mistakes != nil {
		return paths[:0], join(mistakes)
	}
	return paths, nil
}
