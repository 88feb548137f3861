/** Route files that are changed while the gateway runs: watched, checked, taken or refused, and kept. */
package io.bactrian.edits;
