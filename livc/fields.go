package livc

import (
	"encoding/json"
	"fmt"
	"reflect"
)

// A text struct is a struct whose fields are all Secret (or slices of text structs): the content of
// one sealed record. PackText and UnpackText turn it into bytes to seal and back. They are called
// by the gate only, a test lists the callers.

var secretType = reflect.TypeFor[Secret]()

// PackText gives the bytes of a text struct, by field name. v is a struct or a pointer to one.
func PackText(v any) ([]byte, error) {
	m, err := packStruct(reflect.Indirect(reflect.ValueOf(v)))
	if err != nil {
		return nil, err
	}
	return json.Marshal(m)
}

func packStruct(v reflect.Value) (map[string]any, error) {
	if v.Kind() != reflect.Struct {
		return nil, fmt.Errorf("livc: %s is no text struct", v.Type())
	}
	m := map[string]any{}
	for i := range v.NumField() {
		f, name := v.Field(i), v.Type().Field(i).Name
		switch {
		case f.Type() == secretType:
			if s := f.Interface().(Secret); s.text != nil && *s.text != "" {
				m[name] = *s.text
			}
		case f.Kind() == reflect.Slice && f.Type().Elem().Kind() == reflect.Struct:
			list, err := packSlice(f)
			if err != nil {
				return nil, err
			}
			m[name] = list
		default:
			return nil, fmt.Errorf("livc: field %s of %s is not personal text", name, v.Type())
		}
	}
	return m, nil
}

func packSlice(f reflect.Value) ([]any, error) {
	list := make([]any, f.Len())
	for j := range list {
		if f.Index(j).Type() == secretType {
			list[j] = f.Index(j).Interface().(Secret).Reveal()
			continue
		}
		m, err := packStruct(f.Index(j))
		if err != nil {
			return nil, err
		}
		list[j] = m
	}
	return list, nil
}

// UnpackText fills the text struct that dst points to. A field that the bytes do not name stays
// empty; a name that the struct does not know is an error, so that nothing is lost unseen.
func UnpackText(b []byte, dst any) error {
	var m map[string]json.RawMessage
	if err := json.Unmarshal(b, &m); err != nil {
		return fmt.Errorf("livc: read personal text: %w", err)
	}
	return unpackStruct(m, reflect.ValueOf(dst).Elem())
}

func unpackStruct(m map[string]json.RawMessage, v reflect.Value) error {
	for name, raw := range m {
		f := v.FieldByName(name)
		if !f.IsValid() {
			return fmt.Errorf("livc: %s has no field %q", v.Type(), name)
		}
		if err := unpackField(raw, f); err != nil {
			return err
		}
	}
	return nil
}

func unpackField(raw json.RawMessage, f reflect.Value) error {
	if f.Type() == secretType {
		var s string
		if err := json.Unmarshal(raw, &s); err != nil {
			return fmt.Errorf("livc: read personal text: %w", err)
		}
		f.Set(reflect.ValueOf(NewSecret(s)))
		return nil
	}
	var list []json.RawMessage
	if err := json.Unmarshal(raw, &list); err != nil {
		return fmt.Errorf("livc: read personal text: %w", err)
	}
	f.Set(reflect.MakeSlice(f.Type(), len(list), len(list)))
	for j, r := range list {
		if f.Type().Elem() == secretType {
			if err := unpackField(r, f.Index(j)); err != nil {
				return err
			}
			continue
		}
		var m map[string]json.RawMessage
		if err := json.Unmarshal(r, &m); err != nil {
			return fmt.Errorf("livc: read personal text: %w", err)
		}
		if err := unpackStruct(m, f.Index(j)); err != nil {
			return err
		}
	}
	return nil
}
