/** Carries everything that a store holds into a file, and from there into another store. */
package io.bactrian.moving;
