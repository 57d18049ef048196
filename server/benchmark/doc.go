// Command benchmark compares the cost of a request with that of code written by hand.
//
// It serves the same resources three times: with Hydrant, with a handler that an experienced engineer would write for this
// one resource on http.ServeMux and encoding/json ("hand-written"), and with a handler that writes bytes made beforehand
// ("precomputed"). Rounds of the contenders alternate, what is measured is CPU time of the process (getrusage), and what
// is printed is the median over the rounds of the ratio within each round: a busy machine slows all contenders of a round
// alike.
//
//	go run .          # from this folder; about a minute
//	go run . -short   # a few rounds, to see that it works
//
// It also compares validation with go-playground/validator v10 on the same rules. It is a module of its own so that its
// contenders stay out of the module graph of Hydrant's users.
package main
