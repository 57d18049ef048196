package vocab

import "strings"

// longestSuggestion bounds the words that Closest compares: the cost is the product of the lengths, and one word may come
// from a request.
const longestSuggestion = 64

// Closest returns the candidate that word is most likely a misspelling of, for a "did you mean" in an error message. It
// counts the letters that must be inserted, deleted, replaced or swapped with their neighbour, whatever their case, and
// reports false when no candidate is within a third of the word's length (at least one, at most three). Of equally good
// candidates the first wins. Words longer than 64 bytes have no suggestion.
func Closest(word string, candidates []string) (string, bool) {
	if len(word) > longestSuggestion {
		return "", false
	}
	if word = strings.ToLower(word); word == "" || len(word) > longestSuggestion {
		return "", false
	}
	limit := min(max(len(word)/3, 1), 3)
	best, found := "", false
	for _, candidate := range candidates {
		if len(candidate) > 2*longestSuggestion {
			continue
		}
		lower := strings.ToLower(candidate)
		if d := len(lower) - len(word); lower == "" || d > limit || -d > limit {
			continue
		}
		if d := editDistance(word, lower); d <= limit {
			best, found = candidate, true
			limit = d - 1
			if d == 0 {
				break
			}
		}
	}
	return best, found
}

// editDistance is the optimal string alignment distance in bytes. Both words are at most longestSuggestion+3 bytes long.
func editDistance(a, b string) int {
	var rows [3][longestSuggestion + 8]int
	before, last, row := &rows[0], &rows[1], &rows[2]
	for j := range len(b) + 1 {
		last[j] = j
	}
	for i := 1; i <= len(a); i++ {
		row[0] = i
		for j := 1; j <= len(b); j++ {
			replace := last[j-1]
			if a[i-1] != b[j-1] {
				replace++
			}
			d := min(replace, last[j]+1, row[j-1]+1)
			if i > 1 && j > 1 && a[i-1] == b[j-2] && a[i-2] == b[j-1] {
				d = min(d, before[j-2]+1)
			}
			row[j] = d
		}
		before, last, row = last, row, before
	}
	return last[len(b)]
}
