/** Calls: what is said in one, as the document that providers take. */
package io.bactrian.voice;
