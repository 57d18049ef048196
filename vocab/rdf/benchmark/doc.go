// Command benchmark compares the readers of vocab/rdf with those of other Go libraries.
//
// All of them read the same DCAT-AP catalogue from memory, in Turtle and in N-Triples, statement by statement, and nothing is
// done with the statements but counting them. Rounds of the contenders alternate, what is measured is CPU time of the process
// (getrusage, so that goroutines and garbage collection count), and what is printed is the median over the rounds, and the
// median of the ratio within each round: a busy machine slows all contenders of a round alike.
//
//	go run .                # from this folder; ten seconds
//	go run . -datasets 100  # a smaller catalogue
//	go run . -short         # a few rounds, to see that it works
//
// It is a module of its own so that its contenders stay out of the module graph of Hydrant's users.
package main
