// Package processing is step 6 of the playbook: what each participant keeps in a sealed dossier of his
// own, how long, and how everything is forgotten on time. It keeps no shared file, sends nothing to the
// LTF, and knows no page and no SQL. The clocks are deeds of the system: they see dates and states,
// never a text.
package processing
