/** The directory: who is known. */
package io.bactrian.directory;
