/** Requests that nobody would send, and what is to be true of every answer. */
package io.bactrian.fuzz;
