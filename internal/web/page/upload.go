package page

import (
	"crypto/sha256"
	"encoding/hex"
	"errors"
	"io"
	"mime/multipart"
	"net/http"
	"net/url"
	"strconv"

	"beraad.eu/internal/deed"
	"beraad.eu/livc"
)

// MaxUpload is the most that is read of a form with a file. What a file may hold is less: the rest is read
// past, so that the answer can say at the field that it is too big.
const MaxUpload = 8 << 20

// maxParts bounds how many fields a form with a file has.
const maxParts = 20

// ReadUpload reads a form with a file from the stream: nothing of it is written to the disk. Who sends it is
// signed in already.
func (r *Request) ReadUpload() error {
	parts, err := r.MultipartReader()
	if errors.Is(err, http.ErrNotMultipart) {
		return r.ParseForm()
	}
	if err != nil {
		return err
	}
	r.PostForm = url.Values{}
	for range maxParts {
		part, err := parts.NextPart()
		if errors.Is(err, io.EOF) {
			return nil
		}
		if err == nil {
			err = r.takePart(part)
		}
		if err != nil {
			return r.cutOff(err)
		}
	}
	return livc.Invalid("error.too_long")
}

// takePart keeps a field, or the one file. The fingerprint of a file stands among the fields, so that another file is
// another form.
func (r *Request) takePart(part *multipart.Part) error {
	b, err := io.ReadAll(io.LimitReader(part, deed.MaxTransfer+1))
	if err != nil {
		return err
	}
	if part.FileName() == "" {
		r.PostForm.Add(part.FormName(), string(b))
		return nil
	}
	rest, err := io.Copy(io.Discard, part)
	sum := sha256.Sum256(b)
	r.file = b
	r.PostForm.Set(part.FormName(), hex.EncodeToString(sum[:])+" "+strconv.FormatInt(rest, 10))
	return err
}

// cutOff answers a form that was longer than what is read: the file in it is too big.
func (r *Request) cutOff(err error) error {
	var long *http.MaxBytesError
	if !errors.As(err, &long) {
		return livc.Invalid("error.too_long")
	}
	r.file = make([]byte, deed.MaxTransfer+1)
	return nil
}

// File is the file that came with the form; one byte more than it may hold stands for any file that is too big.
func (r *Request) File() []byte { return r.file }

// Leave answers with a file that the person carries on: under a neutral name, kept in no cache (settled 17).
// again is where a second press of the same button leads, for the file is made once.
func (r *Request) Leave(name, kind string, file []byte, again string) error {
	if r.Gone != nil {
		r.Gone(again)
	}
	h := r.w.Header()
	h.Set("Content-Type", kind)
	h.Set("Content-Disposition", `attachment; filename="`+name+`"`)
	h.Set("Content-Length", strconv.Itoa(len(file)))
	r.w.WriteHeader(http.StatusOK)
	_, _ = r.w.Write(file) // the client left; the deed happened all the same
	return nil
}
