/** Who is next: which of the waiting messages may leave, in what order, and how fast a sender may send. */
package io.bactrian.turns;
