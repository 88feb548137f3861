/** How many parts a text takes on its way, and what would make it take fewer. */
package io.bactrian.segments;
