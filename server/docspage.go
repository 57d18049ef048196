package server

import (
	"bytes"
	"compress/gzip"
	"crypto/sha256"
	"embed"
	"encoding/base64"
	"fmt"
	"html/template"
	"io"
	"io/fs"
	"net/http"
	"strconv"
	"strings"

	swaggerui "github.com/swaggest/swgui/v5/static"

	"github.com/hydrant-ld/hydrant/server/internal/conditional"
	"github.com/hydrant-ld/hydrant/server/internal/header"
)

// docsPath is the path of the page that shows the OpenAPI document, and of its files behind a slash.
const docsPath = "/docs"

// docsFiles are the page and the script that starts it.
//
//go:embed docs
var docsFiles embed.FS

// docsFile is a file of the documentation page, as it lies in a file system: gzip where the name there ends in .gz.
type docsFile struct {
	// Name is that in the path, stored that in the file system.
	Name         string
	files        fs.FS
	stored, kind string
	// SHA256 is the digest of the content, in base64: the page runs scripts with it and no others.
	SHA256 string
	tag    string
}

// docsScripts are the scripts of the page in their order. The digest of the first is that of the pinned Swagger UI, which
// takes too long to compute at each start; a test does.
func docsScripts() []*docsFile {
	return []*docsFile{
		{
			Name: "swagger-ui.js", files: swaggerui.FS, stored: "swagger-ui-bundle.js.gz", kind: "text/javascript; charset=utf-8",
			SHA256: "pgDr+PiFySNz4iELH9dCKySk/5ytk9PX1kgfQLdwRWQ=",
		},
		{Name: "start.js", files: docsFiles, stored: "docs/start.js", kind: "text/javascript; charset=utf-8"},
	}
}

// addDocs adds the documentation page with its files.
func (s *Server) addDocs() error {
	scripts := docsScripts()
	files := append([]*docsFile{
		{Name: "swagger-ui.css", files: swaggerui.FS, stored: "swagger-ui.css.gz", kind: "text/css; charset=utf-8"},
		{Name: "favicon.png", files: swaggerui.FS, stored: "favicon-32x32.png", kind: "image/png"},
	}, scripts...)
	s.files = make(map[string]*docsFile, len(files))
	for _, f := range files {
		stored, err := fs.ReadFile(f.files, f.stored)
		if err != nil {
			return fmt.Errorf("docs: %w", err)
		}
		if f.SHA256 == "" && !f.packed() {
			digest := sha256.Sum256(stored)
			f.SHA256 = base64.StdEncoding.EncodeToString(digest[:])
		}
		f.tag = string(conditional.AppendETag(nil, f.Name, hashBytes(hashStart, stored)))
		s.files[docsPath+"/"+f.Name] = f
	}
	page, err := s.docsPage(scripts)
	if err != nil {
		return err
	}
	return s.add("docs", docsPath, rendition{
		mediaType: "text/html", contentType: "text/html; charset=utf-8", quality: 1, body: page,
		headers: headerSet{}.with("Content-Security-Policy", s.docsPolicy(scripts)).with("Content-Language", "en"),
	})
}

// docsPage is the HTML of the page.
func (s *Server) docsPage(scripts []*docsFile) ([]byte, error) {
	page, err := template.ParseFS(docsFiles, "docs/page.html")
	if err != nil {
		return nil, fmt.Errorf("docs: %w", err)
	}
	language, title := s.title()
	var out bytes.Buffer
	err = page.Execute(&out, struct {
		Language, Title string
		Scripts         []*docsFile
	}{language, title, scripts})
	if err != nil {
		return nil, fmt.Errorf("docs: %w", err)
	}
	return out.Bytes(), nil
}

// title is the title of the API in the first of its languages that it has, and that language.
func (s *Server) title() (language, title string) {
	m := s.api.Metadata()
	for _, language := range m.Languages {
		if title, ok := m.Title[language]; ok {
			return language, title
		}
	}
	title = first(m.Title)
	for language, t := range m.Title {
		if t == title {
			return language, title
		}
	}
	return "", title
}

// docsPolicy is the Content-Security-Policy of the page: it runs the scripts that it names by their digest, shows its own
// style and the pictures inside, and asks the API, at its public address also behind a gateway with another one.
func (s *Server) docsPolicy(scripts []*docsFile) string {
	digests := make([]string, len(scripts))
	for i, f := range scripts {
		digests[i] = "'sha256-" + f.SHA256 + "'"
	}
	return "default-src 'none'; script-src " + strings.Join(digests, " ") + "; style-src 'self'; img-src 'self' data:; connect-src 'self' " +
		s.base.Scheme + "://" + s.base.Host + "; base-uri 'none'; form-action 'none'; frame-ancestors 'none'"
}

// packed says that the file is stored as gzip.
func (f *docsFile) packed() bool { return strings.HasSuffix(f.stored, ".gz") }

// serveFile serves a file of the documentation page, as gzip to who reads that.
func (s *Server) serveFile(w http.ResponseWriter, r *http.Request, f *docsFile) {
	if !s.read(w, r) {
		return
	}
	if err := s.noParameters(r); err != nil {
		w.Header()["Allow"] = allowReadValue
		s.WriteError(w, r, err)
		return
	}
	h := w.Header()
	s.common.set(h)
	h["Allow"] = allowReadValue
	h["Cache-Control"] = []string{s.cacheControl}
	tag := f.tag
	asGzip := f.packed() && acceptsGzip(r.Header["Accept-Encoding"])
	if f.packed() {
		h["Vary"] = []string{"Accept-Encoding"}
	}
	if asGzip {
		tag = strings.TrimSuffix(tag, `"`) + `.gzip"`
	}
	h["Etag"] = []string{tag}
	if lines := r.Header["If-None-Match"]; len(lines) > 0 && conditional.MatchNone(lines, tag) {
		w.WriteHeader(http.StatusNotModified)
		return
	}
	h["Content-Type"] = []string{f.kind}
	if err := f.send(w, r.Method == http.MethodHead, asGzip); err != nil {
		s.WriteError(w, r, err)
	}
}

// send sends the file. An error means that nothing was sent.
func (f *docsFile) send(w http.ResponseWriter, head, asGzip bool) error {
	stored, err := f.files.Open(f.stored)
	if err != nil {
		return fmt.Errorf("docs: %w", err)
	}
	defer func() { _ = stored.Close() }()
	var content io.Reader = stored
	if f.packed() && !asGzip {
		if content, err = gzip.NewReader(stored); err != nil {
			return fmt.Errorf("docs: %w", err)
		}
	} else {
		info, err := stored.Stat()
		if err != nil {
			return fmt.Errorf("docs: %w", err)
		}
		w.Header()["Content-Length"] = []string{strconv.FormatInt(info.Size(), 10)}
	}
	if asGzip {
		w.Header()["Content-Encoding"] = []string{"gzip"}
	}
	w.WriteHeader(http.StatusOK)
	if !head {
		_, _ = io.Copy(w, content) //nolint:gosec // an embedded file, no bomb; an error means that the client has gone
	}
	return nil
}

// acceptsGzip says whether a client reads gzip (RFC 9110 12.5.3): one that names it, or takes anything, and not with the
// weight zero.
func acceptsGzip(lines []string) bool {
	accepted, named := false, false
	for list := header.Split(lines); ; {
		element, ok := list.Next()
		if !ok {
			return accepted
		}
		coding, parameters := header.CutParameters(element)
		gzip := header.EqualFold(coding, "gzip") || header.EqualFold(coding, "x-gzip")
		if !gzip && (coding != "*" || named) {
			continue
		}
		named = named || gzip
		accepted = true
		for {
			name, value, wellFormed, more := parameters.Next()
			if !more {
				break
			}
			if wellFormed && header.EqualFold(name, "q") && strings.Trim(value, "0.") == "" {
				accepted = false
			}
		}
	}
}
