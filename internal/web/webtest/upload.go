package webtest

import (
	"bytes"
	"mime/multipart"
	"net/http"
)

// Upload asks for the page with a form, fills it in and sends it to an address with a file in a field.
func (p *Person) Upload(page, action, field string, file []byte) Page {
	p.site.Town.T.Helper()
	return p.SendFile(action, p.Get(page).Token(), field, file)
}

// SendFile sends a file with a token, as a browser does.
func (p *Person) SendFile(action, token, field string, file []byte) Page {
	p.site.Town.T.Helper()
	var b bytes.Buffer
	w := multipart.NewWriter(&b)
	p.site.Town.Must(w.WriteField("token", token))
	part, err := w.CreateFormFile(field, "Overdracht LIVC R.age") // a name that nothing may be done with
	p.site.Town.Must(err)
	_, err = part.Write(file)
	p.site.Town.Must(err)
	p.site.Town.Must(w.Close())
	r, err := http.NewRequest(http.MethodPost, p.site.http.URL+action, &b)
	p.site.Town.Must(err)
	r.Header.Set("Content-Type", w.FormDataContentType())
	return p.do(r)
}
