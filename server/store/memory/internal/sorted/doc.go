// Package sorted holds an immutable sorted list that knows positions: [List].
//
// It is a B+tree whose nodes know their sizes, so that the item at a position, the position of an item, and the run of
// items from a position on all take a number of steps that grows with the logarithm of the length. [List.Apply] makes a
// new list and shares the nodes that did not change, so that readers go on reading the old one, undisturbed and without
// locks, while a writer makes the next.
//
// What comes in are items and a function that orders them; what goes out are pointers to items in the list, which must
// not be written to.
package sorted
