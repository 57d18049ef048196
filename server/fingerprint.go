package server

// Fingerprints are FNV-1a hashes: they tell representations and queries apart and guard nothing.
const (
	hashStart uint64 = 14695981039346656037
	hashPrime uint64 = 1099511628211
)

// hashString adds a string, and that it ends, to a hash.
func hashString(h uint64, s string) uint64 {
	for i := range len(s) {
		h = (h ^ uint64(s[i])) * hashPrime
	}
	return (h ^ 0xff) * hashPrime
}

// hashBytes is hashString for bytes.
func hashBytes(h uint64, b []byte) uint64 { return hashString(h, view(b)) }
