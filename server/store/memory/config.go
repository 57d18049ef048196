package memory

// Config says how a store works. The zero Config is fine.
type Config struct {
	// Epoch tells the versions of this store from those that an earlier process or another store gave to other content:
	// every version begins with it. When it is empty it is random, so that ETags don't survive a restart. A program whose
	// content is always the same for the same Epoch (the hash of the file that it loads, for example, and no writes
	// afterwards) can give it, so that restarts and replicas answer with the same ETags. It is part of a header: letters,
	// digits, "-" and "_", at most 64.
	Epoch string
	// CacheQueries and CacheItems bound what is kept of queries that no index answers, until the next change: the number
	// of queries (256 when 0), and the number of references to resources in all of them, eight bytes each (4,194,304
	// when 0). A negative number keeps nothing.
	CacheQueries, CacheItems int
	// NoSearch keeps no index of words, and offers no search. The index takes some 30 bytes for each word of each resource
	// and 100 for each different word.
	NoSearch bool
}

const (
	defaultCacheQueries = 256
	defaultCacheItems   = 4 << 20
	longestEpoch        = 64
)

func (c Config) withDefaults() Config {
	if c.CacheQueries == 0 {
		c.CacheQueries = defaultCacheQueries
	}
	if c.CacheItems == 0 {
		c.CacheItems = defaultCacheItems
	}
	return c
}

// validEpoch says whether a text can be part of an entity tag without escaping.
func validEpoch(s string) bool {
	for i := range len(s) {
		c := s[i]
		if c-'0' > 9 && c|0x20-'a' > 25 && c != '-' && c != '_' {
			return false
		}
	}
	return len(s) <= longestEpoch
}
