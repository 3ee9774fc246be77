package seal

// Opener opens many records one after the other in room of its own: a list of fifty needs no memory for
// each. It is for one caller at a time; Wipe it afterwards.
type Opener struct {
	mute
	ring                                *Ring
	row, bound, wrapped, dataKey, plain []byte
}

// Opener gives an opener of records that lie under these epoch keys.
func (r *Ring) Opener() *Opener { return &Opener{ring: r, bound: make([]byte, 0, 512)} }

// Record takes off the epoch layer and opens a record, as Unwrap and OpenRecord do. What it gives is
// valid until the next call.
func (o *Opener) Record(b Base, ref Ref, k *Key, outer, body []byte) (plain []byte, err error) {
	if err := ref.check(b, k.version); err != nil {
		return nil, err
	}
	epochKey, epoch, err := o.ring.over(outer)
	if err != nil {
		return nil, err
	}
	o.row = ref.appendRow(o.row[:0])
	o.bound = appendOuter(append(o.bound[:0], outer[:headSize]...), b, RecordTable, o.row, epoch)
	if o.wrapped, err = openInto(o.wrapped, epochKey, o.bound, outer[headSize:]); err != nil {
		return nil, err
	}
	rest, err := innerRest(o.wrapped, suiteAEAD)
	if err != nil {
		return nil, err
	}
	o.bound = ref.appendKey(append(o.bound[:0], o.wrapped[:headSize]...), b)
	if o.dataKey, err = openInto(o.dataKey, k.aead, o.bound, rest); err != nil {
		return nil, err
	}
	return o.body(b, ref, body)
}

func (o *Opener) body(b Base, ref Ref, body []byte) ([]byte, error) {
	rest, err := innerRest(body, suiteAEAD)
	if err != nil {
		return nil, err
	}
	if len(o.dataKey) != keySize {
		return nil, ErrBroken
	}
	o.bound = ref.appendBody(append(o.bound[:0], body[:headSize]...), b)
	if o.plain, err = openInto(o.plain, gcm(o.dataKey), o.bound, rest); err != nil {
		return nil, err
	}
	return unpad(o.plain)
}

// Wipe overwrites what was opened.
func (o *Opener) Wipe() {
	for _, b := range [][]byte{o.wrapped, o.dataKey, o.plain} {
		clear(b[:cap(b)])
	}
}
