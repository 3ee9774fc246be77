package live

// Remembered counts the meetings that the hub knows.
func (h *Hub) Remembered() int {
	h.mu.Lock()
	defer h.mu.Unlock()
	return len(h.meetings)
}
