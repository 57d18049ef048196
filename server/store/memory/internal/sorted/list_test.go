package sorted_test

import (
	"cmp"
	"math/rand/v2"
	"slices"
	"testing"

	"github.com/hydrant-ld/hydrant/server/store/memory/internal/sorted"
)

type pair struct{ key, value int }

func comparePairs(a, b *pair) int { return cmp.Compare(a.key, b.key) }

// contents reads a list by walking up, checking that walking down and single positions agree.
func contents(t *testing.T, l sorted.List[pair]) []pair {
	t.Helper()
	var up, down []pair
	l.Ascend(0, func(p *pair) bool { up = append(up, *p); return true })
	l.Descend(l.Len(), func(p *pair) bool { down = append(down, *p); return true })
	slices.Reverse(down)
	if !slices.Equal(up, down) || len(up) != l.Len() {
		t.Fatalf("up %v, down %v, length %d", up, down, l.Len())
	}
	for i, p := range up {
		if at := *l.At(i); at != p {
			t.Fatalf("item %d is %v, want %v", i, at, p)
		}
	}
	return up
}

func TestListIsASortedSliceAfterAnyChanges(t *testing.T) {
	random := rand.New(rand.NewPCG(1, 2))
	for round := range 30 {
		list := sorted.New(comparePairs)
		model := map[int]int{}
		span := 1 + random.IntN(1<<(1+round%14))
		for batch := range 25 {
			count := 1
			if batch%3 == 0 {
				count = random.IntN(2 * span)
			}
			keys := map[int]bool{}
			for range count {
				keys[random.IntN(span)] = true
			}
			var changes []sorted.Change[pair]
			for key := range keys {
				remove := random.IntN(5) < 1+batch%4
				changes = append(changes, sorted.Change[pair]{Item: pair{key, batch}, Remove: remove})
				if remove {
					delete(model, key)
				} else {
					model[key] = batch
				}
			}
			slices.SortFunc(changes, func(a, b sorted.Change[pair]) int { return cmp.Compare(a.Item.key, b.Item.key) })
			before := contents(t, list)
			next := list.Apply(changes)
			if !slices.Equal(contents(t, list), before) {
				t.Fatal("applying changes changed the old list")
			}
			list = next
			checkAgainst(t, random, list, model, span)
		}
	}
}

func checkAgainst(t *testing.T, random *rand.Rand, list sorted.List[pair], model map[int]int, span int) {
	t.Helper()
	want := make([]pair, 0, len(model))
	for key, value := range model {
		want = append(want, pair{key, value})
	}
	slices.SortFunc(want, func(a, b pair) int { return cmp.Compare(a.key, b.key) })
	if got := contents(t, list); !slices.Equal(got, want) {
		t.Fatalf("got %v, want %v", got, want)
	}
	for range 20 {
		key := random.IntN(span+2) - 1
		place, found := slices.BinarySearchFunc(want, key, func(p pair, key int) int { return cmp.Compare(p.key, key) })
		if got := list.Search(func(p *pair) bool { return p.key >= key }); got != place {
			t.Fatalf("the first key from %d on is at %d, want %d", key, got, place)
		}
		if got := list.Find(func(p *pair) int { return cmp.Compare(p.key, key) }); (got != nil) != found || found && *got != want[place] {
			t.Fatalf("key %d: found %v, want %v", key, got, found)
		}
		var up, down []pair
		list.Ascend(place, func(p *pair) bool { up = append(up, *p); return len(up) < 150 })
		list.Descend(place, func(p *pair) bool { down = append(down, *p); return len(down) < 150 })
		if wantUp := want[place:min(place+150, len(want))]; !slices.Equal(up, wantUp) {
			t.Fatalf("up from %d: %v, want %v", place, up, wantUp)
		}
		slices.Reverse(down)
		if wantDown := want[max(place-150, 0):place]; !slices.Equal(down, wantDown) {
			t.Fatalf("down from %d: %v, want %v", place, down, wantDown)
		}
	}
}

func TestEmptyListHasNothing(t *testing.T) {
	list := sorted.New(comparePairs)
	if list.Len() != 0 || list.Find(func(*pair) int { return 0 }) != nil || list.Search(func(*pair) bool { return true }) != 0 {
		t.Fatal("the empty list has something")
	}
	none := func(*pair) bool { t.Error("the empty list yields an item"); return false }
	list.Ascend(0, none)
	list.Descend(0, none)
	one := list.Apply([]sorted.Change[pair]{{Item: pair{1, 1}}})
	if again := one.Apply([]sorted.Change[pair]{{Item: pair{1, 0}, Remove: true}}); again.Len() != 0 {
		t.Fatalf("%d items after removing the only one", again.Len())
	}
}

func TestReadingAListDoesNotAllocate(t *testing.T) {
	changes := make([]sorted.Change[pair], 100_000)
	for i := range changes {
		changes[i].Item = pair{i, i}
	}
	list := sorted.New(comparePairs).Apply(changes)
	key, sum := 70_000, 0
	allocs := testing.AllocsPerRun(100, func() {
		at := list.Search(func(p *pair) bool { return p.key >= key })
		list.Ascend(at, func(p *pair) bool { sum += p.value; return p.key < key+100 })
		list.Descend(at, func(p *pair) bool { sum += p.value; return p.key > key-100 })
		sum += list.At(at).value + list.Find(func(p *pair) int { return cmp.Compare(p.key, key) }).value
	})
	if allocs != 0 || sum == 0 {
		t.Fatalf("%v allocations", allocs)
	}
}
