// Package support is step 1 of the playbook as far as software carries it: the LIVC R that is founded,
// its municipalities, the partners of the network, and the people with their functions, secrecy and
// mandates. It keeps the signed list of authorised persons of every controller. It knows no case.
package support
