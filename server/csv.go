package server

// appendCollectionCSV writes a page of a collection as a table: a line of names, and a line for each member. What else there
// is to say of a page is in the header of the response.
func appendCollectionCSV(dst []byte, p *projection, x *exchange, win *window) []byte {
	dst = p.plan.AppendCSVHead(dst)
	for i := range win.items {
		dst = p.plan.AppendCSV(dst, win.items[i].value, &x.state)
	}
	return dst
}
