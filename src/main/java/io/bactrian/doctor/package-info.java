/** Looks at a set-up from outside, before a gateway runs on it or while one does, and says what is wrong and how to mend it. */
package io.bactrian.doctor;
