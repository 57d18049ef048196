package rdf

// byteClass is a set of sets of bytes.
type byteClass uint8

const (
	// blankByte is white space inside a line.
	blankByte byteClass = 1 << iota
	// spaceByte is white space.
	spaceByte
	// commentByte is what a comment goes on with: anything but a line end.
	commentByte
	// iriByte may stand between angle brackets: anything but controls, the space and <>"{}|^`\.
	iriByte
	// textByte means itself in each kind of literal: anything but quotation marks, the backslash and line ends.
	textByte
	// nameByte may stand in a name: letters, digits, "_", "-", ".", and what is not ASCII.
	nameByte
	// localByte may stand in a local name, and means itself: as nameByte with ":", but ASCII only.
	localByte
	// digitByte is 0 to 9.
	digitByte
)

// byteClasses says for each byte which classes it is in.
//
//nolint:gochecknoglobals // a table that nobody writes
var byteClasses = func() (classes [256]byteClass) {
	for i := range classes {
		c := byte(i)
		class := &classes[i]
		letter, digit := 'a' <= c|0x20 && c|0x20 <= 'z', '0' <= c && c <= '9'
		add := func(in bool, to byteClass) {
			if in {
				*class |= to
			}
		}
		add(c == ' ' || c == '\t', blankByte|spaceByte)
		add(c == '\n' || c == '\r', spaceByte)
		add(c != '\n' && c != '\r', commentByte)
		add(inIRI(rune(c)), iriByte)
		add(c != '"' && c != '\'' && c != '\\' && c != '\n' && c != '\r', textByte)
		add(letter || digit || c == '_' || c == '-' || c == '.', nameByte|localByte)
		add(c == ':', localByte)
		add(c >= 0x80, nameByte)
		add(digit, digitByte)
	}
	return classes
}()
